/**
 * The clock of all rules. Never today: the same input gives the same answer on any day.
 */
import { instantOf } from '../model/instant.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import { field } from './check-input.ts';
import type { PreparedLayer } from './prepare.ts';

/** Where neither the workspace nor its data name a date. */
export const FALLBACK_AS_OF = '1970-01-01';

/** Dates of what has happened. Planned ones (`activeTo`, `activeFrom`) may lie ahead and say nothing about the day of the data. */
const HAPPENED = ['openedAt', 'treatedAt', 'reopenedAt', 'time'] as const;

/** The given time, else the workspace's, else the newest date in the data, as written there. */
export function findAsOf(document: WorkspaceDocument, layers: readonly PreparedLayer[], asked?: string): string {
  const fixed = asked ?? document.asOf;
  if (fixed !== undefined && fixed !== '') return fixed;
  let newest: Dated | undefined;
  for (const layer of layers) newest = later(newest, newestIn(layer));
  return newest?.text ?? FALLBACK_AS_OF;
}

interface Dated {
  readonly text: string;
  readonly instant: number;
}

function later(a: Dated | undefined, b: Dated | undefined): Dated | undefined {
  if (!a || !b) return a ?? b;
  if (a.instant !== b.instant) return a.instant > b.instant ? a : b;
  return a.text >= b.text ? a : b;
}

/** O(features + different dates). */
function newestIn(layer: PreparedLayer): Dated | undefined {
  let newest: Dated | undefined;
  for (const name of HAPPENED) {
    for (const text of datesIn(layer, name)) {
      const instant = instantOf(text);
      if (!Number.isNaN(instant)) newest = later(newest, { text, instant });
    }
  }
  return newest;
}

/** The texts in use: of features as they are now. A dictionary may also hold some that no feature has any more. */
function datesIn({ source, packed, ref, isThere }: PreparedLayer, name: string): Iterable<string> {
  const column = source.batch.columns.get(name);
  const texts = new Set<string>();
  const used = new Uint8Array(column?.type === 'text' ? column.dictionary.length + 1 : 0);
  for (let feature = 0; feature < packed.count; feature++) {
    const own = ref(feature);
    if (own.layer !== source) {
      const text = isThere(feature) ? field(own, name) : undefined;
      if (text !== undefined) texts.add(text);
    } else if (column?.type === 'text')
      used[column.codes[feature]!] = isThere(feature) ? 1 : used[column.codes[feature]!]!;
  }
  if (column?.type !== 'text') return texts;
  for (const [i, text] of column.dictionary.entries()) if (used[i + 1] === 1) texts.add(text);
  return texts;
}
