/** Which columns of a table say where a row lies: as they are called, and as their values look. */
import { readLonLat } from '../../core/angles.ts';
import type { ReadOptions } from '../driver.ts';

/** Columns of degrees, minutes and seconds of one angle. */
export type AngleColumns = readonly [degrees: number, minutes: number, seconds: number];

/** Column numbers. `pair`: both in one cell. `parts`: each angle in three columns. */
export type GeometryColumns =
  | { readonly type: 'lonLat'; readonly lon: number; readonly lat: number }
  | { readonly type: 'parts'; readonly lon: AngleColumns; readonly lat: AngleColumns }
  | { readonly type: 'pair'; readonly pair: number }
  | { readonly type: 'wkt'; readonly wkt: number };

const LONGITUDE = /^(?:lon|lng|long|longitude|x|(?:中心|中心点|坐标|GPS)?经度|东经)(?:坐标|值)?(?:\W.*)?$/iu;
const LATITUDE = /^(?:lat|latitude|y|(?:中心|中心点|坐标|GPS)?纬度|北纬)(?:坐标|值)?(?:\W.*)?$/iu;
const PAIR = /^(?:经纬度|坐标|位置坐标|坐标位置|中心坐标|地理坐标|coordinates?|lonlat|lnglat|location)(?:\W.*)?$/iu;
const WKT_NAME = /^(?:wkt|geom|geometry|the_geom|shape|图形|空间数据)(?:\W.*)?$/iu;
const WKT_VALUE = /^(?:SRID=\d+;)?\s*(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\b[\s\S]*(?:\(|EMPTY)/iu;
/** Long shapes need not be searched to their end. */
const LONGEST_LOOKED_AT = 200;
const ANGLE_PART =
  /^(?<axis>.*(?:经度?|纬度?|lon(?:gitude)?|lat(?:itude)?))[\s/_（(-]*(?<part>度|分|秒|deg|min|sec)[)）]?$/iu;
const PARTS: Readonly<Record<string, 0 | 1 | 2>> = { 度: 0, 分: 1, 秒: 2, deg: 0, min: 1, sec: 2 };

/** What the user names stands above any guess; undefined where neither names nor values tell. O(columns × samples). */
export function findGeometryColumns(
  header: readonly string[],
  /** Some of the first rows. */
  samples: readonly (readonly string[])[],
  named: ReadOptions['geometry'] = {},
): GeometryColumns | undefined {
  const called = (name: string | undefined) => (name === undefined ? -1 : header.indexOf(name.trim()));
  // Of a header in several rows, the last part names the column: `坐标/经度`.
  const like = (pattern: RegExp) => header.findIndex((name) => pattern.test(name) || pattern.test(lastPart(name)));
  const isMostly = (column: number, test: (text: string) => boolean) => {
    const filled = samples.map((row) => row[column]?.trim() ?? '').filter(Boolean);
    return filled.length > 0 && filled.filter(test).length * 2 > filled.length;
  };
  if (called(named.wkt) >= 0) return { type: 'wkt', wkt: called(named.wkt) };
  const lon = named.lon === undefined ? like(LONGITUDE) : called(named.lon);
  const lat = named.lat === undefined ? like(LATITUDE) : called(named.lat);
  const isNamed = named.lon !== undefined || named.lat !== undefined;
  const isWkt = (text: string) => WKT_VALUE.test(text.slice(0, LONGEST_LOOKED_AT));
  const wkt = header.findIndex(
    (name, column) =>
      isMostly(column, isWkt) || (WKT_NAME.test(name) && samples.some((row) => isWkt(row[column] ?? ''))),
  );
  if (!isNamed && wkt >= 0) return { type: 'wkt', wkt };
  const parts = isNamed ? undefined : findParts(header);
  if (parts) return parts;
  if (lon >= 0 && lat >= 0) return { type: 'lonLat', lon, lat };
  const pair = header.findIndex(
    (name, column) =>
      (PAIR.test(name) || PAIR.test(lastPart(name))) && isMostly(column, (text) => readLonLat(text) !== undefined),
  );
  return !isNamed && pair >= 0 ? { type: 'pair', pair } : undefined;
}

const lastPart = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** All six of them, or none. */
function findParts(header: readonly string[]): GeometryColumns | undefined {
  const lon = [-1, -1, -1];
  const lat = [-1, -1, -1];
  for (const [column, name] of header.entries()) {
    const { axis, part } = ANGLE_PART.exec(name.slice(-LONGEST_LOOKED_AT))?.groups ?? {};
    if (axis === undefined || part === undefined) continue;
    const found = /纬|lat/iu.test(axis) ? lat : lon;
    const level = PARTS[part.toLowerCase()]!;
    if (found[level] === -1) found[level] = column;
  }
  const isWhole = [...lon, ...lat].every((column) => column >= 0);
  return isWhole ? { type: 'parts', lon: asAngle(lon), lat: asAngle(lat) } : undefined;
}

const asAngle = (columns: readonly number[]): AngleColumns => [columns[0]!, columns[1]!, columns[2]!];

/** All columns that the places come from, in the order in which they are named. */
export function columnsOf(columns: GeometryColumns): number[] {
  switch (columns.type) {
    case 'wkt':
      return [columns.wkt];
    case 'pair':
      return [columns.pair];
    case 'lonLat':
      return [columns.lon, columns.lat];
    case 'parts':
      return [...columns.lon, ...columns.lat];
  }
}
