/**
 * Tables as one Excel file. Text is stored as text, so nothing in it can run as a formula. The
 * archive's entries get a fixed date, so two runs give the same bytes.
 */
import writeExcelFile, { type Cell, type Feature, type Sheet } from 'write-excel-file/universal';
import { escapeXml } from '../core/xml-text.ts';
import { displayWidth } from '../i18n/display-width.ts';
import type { LinkCell, LinkedTable, TableCell, TableColumnType } from './table.ts';
import { fixZipDates } from './zip-dates.ts';

/** Excel's own limit, header included. */
const ROWS_PER_SHEET = 1_048_576;
/** Excel's own limit; it offers to repair a sheet that has more. */
const LINKS_PER_SHEET = 65_530;
/** Excel's own limit for the text of one cell. */
const CHARACTERS_PER_CELL = 32_767;

const NUMBER_FORMATS: Readonly<Partial<Record<TableColumnType, string>>> = {
  count: '#,##0',
  number: '#,##0.000',
  fraction: '0.0000',
  degrees: '0.0000000',
};

/**
 * The bytes of an .xlsx with one sheet per table (more where a table is longer than a sheet can be). Every sheet has
 * its header frozen and filters on it. A cell that leads to another table leads to its first sheet's row.
 */
export async function tablesXlsx(tables: readonly LinkedTable[]): Promise<Uint8Array<ArrayBuffer>> {
  const plans = tables.flatMap((table) => planSheets(table));
  // The writer's own types name Blob, which pure folders do not know.
  const made = writeExcelFile(
    plans.map(({ sheet }) => sheet),
    { features: [extrasOf(plans) as never] },
  );
  const blob = (await made.toBlob()) as unknown as { arrayBuffer(): Promise<ArrayBuffer> };
  const bytes = new Uint8Array(await blob.arrayBuffer());
  fixZipDates(bytes);
  return bytes;
}

const LINK_COLOR = '#0b57d0';

interface SheetPlan {
  readonly sheet: Sheet<never>;
  readonly rows: number;
  readonly columns: number;
  /** Cells that lead elsewhere, by their own address, e.g. `B7`. */
  readonly links: ReadonlyMap<string, LinkCell>;
}

/**
 * Filters on every header and links (ECMA-376 18.3.1.2, 18.3.1.47). Both stand right after the rows, in this order. A
 * link out of the workbook needs a relationship, one within does not; the cells of both stay text that any program reads.
 */
function extrasOf(plans: readonly SheetPlan[]): Feature<never> {
  return {
    files: {
      transform: {
        'xl/styles.xml': { transform: (xml) => xml.replaceAll(/(<font>)(.*?)(?=<\/font>)/gsu, inFontOrder) },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const { rows, columns, links } = plans[sheetIndex] as SheetPlan;
            const filter = rows > 1 ? `<autoFilter ref="A1:${columnName(columns)}${rows}"/>` : '';
            const hyperlinks = [...links].map(([cell, link], index) => {
              const target =
                'address' in link
                  ? `xmlns:r="${RELATIONSHIPS}" r:id="${linkId(index)}"`
                  : `location="${escapeXml(placeOf(link.table, link.row))}"`;
              return `<hyperlink ref="${cell}" ${target}/>`;
            });
            const list = hyperlinks.length > 0 ? `<hyperlinks>${hyperlinks.join('')}</hyperlinks>` : '';
            return xml.replace('</sheetData>', () => `</sheetData>${filter}${list}`);
          },
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_options, { sheetIndex }) =>
            [...(plans[sheetIndex] as SheetPlan).links]
              .map(([, link], index) =>
                'address' in link
                  ? `<Relationship Id="${linkId(index)}" Type="${RELATIONSHIPS}/hyperlink" Target="${escapeXml(link.address)}" TargetMode="External"/>`
                  : '',
              )
              .join(''),
        },
      },
    },
  };
}

/** The writer gives a font's properties in an order of its own; the schema has one (18.8.22). */
const FONT_ORDER = ['b', 'i', 'strike', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];
function inFontOrder(_: string, tag: string, content: string): string {
  const placeOf = (property: string) => FONT_ORDER.indexOf(/^<(\w+)/u.exec(property)?.[1] ?? '');
  return tag + (content.match(/<[^>]+\/>/gu) ?? []).sort((a, b) => placeOf(a) - placeOf(b)).join('');
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const linkId = (index: number) => `rIdLink${index + 1}`;
const placeOf = (table: string, row: number) => `'${sheetName(table, 0).replaceAll("'", "''")}'!A${row + 2}`;

/** 1 is A, 27 is AA. */
function columnName(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column <= 26 ? letter : columnName((column - 1 - rest) / 26) + letter;
}

function planSheets(table: LinkedTable): SheetPlan[] {
  const header: Cell[] = table.columns.map((column) => ({
    value: column.header,
    type: String,
    fontWeight: 'bold',
    wrap: true,
  }));
  const pages: { readonly data: Cell[][]; readonly links: Map<string, LinkCell> }[] = [
    { data: [header], links: new Map() },
  ];
  const widths = table.columns.map((column) => displayWidth(column.header));
  for (const cells of table.rows) {
    let page = pages.at(-1) as (typeof pages)[number];
    if (page.data.length === ROWS_PER_SHEET) {
      page = { data: [header], links: new Map() };
      pages.push(page);
    }
    page.data.push(cells.map((cell, index) => toCell(cell, table.columns[index]?.type ?? 'text')));
    for (const [index, cell] of cells.entries()) {
      if (isLink(cell) && page.links.size < LINKS_PER_SHEET)
        page.links.set(`${columnName(index + 1)}${page.data.length}`, cell);
      if (page.data.length < 200) widen(widths, index, cell);
    }
  }
  return pages.map(({ data, links }, index) => ({
    sheet: {
      data,
      sheet: sheetName(table.title, index),
      stickyRowsCount: 1,
      columns: widths.map((width) => ({ width: Math.min(Math.max(width + 2, 8), 60) })),
    },
    rows: data.length,
    columns: header.length,
    links,
  }));
}

const isLink = (cell: TableCell | LinkCell): cell is LinkCell => typeof cell === 'object' && cell !== null;

function toCell(cell: TableCell | LinkCell, type: TableColumnType): Cell {
  if (cell === null || cell === '') return null;
  if (isLink(cell))
    return { value: cell.text, type: String, textColor: LINK_COLOR, textDecoration: { underline: true } };
  if (typeof cell === 'string') return { value: cell.slice(0, CHARACTERS_PER_CELL), type: String };
  const format = NUMBER_FORMATS[type];
  return format ? { value: cell, type: Number, format } : { value: cell, type: Number };
}

function widen(widths: number[], index: number, cell: TableCell | LinkCell): void {
  if (cell === null) return;
  const text = isLink(cell) ? cell.text : String(cell);
  widths[index] = Math.max(widths[index] ?? 0, displayWidth(text));
}

/** Excel allows 31 characters and none of these. */
function sheetName(title: string, index: number): string {
  const suffix = index === 0 ? '' : ` ${index + 1}`;
  return title.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31 - suffix.length) + suffix;
}
