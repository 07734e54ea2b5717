/**
 * zone-gap: ground inside the boundary, or enclosed by zones where there is no boundary, that no leaf
 * zone of a kind covers. One finding per connected piece; what is too small or too thin is counted
 * as a sliver.
 */
import type { Problem } from '../core/result.ts';
import { checkpoint, type Task } from '../core/task.ts';
import { concatPacked } from '../geo/concat-packed.ts';
import type { Geos } from '../geo/geos.ts';
import type { MetricPolygons } from '../geo/geos-wkb.ts';
import { findInscribedCircle } from '../geo/inscribed-circle.ts';
import { findInteriorPointOfRings } from '../geo/interior-point.ts';
import { enclosedGround, isTouching, measurePieces, unionOf } from '../geo/overlay.ts';
import { polygonsOf, polygonsToGeoJson } from '../geo/packed-polygons.ts';
import { isNearBorder } from '../geo/point-in-polygon.ts';
import { HitList } from '../geo/spatial-index.ts';
import type { Unchecked } from '../model/findings.ts';
import { ZONE_KINDS, type ZoneKind } from '../model/kinds.ts';
import { draftGap } from './drafts.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import { emptyOutcome, type FindingDraft, type RuleOutcome } from './rule.ts';
import { isBelow } from './size-limits.ts';
import type { ZoneSet } from './zone-set.ts';

export interface GapOutcome {
  readonly outcome: RuleOutcome;
  /** 0 without a boundary. */
  readonly boundaryAreaSquareMeters: number;
  /** Ground inside the boundary without a responsibility leaf zone, slivers included; 0 without a boundary. */
  readonly uncoveredAreaSquareMeters: number;
}

export async function checkZoneGap(workspace: FastWorkspace, task: Task): Promise<GapOutcome> {
  const found = { findings: [] as FindingDraft[], unchecked: [] as Unchecked[], slivers: 0, sliverAreaSquareMeters: 0 };
  const refuse = (problem: Problem) => found.unchecked.push({ rule: 'zone-gap', subjects: [], problem });
  const answer = (boundaryAreaSquareMeters: number, uncoveredAreaSquareMeters: number): GapOutcome => ({
    outcome: { ...emptyOutcome('zone-gap'), ...found },
    boundaryAreaSquareMeters,
    uncoveredAreaSquareMeters,
  });
  const kinds = ZONE_KINDS.filter((kind) => workspace.zones[kind].leaves.length > 0);
  if (kinds.length === 0 && workspace.layersOfKind('boundary').length === 0) return answer(0, 0);
  const geos = await workspace.geos();
  if (!geos.ok) {
    refuse(geos.problem);
    return answer(0, 0);
  }
  const boundary = boundaryOf(workspace, geos.value);
  if ('code' in boundary) {
    refuse(boundary);
    return answer(0, 0);
  }
  const boundaryArea = measurePieces(boundary).areaSquareMeters;
  let uncoveredArea = kinds.includes('responsibilityZone') ? 0 : boundaryArea;
  for (const kind of kinds) {
    await checkpoint(task);
    const pieces = uncoveredGround(workspace, kind, boundary, geos.value);
    if ('code' in pieces) {
      refuse(pieces);
      continue;
    }
    if (kind === 'responsibilityZone' && boundary.length > 0) uncoveredArea = measurePieces(pieces).areaSquareMeters;
    for (const piece of pieces) judgePiece(workspace, kind, [piece], boundary.length > 0, found);
  }
  return answer(boundaryArea, uncoveredArea);
}

/** The union of all boundary features; none where there is no boundary. */
function boundaryOf({ layersOfKind }: FastWorkspace, geos: Geos): MetricPolygons | Problem {
  const layers = layersOfKind('boundary').map((layer) => layer.packed);
  if (layers.length === 0) return [];
  const layer = concatPacked(layers);
  if (layer.count === 1) return polygonsOf(layer, 0);
  const union = unionOf(
    geos,
    layer,
    Array.from({ length: layer.count }, (_, feature) => feature),
  );
  return union.ok ? union.value : union.problem;
}

/** Each polygon of the answer is one connected piece. */
function uncoveredGround(
  { zones }: FastWorkspace,
  kind: ZoneKind,
  boundary: MetricPolygons,
  geos: Geos,
): MetricPolygons | Problem {
  const union = unionOf(geos, zones[kind].layer, zones[kind].leaves);
  if (!union.ok) return union.problem;
  const pieces = boundary.length > 0 ? geos.difference(boundary, union.value) : enclosedGround(geos, union.value);
  return pieces.ok ? pieces.value : pieces.problem;
}

interface Found {
  readonly findings: FindingDraft[];
  slivers: number;
  sliverAreaSquareMeters: number;
}

function judgePiece(
  { frame, input, zones }: FastWorkspace,
  kind: ZoneKind,
  piece: MetricPolygons,
  insideBoundary: boolean,
  found: Found,
): void {
  const { thresholds } = input;
  const measures = measurePieces(piece);
  if (isTouching(measures)) return;
  const { areaSquareMeters } = measures;
  const isSmall = isBelow(areaSquareMeters, thresholds.minOverlapAreaSquareMeters);
  const circle = isSmall ? undefined : findInscribedCircle(piece, thresholds.sliverWidthMeters / 2);
  const geometry = circle && polygonsToGeoJson(piece, frame);
  if (!circle || !geometry) {
    found.slivers++;
    found.sliverAreaSquareMeters += areaSquareMeters;
    return;
  }
  found.findings.push(
    draftGap(
      {
        kind,
        at: frame.unproject(circle.x, circle.y),
        pointMeters: findInteriorPointOfRings(piece) ?? [circle.x, circle.y],
        neighbours: zonesAlong(zones[kind], piece).map((zone) => zones[kind].refs[zone]!),
        areaSquareMeters,
        widthMeters: 2 * circle.radiusMeters,
        geometry,
        insideBoundary,
      },
      thresholds,
    ),
  );
}

/** A piece's edges come from zones' edges; the overlay moves them by far less. */
const SAME_EDGE_METERS = 0.001;

/** Leaf zones with which the piece shares a stretch of border: those on whose border the middle of one of its edges lies. */
function zonesAlong(zones: ZoneSet, piece: MetricPolygons): number[] {
  const along = new Set<number>();
  const hits = new HitList();
  for (const ring of piece.flat()) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const x = (ring[i]! + ring[i + 2]!) / 2;
      const y = (ring[i + 1]! + ring[i + 3]!) / 2;
      const reach = SAME_EDGE_METERS;
      zones.index.search(x - reach, y - reach, x + reach, y + reach, hits);
      for (let k = 0; k < hits.count; k++) {
        const zone = hits.items[k]!;
        if (zones.isLeaf[zone] === 1 && !along.has(zone) && isNearBorder(zones.layer, zones.bands, zone, x, y, reach))
          along.add(zone);
      }
    }
  }
  return [...along].sort((a, b) => a - b);
}
