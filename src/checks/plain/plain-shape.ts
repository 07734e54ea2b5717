/**
 * A feature as the plain engine reads it: GeoJSON in WGS84, snapped and repaired as every engine's
 * input is, with long edges divided so that they run straight in the metric frame and not in degrees.
 */
import { bbox } from '@turf/turf';
import { type GeometryColumn, geometryToGeoJson } from '../../geo/geometry-column.ts';
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
  const column = unprojectLayer(packed, frame);
  const allowed: readonly string[] = GEOMETRY_OF_KIND[layer.kind];
  const shapes: PlainShape[] = [];
  for (let index = 0; index < packed.count; index++) {
    const geometry = geometryToGeoJson(column, index);
    if (!geometry || !allowed.includes(TYPE_NAMES[packed.type[index]!]!)) continue;
    shapes.push({ ref: { layer, index }, geometry, box: bbox(geometry) as Box });
  }
  return shapes;
}

/** Back to degrees, long edges divided. Both directions of an edge are divided at the same places. */
function unprojectLayer(packed: PackedLayer, frame: Frame): GeometryColumn {
  const { xy } = packed;
  const coordinates: number[] = [];
  const positionStart = new Uint32Array(packed.positionStart.length);
  for (let ring = 0; ring + 1 < packed.positionStart.length; ring++) {
    const end = packed.positionStart[ring + 1]!;
    for (let p = packed.positionStart[ring]!; p < end; p++) {
      coordinates.push(...frame.unproject(xy[2 * p]!, xy[2 * p + 1]!));
      if (p + 1 < end) {
        divideEdge(xy[2 * p]!, xy[2 * p + 1]!, xy[2 * p + 2]!, xy[2 * p + 3]!, (x, y) =>
          coordinates.push(...frame.unproject(x, y)),
        );
      }
    }
    positionStart[ring + 1] = coordinates.length / 2;
  }
  return { ...packed, positionStart, coordinates: Float64Array.from(coordinates) };
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
