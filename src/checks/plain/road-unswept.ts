/** road-unswept: length of road of a grade that demands sweeping, with no qualifying route or swept area within reach along it. */
import { checkpoint } from '../../core/task.ts';
import { gapsOf, mergeIntervals } from '../../geo/intervals.ts';
import { draftUnsweptRoad, gradeOf, type MeasuredStretch, noteRoadsWithoutGrade } from '../draft-stretch.ts';
import { featuresOfLayer } from '../feature-list.ts';
import { isQualifyingRoute } from '../qualifying-route.ts';
import { emptyOutcome, type FindingDraft, type RuleOutcome } from '../rule.ts';
import { isBelow } from '../size-limits.ts';
import { findNearPart, measureEdges, measureStretches, pathsOf, placeAlong } from './along-path.ts';
import { holdsPoint } from './coverage.ts';
import { type Areal, lengthMeters } from './ellipsoid-measures.ts';
import { createEdgeIndex, edgeBox, widenBox } from './nearest.ts';
import type { PlainShape } from './plain-shape.ts';
import type { PlainWorkspace } from './plain-workspace.ts';

export async function checkRoadUnswept(workspace: PlainWorkspace): Promise<RuleOutcome> {
  const { thresholds, layers } = workspace.input;
  const routes = workspace.shapesOfKind('sweepingRoute').filter((route) => isQualifyingRoute(route.ref, thresholds));
  const findStretches = createUnsweptFinder(routes, workspace);
  const findings: FindingDraft[] = [];
  let slivers = 0;
  for (const road of workspace.shapesOfKind('road')) {
    await checkpoint(workspace.task);
    if (!thresholds.sweptRoadGrades.includes(gradeOf(road.ref) ?? '')) continue;
    const roadMeters = lengthMeters(pathsOf(road));
    for (const stretch of findStretches(road)) {
      if (isBelow(stretch.lengthMeters, thresholds.minUnsweptRoadMeters)) slivers++;
      else findings.push(draftUnsweptRoad({ ...stretch, road: road.ref, roadMeters }, thresholds));
    }
  }
  const notes = layers
    .filter((layer) => layer.kind === 'road')
    .flatMap((layer) => noteRoadsWithoutGrade(featuresOfLayer(layer)));
  return { ...emptyOutcome('road-unswept'), findings, notes, slivers };
}

/** Unswept stretches of a road, short ones included. */
export function createUnsweptFinder(
  routes: readonly PlainShape[],
  { input, frame }: Pick<PlainWorkspace, 'input' | 'frame'>,
): (road: PlainShape) => MeasuredStretch[] {
  const { routeMatchMeters, stretchJoinMeters } = input.thresholds;
  const index = createEdgeIndex(routes);
  const areas = routes.map(({ geometry }) => geometry).filter(isAreal);
  return (road) =>
    pathsOf(road).flatMap((positions) => {
      const path = measureEdges(positions);
      const near = path.flatMap((of) => {
        const around = index.search(widenBox(edgeBox(of.edge), routeMatchMeters));
        return around.flatMap(({ edge }) => findNearPart(of, edge, routeMatchMeters) ?? []);
      });
      const far = gapsOf(mergeIntervals(near), path.at(-1)!.toMeters);
      // What is far from a swept area's outline lies wholly inside it or outside.
      const unswept = far.filter((_, i) => {
        const middle = placeAlong(path, (far[i & ~1]! + far[i | 1]!) / 2);
        return !areas.some((area) => holdsPoint(area, middle));
      });
      return measureStretches(path, unswept, stretchJoinMeters, frame);
    });
}

const isAreal = (geometry: GeoJSON.Geometry): geometry is Areal =>
  geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
