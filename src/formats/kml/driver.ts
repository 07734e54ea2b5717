/** KML and KMZ: what Google Earth and the 奥维 app open and write (`.ovkml` is KML). */
import type { FormatDriver } from '../driver.ts';

/** A zip whose first file is a KML: a KMZ, whatever it is called. Its local header has the name from byte 30 on. */
function startsWithKmlEntry(head: Uint8Array): boolean {
  if (head[0] !== 0x50 || head[1] !== 0x4b || head[2] !== 3 || head[3] !== 4) return false;
  const length = (head[26] ?? 0) + 256 * (head[27] ?? 0);
  return /\.kml$/iu.test(String.fromCharCode(...head.subarray(30, 30 + length)));
}

export const kmlDriver: FormatDriver = {
  id: 'kml',
  extensions: ['kml', 'kmz', 'ovkml'],
  mediaType: 'application/vnd.google-earth.kml+xml',
  matches: (head) => /<kml[\s>]/iu.test(String.fromCharCode(...head)) || startsWithKmlEntry(head),
  read: async (input, task) => (await import('./read-kml.ts')).readKml(input, task),
  write: async (layer, task) => (await import('./write-kml.ts')).writeKml(layer, task),
};
