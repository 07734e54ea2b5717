/**
 * What a .prj says of the coordinate system: `EPSG:n` where it is one of those that ship with the app,
 * else a proj4 string or the file's own WKT. Of datums that cannot be converted exactly it is told.
 */
import { nameCrs } from '../../geo/crs.ts';
import type { NoteList } from '../../model/note-list.ts';

/** What proj4 reads from WKT, as far as it is used here. */
interface Parsed {
  readonly projName?: string;
  readonly units?: string;
  readonly datumCode?: string;
  readonly datum_params?: unknown;
  readonly name?: string;
  readonly a?: number;
  readonly rf?: number;
  readonly k0?: number;
  readonly x0?: number;
  readonly y0?: number;
  readonly lat0?: number;
  readonly long0?: number;
  readonly from_greenwich?: number;
  readonly GEOGCS?: { readonly PRIMEM?: { readonly convert?: number } };
}

const SHORT = 60;
const WKT = /^\w+\s*\[/u;
const MERCATORS = /^(?:Mercator_Auxiliary_Sphere|Popular_Visualisation_Pseudo_Mercator)$/iu;
const TRANSVERSE = /^(?:Transverse_Mercator|Gauss_Kruger|Gauss Kruger|tmerc)$/iu;
const CHINA_2000 = /china_?2000|cgcs_?2000|china_geodetic/iu;

/** Undefined where the text states nothing that can be understood, which is told. */
export async function readPrj(text: string, notes: NoteList): Promise<string | undefined> {
  const wkt = text.replaceAll(/[\p{Cc}\uFEFF]/gu, ' ').trim();
  if (wkt === '') return undefined;
  const named = nameCrs(wkt);
  if (named.ok && !WKT.test(wkt)) return named.value.code;
  const parsed = named.ok ? await parseWkt(wkt) : undefined;
  if (!parsed?.projName) {
    notes.add('shapefile-prj-unreadable', { found: wkt.slice(0, SHORT) });
    return undefined;
  }
  const datum = datumOf(parsed);
  if (datum === 'other' && isOldChinese(parsed)) {
    notes.add('shapefile-datum-not-exact', { name: (parsed.name ?? '').slice(0, SHORT) });
  }
  const isPlain = (parsed.from_greenwich ?? 0) === 0 && (parsed.GEOGCS?.PRIMEM?.convert ?? 0) === 0;
  const crs = isPlain ? (epsgOf(parsed, datum) ?? proj4Of(parsed, datum)) : undefined;
  return crs ?? wkt.replaceAll(/\s+/gu, ' ');
}

async function parseWkt(wkt: string): Promise<Parsed | undefined> {
  const { default: proj4 } = await import('proj4');
  try {
    return new proj4.Proj(wkt) as unknown as Parsed;
  } catch {
    return undefined;
  }
}

type Datum = 'wgs84' | 'cgcs2000' | 'other';

function datumOf({ datumCode = '' }: Parsed): Datum {
  if (CHINA_2000.test(datumCode)) return 'cgcs2000';
  return /^wgs_?(?:19)?84$/iu.test(datumCode) ? 'wgs84' : 'other';
}

/** Xi'an 1980 and Beijing 1954 by their ellipsoids, where the file brings no parameters of its own. */
function isOldChinese({ a = 0, rf = 0, datum_params }: Parsed): boolean {
  if (Array.isArray(datum_params) && datum_params.some((value) => Number(value) !== 0)) return false;
  return (a === 6_378_140 && Math.abs(rf - 298.257) < 1e-3) || (a === 6_378_245 && Math.abs(rf - 298.3) < 1e-3);
}

const degreesOf = (radians: number): number => Math.round(((radians * 180) / Math.PI) * 1e10) / 1e10;

function epsgOf(parsed: Parsed, datum: Datum): string | undefined {
  const { projName = '', name = '', units, k0 = 1, x0 = 0, y0 = 0, lat0 = 0, long0 = 0 } = parsed;
  if (datum === 'other') return undefined;
  if (projName === 'longlat') return units === 'degree' ? (datum === 'wgs84' ? 'EPSG:4326' : 'EPSG:4490') : undefined;
  if (units !== 'meter') return undefined;
  if (MERCATORS.test(projName.replaceAll(' ', '_')))
    return x0 === 0 && y0 === 0 && long0 === 0 ? 'EPSG:3857' : undefined;
  if (!TRANSVERSE.test(projName) || lat0 !== 0) return undefined;
  const meridian = degreesOf(long0);
  if (datum === 'wgs84') return k0 === 0.9996 && x0 === 500_000 ? utmOf(meridian, y0) : undefined;
  return k0 === 1 && y0 === 0 ? gaussKrugerOf(meridian, x0, name) : undefined;
}

function utmOf(meridian: number, y0: number): string | undefined {
  const zone = (meridian + 183) / 6;
  if (!Number.isInteger(zone) || (y0 !== 0 && y0 !== 10_000_000)) return undefined;
  return `EPSG:${(y0 === 0 ? 32_600 : 32_700) + zone}`;
}

/** CGCS2000 zones of 3° and 6°, with and without the zone's number in the easting. On one meridian both kinds are the same, so that the name decides. */
function gaussKrugerOf(meridian: number, x0: number, name: string): string | undefined {
  const [three, six] = [meridian / 3, (meridian + 3) / 6];
  const isThree = Number.isInteger(three) && three >= 25 && three <= 45;
  const isSix = Number.isInteger(six) && six >= 13 && six <= 23;
  if (isThree && x0 === three * 1_000_000 + 500_000) return `EPSG:${4513 + three - 25}`;
  if (isSix && x0 === six * 1_000_000 + 500_000) return `EPSG:${4491 + six - 13}`;
  if (x0 !== 500_000) return undefined;
  if (isThree && (!isSix || /(?:^|[^\d])3.?deg/iu.test(name))) return `EPSG:${4534 + three - 25}`;
  return isSix ? `EPSG:${4502 + six - 13}` : undefined;
}

/** Degrees and transverse Mercator with any meridian, as local systems of cities have them; other projections stay WKT. */
function proj4Of(parsed: Parsed, datum: Datum): string | undefined {
  const { projName = '', units, a, rf, k0 = 1, x0 = 0, y0 = 0, lat0 = 0, long0 = 0, datum_params } = parsed;
  if (datum === 'other' && (a === undefined || !rf || Array.isArray(datum_params))) return undefined;
  const ellipsoid = { wgs84: '+datum=WGS84', cgcs2000: '+ellps=GRS80 +towgs84=0,0,0', other: `+a=${a} +rf=${rf}` }[
    datum
  ];
  if (projName === 'longlat' && units === 'degree') return `+proj=longlat ${ellipsoid} +no_defs`;
  if (!TRANSVERSE.test(projName) || units !== 'meter') return undefined;
  const origin = `+lat_0=${degreesOf(lat0)} +lon_0=${degreesOf(long0)}`;
  return `+proj=tmerc ${origin} +k=${k0} +x_0=${x0} +y_0=${y0} ${ellipsoid} +units=m +no_defs`;
}
