/** TopoJSON: what mapshaper and D3 write, borders shared between neighbours stored once. */
import type { FormatDriver } from '../driver.ts';
import { startsAsTopology } from './starts-as-topology.ts';

export const topojsonDriver: FormatDriver = {
  id: 'topojson',
  extensions: ['topojson'],
  mediaType: 'application/json',
  // A Topology whose type stands behind its arcs is handed over by the reader of GeoJSON.
  matches: startsAsTopology,
  read: async (input, task) => (await import('./read-topojson.ts')).readTopoJson(input, task),
};
