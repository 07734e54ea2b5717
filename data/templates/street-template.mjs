/** All findings of a street in one table across the page, then what they rest on. */
import { AlignmentType, PageOrientation, Table, TableLayoutType, WidthType } from 'docx';
import { A4, cell, labelCell, line, makeDocument, redHead, row, smallLine, titleLine } from './parts.mjs';

const COLUMNS = [700, 1300, 2900, 5000, 2100, 2344];
const SMALL = 18;

export function streetTemplate(labels) {
  const cells = labels.listCells.map((texts, index) =>
    cell(labels, texts, { size: SMALL, align: index === 0 ? AlignmentType.CENTER : AlignmentType.LEFT }),
  );
  return makeDocument(labels, { size: { ...A4, orientation: PageOrientation.LANDSCAPE } }, [
    redHead(labels),
    titleLine(labels),
    smallLine(labels, `${labels.number}    ${labels.issued}`, { spacing: { after: 60 } }),
    line(labels, labels.streetLead),
    line(labels, labels.streetPeople, { spacing: { after: 60 } }),
    line(labels, labels.requestValue, { spacing: { after: 80 } }),
    new Table({
      rows: [
        row(
          labels.listHeads.map((text) => labelCell(labels, text, { size: SMALL })),
          { tableHeader: true },
        ),
        row(cells),
      ],
      columnWidths: COLUMNS,
      layout: TableLayoutType.FIXED,
      width: { size: COLUMNS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    }),
    smallLine(labels, labels.gcj02Note, { spacing: { before: 80 } }),
    line(labels, labels.basisTitle, { use: 'label', spacing: { before: 160 } }),
    ...labels.basisList.map((text) => smallLine(labels, text)),
    smallLine(labels, labels.note, { spacing: { before: 80, after: 200 } }),
    line(labels, labels.signatures),
    // On one page together; all of it goes where no map was drawn.
    line(labels, labels.mapOpen + labels.mapTitle, {
      use: 'label',
      keepNext: true,
      spacing: { before: 200, after: 80 },
    }),
    line(labels, labels.mapLine, { keepNext: true, alignment: AlignmentType.CENTER }),
    smallLine(labels, labels.mapNote),
  ]);
}
