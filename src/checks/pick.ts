/** What lies under the pointer: points first, then lines, then polygons from small to large. */
import type { Subject } from '../core/subject.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { Location, locatePointPlainly } from '../geo/point-in-polygon.ts';
import { pointToSegmentSquared } from '../geo/segment-distance.ts';
import { HitList } from '../geo/spatial-index.ts';
import { type FeatureBatch, numberAt } from '../model/feature-batch.ts';
import type { LonLat } from '../model/lon-lat.ts';
import { type FeatureRef, subjectOf } from './check-input.ts';
import type { FastWorkspace } from './fast-workspace.ts';

interface Candidate {
  readonly subject: Subject;
  readonly type: number;
  readonly area: number;
  readonly distance: number;
}

/**
 * Features of the named layers that hold the place or lie within the tolerance of it, finest first;
 * of polygons only those that hold it, or are too small to be hit otherwise; a hotspot of a satellite also anywhere in
 * its pixel, there as an area. O(log n + found) per layer, of hotspots O(n) where they have pixels.
 */
export function pickFeatures(
  workspace: FastWorkspace,
  at: LonLat,
  toleranceMeters: number,
  layerIds: readonly string[],
): Subject[] {
  const place = new Float64Array(2);
  workspace.frame.project(at[0], at[1], place, 0);
  const [x, y] = [place[0]!, place[1]!];
  const reach = Math.max(0, toleranceMeters);
  const hits = new HitList();
  const candidates: Candidate[] = [];
  for (const { source, packed, index, ref } of workspace.layers) {
    if (!layerIds.includes(source.id)) continue;
    const pixelMeters = source.kind === 'hotspot' ? largestPixelReach(source.batch) : 0;
    const around = reach + pixelMeters;
    index.search(x - around, y - around, x + around, y + around, hits);
    for (let k = 0; k < hits.count; k++) {
      const feature = hits.items[k]!;
      const distance = distanceTo(packed, feature, x, y);
      const pixel = distance > reach && pixelMeters > 0 ? pixelAround(packed, ref(feature), feature, x, y) : undefined;
      if (pixel !== undefined) {
        candidates.push({ subject: subjectOf(ref(feature)), type: GeometryType.polygon, area: pixel, distance: 0 });
        continue;
      }
      if (distance > (isTiny(packed, feature, reach) || packed.type[feature] !== GeometryType.polygon ? reach : 0))
        continue;
      const subject = subjectOf(ref(feature));
      candidates.push({ subject, type: packed.type[feature]!, area: packed.areas[feature]!, distance });
    }
  }
  candidates.sort((a, b) => a.type - b.type || a.area - b.area || a.distance - b.distance);
  return candidates.map(({ subject }) => subject);
}

/** How far the largest pixel of a layer reaches from its point; 0 without pixels. O(features). */
function largestPixelReach({ columns }: FeatureBatch): number {
  const largest = (name: string) => {
    const column = columns.get(name);
    let most = 0;
    if (column?.type === 'number') for (const value of column.values) if (value > most) most = value;
    return most;
  };
  return Math.hypot(largest('scanMeters'), largest('trackMeters')) / 2;
}

/** The area of the pixel of a point, if the place lies in it. */
function pixelAround({ boxes, type }: PackedLayer, ref: FeatureRef, feature: number, x: number, y: number) {
  const scan = numberAt(ref.layer.batch, 'scanMeters', ref.index) ?? 0;
  const track = numberAt(ref.layer.batch, 'trackMeters', ref.index) ?? 0;
  const [left, bottom] = [boxes[4 * feature]!, boxes[4 * feature + 1]!];
  const holds = Math.abs(x - left) <= scan / 2 && Math.abs(y - bottom) <= track / 2;
  return type[feature] === GeometryType.point && holds ? scan * track : undefined;
}

function isTiny({ boxes }: PackedLayer, feature: number, reach: number): boolean {
  const box = 4 * feature;
  return boxes[box + 2]! - boxes[box]! < 2 * reach && boxes[box + 3]! - boxes[box + 1]! < 2 * reach;
}

/** 0 inside a polygon or on its edge. */
function distanceTo(layer: PackedLayer, feature: number, x: number, y: number): number {
  const { type, partStart, partEnd, ringStart, positionStart, xy } = layer;
  if (type[feature] === GeometryType.polygon && locatePointPlainly(layer, feature, x, y) !== Location.outside) return 0;
  let squared = Infinity;
  for (let ring = ringStart[partStart[feature]!]!; ring < ringStart[partEnd[feature]!]!; ring++) {
    const last = positionStart[ring + 1]! - 1;
    for (let p = positionStart[ring]!; p <= last; p++) {
      const next = Math.min(p + 1, last);
      const distance = pointToSegmentSquared(x, y, xy[2 * p]!, xy[2 * p + 1]!, xy[2 * next]!, xy[2 * next + 1]!);
      squared = Math.min(squared, distance);
    }
  }
  return Math.sqrt(squared);
}
