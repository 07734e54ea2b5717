/** Coordinate systems by name, through proj4, with definitions that ship with the app: nothing is ever fetched. */
import proj4 from 'proj4';
import { fail, ok, type Result } from '../core/result.ts';
import { definitionOfEpsg } from './crs-definitions.ts';

export interface Crs {
  /** `EPSG:n`, or the text that was given. */
  readonly code: string;
  /** proj4 string or WKT. */
  readonly definition: string;
  readonly isGeographic: boolean;
  /** Native x (east), y (north) to WGS84 degrees; what the projection cannot hold gives NaN. */
  toLonLat(x: number, y: number): [longitude: number, latitude: number];
  fromLonLat(longitude: number, latitude: number): [x: number, y: number];
}

/**
 * Understands `EPSG:4547`, `4547`, OGC URNs and URLs, `CRS84`, proj4 strings and WKT (a .prj file's
 * text). Axis order is always east, north: what files hold, whatever the registry says. Fails with
 * `crs-unknown` (no bundled definition) or `crs-malformed` (proj4 cannot read it).
 */
export function findCrs(text: string): Result<Crs> {
  const trimmed = text.trim();
  const number = parseEpsgCode(trimmed);
  const definition = number === undefined ? writtenDefinition(trimmed) : definitionOfEpsg(number);
  if (definition === undefined) return fail('crs-unknown', { crs: shorten(trimmed) });
  try {
    return ok(createCrs(number === undefined ? trimmed : `EPSG:${number}`, definition));
  } catch (error) {
    return fail('crs-malformed', { crs: shorten(trimmed), reason: String(error) });
  }
}

function parseEpsgCode(text: string): number | undefined {
  if (/^(?:urn:ogc:def:crs:OGC:[^:]*:)?(?:OGC:)?CRS84$/i.test(text)) return 4326;
  const match =
    /^(?:EPSG::?)?(\d{4,6})$/i.exec(text) ??
    /^urn:(?:x-)?ogc:def:crs:EPSG:[^:]*:(\d{4,6})$/i.exec(text) ??
    /^https?:\/\/www\.opengis\.net\/def\/crs\/EPSG\/[^/]*\/(\d{4,6})$/i.exec(text);
  return match ? Number(match[1]) : undefined;
}

function writtenDefinition(text: string): string | undefined {
  // Some of proj4's projections answer NaN where the false origin is left out.
  if (/^\+proj=/.test(text)) {
    return `${text}${/\+x_0=/.test(text) ? '' : ' +x_0=0'}${/\+y_0=/.test(text) ? '' : ' +y_0=0'}`;
  }
  return /^(?:PROJCS|GEOGCS|PROJCRS|GEOGCRS|BOUNDCRS|COMPD_?CS)\s*\[/i.test(text) ? text : undefined;
}

const shorten = (text: string) => (text.length > 80 ? `${text.slice(0, 77)}…` : text);

function createCrs(code: string, definition: string): Crs {
  const converter = proj4(definition);
  const isGeographic = isLongLat(definition);
  const convert = (run: (position: number[]) => number[], x: number, y: number): [number, number] => {
    // proj4 throws on NaN and infinity: one bad row must not stop a file.
    if (!Number.isFinite(x) || !Number.isFinite(y)) return [Number.NaN, Number.NaN];
    const [a, b] = run([x, y]);
    return [a ?? Number.NaN, b ?? Number.NaN];
  };
  const same = isGeographic && /\+datum=WGS84/.test(definition) && !/\+pm=/.test(definition);
  return {
    code,
    definition,
    isGeographic,
    toLonLat: same ? (x, y) => [x, y] : (x, y) => convert((position) => converter.inverse(position), x, y),
    fromLonLat: same ? (x, y) => [x, y] : (x, y) => convert((position) => converter.forward(position), x, y),
  };
}

function isLongLat(definition: string): boolean {
  return /\+proj=(?:longlat|latlong|lonlat|latlon)\b/.test(definition) || /^GEOG(?:CS|CRS)/i.test(definition);
}
