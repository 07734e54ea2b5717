/** One finding on one slip: whose, what, where, by which rule; then photos, result and signatures. */
import { AlignmentType, Table, TableLayoutType, VerticalAlign, WidthType } from 'docx';
import { A4, cell, labelCell, makeDocument, redHead, row, smallLine, titleLine } from './parts.mjs';

/** Four columns: label, value, label, value. */
const COLUMNS = [1500, 3606, 1500, 2806];
const PHOTO_HEIGHT = 3600;
const RESULT_HEIGHT = 1300;
const SIGNATURE_HEIGHT = 620;

export function findingTemplate(labels) {
  const label = (text, options) => labelCell(labels, text, options);
  const value = (text, options) => cell(labels, text.split('\n'), options);
  const pair = (a, b) =>
    row([label(labels[a]), value(labels[`${a}Value`]), label(labels[b]), value(labels[`${b}Value`])]);
  const wide = (name, options) =>
    row([label(labels[name]), value(labels[`${name}Value`], { columnSpan: 3, ...options })]);
  const small = { size: 18 };
  const place = cell(
    labels,
    [labels.qrValue, labels.qrHint, '', labels.wgs84, labels.wgs84Value, '', labels.gcj02, labels.gcj02Value],
    {
      ...small,
      align: AlignmentType.CENTER,
    },
  );
  const photo = (name) =>
    cell(labels, [labels[name], labels[`${name}Value`]], {
      use: 'label',
      align: AlignmentType.CENTER,
      columnSpan: 2,
      verticalAlign: VerticalAlign.TOP,
    });
  const sign = () => cell(labels, [labels.sign, labels.day], { ...small, verticalAlign: VerticalAlign.BOTTOM });
  const signatures = (a, b) => row([label(labels[a]), sign(), label(labels[b]), sign()], { height: SIGNATURE_HEIGHT });
  const rows = [
    pair('unit', 'deadline'),
    pair('person', 'leader'),
    pair('street', 'zones'),
    pair('zonePerson', 'rule'),
    wide('subjects'),
    wide('address'),
    wide('description'),
    wide('measures'),
    wide('basis', small),
    wide('suggestion'),
    wide('request'),
    row([label(labels.map), value(labels.mapValue, { columnSpan: 2, align: AlignmentType.CENTER }), place]),
    row([photo('before'), photo('after')], { height: PHOTO_HEIGHT }),
    row([label(labels.result), value('', { columnSpan: 3 })], { height: RESULT_HEIGHT }),
    signatures('issuer', 'receiver'),
    signatures('head', 'checker'),
  ];
  return makeDocument(labels, { size: A4 }, [
    redHead(labels),
    titleLine(labels),
    smallLine(labels, `${labels.number}    ${labels.issued}    ${labels.id}：${labels.idValue}`, {
      spacing: { after: 80 },
    }),
    new Table({
      rows,
      columnWidths: COLUMNS,
      layout: TableLayoutType.FIXED,
      width: { size: COLUMNS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    }),
    smallLine(labels, labels.note, { spacing: { before: 80 } }),
  ]);
}
