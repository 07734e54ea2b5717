/**
 * The clock of all rules. Never today: the same input gives the same answer on any day.
 */
import type { FeatureBatch } from '../model/feature-batch.ts';
import { instantOf } from '../model/instant.ts';
import type { CheckInput } from './check-input.ts';

/** Where neither the workspace nor its data name a date. */
export const FALLBACK_AS_OF = '1970-01-01';

/** Dates of what has happened. Planned ones (`activeTo`, `activeFrom`) may lie ahead and say nothing about the day of the data. */
const HAPPENED = ['openedAt', 'treatedAt', 'reopenedAt', 'time'] as const;

/** The given time, else the workspace's, else the newest date in the data, as written there. O(different dates). */
export function findAsOf(input: Pick<CheckInput, 'document' | 'layers'>, asked?: string): string {
  const fixed = asked ?? input.document.asOf;
  if (fixed !== undefined && fixed !== '') return fixed;
  let newest: { text: string; instant: number } | undefined;
  for (const { batch } of input.layers) {
    for (const text of HAPPENED.flatMap((field) => datesIn(batch, field))) {
      const instant = instantOf(text);
      if (Number.isNaN(instant)) continue;
      if (!newest || instant > newest.instant || (instant === newest.instant && text > newest.text)) {
        newest = { text, instant };
      }
    }
  }
  return newest?.text ?? FALLBACK_AS_OF;
}

/** The texts in use; a dictionary may also hold some that no feature has any more. */
function datesIn({ columns }: FeatureBatch, field: string): string[] {
  const column = columns.get(field);
  if (column?.type !== 'text') return [];
  const used = new Uint8Array(column.dictionary.length + 1);
  for (const code of column.codes) used[code] = 1;
  return column.dictionary.filter((_, index) => used[index + 1] === 1);
}
