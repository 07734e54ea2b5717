/** Overlaps and gaps that are counted and not listed: what two offices drew not quite alike. */
import { ok, type Result } from '../../core/result.ts';
import type { Geos } from '../../geo/geos.ts';
import type { MetricPolygons } from '../../geo/geos-wkb.ts';
import { findInscribedCircle } from '../../geo/inscribed-circle.ts';
import { isTouching, measurePieces } from '../../geo/overlay.ts';
import { polygonsOf } from '../../geo/packed-polygons.ts';
import type { ZoneKind } from '../../model/kinds.ts';
import type { Thresholds } from '../../rules/thresholds.ts';
import type { FastWorkspace } from '../fast-workspace.ts';
import { isBelow } from '../size-limits.ts';
import { zonesAlong } from '../zone-gap.ts';
import { mayNotShareGround } from '../zone-overlap.ts';
import { NO_AREA_SQUARE_METERS } from '../zone-set.ts';

export interface Sliver {
  readonly rule: 'zone-overlap' | 'zone-gap';
  readonly ground: MetricPolygons;
  /** Both zones of an overlap; the leaf zones along a gap. */
  readonly parties: readonly number[];
}

/** Overlaps by pairs ascending, then gaps. O(zones × zones around). */
export function findSlivers(workspace: FastWorkspace, geos: Geos, kind: ZoneKind): Result<Sliver[]> {
  const overlaps = findThinOverlaps(workspace, geos, kind);
  const gaps = overlaps.ok ? findThinGaps(workspace, kind) : overlaps;
  return overlaps.ok && gaps.ok ? ok([...overlaps.value, ...gaps.value]) : gaps;
}

function findThinOverlaps({ zones, input }: FastWorkspace, geos: Geos, kind: ZoneKind): Result<Sliver[]> {
  const set = zones[kind];
  const slivers: Sliver[] = [];
  for (let a = 0; a < set.layer.count; a++) {
    for (const b of set.around(a)) {
      if (b < a || !mayNotShareGround(set, a, b)) continue;
      const area = set.sharedArea(a, b);
      if (area <= NO_AREA_SQUARE_METERS) continue;
      const ground = geos.intersection(polygonsOf(set.layer, a), polygonsOf(set.layer, b));
      if (!ground.ok) return ground;
      if (isSliver(ground.value, area, input.thresholds))
        slivers.push({ rule: 'zone-overlap', ground: ground.value, parties: [a, b] });
    }
  }
  return ok(slivers);
}

function findThinGaps({ gaps, zones, input }: FastWorkspace, kind: ZoneKind): Result<Sliver[]> {
  const pieces = gaps.grounds[kind]?.update(new Map());
  if (!pieces) return ok([]);
  if (!pieces.ok) return pieces;
  return ok(
    pieces.value.flatMap(({ rings }): Sliver[] => {
      const ground = [rings];
      if (!isSliver(ground, measurePieces(ground).areaSquareMeters, input.thresholds)) return [];
      return [{ rule: 'zone-gap', ground, parties: zonesAlong(zones[kind], ground) }];
    }),
  );
}

/** As the rules have it: no mere touch, and too small or too thin. */
function isSliver(ground: MetricPolygons, areaSquareMeters: number, thresholds: Thresholds): boolean {
  if (isTouching(measurePieces(ground))) return false;
  if (isBelow(areaSquareMeters, thresholds.minOverlapAreaSquareMeters)) return true;
  return findInscribedCircle(ground, thresholds.sliverWidthMeters / 2) === undefined;
}
