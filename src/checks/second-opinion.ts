/** A finding measured again with Turf, and what to make of the two answers. */
import type { Finding } from '../model/findings.ts';
import { haveEqualMeasures, isNearThreshold } from './compare-engines.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import { PLAIN_ENGINE_TOLERANCE } from './plain/ellipsoid-measures.ts';
import { measureWithTurf } from './plain/second-opinion.ts';
import type { SecondOpinion } from './session-types.ts';

/** Never rejects: where Turf gave up, the verdict is `failed` and says why. */
export async function giveSecondOpinion(finding: Finding, workspace: FastWorkspace): Promise<SecondOpinion> {
  const common = {
    finding: finding.id,
    ours: finding.measures,
    toleranceFraction: PLAIN_ENGINE_TOLERANCE.areaFraction,
  };
  const measured = await measureWithTurf(finding, workspace);
  if (!measured.ok) return { ...common, turf: {}, verdict: 'failed', problem: measured.problem };
  const turf = measured.value;
  const isNear = isNearThreshold(finding, workspace.input.thresholds, PLAIN_ENGINE_TOLERANCE);
  const isEqual = haveEqualMeasures(finding.measures, turf, PLAIN_ENGINE_TOLERANCE);
  return { ...common, turf, verdict: !isEqual ? 'different' : isNear ? 'near' : 'equal' };
}
