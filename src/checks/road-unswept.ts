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
import { checkpoint, type Task } from '../core/task.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import { gapsOf, mergeIntervals } from '../geo/intervals.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { createNearStretches, measurePath, type NearStretches, slicePath } from '../geo/path-stretches.ts';
import { Location, locatePoint } from '../geo/point-in-polygon.ts';
import { HitList } from '../geo/spatial-index.ts';
import type { LayerNote } from '../model/findings.ts';
import { draftUnsweptRoad, gradeOf, noteRoadsWithoutGrade } from './draft-stretch.ts';
import type { FastWorkspace, RouteSet } from './fast-workspace.ts';
import { measureStretch, pathsOf, sortStretches } from './path-stretch.ts';
import type { PreparedLayer } from './prepare.ts';
import { emptyOutcome, type FindingDraft, type RuleOutcome } from './rule.ts';
import { REACHED_SLACK } from './size-limits.ts';

const ROADS_PER_TURN = 1024;

export async function checkRoadUnswept(workspace: FastWorkspace, task: Task): Promise<RuleOutcome> {
  const judge = createRoadJudge(workspace);
  const findings: FindingDraft[] = [];
  const notes: LayerNote[] = [];
  let slivers = 0;
  for (const road of workspace.layersOfKind('road')) {
    notes.push(...noteRoadsWithoutGrade(road.source));
    for (let index = 0; index < road.packed.count; index++) {
      if (index % ROADS_PER_TURN === 0) await checkpoint(task);
      const answer = judge(road, index);
      findings.push(...answer.findings);
      slivers += answer.slivers;
    }
  }
  return { ...emptyOutcome('road-unswept'), findings, notes, slivers };
}

export interface StretchAnswer {
  readonly findings: readonly FindingDraft[];
  /** Stretches too short for a finding. */
  readonly slivers: number;
}

const NOTHING: StretchAnswer = { findings: [], slivers: 0 };

/** Judges one road: O(its segments × the routes' segments around them). */
export function createRoadJudge(workspace: FastWorkspace): (road: PreparedLayer, index: number) => StretchAnswer {
  const { frame, input } = workspace;
  const { thresholds } = input;
  const routes = workspace.routes();
  const near = createNearStretches();
  const isInSweptArea = createSweptPlaceTest(routes);
  return ({ source, packed }, index) => {
    if (packed.type[index] !== GeometryType.line) return NOTHING;
    const ref = { layer: source, index };
    const grade = gradeOf(ref);
    if (grade === undefined || !thresholds.sweptRoadGrades.includes(grade)) return NOTHING;
    const findings: FindingDraft[] = [];
    let slivers = 0;
    for (const path of pathsOf(packed, index)) {
      const farAway = farFromRoutes(packed, path, routes, near, thresholds.routeMatchMeters + REACHED_SLACK);
      const unswept = farAway.filter((_, i) => !isInSweptArea(packed, path, farAway[i & ~1]!, farAway[i | 1]!));
      const sorted = sortStretches(unswept, thresholds.stretchJoinMeters, thresholds.minUnsweptRoadMeters);
      slivers += sorted.slivers;
      for (const stretch of sorted.long) {
        const measured = measureStretch(frame, packed, path, stretch);
        findings.push(draftUnsweptRoad({ ...measured, road: ref, roadMeters: packed.lengths[index]! }, thresholds));
      }
    }
    return { findings, slivers };
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
