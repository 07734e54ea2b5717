/** The polygons of some features alone, e.g. those whose class has a texture. O(positions + triangles). */
import type { DrawablePolygons } from '../geo/drawable.ts';

export interface PolygonSubset {
  readonly positions: Float64Array;
  readonly triangles: Uint32Array;
  readonly featureOfPosition: Uint32Array;
}

export function subsetPolygons(
  polygons: DrawablePolygons,
  wanted: (feature: number) => boolean,
): PolygonSubset | undefined {
  const { positions, triangles, featureOfPosition } = polygons;
  const moved = new Uint32Array(featureOfPosition.length);
  const kept: number[] = [];
  featureOfPosition.forEach((feature, position) => {
    if (!wanted(feature)) return;
    moved[position] = kept.length;
    kept.push(position);
  });
  if (kept.length === 0) return undefined;
  const subset = new Float64Array(kept.length * 2);
  kept.forEach((position, index) => {
    subset[2 * index] = positions[2 * position] as number;
    subset[2 * index + 1] = positions[2 * position + 1] as number;
  });
  return {
    positions: subset,
    triangles: triangles
      .filter((corner) => wanted(featureOfPosition[corner] as number))
      .map((corner) => moved[corner] as number),
    featureOfPosition: Uint32Array.from(kept, (position) => featureOfPosition[position] as number),
  };
}
