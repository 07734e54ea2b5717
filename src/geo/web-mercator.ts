/** The square of the Web Mercator tile scheme: x east and y south from 0 to 1. */
const DEGREE = Math.PI / 180;

/** The square's side in CSS pixels at zoom 0, as MapLibre counts zooms. */
export const WORLD_PIXELS = 512;

/** Latitudes beyond the square (85.05°) give y outside 0 to 1. */
export function toMercator(longitude: number, latitude: number): [x: number, y: number] {
  const sine = Math.sin(latitude * DEGREE);
  return [longitude / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

export function fromMercator(x: number, y: number): [longitude: number, latitude: number] {
  return [(x - 0.5) * 360, Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) / DEGREE];
}
