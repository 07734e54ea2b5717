/** Excel workbooks of before 2007, and what offices call `.xls`: web pages, XML and texts that Excel opens too. */
import type { FormatDriver } from '../driver.ts';
import { textOfHead } from './text-of-head.ts';

/** The compound file of old Office programs, and of workbooks with a password. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const WEB_PAGE = /^\s*<(?:!doctype\s+html|html|head|meta|table|body)\b/iu;
const SPREADSHEET_XML = /<\?mso-application\s+progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet/iu;

function matches(head: Uint8Array): boolean {
  if (COMPOUND_FILE.every((byte, at) => head[at] === byte)) return true;
  const text = textOfHead(head);
  return WEB_PAGE.test(text) || SPREADSHEET_XML.test(text);
}

export const xlsDriver: FormatDriver = {
  id: 'xls',
  holdsSeveral: true,
  extensions: ['xls', 'et', 'xlt'],
  mediaType: 'application/vnd.ms-excel',
  matches,
  read: async (input, task) => (await import('./read-xls.ts')).readXls(input, task),
};
