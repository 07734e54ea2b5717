/** One sheet of a workbook as rows of cells, while it is unpacked. */
import { type Cell, isBlankCell } from '../table/cell.ts';
import { applyNumberFormat } from '../table/number-format.ts';
import type { SheetRow } from '../table/read-sheets.ts';
import { parseCellName } from './cell-name.ts';
import { isTrue, unescapeText, type Workbook } from './read-workbook.ts';
import { createXmlFeed, type XmlListener } from './xml-events.ts';

/** `pieces` are the sheet's text. Batches of rows as they come, some empty. Throws where the sheet is damaged. O(text). */
export function* readSheetRows(pieces: Iterable<string>, workbook: Workbook): Generator<SheetRow[]> {
  let rows: SheetRow[] = [];
  const feed = createXmlFeed(createRowListener(workbook, (row) => rows.push(row)));
  for (const piece of pieces) {
    feed.write(piece);
    if (rows.length === 0) continue;
    yield rows;
    rows = [];
  }
  feed.end();
  yield rows;
}

function createRowListener(workbook: Workbook, emit: (row: SheetRow) => void): XmlListener {
  let cells: Cell[] = [];
  let line = 0;
  let isHidden = false;
  let column = -1;
  let type = 'n';
  let style = 0;
  let hasFormula = false;
  let hasValue = false;
  let text = '';
  let isText = false;
  let isAloud = false;

  const openRow = (attributes: Readonly<Record<string, string>>) => {
    const stated = Number(attributes.r);
    line = stated > line ? stated : line + 1;
    isHidden = isTrue(attributes.hidden);
    cells = [];
    column = -1;
  };
  const openCell = (attributes: Readonly<Record<string, string>>) => {
    column = parseCellName(attributes.r)?.column ?? column + 1;
    type = attributes.t ?? 'n';
    style = Number(attributes.s ?? 0);
    hasFormula = false;
    hasValue = false;
    text = '';
  };
  const closeCell = () => {
    const value = cellValue(type, text, hasValue, workbook, style) ?? (hasFormula ? { fault: '' } : null);
    if (isBlankCell(value)) return;
    while (cells.length < column) cells.push(null);
    cells[column] = value;
  };

  return {
    open(name, attributes) {
      isText = name === 'v' || (name === 't' && !isAloud);
      if (name === 'c') openCell(attributes());
      else if (name === 'row') openRow(attributes());
      else if (name === 'f') hasFormula = true;
      else if (name === 'v' || name === 'is') hasValue = true;
      else if (name === 'rPh') isAloud = true;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      isText = false;
      if (name === 'rPh') isAloud = false;
      else if (name === 'c') closeCell();
      else if (name === 'row') emit({ cells, line, isHidden });
    },
  };
}

/** null for an empty cell. A style or a text that is not there leaves a plain number, or nothing. */
function cellValue(type: string, text: string, hasValue: boolean, workbook: Workbook, style: number): Cell {
  if (!hasValue) return null;
  switch (type) {
    case 's':
      return workbook.texts[Number(text)] ?? null;
    case 'str':
    case 'inlineStr':
      return unescapeText(text);
    case 'b':
      return text === '' ? null : isTrue(text);
    case 'e':
      return { fault: text || '#ERROR!' };
    case 'd':
      return text.replace(/T00:00:00(?:\.0+)?Z?$/u, '').replace(/(T\d{2}:\d{2}:\d{2})\.0+Z?$/u, '$1');
    default: {
      const value = text.trim() === '' ? Number.NaN : Number(text);
      if (!Number.isFinite(value)) return text.trim() || null;
      const format = workbook.formats[style];
      return format ? applyNumberFormat(value, format, workbook.is1904) : value;
    }
  }
}
