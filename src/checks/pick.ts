/** What lies under the pointer: points first, then lines, then polygons from small to large. */
import type { Subject } from '../core/subject.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { Location, locatePointPlainly } from '../geo/point-in-polygon.ts';
import { pointToSegmentSquared } from '../geo/segment-distance.ts';
import { HitList } from '../geo/spatial-index.ts';
import type { LonLat } from '../model/workspace.ts';
import { subjectOf } from './check-input.ts';
import type { FastWorkspace } from './fast-workspace.ts';

interface Candidate {
  readonly subject: Subject;
  readonly type: number;
  readonly area: number;
  readonly distance: number;
}

/**
 * Features of the named layers that hold the place or lie within the tolerance of it, finest first;
 * of polygons only those that hold it, or are too small to be hit otherwise. O(log n + found) per layer.
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
    index.search(x - reach, y - reach, x + reach, y + reach, hits);
    for (let k = 0; k < hits.count; k++) {
      const feature = hits.items[k]!;
      const distance = distanceTo(packed, feature, x, y);
      if (distance > (isTiny(packed, feature, reach) || packed.type[feature] !== GeometryType.polygon ? reach : 0))
        continue;
      const subject = subjectOf(ref(feature));
      candidates.push({ subject, type: packed.type[feature]!, area: packed.areas[feature]!, distance });
    }
  }
  candidates.sort((a, b) => a.type - b.type || a.area - b.area || a.distance - b.distance);
  return candidates.map(({ subject }) => subject);
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
