/** source-unswept: dust sources farther than `maxSweepingDistanceMeters` from every qualifying sweeping route. */
import { checkpoint } from '../../core/task.ts';
import { subjectOf } from '../check-input.ts';
import { draftUnswept } from '../drafts.ts';
import { isQualifyingRoute } from '../qualifying-route.ts';
import { emptyOutcome, type FindingDraft, type RuleOutcome } from '../rule.ts';
import type { AssessedSource } from './assess-sources.ts';
import { createNearestIndex } from './nearest.ts';
import type { PlainWorkspace } from './plain-workspace.ts';

export async function checkSourceUnswept(
  workspace: PlainWorkspace,
  sources: readonly AssessedSource[],
): Promise<RuleOutcome> {
  const { thresholds } = workspace.input;
  const routes = workspace.shapesOfKind('sweepingRoute').filter((route) => isQualifyingRoute(route.ref, thresholds));
  const nearestRoute = createNearestIndex(routes);
  const findings: FindingDraft[] = [];
  for (const { shape, at, areaSquareMeters, lengthMeters, zones } of sources) {
    await checkpoint(workspace.task);
    const nearest = nearestRoute.find(shape, Infinity);
    if (nearest && nearest.distanceMeters <= thresholds.maxSweepingDistanceMeters) continue;
    const inZones = zones.map((zone) => subjectOf(zone.ref));
    findings.push(
      draftUnswept(
        { source: { ref: shape.ref, at, areaSquareMeters, lengthMeters, zones: inZones }, nearest },
        workspace.input,
      ),
    );
  }
  return { ...emptyOutcome('source-unswept'), findings };
}
