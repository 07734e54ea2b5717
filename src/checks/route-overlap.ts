/**
 * route-overlap: lengths of road that routes of two operators sweep. Along the route that comes first in the
 * document: where the other lies within `routeMatchMeters` of it and runs at no more than
 * `parallelRouteDegrees` to it, whichever way. Routes of unknown operators, and swept areas, which have no
 * length, are left out; whether a route qualifies is not asked.
 *
 * An item is a route with its pairs with later routes. It depends on the route and on the routes whose boxes
 * come within `routeMatchMeters` of it.
 */
import { checkpoint } from '../core/task.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import { mergeIntervals } from '../geo/intervals.ts';
import { createNearStretches } from '../geo/path-stretches.ts';
import { touchesKind } from './change.ts';
import { draftRouteOverlap, noteRoutesWithoutOperator, operatorOf } from './draft-stretch.ts';
import type { Rule } from './fast-rule.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import { featuresOf } from './feature-list.ts';
import type { FindingBook } from './finding-book.ts';
import { measureStretch, pathsOf, sortStretches } from './path-stretch.ts';
import type { FindingDraft, ItemOutcome } from './rule.ts';
import { REACHED_SLACK } from './size-limits.ts';
import { unite } from './touch.ts';

const RULE = 'route-overlap';
const ROUTES_PER_TURN = 512;

export const routeOverlap: Rule = {
  id: RULE,
  async run(workspace, book, task) {
    const judge = createRouteJudge(workspace);
    const page = book.page(RULE, 'all');
    for (let route = 0; route < workspace.routes.layer.count; route++) {
      if (route % ROUTES_PER_TURN === 0) await checkpoint(task);
      page.put(route, judge(route));
    }
    noteRoutes(workspace, book);
  },
  update(workspace, book, change) {
    if (!touchesKind(change, 'sweepingRoute')) return;
    const judge = createRouteJudge(workspace);
    const page = book.page(RULE, 'all');
    const meters = workspace.input.thresholds.routeMatchMeters + REACHED_SLACK;
    const again = new Set(change.routes.keys());
    for (const touch of change.routes.values()) {
      const reach = unite(touch, meters);
      if (reach) for (const route of workspace.routes.around(reach)) again.add(route);
    }
    for (const route of again) page.put(route, judge(route));
    noteRoutes(workspace, book);
  },
};

function noteRoutes(workspace: FastWorkspace, book: FindingBook): void {
  const layers = workspace.layersOfKind('sweepingRoute');
  book.setNotes(
    RULE,
    layers.flatMap((routes) => noteRoutesWithoutOperator(featuresOf(routes))),
  );
}

/** Judges one route against those after it: O(its segments × the segments around them). */
function createRouteJudge({ frame, input, routes }: FastWorkspace): (route: number) => ItemOutcome | undefined {
  const { thresholds } = input;
  const { layer, lineChunks } = routes;
  const near = createNearStretches();
  const meters = thresholds.routeMatchMeters + REACHED_SLACK;
  // At a right angle all are taken: rounding must not leave one out.
  const minCosine = Math.cos((thresholds.parallelRouteDegrees * Math.PI) / 180) - 1e-12;
  const operatorOfRoute = (route: number): string | undefined => {
    const ref = layer.type[route] === GeometryType.line ? routes.ref(route) : undefined;
    return ref && operatorOf(ref);
  };
  return (route) => {
    const operator = operatorOfRoute(route);
    if (operator === undefined) return undefined;
    const findings: FindingDraft[] = [];
    let slivers = 0;
    for (const path of pathsOf(layer, route)) {
      const sharedWith = new Map<number, number[]>();
      near.visit(layer, path, lineChunks, meters, minCosine, (other, from, to) => {
        if (other <= route) return;
        const shared = sharedWith.get(other);
        if (shared) shared.push(from, to);
        else sharedWith.set(other, [from, to]);
      });
      for (const other of [...sharedWith.keys()].sort((a, b) => a - b)) {
        const otherOperator = operatorOfRoute(other);
        if (otherOperator === undefined || otherOperator === operator) continue;
        const shared = mergeIntervals(sharedWith.get(other)!);
        const sorted = sortStretches(shared, thresholds.stretchJoinMeters, thresholds.minRouteOverlapMeters);
        slivers += sorted.slivers;
        for (const stretch of sorted.long) {
          const measured = measureStretch(frame, layer, path, stretch);
          findings.push(draftRouteOverlap({ ...measured, a: routes.ref(route)!, b: routes.ref(other)! }, thresholds));
        }
      }
    }
    return { findings, unchecked: [], slivers, sliverAreaSquareMeters: 0 };
  };
}
