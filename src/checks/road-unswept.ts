/**
 * road-unswept: length of road of a grade that demands sweeping, along which no qualifying route runs.
 *
 * A place of a road is swept where a route, or a swept area, lies within `routeMatchMeters` of it, exactly
 * that far included. Where the route heads is not asked: one that crosses sweeps what is near the crossing,
 * which is why stretches that lie at most `stretchJoinMeters` apart are one finding, without what lies between.
 *
 * A road's answer depends on the road and on the qualifying routes and swept areas within
 * `routeMatchMeters` of it.
 */
import { checkpoint } from '../core/task.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import { gapsOf, mergeIntervals } from '../geo/intervals.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { createNearStretches, measurePath, type NearStretches, slicePath } from '../geo/path-stretches.ts';
import { Location, locatePoint } from '../geo/point-in-polygon.ts';
import { HitList } from '../geo/spatial-index.ts';
import { editedOfKind, touchesKind } from './change.ts';
import { draftUnsweptRoad, gradeOf, noteRoadsWithoutGrade } from './draft-stretch.ts';
import type { Rule } from './fast-rule.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import { featuresOf } from './feature-list.ts';
import type { FindingBook } from './finding-book.ts';
import { measureStretch, pathsOf, sortStretches } from './path-stretch.ts';
import type { PreparedLayer } from './prepare.ts';
import type { RouteSet } from './route-set.ts';
import type { FindingDraft, ItemOutcome } from './rule.ts';
import { REACHED_SLACK } from './size-limits.ts';
import { unite } from './touch.ts';

const RULE = 'road-unswept';
const ROADS_PER_TURN = 1024;

export const roadUnswept: Rule = {
  id: RULE,
  async run(workspace, book, task) {
    const judge = createRoadJudge(workspace);
    for (const roads of workspace.layersOfKind('road')) {
      const page = book.page(RULE, roads.source.id);
      for (let road = 0; road < roads.packed.count; road++) {
        if (road % ROADS_PER_TURN === 0) await checkpoint(task);
        page.put(road, judge(roads, road));
      }
    }
    noteRoads(workspace, book);
  },
  update(workspace, book, change) {
    const judge = createRoadJudge(workspace);
    for (const [roads, touches] of editedOfKind(change, 'road')) {
      const page = book.page(RULE, roads.source.id);
      for (const road of touches.keys()) page.put(road, judge(roads, road));
    }
    const meters = workspace.input.thresholds.routeMatchMeters + REACHED_SLACK;
    for (const roads of change.routes.size > 0 ? workspace.layersOfKind('road') : []) {
      const page = book.page(RULE, roads.source.id);
      for (const touch of change.routes.values()) {
        const reach = unite(touch, meters);
        if (!reach) continue;
        roads.index.some(...reach, (road) => {
          page.put(road, judge(roads, road));
          return false;
        });
      }
    }
    if (touchesKind(change, 'road')) noteRoads(workspace, book);
  },
};

function noteRoads(workspace: FastWorkspace, book: FindingBook): void {
  const layers = workspace.layersOfKind('road');
  book.setNotes(
    RULE,
    layers.flatMap((roads) => noteRoadsWithoutGrade(featuresOf(roads))),
  );
}

/** Judges one road: O(its segments × the routes' segments around them). Stretches too short for a finding are slivers. */
function createRoadJudge(workspace: FastWorkspace): (roads: PreparedLayer, road: number) => ItemOutcome | undefined {
  const { frame, input, routes } = workspace;
  const { thresholds } = input;
  const near = createNearStretches();
  const isInSweptArea = createSweptPlaceTest(routes);
  return (roads, road) => {
    const { packed } = roads;
    if (packed.type[road] !== GeometryType.line) return undefined;
    const ref = roads.ref(road);
    const grade = gradeOf(ref);
    if (grade === undefined || !thresholds.sweptRoadGrades.includes(grade)) return undefined;
    const findings: FindingDraft[] = [];
    let slivers = 0;
    for (const path of pathsOf(packed, road)) {
      const farAway = farFromRoutes(packed, path, routes, near, thresholds.routeMatchMeters + REACHED_SLACK);
      const unswept = farAway.filter((_, i) => !isInSweptArea(packed, path, farAway[i & ~1]!, farAway[i | 1]!));
      const sorted = sortStretches(unswept, thresholds.stretchJoinMeters, thresholds.minUnsweptRoadMeters);
      slivers += sorted.slivers;
      for (const stretch of sorted.long) {
        const measured = measureStretch(frame, packed, path, stretch);
        findings.push(draftUnsweptRoad({ ...measured, road: ref, roadMeters: packed.lengths[road]! }, thresholds));
      }
    }
    return { findings, unchecked: [], slivers, sliverAreaSquareMeters: 0 };
  };
}

/** What of a path is farther from every route and from the outline of every swept area. */
function farFromRoutes(
  layer: PackedLayer,
  path: number,
  { chunks }: RouteSet,
  near: NearStretches,
  meters: number,
): number[] {
  const covered: number[] = [];
  near.visit(layer, path, chunks, meters, 0, (_, from, to) => covered.push(from, to));
  return gapsOf(mergeIntervals(covered), measurePath(layer, path));
}

/** Whether a swept area holds a piece of a path, which is far from its outline and so wholly in it or not at all. */
function createSweptPlaceTest({ layer, bands, areas }: RouteSet) {
  const hits = new HitList();
  return (road: PackedLayer, path: number, from: number, to: number): boolean => {
    if (areas.count === 0) return false;
    const [x, y] = slicePath(road, path, (from + to) / 2, (from + to) / 2) as [number, number];
    areas.search(x, y, x, y, hits);
    for (let k = 0; k < hits.count; k++) {
      if (locatePoint(layer, bands, hits.items[k]!, x, y) !== Location.outside) return true;
    }
    return false;
  };
}
