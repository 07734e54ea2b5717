/** Where a finding is pinned: a point inside its subject, in degrees. */
import { GeometryType } from '../geo/geometry-column.ts';
import { findInteriorPoint } from '../geo/interior-point.ts';
import type { Frame } from '../geo/laea.ts';
import { measureLineCoverage } from '../geo/line-coverage.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { holdsPlace } from '../geo/point-in-polygon.ts';
import type { BandedLayer } from '../geo/relate.ts';
import type { LonLat } from '../model/lon-lat.ts';

const NO_COVERS: readonly number[] = [];

/**
 * Inside the feature and, if that can be found, outside of the covering polygons: where the eye
 * should go. The feature must have a geometry.
 */
export function placeOf(
  frame: Frame,
  layer: PackedLayer,
  feature: number,
  target?: BandedLayer,
  covers: readonly number[] = NO_COVERS,
): LonLat {
  const [x, y] = metricPlaceOf(layer, feature, target, covers);
  return frame.unproject(x, y);
}

function metricPlaceOf(
  layer: PackedLayer,
  feature: number,
  target: BandedLayer | undefined,
  covers: readonly number[],
): [number, number] {
  const first = layer.positionStart[layer.ringStart[layer.partStart[feature]!]!]!;
  const start: [number, number] = [layer.xy[2 * first]!, layer.xy[2 * first + 1]!];
  if (layer.type[feature] === GeometryType.polygon) {
    const free = covers.length > 0 ? findInteriorPoint(layer, feature, target, covers) : undefined;
    return free ?? findInteriorPoint(layer, feature) ?? start;
  }
  if (layer.type[feature] === GeometryType.line) {
    return (
      (target && measureLineCoverage(layer, feature, target, covers).uncoveredPoint) ?? middleOfLine(layer, feature)
    );
  }
  return (target && firstFreePoint(layer, feature, target, covers)) ?? start;
}

/** The middle of the line's longest segment. */
function middleOfLine(
  { partStart, partEnd, ringStart, positionStart, xy }: PackedLayer,
  feature: number,
): [number, number] {
  const first = positionStart[ringStart[partStart[feature]!]!]!;
  let longest = -1;
  let middle: [number, number] = [xy[2 * first]!, xy[2 * first + 1]!];
  for (let ring = ringStart[partStart[feature]!]!; ring < ringStart[partEnd[feature]!]!; ring++) {
    for (let p = positionStart[ring]!; p + 1 < positionStart[ring + 1]!; p++) {
      const length = Math.hypot(xy[2 * p + 2]! - xy[2 * p]!, xy[2 * p + 3]! - xy[2 * p + 1]!);
      if (length <= longest) continue;
      longest = length;
      middle = [(xy[2 * p]! + xy[2 * p + 2]!) / 2, (xy[2 * p + 1]! + xy[2 * p + 3]!) / 2];
    }
  }
  return middle;
}

function firstFreePoint(
  { partStart, partEnd, ringStart, positionStart, xy }: PackedLayer,
  feature: number,
  target: BandedLayer,
  covers: readonly number[],
): [number, number] | undefined {
  const end = positionStart[ringStart[partEnd[feature]!]!]!;
  for (let p = positionStart[ringStart[partStart[feature]!]!]!; p < end; p++) {
    const [x, y] = [xy[2 * p]!, xy[2 * p + 1]!];
    const isFree = covers.every((cover) => !holdsPlace(target.layer, target.bands, cover, x, y));
    if (isFree) return [x, y];
  }
  return undefined;
}
