/** Small maps of findings for their slips, drawn without a page: the same in the terminal and in the engine. */
import { createPacer } from '../../core/pacer.ts';
import type { Task } from '../../core/task.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Finding } from '../../model/findings.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import { createFindingMaps } from '../sheets/finding-map.ts';
import type { SlipPicture } from './slip.ts';

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
