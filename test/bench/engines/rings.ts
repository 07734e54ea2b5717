/** Packed features as arrays of positions, the shape that most libraries read. */
import type { PackedLayer } from '../../../src/geo/packed-layer.ts';
import { ringRange } from './packed-access.ts';

export type Ring = [number, number][];

/** The rings of a feature, closed, the outer one first. */
export function ringsOf(layer: PackedLayer, feature: number): Ring[] {
  const { positionStart, xy } = layer;
  const rings: Ring[] = [];
  const { first, end } = ringRange(layer, feature);
  for (let ring = first; ring < end; ring++) {
    const positions: Ring = [];
    for (let p = positionStart[ring]!; p < positionStart[ring + 1]!; p++) positions.push([xy[2 * p]!, xy[2 * p + 1]!]);
    rings.push(positions);
  }
  return rings;
}

/** `of` each feature of a layer, as an array. */
export function mapFeatures<T>(layer: PackedLayer, of: (feature: number) => T): T[] {
  return Array.from({ length: layer.count }, (_, feature) => of(feature));
}

/** The area that polygons with holes enclose, by the shoelace formula from each ring's first corner. */
export function planarArea(polygons: readonly (readonly (readonly number[])[])[][]): number {
  let area = 0;
  for (const polygon of polygons) {
    polygon.forEach((ring, index) => {
      area += index === 0 ? ringArea(ring) : -ringArea(ring);
    });
  }
  return area;
}

function ringArea(ring: readonly (readonly number[])[]): number {
  const [originX, originY] = ring[0] as [number, number];
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as [number, number];
    const [bx, by] = ring[i] as [number, number];
    twice += (ax - originX) * (by - originY) - (bx - originX) * (ay - originY);
  }
  return Math.abs(twice / 2);
}
