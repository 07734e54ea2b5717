/**
 * A place as people paste it: degrees in any notation, a WKT point, or metres of a CGCS2000 zone. Each
 * reading says how the text was understood, since one pair of numbers may mean several things.
 */
import { readLonLat } from '../core/angles.ts';
import { findCrs } from './crs.ts';
import { type DatumName, toWgs84 } from './datum.ts';

export type PlaceNotation = 'decimal' | 'sexagesimal' | 'wkt' | 'zone3' | 'zone3Numbered';

export interface PlaceReading {
  /** WGS84, degrees. */
  readonly longitude: number;
  readonly latitude: number;
  readonly notation: PlaceNotation;
  /** Latitude stood first. Of metres: north stood first, as surveyors write. */
  readonly isLatitudeFirst: boolean;
  /** Of zones, degrees. */
  readonly centralMeridian?: number;
  /** What degrees were taken to be in. */
  readonly datum: DatumName;
}

export interface PlaceOptions {
  /** What degrees are in. Metres of a zone are CGCS2000, which is WGS84 to a decimetre. */
  readonly datum: DatumName;
  /** Where the workspace lies: its zone is meant where metres name none. */
  readonly near?: readonly [longitude: number, latitude: number] | undefined;
}

const SEXAGESIMAL = /[°度′'’分″"”秒:]/u;
/** From the south of Hainan to the north of Heilongjiang, metres: telephone numbers and codes are none. */
const MOST_NORTHING = 6_000_000;
const LEAST_NORTHING = 1_900_000;
/** 3° zones 25 to 45 stand before the easting of those that carry them. */
const FIRST_ZONE = 25;
const LAST_ZONE = 45;
const FALSE_EASTING = 500_000;

/** The likeliest reading first; none for what is no place. Letters and signs around metres (X=, Y=, m, 米) are passed over. */
export async function readPlaces(text: string, { datum, near }: PlaceOptions): Promise<PlaceReading[]> {
  const trimmed = toHalfWidth(text).trim();
  const wkt = readWktPoint(trimmed);
  if (wkt) return [fromDegrees(wkt, 'wkt', false, datum)];
  const metres = readMetres(trimmed);
  if (metres) return readZone(metres, near?.[0]);
  const degrees = readLonLat(trimmed.replaceAll(/[()（）]/gu, ' '));
  if (!degrees) return [];
  const notation = SEXAGESIMAL.test(trimmed) ? 'sexagesimal' : 'decimal';
  return [fromDegrees(degrees, notation, isLatitudeFirst(trimmed, degrees), datum)];
}

/** Full-width letters, digits and commas; signs of minutes and seconds stay as they are. */
function toHalfWidth(text: string): string {
  return text
    .replaceAll(/[！-～]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
}

function fromDegrees(
  [x, y]: readonly [number, number],
  notation: PlaceNotation,
  latitudeFirst: boolean,
  datum: DatumName,
): PlaceReading {
  const [longitude, latitude] = toWgs84(datum, x, y);
  return { longitude, latitude, notation, isLatitudeFirst: latitudeFirst, datum };
}

const WKT_POINT =
  /^POINT\s*(?:Z|M|ZM)?\s*\(\s*([-+]?[\d.]+(?:e[-+]?\d+)?)\s+([-+]?[\d.]+(?:e[-+]?\d+)?)(?:\s+[-+]?[\d.]+){0,2}\s*\)$/iu;

/** Longitude before latitude, as WKT has it. */
function readWktPoint(text: string): [number, number] | undefined {
  const match = WKT_POINT.exec(text);
  const [x, y] = [Number(match?.[1]), Number(match?.[2])];
  return match && Math.abs(x) <= 180 && Math.abs(y) <= 90 ? [x, y] : undefined;
}

/** Whether the first number written is the latitude that came out. */
function isLatitudeFirst(text: string, [longitude, latitude]: readonly [number, number]): boolean {
  const first = Math.abs(Number(/\d+(?:\.\d+)?/u.exec(text)?.[0]));
  return Math.trunc(first) === Math.trunc(Math.abs(latitude)) && Math.trunc(first) !== Math.trunc(Math.abs(longitude));
}

interface Metres {
  readonly northing: number;
  readonly easting: number;
  readonly isNorthFirst: boolean;
}

const METRES =
  /^(?:[a-z]\s*[=:]\s*)?(\d{6,8}(?:\.\d+)?)\s*(?:m|米)?[\s,;]+(?:[a-z]\s*[=:]\s*)?(\d{6,8}(?:\.\d+)?)\s*(?:m|米)?$/iu;

/** Northings of China have seven digits at most and eastings six, or eight with their zone: that tells them apart. */
function readMetres(text: string): Metres | undefined {
  const match = METRES.exec(text);
  if (!match) return undefined;
  const [first, second] = [Number(match[1]), Number(match[2])];
  if (isNorthing(first) && isEasting(second)) return { northing: first, easting: second, isNorthFirst: true };
  if (isEasting(first) && isNorthing(second)) return { northing: second, easting: first, isNorthFirst: false };
  return undefined;
}

const isNorthing = (value: number) => value >= LEAST_NORTHING && value <= MOST_NORTHING;
const zoneOf = (easting: number) => (easting >= 1e7 ? Math.floor(easting / 1e6) : undefined);

function isEasting(value: number): boolean {
  const zone = zoneOf(value);
  if (zone !== undefined && (zone < FIRST_ZONE || zone > LAST_ZONE)) return false;
  // A 3° zone reaches some 170 km to both sides of its meridian; neighbours overlap.
  return Math.abs((value % 1e6) - FALSE_EASTING) <= 250_000 && value !== 0;
}

/** With the zone where it is written, else with the zone that the workspace lies in, and its neighbours after it. */
async function readZone({ northing, easting, isNorthFirst }: Metres, nearLongitude = 113): Promise<PlaceReading[]> {
  const zone = zoneOf(easting);
  const home = Math.round(nearLongitude / 3);
  const zones = zone === undefined ? [home, home - 1, home + 1] : [zone];
  const readings: PlaceReading[] = [];
  for (const number of zones) {
    if (number < FIRST_ZONE || number > LAST_ZONE) continue;
    // EPSG 4513 to 4533 are the numbered 3° zones 25 to 45, 4534 to 4554 the same without number.
    const crs = await findCrs(`EPSG:${(zone === undefined ? 4534 : 4513) + number - FIRST_ZONE}`);
    if (!crs.ok) continue;
    const [longitude, latitude] = crs.value.toLonLat(easting, northing);
    if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) continue;
    readings.push({
      longitude,
      latitude,
      notation: zone === undefined ? 'zone3' : 'zone3Numbered',
      isLatitudeFirst: isNorthFirst,
      centralMeridian: 3 * number,
      datum: 'wgs84',
    });
  }
  return readings;
}
