/** One cell of a table, whatever file it stands in. */
import { stripFormulaGuard } from '../table-of.ts';

/** A cell that should have a value and has none: an error of its formula (`#REF!`), or a formula never calculated. */
export interface CellFault {
  /** What stands there; empty for a formula without a stored value. */
  readonly fault: string;
}

/** Dates come as ISO text. null and text without a character are "no value". */
export type Cell = string | number | boolean | null | CellFault;

/** What stands in the cell, trimmed; empty for none. */
export function textOfCell(cell: Cell | undefined): string {
  if (typeof cell === 'string') return cell.trim();
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? cell.fault : String(cell);
}

export function isBlankCell(cell: Cell | undefined): boolean {
  if (typeof cell === 'string') return cell === '' || cell.trim() === '';
  return cell === null || cell === undefined;
}

/**
 * The text without the apostrophe that stands in front so that a spreadsheet takes it for text: before what
 * would run as a formula, as `table-of.ts` writes it, and before digits, as people type codes.
 */
export function stripGuard(text: string): string {
  return /^'\d+$/u.test(text) ? text.slice(1) : stripFormulaGuard(text);
}
