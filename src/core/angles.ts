/**
 * Longitude and latitude as people write them: decimal degrees, degrees with minutes and seconds in
 * Western or Chinese signs, colons; hemispheres before or after. Pure.
 */
const NUMBER = String.raw`[-+]?\d+(?:\.\d+)?`;
const UNSIGNED = String.raw`(\d+(?:\.\d+)?)`;
const DEGREES = String.raw`(${NUMBER})(?:\s*[°度d]\s*(?:${UNSIGNED}\s*['′’分m]\s*(?:${UNSIGNED}\s*["″”秒s])?)?)?`;
const COLONS = `(${NUMBER}):${UNSIGNED}(?::${UNSIGNED})?`;
const MARK = `([NSEW]|北纬|南纬|东经|西经|[东西南北])`;
/** One angle, with its hemisphere before or after it or not at all. */
const ANGLES = [COLONS, DEGREES].flatMap((angle) => [
  { pattern: new RegExp(String.raw`^${MARK}\s*${angle}`, 'i'), mark: 1, numbers: 2 },
  { pattern: new RegExp(String.raw`^${angle}\s*${MARK}?`, 'i'), mark: 4, numbers: 1 },
]);

/**
 * Longitude before latitude, as on the map, unless letters say otherwise or the first can only be a
 * latitude's partner (beyond 90 it is a longitude). Undefined for what is neither, or out of range.
 */
export function readLonLat(text: string): readonly [longitude: number, latitude: number] | undefined {
  const angles = readAngles(text.trim().replaceAll('，', ','));
  const position = angles && inOrder(...angles);
  if (!position || Math.abs(position[0]) > 180 || Math.abs(position[1]) > 90) return undefined;
  return position;
}

/** One angle alone, in degrees; undefined where the text is anything else. */
export function readAngle(text: string): number | undefined {
  const trimmed = text.trim();
  const found = nextAngle(trimmed);
  return found?.length === trimmed.length ? found.angle.degrees : undefined;
}

interface Angle {
  readonly degrees: number;
  readonly axis: 'longitude' | 'latitude' | undefined;
}

function readAngles(text: string): [Angle, Angle] | undefined {
  const found: Angle[] = [];
  let rest = text;
  while (rest) {
    const next = nextAngle(rest);
    if (!next) return undefined;
    found.push(next.angle);
    rest = rest.slice(next.length).replace(/^[\s,;]+/, '');
  }
  return found.length === 2 ? (found as [Angle, Angle]) : undefined;
}

function nextAngle(text: string): { angle: Angle; length: number } | undefined {
  for (const { pattern, mark, numbers } of ANGLES) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [whole = '', minutes = '0', seconds = '0'] = match.slice(numbers, numbers + 3);
    if (Number(minutes) >= 60 || Number(seconds) >= 60) return undefined;
    const hemisphere = (match[mark] ?? '').toUpperCase();
    const size = Math.abs(Number(whole)) + Number(minutes) / 60 + Number(seconds) / 3600;
    const isNegative = whole.startsWith('-') || /^(S|W|南|西|南纬|西经)$/.test(hemisphere);
    const axis = /^(N|S|北|南|北纬|南纬)$/.test(hemisphere) ? 'latitude' : hemisphere ? 'longitude' : undefined;
    return { angle: { degrees: isNegative ? -size : size, axis }, length: match[0].length };
  }
  return undefined;
}

function inOrder(first: Angle, second: Angle): readonly [longitude: number, latitude: number] | undefined {
  if (first.axis && first.axis === second.axis) return undefined;
  const swapped =
    first.axis === 'latitude' ||
    second.axis === 'longitude' ||
    (!first.axis && !second.axis && Math.abs(second.degrees) > 90);
  return swapped ? [second.degrees, first.degrees] : [first.degrees, second.degrees];
}
