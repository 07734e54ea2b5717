/** Comma-separated values: written as a table without shapes. */
import type { FormatDriver } from '../driver.ts';

export const csvDriver: FormatDriver = {
  id: 'csv',
  extensions: ['csv', 'tsv', 'txt'],
  mediaType: 'text/csv',
  matches: () => false,
  write: async (layer) => (await import('./write-csv.ts')).writeCsv(layer),
};
