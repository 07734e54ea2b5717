/** KML: what Google Earth and the 奥维 app open. */
import type { FormatDriver } from '../driver.ts';

export const kmlDriver: FormatDriver = {
  id: 'kml',
  extensions: ['kml'],
  mediaType: 'application/vnd.google-earth.kml+xml',
  matches: (head) => /<kml[\s>]/iu.test(String.fromCharCode(...head)),
  write: async (layer) => (await import('./write-kml.ts')).writeKml(layer),
};
