/** Coordinate systems by name, through proj4, with definitions that ship with the app: nothing is ever fetched. */
import { fail, ok, type Result } from '../core/result.ts';
import { definitionOfEpsg } from './crs-definitions.ts';

export interface CrsName {
  /** `EPSG:n`, or the text that was given. */
  readonly code: string;
  /** proj4 string or WKT. */
  readonly definition: string;
  readonly isGeographic: boolean;
}

export interface Crs extends CrsName {
  /** Native x (east), y (north) to WGS84 degrees; what the projection cannot hold gives NaN. */
  toLonLat(x: number, y: number): [longitude: number, latitude: number];
  fromLonLat(longitude: number, latitude: number): [x: number, y: number];
}

/**
 * Understands `EPSG:4547`, `4547`, OGC URNs and URLs, `CRS84`, proj4 strings and WKT (a .prj file's
 * text). Axis order is always east, north: what files hold, whatever the registry says. Fails with
 * `crs-unknown` (no bundled definition) or `crs-malformed` (proj4 cannot read it). proj4 is loaded for
 * the first system that needs it: most layers are in degrees.
 */
export async function findCrs(text: string): Promise<Result<Crs>> {
  const named = nameCrs(text);
  if (!named.ok) return named;
  if (isWgs84(named.value)) return ok({ ...named.value, toLonLat: (x, y) => [x, y], fromLonLat: (x, y) => [x, y] });
  const { default: proj4 } = await import('proj4');
  try {
    return ok(createCrs(named.value, proj4(named.value.definition)));
  } catch (error) {
    return fail('crs-malformed', { crs: shorten(named.value.code), reason: String(error) });
  }
}

/** What a system is called, without whether its definition can be read. Fails with `crs-unknown`. */
export function nameCrs(text: string): Result<CrsName> {
  const trimmed = text.trim();
  const number = parseEpsgCode(trimmed);
  const definition = number === undefined ? writtenDefinition(trimmed) : definitionOfEpsg(number);
  if (definition === undefined) return fail('crs-unknown', { crs: shorten(trimmed) });
  return ok({
    code: number === undefined ? trimmed : `EPSG:${number}`,
    definition,
    isGeographic: isLongLat(definition),
  });
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

type Convert = (position: number[]) => number[];

function createCrs(name: CrsName, { forward, inverse }: { forward: Convert; inverse: Convert }): Crs {
  const convert = (run: Convert, x: number, y: number): [number, number] => {
    // proj4 throws on NaN and infinity: one bad row must not stop a file.
    if (!Number.isFinite(x) || !Number.isFinite(y)) return [Number.NaN, Number.NaN];
    const [a, b] = run([x, y]);
    return [a ?? Number.NaN, b ?? Number.NaN];
  };
  return { ...name, toLonLat: (x, y) => convert(inverse, x, y), fromLonLat: (x, y) => convert(forward, x, y) };
}

/** Degrees that are taken as they stand. */
function isWgs84({ definition, isGeographic }: CrsName): boolean {
  return isGeographic && /^\+proj=/.test(definition) && /\+datum=WGS84/.test(definition) && !/\+pm=/.test(definition);
}

function isLongLat(definition: string): boolean {
  return /\+proj=(?:longlat|latlong|lonlat|latlon)\b/.test(definition) || /^GEOG(?:CS|CRS)/i.test(definition);
}
