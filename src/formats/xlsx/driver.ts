/** Excel workbooks: written as one sheet, shapes as WKT. */
import type { FormatDriver } from '../driver.ts';

export const xlsxDriver: FormatDriver = {
  id: 'xlsx',
  extensions: ['xlsx'],
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  // A workbook is a zip, and so is much else: its name decides.
  matches: () => false,
  write: async (layer) => (await import('./write-xlsx.ts')).writeXlsx(layer),
};
