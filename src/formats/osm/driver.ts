/** OpenStreetMap: `.osm` as the API, Overpass and JOSM write it, `.osm.pbf` as extracts come. Read, not written. */
import type { FormatDriver } from '../driver.ts';

const FIRST_BLOB = 'OSMHeader';

/** Four bytes of length, then a BlobHeader whose first field, nine letters long, is its type. */
function startsWithHeaderBlob(head: Uint8Array): boolean {
  const name = String.fromCharCode(...head.subarray(6, 6 + FIRST_BLOB.length));
  return head[4] === 0x0a && head[5] === FIRST_BLOB.length && name === FIRST_BLOB;
}

export const osmDriver: FormatDriver = {
  id: 'osm',
  holdsSeveral: true,
  extensions: ['osm', 'pbf'],
  mediaType: 'application/vnd.openstreetmap.data+xml',
  matches: (head) => startsWithHeaderBlob(head) || /<osm(?:Change)?[\s>]/u.test(String.fromCharCode(...head)),
  read: async (input, task) => (await import('./read-osm.ts')).readOsm(input, task),
};
