/** The formats in which a layer is handed on, as menus list them: alone, so that a menu needs no writer. */
import type { FormatId } from './driver.ts';

export const LAYER_EXPORT_FORMATS = [
  'xlsx',
  'csv',
  'shapefile',
  'geojson',
  'flatgeobuf',
  'kml',
  'gpx',
] as const satisfies readonly FormatId[];
export type LayerExportFormat = (typeof LAYER_EXPORT_FORMATS)[number];
