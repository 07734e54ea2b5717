/** All formats, and which of them a file is: by its first bytes, else by its name. */
import { csvDriver } from './csv/driver.ts';
import type { FormatDriver } from './driver.ts';
import { flatgeobufDriver } from './flatgeobuf/driver.ts';
import { geojsonDriver } from './geojson/driver.ts';
import { gpkgDriver } from './gpkg/driver.ts';
import { gpxDriver } from './gpx/driver.ts';
import { kmlDriver } from './kml/driver.ts';
import { landTextDriver } from './land-text/driver.ts';
import { osmDriver } from './osm/driver.ts';
import { shapefileDriver } from './shapefile/driver.ts';
import { topojsonDriver } from './topojson/driver.ts';
import { xlsDriver } from './xls/driver.ts';
import { xlsxDriver } from './xlsx/driver.ts';

/** In the order in which their first bytes are tried. */
export const DRIVERS: readonly FormatDriver[] = [
  flatgeobufDriver,
  shapefileDriver,
  gpkgDriver,
  xlsxDriver,
  xlsDriver,
  kmlDriver,
  gpxDriver,
  osmDriver,
  // Before GeoJSON, which takes whatever begins with a bracket.
  landTextDriver,
  topojsonDriver,
  geojsonDriver,
  csvDriver,
];

/** Content stands above the name: a FlatGeobuf called `.json` is read as what it is. */
export function findDriver(name: string, bytes: Uint8Array): FormatDriver | undefined {
  const head = bytes.subarray(0, 1024);
  return DRIVERS.find((driver) => driver.matches(head)) ?? findDriverByName(name);
}

export function findDriverByName(name: string): FormatDriver | undefined {
  const extension = /\.([^./\\]+)$/u.exec(name)?.[1]?.toLowerCase();
  return extension === undefined ? undefined : DRIVERS.find((driver) => driver.extensions.includes(extension));
}
