/** Paragraphs, cells and the page that the slip templates are made of. Lengths in twentieths of a point, sizes in half points. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  HeightRule,
  Paragraph,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
} from 'docx';

/** A4 with the margins of GB/T 9704 rounded down, so that a slip stays on two pages. */
export const A4 = { width: 11_906, height: 16_838 };
export const MARGIN = { top: 1134, bottom: 1134, left: 1247, right: 1247, header: 567, footer: 567 };
const TITLE_SIZE = 44;
const TEXT_SIZE = 21;
const SMALL_SIZE = 18;
const RED = 'C00000';

export const fontOf = (fonts, use) => ({
  ascii: fonts.eastAsia ? fonts[use] : 'Times New Roman',
  hAnsi: fonts.eastAsia ? fonts[use] : 'Times New Roman',
  eastAsia: fonts.eastAsia ?? fonts[use],
});

export function makeDocument(labels, page, children) {
  return new Document({
    creator: 'Chentu',
    styles: { default: { document: { run: { font: fontOf(labels.fonts, 'text'), size: TEXT_SIZE } } } },
    sections: [{ properties: { page: { margin: MARGIN, ...page } }, children }],
  });
}

export function line(labels, text, { use = 'text', size = TEXT_SIZE, bold = false, ...paragraph } = {}) {
  return new Paragraph({
    ...paragraph,
    children: [new TextRun({ text, size, bold, font: fontOf(labels.fonts, use) })],
  });
}

/** The name of the office in red over a red line; all of it goes where no office is given. */
export function redHead(labels) {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 160 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: RED, space: 6 } },
    children: [
      new TextRun({
        text: labels.officeOpen,
        bold: true,
        size: TITLE_SIZE,
        color: RED,
        font: fontOf(labels.fonts, 'title'),
      }),
    ],
  });
}

export function titleLine(labels) {
  return line(labels, labels.title, {
    use: 'title',
    size: TITLE_SIZE,
    bold: true,
    alignment: AlignmentType.CENTER,
    spacing: { before: 40, after: 120 },
  });
}

export const smallLine = (labels, text, paragraph = {}) => line(labels, text, { size: SMALL_SIZE, ...paragraph });

/** Each line of text is a paragraph. */
export function cell(labels, texts, { use = 'text', size = TEXT_SIZE, align = AlignmentType.LEFT, ...options } = {}) {
  return new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    ...options,
    children: texts.map((text) => line(labels, text, { use, size, alignment: align })),
  });
}

export const labelCell = (labels, text, options = {}) =>
  cell(labels, [text], { use: 'label', align: AlignmentType.CENTER, shading: { fill: 'F2F2F2' }, ...options });

export function row(children, { height, ...options } = {}) {
  return new TableRow({
    cantSplit: true,
    ...(height && { height: { value: height, rule: HeightRule.ATLEAST } }),
    ...options,
    children,
  });
}
