/**
 * A feature as the plain engine reads it: GeoJSON in WGS84, snapped and repaired as every engine's
 * input is, with long edges divided so that they run straight in the metric frame and not in degrees.
 */
import { bbox } from '@turf/turf';
import { createGeometryBuilder, type GeometryTypeCode, geometryToGeoJson } from '../../geo/geometry-column.ts';
import type { Frame } from '../../geo/laea.ts';
import type { PackedLayer } from '../../geo/packed-layer.ts';
import { GEOMETRY_OF_KIND } from '../../model/kinds.ts';
import type { CheckLayer, FeatureRef } from '../check-input.ts';

export type Box = [west: number, south: number, east: number, north: number];

export interface PlainShape<G extends GeoJSON.Geometry = GeoJSON.Geometry> {
  readonly ref: FeatureRef;
  readonly geometry: G;
  readonly box: Box;
}

/** Edges are divided until none is longer: a straight edge of this length sags by 0.03 mm between degrees and metres at 35°, by 0.08 mm at 60°. */
const MAX_EDGE_METERS = 50;

const TYPE_NAMES = ['none', 'point', 'line', 'polygon'] as const;

/** The features of a layer that can be judged: those that packing kept and whose type suits the layer's kind. */
export function shapesOf(layer: CheckLayer, packed: PackedLayer, frame: Frame): PlainShape[] {
  return Array.from({ length: packed.count }, (_, index) => shapeOf({ layer, index }, packed, index, frame)).filter(
    (shape) => shape !== undefined,
  );
}

/** The feature at `index` of the packed layer, by the name `ref`; undefined if it cannot be judged. */
export function shapeOf(ref: FeatureRef, packed: PackedLayer, index: number, frame: Frame): PlainShape | undefined {
  const allowed: readonly string[] = GEOMETRY_OF_KIND[ref.layer.kind];
  if (!allowed.includes(TYPE_NAMES[packed.type[index]!]!)) return undefined;
  const geometry = geometryToGeoJson(unprojectFeature(packed, index, frame), 0);
  return geometry ? { ref, geometry, box: bbox(geometry) as Box } : undefined;
}

/** Back to degrees, long edges divided. Both directions of an edge are divided at the same places. */
function unprojectFeature(
  { type, partStart, partEnd, ringStart, positionStart, xy }: PackedLayer,
  index: number,
  frame: Frame,
) {
  const builder = createGeometryBuilder();
  const add = (x: number, y: number) => builder.position(...frame.unproject(x, y));
  builder.beginFeature(type[index] as GeometryTypeCode);
  for (let part = partStart[index]!; part < partEnd[index]!; part++) {
    builder.beginPart();
    for (let ring = ringStart[part]!; ring < ringStart[part + 1]!; ring++) {
      builder.beginRing();
      for (let p = positionStart[ring]!; p < positionStart[ring + 1]!; p++) {
        add(xy[2 * p]!, xy[2 * p + 1]!);
        if (p + 1 < positionStart[ring + 1]!) {
          divideEdge(xy[2 * p]!, xy[2 * p + 1]!, xy[2 * p + 2]!, xy[2 * p + 3]!, add);
        }
      }
    }
  }
  builder.endFeature();
  return builder.finish();
}

function divideEdge(ax: number, ay: number, bx: number, by: number, add: (x: number, y: number) => void): void {
  const pieces = Math.ceil(Math.hypot(bx - ax, by - ay) / MAX_EDGE_METERS);
  const forward = ax < bx || (ax === bx && ay < by);
  const [x0, y0, x1, y1] = forward ? [ax, ay, bx, by] : [bx, by, ax, ay];
  for (let i = 1; i < pieces; i++) {
    const t = (forward ? i : pieces - i) / pieces;
    add(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t);
  }
}
