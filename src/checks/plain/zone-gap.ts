/**
 * zone-gap: ground inside the boundary that no leaf zone of a kind covers; where there is no
 * boundary, ground that zones enclose. One finding per connected piece.
 */

import type { Problem } from '../../core/result.ts';
import { checkpoint } from '../../core/task.ts';
import { findInteriorPointOfRings } from '../../geo/interior-point.ts';
import type { Frame } from '../../geo/laea.ts';
import type { Unchecked } from '../../model/findings.ts';
import { ZONE_KINDS, type ZoneKind } from '../../model/kinds.ts';
import type { FeatureRef } from '../check-input.ts';
import { draftGap } from '../drafts.ts';
import { emptyOutcome, type FindingDraft, type RuleOutcome } from '../rule.ts';
import { isBelow } from '../size-limits.ts';
import { isMereTouch, projectPolygons } from './clip.ts';
import { type Areal, areaSquareMeters, polygonsIn } from './ellipsoid-measures.ts';
import { greatestWidth } from './greatest-width.ts';
import { createEdgeIndex, type EdgeIndex, edgesOf } from './nearest.ts';
import type { PlainShape } from './plain-shape.ts';
import type { PlainWorkspace, PlainZones } from './plain-workspace.ts';

interface UncoveredGround {
  readonly pieces: readonly GeoJSON.Polygon[];
  /** Union of all boundary features; null without any. */
  readonly boundary: Areal | null;
}

export type UncoveredByKind = Readonly<Record<ZoneKind, UncoveredGround | Problem>>;

export function findUncoveredByKind(workspace: PlainWorkspace): UncoveredByKind {
  return Object.fromEntries(
    ZONE_KINDS.map((kind) => [kind, findUncoveredGround(workspace, kind)]),
  ) as unknown as UncoveredByKind;
}

/** Ground that no leaf zone of the kind covers; a problem where it could not be clipped. */
function findUncoveredGround(workspace: PlainWorkspace, kind: ZoneKind): UncoveredGround | Problem {
  const { clipper } = workspace;
  const boundary = clipper.union(workspace.shapesOfKind('boundary').map((shape) => shape.geometry as Areal));
  if (!boundary.ok) return boundary.problem;
  const leaves = workspace.zones[kind].leaves.map((zone) => zone.geometry);
  if (boundary.value) {
    const rest = clipper.difference(boundary.value, leaves);
    return rest.ok ? { pieces: polygonsIn(rest.value), boundary: boundary.value } : rest.problem;
  }
  const covered = clipper.union(leaves);
  if (!covered.ok) return covered.problem;
  const holes = polygonsIn(covered.value).flatMap((polygon) => polygon.coordinates.slice(1));
  // Zones that lie inside a hole, as an island, leave the rest of it.
  const pieces: GeoJSON.Polygon[] = [];
  for (const hole of holes) {
    const rest = clipper.difference({ type: 'Polygon', coordinates: [hole] }, leaves);
    if (!rest.ok) return rest.problem;
    pieces.push(...polygonsIn(rest.value));
  }
  return { pieces, boundary: null };
}

export async function checkZoneGap(workspace: PlainWorkspace, uncovered: UncoveredByKind): Promise<RuleOutcome> {
  const { thresholds } = workspace.input;
  const findings: FindingDraft[] = [];
  const unchecked: Unchecked[] = [];
  let slivers = 0;
  let sliverAreaSquareMeters = 0;
  for (const kind of ZONE_KINDS) {
    if (workspace.zones[kind].leaves.length === 0) continue;
    const ground = uncovered[kind];
    if ('code' in ground) {
      unchecked.push({ rule: 'zone-gap', subjects: [], problem: ground });
      continue;
    }
    const edges = createEdgeIndex(workspace.zones[kind].leaves);
    for (const piece of ground.pieces) {
      await checkpoint(workspace.task);
      if (isMereTouch(piece)) continue;
      const area = areaSquareMeters(piece);
      const { widthMeters, at } = greatestWidth(piece, workspace.frame);
      if (isBelow(area, thresholds.minOverlapAreaSquareMeters) || isBelow(widthMeters, thresholds.sliverWidthMeters)) {
        slivers++;
        sliverAreaSquareMeters += area;
        continue;
      }
      findings.push(
        draftGap(
          {
            kind,
            at,
            pointMeters: pointForIdentity(piece, workspace.frame),
            areaSquareMeters: area,
            widthMeters,
            geometry: piece,
            neighbours: zonesAlongEdge(piece, workspace.zones[kind], edges),
            insideBoundary: ground.boundary !== null,
          },
          thresholds,
        ),
      );
    }
  }
  return { ...emptyOutcome('zone-gap'), findings, unchecked, slivers, sliverAreaSquareMeters };
}

/** The same point of the frame as the other engine's, so that ids agree. */
function pointForIdentity(piece: GeoJSON.Polygon, frame: Frame): [x: number, y: number] {
  const polygons = projectPolygons(piece, frame);
  const corner = polygons[0]![0]!;
  return findInteriorPointOfRings(polygons) ?? [corner[0]!, corner[1]!];
}

/** Clipped edges lie this near to the zone edges that they came from. */
const SAME_EDGE_METERS = 0.01;

/** Leaf zones with which the piece shares a stretch of border, in their order. */
function zonesAlongEdge(piece: GeoJSON.Polygon, zones: PlainZones, edges: EdgeIndex): FeatureRef[] {
  const middles = edgesOf(piece).map(([a, b]) => [(a[0]! + b[0]!) / 2, (a[1]! + b[1]!) / 2]);
  const along = new Set<PlainShape>(middles.flatMap((middle) => edges.shapesNear(middle, SAME_EDGE_METERS)));
  return zones.leaves.filter((zone) => along.has(zone)).map((zone) => zone.ref);
}
