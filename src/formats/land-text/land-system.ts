/** Which coordinate system the head of a land-bureau text names, and which the numbers of a parcel can be in. */
import { fail, ok, type Result } from '../../core/result.ts';
import type { LandHead, LandParcel } from './parse-land-text.ts';

/** `national`: CGCS2000 or WGS84, alike within centimetres. `unnamed`: nothing that tells one from another. */
export type SystemClass = 'national' | 'unnamed' | 'old' | 'other';

const NATIONAL = /^(?:国家|中国|大地)*(?:cgcs[-_ ]?)?2000|^wgs-?_?\s*(?:19)?84/iu;
const OLD = /(?:^|\D)(?:19)?(?:54|80)(?:\D|$)|西安|^北京坐标系$/u;
/** A city's own system is called after the city, or so; `国家大地坐标系` alone could be any. */
const UNNAMED = /^(?:国家)?(?:大地)?(?:坐标系?)?$/u;
const GAUSS_KRUGER = /高斯|gauss|克吕格|克里格/iu;

/** What `坐标系=` and `投影类型=` say. `上海2000`, `北京2000` and their like are local systems. */
export function classifySystem(head: LandHead): SystemClass {
  const name = head.get('坐标系') ?? '';
  const projection = head.get('投影类型') ?? '';
  if (OLD.test(name)) return 'old';
  if (projection !== '' && !GAUSS_KRUGER.test(projection) && !/^无|经纬度|地理/u.test(projection)) return 'other';
  return NATIONAL.test(name) ? 'national' : UNNAMED.test(name) ? 'unnamed' : 'other';
}

export interface AxisReading {
  /** Metres of a Gauss-Krüger zone in China, degrees in China, or numbers that are neither. */
  readonly kind: 'plane' | 'degrees' | 'local';
  /** Whether the first number of each point is the easting or longitude. The format wants the northing first. */
  readonly eastFirst: boolean;
  /** The zone number that stands before the easting; undefined where there is none. */
  readonly prefix: number | undefined;
}

const isNorthing = (value: number): boolean => value > 1_500_000 && value < 6_100_000;
const isLongitude = (value: number): boolean => value >= 70 && value <= 140;
const isLatitude = (value: number): boolean => value >= 0 && value < 60;
/** 0 for an easting without a zone number, NaN for what is no easting. */
function zoneOfEasting(value: number): number {
  const zone = Math.floor(value / 1e6);
  const easting = value - zone * 1e6;
  const isKnown = zone === 0 || (zone >= 13 && zone <= 23) || (zone >= 24 && zone <= 45);
  return isKnown && easting > 100_000 && easting < 900_000 ? zone : Number.NaN;
}

/** The reading that fits more than half of the points: northings and eastings of China cannot be taken for each other. O(points). */
export function readAxes({ first, second }: LandParcel): AxisReading {
  const votes = new Map<string, { reading: AxisReading; count: number }>();
  for (let i = 0; i < first.length; i++) {
    const reading = axesOfPoint(first[i]!, second[i]!);
    const key = `${reading.kind} ${reading.eastFirst} ${reading.prefix}`;
    const vote = votes.get(key);
    if (vote) vote.count++;
    else votes.set(key, { reading, count: 1 });
  }
  const best = [...votes.values()].sort((a, b) => b.count - a.count)[0];
  return best && best.count * 2 > first.length ? best.reading : LOCAL;
}

const LOCAL: AxisReading = { kind: 'local', eastFirst: false, prefix: undefined };

export function axesOfPoint(first: number, second: number): AxisReading {
  for (const eastFirst of [false, true]) {
    const [north, east] = eastFirst ? [second, first] : [first, second];
    const zone = zoneOfEasting(east);
    if (isNorthing(north) && !Number.isNaN(zone))
      return { kind: 'plane', eastFirst, prefix: zone === 0 ? undefined : zone };
    if (isLatitude(north) && isLongitude(east)) return { kind: 'degrees', eastFirst, prefix: undefined };
  }
  return LOCAL;
}

/** The zone's number by `带号=`, or by `中央子午线=` with the width of the zones; undefined where neither says. */
export function statedZone(head: LandHead): number | undefined {
  const zone = Number(/\d+/u.exec(head.get('带号') ?? '')?.[0]);
  if (zone >= 13 && zone <= 45) return zone;
  const meridian = Number(/\d+(?:\.\d+)?/u.exec(head.get('中央子午线') ?? head.get('中央经线') ?? '')?.[0]);
  const width = statedWidth(head);
  const byMeridian = width === 6 ? (meridian + 3) / 6 : meridian / 3;
  return Number.isInteger(byMeridian) && byMeridian >= 13 && byMeridian <= 45 ? byMeridian : undefined;
}

function statedWidth(head: LandHead): 3 | 6 | undefined {
  const width = /[36三六]/u.exec(head.get('几度分带') ?? head.get('分带') ?? '')?.[0];
  return width === undefined ? undefined : width === '3' || width === '三' ? 3 : 6;
}

/**
 * `EPSG:n` of the numbers as they stand. In China the zones 13 to 23 are 6 degrees wide and 25 to 45 are 3: the
 * number alone tells the width. Fails with `land-old-datum`, `land-system-unknown`, `land-zone-missing`,
 * `land-local-coordinates`: where to is then for the user to say.
 */
export function crsOfParcel(head: LandHead, { kind, prefix }: AxisReading): Result<string> {
  const system = head.get('坐标系') ?? '';
  const systemClass = classifySystem(head);
  if (systemClass === 'old') return fail('land-old-datum', { system });
  if (systemClass === 'other')
    return fail('land-system-unknown', { system: [system, head.get('投影类型') ?? ''].filter(Boolean).join(' / ') });
  if (kind === 'local') return fail('land-local-coordinates', { system: system || '—' });
  if (kind === 'degrees') return ok('EPSG:4490');
  const zone = prefix ?? statedZone(head);
  if (zone === undefined || zone === 24) return fail('land-zone-missing', { system: system || '—' });
  const isSixDegrees = zone <= 23;
  const first = isSixDegrees ? (prefix === undefined ? 4502 : 4491) : prefix === undefined ? 4534 : 4513;
  return ok(`EPSG:${first + zone - (isSixDegrees ? 13 : 25)}`);
}

/** Where head and numbers do not agree: the head's words, as it has them. */
export function findZoneConflict(
  head: LandHead,
  { prefix }: AxisReading,
): { stated: string; found: number } | undefined {
  const stated = statedZone(head);
  const found = prefix ?? stated;
  if (found === undefined) return undefined;
  const width = statedWidth(head);
  const isWidthWrong = width !== undefined && (width === 6) !== found <= 23;
  if (!isWidthWrong && (stated === undefined || stated === found)) return undefined;
  const words = ['几度分带', '分带', '带号', '中央子午线', '中央经线']
    .filter((key) => head.get(key))
    .map((key) => `${key}=${head.get(key)}`);
  return { stated: words.join(', '), found };
}
