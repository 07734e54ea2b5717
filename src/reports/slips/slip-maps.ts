/** Maps on slips, drawn without a page: of single findings, and of streets. The same in the terminal and in the engine. */
import { createPacer } from '../../core/pacer.ts';
import type { Task } from '../../core/task.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Finding } from '../../model/findings.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import { createFindingMaps } from '../sheets/finding-map.ts';
import { createStreetMaps } from '../sheets/street-map.ts';
import type { Slip, SlipPicture } from './slip.ts';

/** A Word file of thousands of pictures opens in no office: slips beyond these say that they have none. */
export const MOST_MAPS = 500;
/** Of 96 dpi: sharp enough on paper, and a third of the size of one of 200 dpi. */
const MAP_SCALE = 1.5;

/** By id, of the first findings. O(positions) once, then O(features) a map. Rejects only when cancelled. */
export async function drawSlipMaps(
  document: WorkspaceDocument,
  findings: readonly Finding[],
  translate: Translate,
  task: Task = {},
): Promise<ReadonlyMap<string, SlipPicture>> {
  const maps = new Map<string, SlipPicture>();
  const drawn = findings.slice(0, MOST_MAPS);
  if (drawn.length === 0) return maps;
  const pacer = createPacer(task);
  const mapOf = createFindingMaps(document);
  for (const [done, finding] of drawn.entries()) {
    task.onProgress?.({ stage: 'read', done, total: drawn.length });
    if (pacer.isDue()) await pacer.rest();
    const description = translate('sheets.findingMap', { rule: translate(`rule.${finding.rule}`) });
    maps.set(finding.id, { bytes: mapOf(finding).png(MAP_SCALE), description });
  }
  return maps;
}

/**
 * The slips of streets with a map each: the numbers on it are those of the slip's rows. Others as they are.
 * O(positions) once, then O(features + findings²) a map. Rejects only when cancelled.
 */
export async function withStreetMaps(
  document: WorkspaceDocument,
  slips: readonly Slip[],
  translate: Translate,
  task: Task = {},
): Promise<readonly Slip[]> {
  if (!slips.some(({ of }) => of === 'street')) return slips;
  const pacer = createPacer(task);
  const mapOf = createStreetMaps(document);
  const made: Slip[] = [];
  for (const [done, slip] of slips.entries()) {
    task.onProgress?.({ stage: 'read', done, total: slips.length });
    if (pacer.isDue()) await pacer.rest();
    const map = slip.of === 'street' && done < MOST_MAPS ? mapOf(slip.zone, slip.items) : undefined;
    if (!map) {
      made.push(slip);
      continue;
    }
    const street = slip.street ?? translate('slips.noStreet');
    const description = translate('slips.streetMapOf', { street, count: slip.items.length });
    made.push({ ...slip, map: { bytes: map.png(MAP_SCALE), description, unnumbered: map.unnumbered } });
  }
  return made;
}
