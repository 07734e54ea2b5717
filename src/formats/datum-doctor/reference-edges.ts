/**
 * Lines and outlines of the references near the layer, in metres, segment by segment with an index. Good for
 * statistics of distances and of what lies in which polygon; shapes are taken as they are, nothing is repaired.
 */
import type { GeometryTypeCode } from '../../geo/geometry-column.ts';
import type { Frame } from '../../geo/laea.ts';
import { pointToSegmentSquared } from '../../geo/segment-distance.ts';
import { buildSpatialIndex, HitList, type SpatialIndex } from '../../geo/spatial-index.ts';
import type { LayerKind } from '../../model/kinds.ts';
import type { DatumReference } from './datum-types.ts';
import { meetsRegion, REACH_METERS, type Region } from './region.ts';

export interface ReferenceFeature {
  readonly kind: LayerKind;
  readonly reference: DatumReference;
  readonly index: number;
}

export interface ReferenceEdges {
  readonly features: readonly ReferenceFeature[];
  /** ax, ay, bx, by per segment, and the feature it belongs to. */
  readonly segments: Float64Array;
  readonly featureOf: Uint32Array;
  readonly index: SpatialIndex;
  readonly maxX: number;
}

/** Of one geometry type, all features whose boxes meet the region; undefined where none does. O(reference positions). */
export function collectEdges(
  references: readonly DatumReference[],
  type: GeometryTypeCode,
  frame: Frame,
  region: Region,
): ReferenceEdges | undefined {
  const features: ReferenceFeature[] = [];
  const segments: number[] = [];
  const featureOf: number[] = [];
  const out = [0, 0];
  for (const reference of references) {
    const { geometry } = reference.batch;
    const { partStart, ringStart, positionStart, coordinates } = geometry;
    for (let index = 0; index < geometry.count; index++) {
      if (geometry.type[index] !== type || !meetsRegion(geometry, index, region)) continue;
      for (let ring = ringStart[partStart[index]!]!; ring < ringStart[partStart[index + 1]!]!; ring++) {
        let [ax, ay] = [Number.NaN, Number.NaN];
        for (let p = positionStart[ring]!; p < positionStart[ring + 1]!; p++) {
          frame.project(coordinates[2 * p]!, coordinates[2 * p + 1]!, out, 0);
          const [bx, by] = out as [number, number];
          if (Number.isFinite(ax) && Number.isFinite(bx)) {
            segments.push(ax, ay, bx, by);
            featureOf.push(features.length);
          }
          [ax, ay] = [bx, by];
        }
      }
      features.push({ kind: reference.kind, reference, index });
    }
  }
  return segments.length === 0
    ? undefined
    : indexed(features, Float64Array.from(segments), Uint32Array.from(featureOf));
}

function indexed(features: ReferenceFeature[], segments: Float64Array, featureOf: Uint32Array): ReferenceEdges {
  const boxes = new Float64Array(segments.length);
  let right = -Infinity;
  for (let i = 0; i < segments.length; i += 4) {
    boxes[i] = Math.min(segments[i]!, segments[i + 2]!);
    boxes[i + 1] = Math.min(segments[i + 1]!, segments[i + 3]!);
    boxes[i + 2] = Math.max(segments[i]!, segments[i + 2]!);
    boxes[i + 3] = Math.max(segments[i + 1]!, segments[i + 3]!);
    right = Math.max(right, boxes[i + 2]!);
  }
  return { features, segments, featureOf, index: buildSpatialIndex(boxes), maxX: right };
}

/** To the nearest segment, at most REACH_METERS. O(log segments). */
export function nearestMeters({ segments, index }: ReferenceEdges, x: number, y: number): number {
  if (Number.isNaN(x)) return REACH_METERS;
  let best = REACH_METERS * REACH_METERS;
  index.visitNearest(x, y, x, y, best, (item) => {
    const at = 4 * item;
    const squared = pointToSegmentSquared(x, y, segments[at]!, segments[at + 1]!, segments[at + 2]!, segments[at + 3]!);
    best = Math.min(best, squared);
    return best;
  });
  return Math.sqrt(best);
}

const hits = new HitList();

/** The polygons around a place, by counting the edges to its right. O(log segments + edges to the right). */
export function polygonsAround(edges: ReferenceEdges, x: number, y: number): Set<number> {
  const found = new Set<number>();
  if (Number.isNaN(x)) return found;
  const { segments, featureOf, index, maxX } = edges;
  index.search(x, y, maxX, y, hits);
  for (let k = 0; k < hits.count; k++) {
    const at = 4 * hits.items[k]!;
    const [ax, ay, bx, by] = [segments[at]!, segments[at + 1]!, segments[at + 2]!, segments[at + 3]!];
    if (ay > y === by > y || ax + ((y - ay) / (by - ay)) * (bx - ax) <= x) continue;
    const feature = featureOf[hits.items[k]!]!;
    if (!found.delete(feature)) found.add(feature);
  }
  return found;
}
