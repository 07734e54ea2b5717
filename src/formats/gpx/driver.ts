/** GPX: waypoints, routes and tracks of hand-held receivers and phones. */
import type { FormatDriver } from '../driver.ts';

export const gpxDriver: FormatDriver = {
  id: 'gpx',
  extensions: ['gpx'],
  mediaType: 'application/gpx+xml',
  matches: (head) => /<gpx[\s>]/iu.test(String.fromCharCode(...head)),
  read: async (input, task) => (await import('./read-gpx.ts')).readGpx(input, task),
  write: async (layer, task) => (await import('./write-gpx.ts')).writeGpx(layer, task),
};
