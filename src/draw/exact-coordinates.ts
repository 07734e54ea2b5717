/**
 * terra-draw keeps coordinates of nine decimals and refuses others; files have more. Shared vertices
 * must stay shared to the last bit, so that what goes in rounded comes out as it was.
 * Knows positions only.
 */
export interface ExactCoordinates {
  /** The position for the drawing tool; remembers the exact one behind it. */
  readonly rounded: (position: GeoJSON.Position) => GeoJSON.Position;
  /** The exact position behind a rounded one; a newly drawn one is its own. */
  readonly exact: (position: GeoJSON.Position) => GeoJSON.Position;
}

/** 1e-9 degrees: a tenth of a millimetre. Two different vertices closer than that become one. */
export const DRAWING_DECIMALS = 9;

export function createExactCoordinates(): ExactCoordinates {
  const known = new Map<string, GeoJSON.Position>();
  return {
    rounded(position) {
      const [longitude = 0, latitude = 0] = position;
      const result = [roundDegrees(longitude), roundDegrees(latitude)];
      const key = keyOf(result);
      if (!known.has(key)) known.set(key, [longitude, latitude]);
      return result;
    },
    exact: (position) => known.get(keyOf(position)) ?? position,
  };
}

function roundDegrees(degrees: number): number {
  return Math.round(degrees * 10 ** DRAWING_DECIMALS) / 10 ** DRAWING_DECIMALS;
}

const keyOf = (position: GeoJSON.Position) => `${position[0]},${position[1]}`;
