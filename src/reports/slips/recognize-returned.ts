/** Whether a table that somebody hands over is a ledger of findings with answers in it, and not data for the map. */
import { findReturnColumns } from './returned-slips.ts';

/** What is known of a column without looking at every row. */
export interface ColumnSummary {
  readonly name: string;
  /** Rows that have a value. */
  readonly filled: number;
  /** Some of its values. */
  readonly samples: readonly unknown[];
}

/** Of a finding: `findingId` in the checks makes them. */
const FINDING_ID = /^[0-9a-f]{16}$/u;
/** A column of any table may be called so: it is ours only where it names a finding of the workspace. */
const ANYBODYS_NAME = /^id$/iu;

/**
 * True with a column of findings' ids and a day or an outcome in at least one row: a ledger that nobody has filled in
 * has not come back. `isKnown`: whether the workspace has the finding or a case of it. O(columns).
 */
export function looksReturned(columns: readonly ColumnSummary[], isKnown: (finding: string) => boolean): boolean {
  const found = findReturnColumns(columns.map(({ name }) => name));
  const ids = columns[found.finding ?? -1];
  const answers = [columns[found.outcome ?? -1], columns[found.date ?? -1]];
  if (!ids || !answers.some((answer) => answer !== undefined && answer.filled > 0)) return false;
  const samples = ids.samples.map((value) => String(value).trim()).filter((value) => FINDING_ID.test(value));
  return ANYBODYS_NAME.test(ids.name.trim()) ? samples.some(isKnown) : samples.length > 0;
}
