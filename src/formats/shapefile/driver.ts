/** Shapefiles: a .shp with its .dbf, .shx, .prj and .cpg beside it; written as a zip of all of them. */
import type { FormatDriver } from '../driver.ts';

/** The magic number, five empty ones, the length, and the version. */
const startsWithHeader = (head: Uint8Array): boolean =>
  head.length >= 32 &&
  [0, 0, 0x27, 0x0a].every((byte, at) => head[at] === byte) &&
  [0xe8, 3, 0, 0].every((byte, at) => head[28 + at] === byte);

export const shapefileDriver: FormatDriver = {
  id: 'shapefile',
  extensions: ['shp', 'dbf', 'shx'],
  mediaType: 'application/zip',
  writtenAs: 'zip',
  matches: startsWithHeader,
  read: async (input, task) => (await import('./read-shapefile.ts')).readShapefile(input, task),
  write: async (layer, task) => (await import('./write-shapefile.ts')).writeShapefile(layer, task),
};
