/** GeoJSON, whole or one feature a line. */
import type { FormatDriver } from '../driver.ts';

const BLANK = new Set([0x09, 0x0a, 0x0d, 0x20, 0x1e]);

/** The first thing in the file is a `{` or `[`, after a byte order mark, blanks or record separators. */
function startsLikeJson(head: Uint8Array): boolean {
  let at = 0;
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) at = 3;
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false;
  while (at < head.length && BLANK.has(head[at] as number)) at++;
  return head[at] === 0x7b || head[at] === 0x5b;
}

export const geojsonDriver: FormatDriver = {
  id: 'geojson',
  extensions: ['geojson', 'json', 'geojsonl', 'geojsons', 'ndjson', 'jsonl'],
  mediaType: 'application/geo+json',
  matches: startsLikeJson,
  read: async (input, task) => (await import('./read-geojson.ts')).readGeoJson(input, task),
  write: async (layer, task) => (await import('./write-geojson.ts')).writeGeoJson(layer, task),
};
