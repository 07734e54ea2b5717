/** Excel workbooks: every sheet is read; written as one sheet, shapes as WKT. */
import type { FormatDriver } from '../driver.ts';

/** What programs put first into a workbook's zip; Word and PowerPoint do so too, and are told when read. */
const FIRST_ENTRY = /^(?:\[Content_Types\]\.xml$|_rels\/|docProps\/|xl\/)/u;

/** A zip's first local header has its name from byte 30 on. */
function startsWithOfficePart(head: Uint8Array): boolean {
  if (head[0] !== 0x50 || head[1] !== 0x4b || head[2] !== 3 || head[3] !== 4) return false;
  const length = (head[26] ?? 0) + 256 * (head[27] ?? 0);
  return FIRST_ENTRY.test(String.fromCharCode(...head.subarray(30, 30 + length)));
}

export const xlsxDriver: FormatDriver = {
  id: 'xlsx',
  holdsSeveral: true,
  extensions: ['xlsx', 'xlsm'],
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  matches: startsWithOfficePart,
  read: async (input, task) => (await import('./read-xlsx.ts')).readXlsx(input, task),
  write: async (layer) => (await import('./write-xlsx.ts')).writeXlsx(layer),
};
