/**
 * zone-gap: ground inside the boundary that no leaf zone of a kind covers; without a boundary, ground
 * that zones enclose. One finding per connected piece; what is too small or too thin is counted as a
 * sliver. An item is a piece; its answer depends on the zones along it.
 */
import type { Problem } from '../core/result.ts';
import { checkpoint } from '../core/task.ts';
import { concatPacked } from '../geo/concat-packed.ts';
import type { Geos } from '../geo/geos.ts';
import type { MetricPolygons } from '../geo/geos-wkb.ts';
import { findInscribedCircle } from '../geo/inscribed-circle.ts';
import { findInteriorPointOfRings } from '../geo/interior-point.ts';
import { isTouching, measurePieces, unionOf } from '../geo/overlay.ts';
import { polygonsOf, polygonsToGeoJson } from '../geo/packed-polygons.ts';
import { isNearBorder } from '../geo/point-in-polygon.ts';
import { ZONE_KINDS, type ZoneKind } from '../model/kinds.ts';
import { type Change, touchesKind } from './change.ts';
import { draftGap } from './drafts.ts';
import type { Rule } from './fast-rule.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import type { FindingBook } from './finding-book.ts';
import { fixed, unfixed } from './fixed-sum.ts';
import { createGapGround, type Gap, type GapGround } from './gap-ground.ts';
import { createGapState } from './gap-state.ts';
import { found, type ItemOutcome, sliver, unchecked } from './rule.ts';
import { isBelow } from './size-limits.ts';
import type { ZoneSet } from './zone-set.ts';

const RULE = 'zone-gap';

export const zoneGap: Rule = {
  id: RULE,
  run: (workspace, book, task) => measureAll(workspace, book, () => checkpoint(task)),
  async update(workspace, book, change) {
    const { gaps } = workspace;
    // Without a ground there was nothing to keep up: no zones, or what GEOS could not do.
    const isKept = ZONE_KINDS.every((kind) => (gaps.grounds[kind] !== undefined) === hasLeaves(workspace.zones[kind]));
    if (touchesKind(change, 'boundary') || !isKept) {
      book.clear(RULE, true);
      await measureAll(workspace, book, async () => {});
      return;
    }
    for (const kind of ZONE_KINDS) {
      const ground = gaps.grounds[kind];
      if (ground && change.zones[kind].size > 0) measureKind(workspace, book, kind, ground, change);
    }
  },
};

/** The sums are made even where the rule is not judged: the summary shows them. */
export async function measureAll(
  workspace: FastWorkspace,
  book: FindingBook,
  pause: () => Promise<void>,
): Promise<void> {
  const { gaps } = workspace;
  Object.assign(gaps, createGapState());
  const kinds = ZONE_KINDS.filter((kind) => hasLeaves(workspace.zones[kind]));
  if (kinds.length === 0 && !workspace.hasFeatures('boundary')) return;
  const geos = await workspace.geos();
  if (!geos.ok) {
    refuse(book, 'all', geos.problem);
    return;
  }
  const boundary = boundaryOf(workspace, geos.value);
  if ('code' in boundary) {
    refuse(book, 'all', boundary);
    return;
  }
  gaps.boundary = boundary;
  gaps.boundaryAreaSquareMeters = measurePieces(boundary).areaSquareMeters;
  gaps.uncoveredAreaSquareMeters = kinds.includes('responsibilityZone') ? 0 : gaps.boundaryAreaSquareMeters;
  for (const kind of kinds) {
    await pause();
    const ground = createGapGround(geos.value, workspace.zones[kind], boundary);
    gaps.grounds[kind] = ground;
    measureKind(workspace, book, kind, ground);
  }
}

function hasLeaves({ isLeaf, layer }: ZoneSet): boolean {
  return isLeaf.subarray(0, layer.count).includes(1);
}

function refuse(book: FindingBook, scope: string, problem: Problem): void {
  book.page(RULE, scope).put('failed', unchecked({ rule: RULE, subjects: [], problem }));
}

/** The union of all boundary features; none where there is no boundary. */
function boundaryOf({ layersOfKind }: FastWorkspace, geos: Geos): MetricPolygons | Problem {
  const layers = layersOfKind('boundary').map((layer) => layer.packed);
  if (layers.length === 0) return [];
  const layer = concatPacked(layers);
  const features = Array.from({ length: layer.count }, (_, feature) => feature).filter(
    (feature) => layer.partEnd[feature]! > layer.partStart[feature]! && layer.type[feature]! > 0,
  );
  if (features.length === 1) return polygonsOf(layer, features[0]!);
  const union = unionOf(geos, layer, features);
  return union.ok ? union.value : union.problem;
}

function measureKind(
  workspace: FastWorkspace,
  book: FindingBook,
  kind: ZoneKind,
  ground: GapGround,
  change?: Change,
): void {
  const { gaps } = workspace;
  const page = book.page(RULE, kind);
  const result = change ? ground.update(change.zones[kind]) : ground.rebuild();
  if (!result.ok) {
    for (const key of page.keys()) page.put(key, undefined);
    delete gaps.grounds[kind];
    refuse(book, kind, result.problem);
    return;
  }
  const pieces = new Map(result.value.map((gap) => [gap.key, gap]));
  for (const key of page.keys()) if (!pieces.has(key as string)) page.put(key, undefined);
  for (const [key, gap] of pieces) {
    // A piece along which a zone has changed, if only its name, was cut anew and has another key.
    if (page.has(key)) continue;
    page.put(key, judgePiece(workspace, kind, [gap.rings], gaps.boundary.length > 0));
  }
  if (kind === 'responsibilityZone' && gaps.boundary.length > 0)
    gaps.uncoveredAreaSquareMeters = totalArea(result.value);
}

function totalArea(gaps: readonly Gap[]): number {
  return unfixed(gaps.reduce((sum, { rings }) => sum + fixed(measurePieces([rings]).areaSquareMeters), 0));
}

function judgePiece(
  { frame, input, zones }: FastWorkspace,
  kind: ZoneKind,
  piece: MetricPolygons,
  insideBoundary: boolean,
): ItemOutcome | undefined {
  const { thresholds } = input;
  const measures = measurePieces(piece);
  if (isTouching(measures)) return undefined;
  const { areaSquareMeters } = measures;
  const isSmall = isBelow(areaSquareMeters, thresholds.minOverlapAreaSquareMeters);
  const circle = isSmall ? undefined : findInscribedCircle(piece, thresholds.sliverWidthMeters / 2);
  const geometry = circle && polygonsToGeoJson(piece, frame);
  if (!circle || !geometry) return sliver(areaSquareMeters);
  return found(
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
export function zonesAlong(zones: ZoneSet, piece: MetricPolygons): number[] {
  const along = new Set<number>();
  for (const ring of piece.flat()) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const x = (ring[i]! + ring[i + 2]!) / 2;
      const y = (ring[i + 1]! + ring[i + 3]!) / 2;
      const reach = SAME_EDGE_METERS;
      zones.index.some(x - reach, y - reach, x + reach, y + reach, (zone) => {
        if (zones.isLeaf[zone] === 1 && !along.has(zone) && isNearBorder(zones.layer, zones.bands, zone, x, y, reach))
          along.add(zone);
        return false;
      });
    }
  }
  return [...along].sort((a, b) => a - b);
}
