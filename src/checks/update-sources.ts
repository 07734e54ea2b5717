/**
 * Which sources an edit may have changed, measured again. A source's line depends on the zones within
 * `NEAREST_ZONE_REACH_METERS` of its box, and on the routes up to the nearest one; nothing else is
 * looked at.
 */
import { type Box, isNear } from '../geo/box.ts';
import { ON_EDGE_METERS } from '../geo/point-in-polygon.ts';
import { ZONE_KINDS } from '../model/kinds.ts';
import type { Change } from './change.ts';
import type { PreparedLayer } from './prepare.ts';
import {
  type CoverageColumns,
  createCoverageMeasure,
  createSweepingMeasure,
  growCoverage,
  growSweeping,
  NEAREST_ZONE_REACH_METERS,
  NO_ROUTE,
  SWEPT,
} from './source-measures.ts';
import { createMeasures, type SourceGrounds, type SourceTable } from './source-table.ts';
import type { SourceTallies } from './source-tallies.ts';
import { type Touch, unite } from './touch.ts';

type Edits = Pick<Change, 'edited' | 'zones' | 'routes'>;

/** Answers the sources whose findings must be drawn again. O(sources around what was edited). */
export function updateSources(
  tables: readonly SourceTable[],
  grounds: SourceGrounds,
  tallies: SourceTallies,
  edits: Edits,
): Map<PreparedLayer, Set<number>> {
  const touched = new Map<PreparedLayer, Set<number>>();
  for (const table of tables) {
    const own = new Set<number>();
    measureEdited(table, grounds, edits.edited.get(table.prepared), own);
    measureByZones(table, grounds, edits, own);
    measureByRoutes(table, grounds, edits.routes, own);
    for (const source of own) tallies.count(table, source);
    if (own.size > 0) touched.set(table.prepared, own);
  }
  return touched;
}

function measureEdited(
  table: SourceTable,
  grounds: SourceGrounds,
  edited: ReadonlyMap<number, Touch> | undefined,
  touched: Set<number>,
): void {
  if (!edited) return;
  const { count } = table.prepared.packed;
  for (const kind of ZONE_KINDS) growCoverage(table.coverage[kind], count);
  growSweeping(table.sweeping, count);
  const measures = createMeasures(table, grounds);
  for (const source of edited.keys()) {
    for (const measure of measures) measure(source);
    touched.add(source);
  }
}

function measureByZones(table: SourceTable, grounds: SourceGrounds, edits: Edits, touched: Set<number>): void {
  const { packed, index } = table.prepared;
  for (const kind of ZONE_KINDS) {
    const columns = table.coverage[kind];
    if (edits.zones[kind].size === 0) continue;
    const measure = createCoverageMeasure(packed, grounds.zones[kind], columns);
    for (const [zone, touch] of edits.zones[kind]) {
      const reach = unite(touch, NEAREST_ZONE_REACH_METERS);
      if (!reach) continue;
      index.some(...reach, (source) => {
        if (mayDependOnZone(columns, source, zone, touch, boxAt(packed.boxes, source)))
          measureCoverageOf(columns, source, touch.renamed ? zone : NOBODY, measure, touched);
        return false;
      });
    }
  }
}

/** By its ground, by its name, or as the nearest of a source that no leaf covers. */
function mayDependOnZone(columns: CoverageColumns, source: number, zone: number, touch: Touch, box: Box): boolean {
  const { changed } = touch;
  const isNamed = columns.nearest[source] === zone || columns.largest[source] === zone;
  if (touch.renamed && isNamed) return true;
  if (isNear(box, touch.before, ON_EDGE_METERS) || isNear(box, touch.after, ON_EDGE_METERS)) {
    // Shares are summed along the whole height above and below a source: rounding follows edges there.
    // So it does the part of the zone's box in which they start.
    if (changed === undefined) return true;
    if (changed && (overlapsAcross(box, changed) || !isClippedAlike(box, touch))) return true;
  }
  if (columns.fraction[source]! > 0 || changed === null) return false;
  const reach = columns.nearest[source]! < 0 ? NEAREST_ZONE_REACH_METERS : columns.nearestMeters[source]!;
  // A millimetre more, so that rounding hides no tie.
  if (changed) return isNear(box, changed, reach + 0.001);
  return isNamed || isNear(box, touch.after, reach + 0.001);
}

/** Whether a source's box has the same part in a zone's box before and after. */
function isClippedAlike(box: Box, { before, after }: Touch): boolean {
  if (!before || !after) return false;
  for (const side of [0, 1] as const) {
    if (Math.max(box[side], before[side]) !== Math.max(box[side], after[side])) return false;
    if (Math.min(box[side + 2]!, before[side + 2]!) !== Math.min(box[side + 2]!, after[side + 2]!)) return false;
  }
  return true;
}

/** Whether the boxes share a stretch from west to east, as far as what counts as on an edge. */
function overlapsAcross(a: Box, b: Box): boolean {
  return a[0] - ON_EDGE_METERS <= b[2] && b[0] - ON_EDGE_METERS <= a[2];
}

const NOBODY = -3;

/** Its findings change with its numbers, or with what a zone that they name is called now. */
function measureCoverageOf(
  columns: CoverageColumns,
  source: number,
  renamed: number,
  measure: (source: number) => void,
  touched: Set<number>,
): void {
  const { fraction, largest, set, nearest, nearestMeters } = columns;
  const before = [fraction[source], largest[source], set[source], nearest[source], nearestMeters[source]];
  measure(source);
  const after = [fraction[source], largest[source], set[source], nearest[source], nearestMeters[source]];
  const isNamed = [before[1], before[3], after[1], after[3]].includes(renamed);
  if (isNamed || before.some((value, i) => !Object.is(value, after[i]))) touched.add(source);
}

function measureByRoutes(
  table: SourceTable,
  grounds: SourceGrounds,
  routes: ReadonlyMap<number, Touch>,
  touched: Set<number>,
): void {
  const { sweeping, prepared } = table;
  if (routes.size === 0) return;
  const { packed, index } = prepared;
  const limit = grounds.sweepingLimitMeters;
  const measure = createSweepingMeasure(packed, grounds.routes, limit, sweeping);
  const farthest = Math.max(limit, farthestOf(sweeping.route, sweeping.meters, packed.count));
  for (const [route, touch] of routes) {
    const reach = unite(touch, farthest);
    if (!reach) continue;
    index.some(...reach, (source) => {
      const box = boxAt(packed.boxes, source);
      const own = sweeping.route[source]!;
      const meters = sweeping.meters[source]!;
      const reachOfAfter = own === NO_ROUTE ? Infinity : own === SWEPT ? limit : meters + 0.001;
      const mayLose = own === SWEPT ? isNear(box, touch.before, limit + 0.001) : own === route;
      if (!mayLose && !isNear(box, touch.after, reachOfAfter)) return false;
      measure(source);
      const isSame = sweeping.route[source] === own && sweeping.meters[source] === meters;
      if (!isSame || (own === route && touch.renamed)) touched.add(source);
      return false;
    });
  }
}

/** How far the farthest unswept source is from its route; Infinity where there was none at all. */
function farthestOf(route: Int32Array, meters: Float64Array, count: number): number {
  let farthest = 0;
  for (let source = 0; source < count; source++) {
    if (route[source] === NO_ROUTE) return Infinity;
    if (meters[source]! > farthest) farthest = meters[source]!;
  }
  return farthest;
}

function boxAt(boxes: Float64Array, feature: number): Box {
  const at = 4 * feature;
  return [boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!];
}
