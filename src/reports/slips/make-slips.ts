/**
 * A file of slips out of an open workspace: which findings, from which template, in whose words. What the page asks
 * its engine for; the terminal does the same piece by piece.
 */
import { fail, ok, type Result } from '../../core/result.ts';
import { checkpoint, type Task } from '../../core/task.ts';
import type { Language } from '../../i18n/language.ts';
import { createWords } from '../../i18n/words.ts';
import type { CheckResult } from '../../model/findings.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import { buildSlips } from './build-slips.ts';
import type { SlipKind } from './slip.ts';
import { drawSlipMaps, withStreetMaps } from './slip-maps.ts';
import { slipsDocx } from './slips-docx.ts';

export interface SlipsRequest {
  readonly language: Language;
  readonly kind: SlipKind;
  readonly per: 'finding' | 'street';
  /** Ids of findings. */
  readonly ids: readonly string[];
  /** Calendar days from the day of the check. */
  readonly deadlineDays: number;
  readonly withPersonal: boolean;
  /** 发文机关 */
  readonly office?: string;
  /** Of the office; default: the one that comes with the app. */
  readonly template?: Uint8Array;
  /** Draws a small map of each place; of a list of a street's findings one of the street, with their numbers. */
  readonly drawsMaps?: boolean;
  /** Pictures of the places by finding instead, PNG or JPEG. */
  readonly maps?: Readonly<Record<string, Uint8Array>>;
}

export interface MadeSlips {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly slipCount: number;
  /** Whom the slips are about, each with the deadline on its slip. */
  readonly assigned: readonly { readonly finding: string; readonly deadline: string; readonly assignedAt: string }[];
}

/** Fails with `slips-none` where nothing of what is asked is open, and on a template that is wrong. O(findings + slips × template). */
export async function makeSlips(
  document: WorkspaceDocument,
  result: CheckResult,
  request: SlipsRequest,
  task: Task = {},
): Promise<Result<MadeSlips>> {
  const { language, template, office, maps = {}, drawsMaps = false, ...asked } = request;
  const words = createWords();
  await words.load(language);
  const translate = words.of(language);
  const ids = new Set(drawsMaps && asked.per === 'finding' ? asked.ids : []);
  const shown = result.findings.filter(({ id, status }) => status === 'open' && ids.has(id));
  const drawn = await drawSlipMaps(document, shown, translate, task);
  const mapOf = ({ id }: { id: string }) =>
    maps[id] ? { bytes: maps[id], description: translate('slips.mapOf', { id }) } : drawn.get(id);
  const built = buildSlips(document, result, { ...asked, translate, language, mapOf });
  if (built.length === 0) return fail('slips-none');
  const slips = drawsMaps ? await withStreetMaps(document, built, translate, task) : built;
  await checkpoint(task);
  const made = await slipsDocx(slips, { translate, language, ...(office && { office }) }, template);
  if (!made.ok) return made;
  const assigned = slips.flatMap(({ items, deadline, issued }) =>
    items.map(({ findingId }) => ({ finding: findingId, deadline, assignedAt: issued })),
  );
  return ok({ bytes: made.value, slipCount: slips.length, assigned });
}
