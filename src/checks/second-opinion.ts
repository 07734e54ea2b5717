/** A finding measured again with Turf, and what to make of the two answers. */
import { problem } from '../core/result.ts';
import type { Finding } from '../model/findings.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import type { SecondOpinion } from './session-types.ts';

export async function giveSecondOpinion(finding: Finding, _workspace: FastWorkspace): Promise<SecondOpinion> {
  return {
    finding: finding.id,
    ours: finding.measures,
    turf: {},
    verdict: 'failed',
    toleranceFraction: 0,
    problem: problem('turf-failed', { reason: 'not built yet' }),
  };
}
