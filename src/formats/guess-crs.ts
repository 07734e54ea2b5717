/** Which bundled coordinate systems projected numbers look like. A suggestion for a sentence, never applied by itself. */

/**
 * Codes that would give such numbers, likeliest first; undefined if none comes to mind. Judged by the
 * median position: eastings of Chinese zones carry the zone number in front (8 digits) or lie about
 * 500,000 (6 digits, where the zone cannot be told), northings in China about 2 to 6 million.
 */
export function guessCrs(coordinates: Float64Array): string[] | undefined {
  const x = median(coordinates, 0);
  const y = median(coordinates, 1);
  const zone = Math.floor(x / 1e6);
  const isNorthing = y > 1_900_000 && y < 6_000_000;
  if (isNorthing && zone >= 25 && zone <= 45) return [`EPSG:${4513 + zone - 25}`];
  if (isNorthing && zone >= 13 && zone <= 23 && x % 1e6 > 100_000 && x % 1e6 < 900_000) {
    return [`EPSG:${4491 + zone - 13}`, 'EPSG:3857'];
  }
  if (isNorthing && x > 100_000 && x < 900_000) return ['EPSG:4534–4554', 'EPSG:4502–4512', 'EPSG:326xx'];
  if (Math.abs(x) <= 20_037_509 && Math.abs(y) <= 20_048_967 && Math.abs(x) > 100_000) return ['EPSG:3857'];
  return undefined;
}

/** The systems of Chinese surveying whose zone a six-digit easting does not tell: 3° zones, then 6° zones, west to east. */
export const ZONELESS_CODES: readonly string[] = [
  ...Array.from({ length: 21 }, (_, zone) => `EPSG:${4534 + zone}`),
  ...Array.from({ length: 11 }, (_, zone) => `EPSG:${4502 + zone}`),
];

/** The middle value of all x or all y. O(n log n). */
export function median(coordinates: Float64Array, side: 0 | 1): number {
  const values = new Float64Array(coordinates.length / 2);
  for (let i = 0; i < values.length; i++) values[i] = coordinates[2 * i + side]!;
  return values.sort()[values.length >> 1] ?? Number.NaN;
}
