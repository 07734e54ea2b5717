/** route-overlap: lengths of road that routes of two operators sweep, measured along the one that comes first. */
import { checkpoint } from '../../core/task.ts';
import { mergeIntervals } from '../../geo/intervals.ts';
import { draftRouteOverlap, type MeasuredStretch, noteRoutesWithoutOperator, operatorOf } from '../draft-stretch.ts';
import { featuresOfLayer } from '../feature-list.ts';
import { emptyOutcome, type FindingDraft, type RuleOutcome } from '../rule.ts';
import { isBelow } from '../size-limits.ts';
import { findNearPart, measureEdges, measureStretches, pathsOf } from './along-path.ts';
import { headingDegrees } from './ellipsoid-measures.ts';
import { createEdgeIndex, createShapeIndex, type Edge, edgeBox, widenBox } from './nearest.ts';
import type { PlainShape } from './plain-shape.ts';
import type { PlainWorkspace } from './plain-workspace.ts';

export async function checkRouteOverlap(workspace: PlainWorkspace): Promise<RuleOutcome> {
  const { thresholds, layers } = workspace.input;
  const routes = workspace
    .shapesOfKind('sweepingRoute')
    .filter((route) => pathsOf(route).length > 0 && operatorOf(route.ref) !== undefined);
  const index = createShapeIndex(routes);
  const order = new Map(routes.map((route, position) => [route, position]));
  const findings: FindingDraft[] = [];
  let slivers = 0;
  for (const a of routes) {
    await checkpoint(workspace.task);
    for (const b of index.search(widenBox(a.box, thresholds.routeMatchMeters))) {
      if (order.get(b)! <= order.get(a)! || operatorOf(a.ref) === operatorOf(b.ref)) continue;
      for (const stretch of sharedStretches(a, b, workspace)) {
        if (isBelow(stretch.lengthMeters, thresholds.minRouteOverlapMeters)) slivers++;
        else findings.push(draftRouteOverlap({ ...stretch, a: a.ref, b: b.ref }, thresholds));
      }
    }
  }
  const notes = layers
    .filter((layer) => layer.kind === 'sweepingRoute')
    .flatMap((layer) => noteRoutesWithoutOperator(featuresOfLayer(layer)));
  return { ...emptyOutcome('route-overlap'), findings, notes, slivers };
}

/** Stretches of `a` along which `b` runs, short ones included. */
export function sharedStretches(
  a: PlainShape,
  b: PlainShape,
  { input, frame }: Pick<PlainWorkspace, 'input' | 'frame'>,
): MeasuredStretch[] {
  const { routeMatchMeters, parallelRouteDegrees, stretchJoinMeters } = input.thresholds;
  const index = createEdgeIndex([b]);
  return pathsOf(a).flatMap((positions) => {
    const path = measureEdges(positions);
    const shared = path.flatMap((of) => {
      const around = index.search(widenBox(edgeBox(of.edge), routeMatchMeters));
      const along = around.filter(({ edge }) => angleBetween(of.edge, edge) <= parallelRouteDegrees);
      return along.flatMap(({ edge }) => findNearPart(of, edge, routeMatchMeters) ?? []);
    });
    return measureStretches(path, mergeIntervals(shared), stretchJoinMeters, frame);
  });
}

/** 0 to 90 degrees, whichever way they run. */
function angleBetween(a: Edge, b: Edge): number {
  const turn = Math.abs(headingDegrees(...a) - headingDegrees(...b)) % 180;
  return Math.min(turn, 180 - turn);
}
