/** GeoPackage: what QGIS and ArcGIS save layers in, a SQLite database of tables. */
import type { FormatDriver } from '../driver.ts';

const MAGIC = 'SQLite format 3\0';

export const gpkgDriver: FormatDriver = {
  id: 'gpkg',
  holdsSeveral: true,
  extensions: ['gpkg'],
  mediaType: 'application/geopackage+sqlite3',
  // Other SQLite databases too: the reader says what they lack.
  matches: (head) => MAGIC.split('').every((letter, index) => head[index] === letter.charCodeAt(0)),
  read: async (input, task) => (await import('./read-gpkg.ts')).readGpkg(input, task),
};
