/**
 * One place in the notations that offices, surveyors and phones use: WGS84 as decimals and as degrees,
 * minutes, seconds; the 3° zone of CGCS2000; GCJ-02. WGS84 and CGCS2000 differ by less than a decimetre
 * here and are taken for one datum, as everywhere in this app (crs-definitions.ts).
 */
import { findCrs } from './crs.ts';
import { fromWgs84 } from './datum.ts';
import type { PlaceNotation } from './place-notation.ts';

type LonLat = readonly [longitude: number, latitude: number];

export interface Zone3 {
  /** 25 to 45: the central meridian by three. */
  readonly zone: number;
  readonly centralMeridian: number;
  /** `EPSG:4534` to `EPSG:4554`: eastings without the zone's number before them. */
  readonly code: string;
}

/** The 3° zone of CGCS2000 whose meridian is nearest; undefined outside of zones 25 to 45 (73.5° E to 136.5° E). */
export function zone3Of(longitude: number): Zone3 | undefined {
  const zone = Math.floor(longitude / 3 + 0.5);
  if (!(zone >= 25 && zone <= 45)) return undefined;
  return { zone, centralMeridian: 3 * zone, code: `EPSG:${4534 + zone - 25}` };
}

export interface NotationWriter {
  /** As it is shown and copied; undefined where the notation does not reach. */
  write(place: LonLat): string | undefined;
}

/**
 * Writes places in a notation: decimals to 6 digits (0.1 m), seconds to 0.01 (0.3 m), metres to the
 * centimetre. In China the north coordinate is x, the east one y; both are named. Loads proj4 for zones.
 */
export async function createNotationWriter(notation: PlaceNotation): Promise<NotationWriter> {
  if (notation === 'decimal') return { write: ([longitude, latitude]) => writeDecimal(longitude, latitude) };
  if (notation === 'dms') {
    return { write: ([longitude, latitude]) => `${writeDms(latitude, 'N', 'S')} ${writeDms(longitude, 'E', 'W')}` };
  }
  if (notation === 'gcj02') {
    return { write: ([longitude, latitude]) => writeDecimal(...fromWgs84('gcj02', longitude, latitude)) };
  }
  const systems = new Map<string, (longitude: number, latitude: number) => readonly [number, number]>();
  for (let zone = 25; zone <= 45; zone++) {
    const code = `EPSG:${4534 + zone - 25}`;
    const found = await findCrs(code);
    if (found.ok) systems.set(code, found.value.fromLonLat);
  }
  return {
    write([longitude, latitude]) {
      const code = zone3Of(longitude)?.code;
      const place = code === undefined ? undefined : systems.get(code)?.(longitude, latitude);
      return place && `x ${place[1].toFixed(2)}, y ${place[0].toFixed(2)}`;
    },
  };
}

const writeDecimal = (longitude: number, latitude: number) => `${longitude.toFixed(6)}, ${latitude.toFixed(6)}`;

/** Rounded as a whole, so that no 60 seconds remain. */
function writeDms(degrees: number, positive: string, negative: string): string {
  const hundredths = Math.round(Math.abs(degrees) * 360_000);
  const seconds = (hundredths % 6_000) / 100;
  const minutes = Math.floor(hundredths / 6_000) % 60;
  const whole = Math.floor(hundredths / 360_000);
  const pad = (text: string, length: number) => text.padStart(length, '0');
  const sign = degrees < 0 ? negative : positive;
  return `${whole}°${pad(String(minutes), 2)}′${pad(seconds.toFixed(2), 5)}″${sign}`;
}
