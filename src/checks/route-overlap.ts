/**
 * route-overlap: lengths of road that routes of two operators sweep. Along the route that comes first in the
 * document: where the other lies within `routeMatchMeters` of it and runs at no more than
 * `parallelRouteDegrees` to it, whichever way. Routes of unknown operators, and swept areas, which have no
 * length, are left out; whether a route qualifies is not asked.
 *
 * A route's answer holds its pairs with later routes. It depends on the route and on the routes whose boxes
 * come within `routeMatchMeters` of it.
 */
import { checkpoint, type Task } from '../core/task.ts';
import { concatPacked } from '../geo/concat-packed.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import { mergeIntervals } from '../geo/intervals.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { createNearStretches } from '../geo/path-stretches.ts';
import { buildSegmentChunks, type SegmentChunks } from '../geo/segment-chunks.ts';
import type { FeatureRef } from './check-input.ts';
import { draftRouteOverlap, noteRoutesWithoutOperator, operatorOf } from './draft-stretch.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import { measureStretch, pathsOf, sortStretches } from './path-stretch.ts';
import type { PreparedLayer } from './prepare.ts';
import type { StretchAnswer } from './road-unswept.ts';
import { emptyOutcome, type FindingDraft, type RuleOutcome } from './rule.ts';
import { REACHED_SLACK } from './size-limits.ts';

const ROUTES_PER_TURN = 512;

export async function checkRouteOverlap(workspace: FastWorkspace, task: Task): Promise<RuleOutcome> {
  const routes = operatedRoutesOf(workspace);
  const judge = createRouteJudge(workspace, routes);
  const findings: FindingDraft[] = [];
  let slivers = 0;
  for (let route = 0; route < routes.layer.count; route++) {
    if (route % ROUTES_PER_TURN === 0) await checkpoint(task);
    const answer = judge(route);
    findings.push(...answer.findings);
    slivers += answer.slivers;
  }
  const notes = workspace.layersOfKind('sweepingRoute').flatMap(({ source }) => noteRoutesWithoutOperator(source));
  return { ...emptyOutcome('route-overlap'), findings, notes, slivers };
}

/** All sweeping routes, and the segments of those that are lines of a known operator. */
export interface OperatedRoutes {
  readonly layer: PackedLayer;
  readonly refs: readonly FeatureRef[];
  readonly operators: readonly (string | undefined)[];
  readonly chunks: SegmentChunks;
}

/** Remembered as long as the layers stay. O(n log n). */
export function operatedRoutesOf(workspace: FastWorkspace): OperatedRoutes {
  const layers = workspace.layersOfKind('sweepingRoute');
  return workspace.memo.of('operated routes', layers, () => buildOperatedRoutes(layers));
}

function buildOperatedRoutes(layers: readonly PreparedLayer[]): OperatedRoutes {
  const layer = concatPacked(layers.map(({ packed }) => packed));
  const refs = layers.flatMap(({ source }) =>
    source.batch.ids.map((_, index): FeatureRef => ({ layer: source, index })),
  );
  const isLine = (route: number) => layer.type[route] === GeometryType.line;
  const operators = refs.map((ref, route) => (isLine(route) ? operatorOf(ref) : undefined));
  return { layer, refs, operators, chunks: buildSegmentChunks(layer, (route) => operators[route] !== undefined) };
}

const NOTHING: StretchAnswer = { findings: [], slivers: 0 };

/** Judges one route against those after it: O(its segments × the segments around them). */
export function createRouteJudge(
  { frame, input }: FastWorkspace,
  { layer, refs, operators, chunks }: OperatedRoutes,
): (route: number) => StretchAnswer {
  const { thresholds } = input;
  const near = createNearStretches();
  const meters = thresholds.routeMatchMeters + REACHED_SLACK;
  // At a right angle all are taken: rounding must not leave one out.
  const minCosine = Math.cos((thresholds.parallelRouteDegrees * Math.PI) / 180) - 1e-12;
  return (route) => {
    const operator = operators[route];
    if (operator === undefined) return NOTHING;
    const findings: FindingDraft[] = [];
    let slivers = 0;
    for (const path of pathsOf(layer, route)) {
      const sharedWith = new Map<number, number[]>();
      near.visit(layer, path, chunks, meters, minCosine, (other, from, to) => {
        if (other <= route || operators[other] === operator) return;
        const shared = sharedWith.get(other);
        if (shared) shared.push(from, to);
        else sharedWith.set(other, [from, to]);
      });
      for (const other of [...sharedWith.keys()].sort((a, b) => a - b)) {
        const shared = mergeIntervals(sharedWith.get(other)!);
        const sorted = sortStretches(shared, thresholds.stretchJoinMeters, thresholds.minRouteOverlapMeters);
        slivers += sorted.slivers;
        for (const stretch of sorted.long) {
          const measured = measureStretch(frame, layer, path, stretch);
          findings.push(draftRouteOverlap({ ...measured, a: refs[route]!, b: refs[other]! }, thresholds));
        }
      }
    }
    return { findings, slivers };
  };
}
