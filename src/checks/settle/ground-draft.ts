/**
 * The ground of zones of one kind while it is being settled: as it is, and as it will be. Nothing is
 * written back here.
 */
import { fail, ok, type Result } from '../../core/result.ts';
import { type Box, boxOfPolygons } from '../../geo/box.ts';
import { GeometryType } from '../../geo/geometry-column.ts';
import type { Geos } from '../../geo/geos.ts';
import type { MetricPolygons } from '../../geo/geos-wkb.ts';
import { isTouching, measurePieces } from '../../geo/overlay.ts';
import { polygonsOf } from '../../geo/packed-polygons.ts';
import { nameOf } from '../check-input.ts';
import type { ZoneSet } from '../zone-set.ts';
import { cornersOf } from './grid-points.ts';
import { type Corner, insertCorners } from './insert-corners.ts';

export interface GroundDraft {
  readonly zones: ZoneSet;
  /** As it will be. */
  groundOf(zone: number): MetricPolygons;
  /** Fails where no ground would be left, or none that GEOS takes for valid. */
  replace(zone: number, polygons: MetricPolygons): Result<void>;
  /** Gives borders that meet within ground that moved the same corners on either side. */
  joinBorders(moved: MetricPolygons): Result<void>;
  /** By zone, ascending; those that only get corners too. */
  changes(): ReadonlyMap<number, MetricPolygons>;
  /** Whether ground is given to the zone or taken from it. */
  isMoving(zone: number): boolean;
  /** Everything as it was when this was called, once more. */
  mark(): () => void;
}

const NEAR_METERS = 0.001;

export function createGroundDraft(geos: Geos, zones: ZoneSet): GroundDraft {
  let drafts = new Map<number, MetricPolygons>();
  /** Of those in `drafts`: zones whose ground moved. */
  let moving = new Set<number>();

  const groundOf = (zone: number) => drafts.get(zone) ?? polygonsOf(zones.layer, zone);

  function put(zone: number, polygons: MetricPolygons): Result<void> {
    const valid = geos.isValid(polygons);
    if (!valid.ok) return valid;
    if (!valid.value) return fail('settle.not-clean', { name: nameOf(zones.refs[zone]!) });
    drafts.set(zone, polygons);
    return ok(undefined);
  }

  return {
    zones,
    groundOf,
    replace(zone, polygons) {
      const kept = polygons.filter((rings) => !isTouching(measurePieces([rings])));
      if (kept.length === 0) return fail('settle.no-ground-left', { name: nameOf(zones.refs[zone]!) });
      const done = put(zone, kept);
      if (done.ok) moving.add(zone);
      return done;
    },
    joinBorders(moved) {
      const box = boxOfPolygons(moved);
      const near = zonesNear(zones, box, drafts.keys());
      const cornersOfZone = (zone: number) => cornersWithin(groundOf(zone), box);
      const ofMoving = near.filter((zone) => moving.has(zone)).flatMap(cornersOfZone);
      const ofAll = near.flatMap(cornersOfZone);
      for (const zone of near) {
        const bent = insertCorners(groundOf(zone), moving.has(zone) ? ofAll : ofMoving);
        const done = bent ? put(zone, bent) : ok(undefined);
        if (!done.ok) return done;
      }
      return ok(undefined);
    },
    isMoving: (zone) => moving.has(zone),
    changes: () => new Map([...drafts].sort(([a], [b]) => a - b)),
    mark() {
      const [draftsBefore, movingBefore] = [new Map(drafts), new Set(moving)];
      return () => {
        drafts = draftsBefore;
        moving = movingBefore;
      };
    },
  };
}

/** Ascending. */
function zonesNear({ index, layer }: ZoneSet, box: Box, also: Iterable<number>): number[] {
  const found = new Set(also);
  const [minX, minY, maxX, maxY] = box;
  index.some(minX - NEAR_METERS, minY - NEAR_METERS, maxX + NEAR_METERS, maxY + NEAR_METERS, (zone) => {
    if (layer.type[zone] === GeometryType.polygon) found.add(zone);
    return false;
  });
  return [...found].sort((a, b) => a - b);
}

function cornersWithin(polygons: MetricPolygons, [minX, minY, maxX, maxY]: Box): Corner[] {
  const found: Corner[] = [];
  for (const [x, y] of cornersOf(polygons)) {
    const isNear =
      x >= minX - NEAR_METERS && x <= maxX + NEAR_METERS && y >= minY - NEAR_METERS && y <= maxY + NEAR_METERS;
    if (isNear) found.push({ x, y });
  }
  return found;
}
