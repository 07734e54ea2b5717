/** Which columns of a table say where a row lies: as they are called, and as their values look. */
import { readLonLat } from '../../core/angles.ts';
import type { ReadOptions } from '../driver.ts';

/** Column numbers. `pair`: both in one cell. */
export type GeometryColumns =
  | { readonly type: 'lonLat'; readonly lon: number; readonly lat: number }
  | { readonly type: 'pair'; readonly pair: number }
  | { readonly type: 'wkt'; readonly wkt: number };

const LONGITUDE = /^(?:lon|lng|long|longitude|x|(?:中心)?经度|东经)(?:\W.*)?$/iu;
const LATITUDE = /^(?:lat|latitude|y|(?:中心)?纬度|北纬)(?:\W.*)?$/iu;
const PAIR = /^(?:经纬度|坐标|位置坐标|coordinates?|lonlat|lnglat|location)(?:\W.*)?$/iu;
const WKT_NAME = /^(?:wkt|geom|geometry|the_geom|shape|图形|空间数据)(?:\W.*)?$/iu;
const WKT_VALUE = /^(?:SRID=\d+;)?\s*(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\b[\s\S]*(?:\(|EMPTY)/iu;

/** What the user names stands above any guess; undefined where neither names nor values tell. O(columns). */
export function findGeometryColumns(
  header: readonly string[],
  /** Some of the first rows. */
  samples: readonly (readonly string[])[],
  named: ReadOptions['geometry'] = {},
): GeometryColumns | undefined {
  const called = (name: string | undefined) => (name === undefined ? -1 : header.indexOf(name.trim()));
  const like = (pattern: RegExp) => header.findIndex((name) => pattern.test(name));
  const isMostly = (column: number, test: (text: string) => boolean) => {
    const filled = samples.map((row) => row[column]?.trim() ?? '').filter(Boolean);
    return filled.length > 0 && filled.filter(test).length * 2 > filled.length;
  };
  if (called(named.wkt) >= 0) return { type: 'wkt', wkt: called(named.wkt) };
  const lon = named.lon === undefined ? like(LONGITUDE) : called(named.lon);
  const lat = named.lat === undefined ? like(LATITUDE) : called(named.lat);
  const isNamed = named.lon !== undefined || named.lat !== undefined;
  const isWkt = (text: string) => WKT_VALUE.test(text);
  const wkt = header.findIndex(
    (name, column) =>
      isMostly(column, isWkt) || (WKT_NAME.test(name) && samples.some((row) => isWkt(row[column] ?? ''))),
  );
  if (!isNamed && wkt >= 0) return { type: 'wkt', wkt };
  if (lon >= 0 && lat >= 0) return { type: 'lonLat', lon, lat };
  const pair = header.findIndex(
    (name, column) => PAIR.test(name) && isMostly(column, (text) => readLonLat(text) !== undefined),
  );
  return !isNamed && pair >= 0 ? { type: 'pair', pair } : undefined;
}
