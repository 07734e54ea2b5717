/**
 * Where the header of a table is. Ledgers have titles above it, groups over sub-columns in two or three
 * rows, and lines that only number the columns; logs have none at all.
 */

import type { MergedArea } from './merged-areas.ts';
import { isPlainNumber } from './number-text.ts';

export interface HeaderRow {
  /** Trimmed. */
  readonly cells: readonly string[];
  /** As the sheet counts it, from 1. */
  readonly line: number;
}

export interface FoundHeader {
  /** One for each column, empty where it has none. */
  readonly names: readonly string[];
  /** How many of the rows stand above the records: titles, header, numbering. */
  readonly rowsAbove: number;
  /** How many of them are the header itself; 0 where the table has none. */
  readonly height: number;
}

const MAX_TITLES = 30;
const MAX_HEIGHT = 3;
/** `填报单位：环保局`: a label with its value in one cell, which is no name of a column. */
const LABELLED = /[^\d\s][：:]\s*\S/u;
const LABEL = /[：:]$/u;

/** `rows` are the first of the table that are not blank. Without any, a header without names. O(cells). */
export function findHeader(rows: readonly HeaderRow[], areas: readonly MergedArea[] = []): FoundHeader {
  const width = usualWidth(rows);
  const first = findFirst(rows, width);
  const top = rows[first]?.cells ?? [];
  if (isRecord(top, rows[first + 1]?.cells)) return { names: top.map(() => ''), rowsAbove: first, height: 0 };
  let height = 1;
  while (height < MAX_HEIGHT && isSubHeader(rows.slice(first, first + height), rows[first + height])) height++;
  const names = joinNames(rows.slice(first, first + height), areas);
  const isForm = first > 0 || height > 1;
  const isNumbered = isForm && isNumbering(rows[first + height]?.cells ?? [], names.length);
  return { names, rowsAbove: first + height + (isNumbered ? 1 : 0), height };
}

const filledIn = (cells: readonly string[]): string[] => cells.filter((cell) => cell !== '');

/** How many cells a row of several usually fills. */
function usualWidth(rows: readonly HeaderRow[]): number {
  const widths = rows.map(({ cells }) => filledIn(cells).length).filter((count) => count > 1);
  return widths.sort((a, b) => a - b)[widths.length >> 1] ?? 1;
}

/** The first row that is no title, if it looks like a header; otherwise the first row, as plain tables have it. */
function findFirst(rows: readonly HeaderRow[], width: number): number {
  for (let at = 0; at < Math.min(rows.length - 1, MAX_TITLES); at++) {
    const { cells } = rows[at]!;
    if (isTitle(cells, width)) continue;
    return at === 0 || looksLikeHeader(cells) || isRecord(cells, rows[at + 1]?.cells) ? at : 0;
  }
  return 0;
}

function isTitle(cells: readonly string[], width: number): boolean {
  const filled = filledIn(cells);
  if (filled.length === 1) return width > 1 && !isPlainNumber(filled[0]!);
  const labelled = filled.filter((cell) => LABELLED.test(cell)).length;
  const labels = filled.filter((cell) => LABEL.test(cell)).length;
  return labelled * 2 > filled.length || (filled.length * 2 <= width && (labelled + labels) * 2 >= filled.length);
}

function looksLikeHeader(cells: readonly string[]): boolean {
  const filled = filledIn(cells);
  return filled.length > 1 && filled.filter(isPlainNumber).length * 2 < filled.length;
}

/** Whether the table begins with a record: half of it numbers, some with decimals, and numbers beneath them too. */
function isRecord(cells: readonly string[], next: readonly string[] | undefined): boolean {
  const numbers = cells.flatMap((cell, column) => (isPlainNumber(cell) ? [column] : []));
  const hasDecimals = numbers.some((column) => /\.\d{2}/u.test(cells[column]!));
  return (
    next !== undefined &&
    hasDecimals &&
    numbers.length * 2 >= filledIn(cells).length &&
    numbers.every((column) => isPlainNumber(next[column] ?? ''))
  );
}

/** Whether the next row only divides groups of the last: words, each group by two at least, none beneath a column with a name of its own. */
function isSubHeader(header: readonly HeaderRow[], next: HeaderRow | undefined): boolean {
  if (!next) return false;
  const last = header.at(-1)!.cells;
  const divided = new Map<number, number>();
  let group = -1;
  for (const [column, cell] of next.cells.entries()) {
    if (header.some(({ cells }) => (cells[column] ?? '') !== '')) group = column;
    if (cell === '') continue;
    if (isPlainNumber(cell) || (last[group] ?? '') === '' || next.cells[group] === '') return false;
    divided.set(group, (divided.get(group) ?? 0) + 1);
  }
  return divided.size > 0 && [...divided.values()].every((count) => count > 1);
}

/** `坐标` over `经度` is `坐标/经度`. A group's name goes on over the cells that are merged with it, or are empty and divided beneath. */
function joinNames(header: readonly HeaderRow[], areas: readonly MergedArea[]): string[] {
  const width = Math.max(0, ...header.map(({ cells }) => cells.length));
  const spread = header.map((row, level) =>
    spreadGroups(row, header.slice(level + 1), header.slice(0, level), areas, width),
  );
  return Array.from({ length: width }, (_, column) => {
    const parts = spread
      .map((cells) => cells[column] ?? '')
      .filter((part, at, all) => part !== '' && part !== all[at - 1]);
    return oneLine(parts.join('/'));
  });
}

function spreadGroups(
  { cells, line }: HeaderRow,
  below: readonly HeaderRow[],
  above: readonly HeaderRow[],
  areas: readonly MergedArea[],
  width: number,
): string[] {
  const names = Array.from({ length: width }, (_, column) => cells[column] ?? '');
  for (const area of areas) {
    if (area.firstRow > line || area.lastRow < line) continue;
    const name = area.firstRow === line ? names[area.firstColumn] : '';
    const last = Math.min(area.lastColumn, width - 1);
    for (let column = area.firstColumn + 1; name && column <= last && names[column] === ''; column++)
      names[column] = name;
  }
  const stands = (rows: readonly HeaderRow[], column: number) => rows.some((row) => (row.cells[column] ?? '') !== '');
  for (let column = 1; column < width && below.length > 0; column++)
    if (names[column] === '' && stands(below, column) && stands(below, column - 1) && !stands(above, column))
      names[column] = names[column - 1]!;
  return names;
}

/** `面积⏎（亩）` is one name; words of Latin letters keep a space between them. */
function oneLine(name: string): string {
  return name.replaceAll(/\s*[\r\n]+\s*/gu, (_, at: number, whole: string) => {
    const rest = whole.slice(at).trimStart();
    return /[A-Za-z0-9]/u.test(whole[at - 1] ?? '') && /^[A-Za-z0-9]/u.test(rest) ? ' ' : '';
  });
}

/** `1 2 3 4`: the line under a form's header that numbers its columns. */
function isNumbering(cells: readonly string[], width: number): boolean {
  return width > 2 && Array.from({ length: width }, (_, column) => cells[column] === String(column + 1)).every(Boolean);
}
