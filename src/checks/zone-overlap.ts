/**
 * zone-overlap: two zones of one kind, level and duty with different owners that share ground. One
 * finding per pair. Touching is not overlapping; what is too small or too thin is counted as a
 * sliver. An item is a pair of zones; its answer depends on these two alone.
 */
import type { Result } from '../core/result.ts';
import { checkpoint } from '../core/task.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import type { Geos } from '../geo/geos.ts';
import { findInscribedCircle } from '../geo/inscribed-circle.ts';
import { intersectPair, isTouching, measurePieces } from '../geo/overlay.ts';
import { polygonsToGeoJson } from '../geo/packed-polygons.ts';
import { ZONE_KINDS, type ZoneKind } from '../model/kinds.ts';
import { haveSameOwner } from './check-input.ts';
import { draftOverlap } from './drafts.ts';
import type { Rule } from './fast-rule.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import type { FindingBook } from './finding-book.ts';
import { found, type ItemOutcome, sliver, unchecked } from './rule.ts';
import { isBelow } from './size-limits.ts';
import { NO_AREA_SQUARE_METERS, type ZoneSet } from './zone-set.ts';

const ZONES_PER_TURN = 64;
/** A pair's key holds both numbers: the smaller one times this, and the other. */
const PAIR = 2 ** 24;

export const zoneOverlap: Rule = {
  id: 'zone-overlap',
  async run(workspace, book, task) {
    for (const kind of ZONE_KINDS) {
      const zones = workspace.zones[kind];
      for (let a = 0; a < zones.layer.count; a++) {
        if (a % ZONES_PER_TURN === 0) await checkpoint(task);
        for (const b of zones.around(a)) if (b > a) await judgePair(workspace, book, kind, a, b);
      }
    }
  },
  async update(workspace, book, change) {
    for (const kind of ZONE_KINDS) {
      const touched = change.zones[kind];
      if (touched.size === 0) continue;
      const page = book.page('zone-overlap', kind);
      for (const key of page.keys()) {
        const [a, b] = [Math.floor((key as number) / PAIR), (key as number) % PAIR];
        if (touched.has(a) || touched.has(b)) page.put(key, undefined);
      }
      for (const zone of touched.keys()) {
        for (const other of workspace.zones[kind].around(zone)) {
          if (touched.has(other) && other < zone) continue;
          await judgePair(workspace, book, kind, Math.min(zone, other), Math.max(zone, other));
        }
      }
    }
  },
};

/** GEOS is fetched for the first pair that shares ground, and not before. */
async function judgePair(
  workspace: FastWorkspace,
  book: FindingBook,
  kind: ZoneKind,
  a: number,
  b: number,
): Promise<void> {
  const zones = workspace.zones[kind];
  if (!mayNotShareGround(zones, a, b) || zones.sharedArea(a, b) <= NO_AREA_SQUARE_METERS) return;
  const outcome = judgeShared(workspace, zones, a, b, await workspace.geos());
  if (outcome) book.page('zone-overlap', kind).put(a * PAIR + b, outcome);
}

export function mayNotShareGround({ layer, refs, traits }: ZoneSet, a: number, b: number): boolean {
  if (layer.type[a] !== GeometryType.polygon || layer.type[b] !== GeometryType.polygon) return false;
  const [p, q] = [traits[a]!, traits[b]!];
  return p.level === q.level && p.duty === q.duty && !haveSameOwner(refs[a]!, refs[b]!);
}

/** The area is ours; the shape is built for its width, its place and the map. */
function judgeShared(
  { frame, input }: FastWorkspace,
  zones: ZoneSet,
  a: number,
  b: number,
  geos: Result<Geos>,
): ItemOutcome | undefined {
  const { thresholds } = input;
  const areaSquareMeters = zones.sharedArea(a, b);
  const pieces = geos.ok ? intersectPair(geos.value, zones.layer, a, b) : geos;
  if (!pieces.ok) {
    const subjects = [zones.subjects[a]!, zones.subjects[b]!];
    return unchecked({ rule: 'zone-overlap', subjects, problem: pieces.problem });
  }
  if (isTouching(measurePieces(pieces.value))) return undefined;
  const isSmall = isBelow(areaSquareMeters, thresholds.minOverlapAreaSquareMeters);
  const circle = isSmall ? undefined : findInscribedCircle(pieces.value, thresholds.sliverWidthMeters / 2);
  const geometry = circle && polygonsToGeoJson(pieces.value, frame);
  if (!circle || !geometry) return sliver(areaSquareMeters);
  return found(
    draftOverlap(
      {
        a: zones.refs[a]!,
        b: zones.refs[b]!,
        at: frame.unproject(circle.x, circle.y),
        areaSquareMeters,
        widthMeters: 2 * circle.radiusMeters,
        geometry,
      },
      thresholds,
    ),
  );
}
