/** Tables of text: read with their places from columns of coordinates or WKT, written with longitude and latitude, or with WKT. */
import type { FormatDriver } from '../driver.ts';

export const csvDriver: FormatDriver = {
  id: 'csv',
  extensions: ['csv', 'tsv', 'txt'],
  mediaType: 'text/csv',
  // Any text may be a table: its name decides.
  matches: () => false,
  read: async (input, task) => (await import('./read-csv.ts')).readCsv(input, task),
  write: async (layer) => (await import('./write-csv.ts')).writeCsv(layer),
};
