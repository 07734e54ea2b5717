/**
 * Slips that came back as rows of a table: the ledger with the columns date, outcome and photos filled in. A row
 * that matches no finding, or says no date that can be read, is a note with its row; nothing is dropped in silence.
 */
import { fail, ok, type Problem, problem, type Result } from '../../core/result.ts';
import type { SettledFinding } from '../../model/cases.ts';
import { parseDateNumber, parseDateText } from '../../model/date-text.ts';

type ReturnedCell = string | number | boolean | null;

export interface ReturnedTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly ReturnedCell[])[];
}

/** What the columns may be called, without blanks and in lower case. */
const COLUMN_NAMES = {
  finding: ['问题编号', 'finding', 'findingid', 'id'],
  date: ['办结日期', '整改日期', '完成日期', '日期', 'date', 'settledat', 'datesettled', 'donedate'],
  outcome: ['办理情况', '整改情况', '办理结果', '整改结果', 'outcome', 'result', 'whatwasdone'],
  photos: ['照片', '照片名称', '整改照片', '整改后照片', 'photos', 'photo'],
} as const;
type ColumnName = keyof typeof COLUMN_NAMES;

/**
 * Rows with a known finding and a date or an outcome, in their order; a row with neither has not come back yet. Of
 * two rows about one finding the later is taken, with a note. Fails where no column holds ids. O(rows).
 */
export function readReturnedSlips(
  { header, rows }: ReturnedTable,
  isKnown: (finding: string) => boolean,
): Result<SettledFinding[]> {
  const columns = findReturnColumns(header);
  if (columns.finding === undefined) return fail('slip-return-without-ids', { names: COLUMN_NAMES.finding[0] });
  const notes: Problem[] = [];
  const settled = new Map<string, SettledFinding>();
  for (const [row, cells] of rows.entries()) {
    const textOf = (name: ColumnName) => cellText(cells[columns[name] ?? -1]);
    const finding = textOf('finding');
    const outcome = textOf('outcome');
    const date = cells[columns.date ?? -1];
    const hasDate = cellText(date) !== '';
    if (outcome === '' && !hasDate) continue;
    if (!isKnown(finding)) {
      notes.push(problem('slip-return-unknown', { id: finding }, { row }));
      continue;
    }
    const settledAt = readDay(date);
    if (hasDate && settledAt === undefined)
      notes.push(problem('slip-return-date', { found: cellText(date), id: finding }, { row }));
    if (settled.delete(finding)) notes.push(problem('slip-return-twice', { id: finding }, { row }));
    settled.set(finding, {
      finding,
      ...(settledAt !== undefined && { settledAt }),
      ...(outcome !== '' && { outcome }),
      photos: textOf('photos')
        .split(/[;；,，、|\n]/)
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    });
  }
  return ok([...settled.values()], notes);
}

/** The first column of each name; undefined where there is none. O(columns). */
export function findReturnColumns(header: readonly string[]): Partial<Record<ColumnName, number>> {
  const plain = header.map((text) => text.replaceAll(/[\s_-]/g, '').toLowerCase());
  const found = Object.entries(COLUMN_NAMES).map(([name, names]) => {
    const index = plain.findIndex((text) => (names as readonly string[]).includes(text));
    return [name, index < 0 ? undefined : index];
  });
  return Object.fromEntries(found) as Partial<Record<ColumnName, number>>;
}

const cellText = (cell: ReturnedCell | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell).trim();

/** The day of a date as ledgers write it, or of a spreadsheet's day count. */
function readDay(cell: ReturnedCell | undefined): string | undefined {
  const iso = typeof cell === 'number' ? parseDateNumber(cell) : parseDateText(cellText(cell));
  return iso?.slice(0, 10);
}
