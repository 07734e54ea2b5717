/**
 * A month's findings as they are kept in a workspace: a findings.json without what no comparison reads – shapes,
 * candidates, suggestions, the screening of hotspots, figures by zone, notes. Whatever reads a findings.json reads it.
 */
import type { CheckResult, Finding } from '../../model/findings.ts';
import { findingsJson } from '../findings-json.ts';
import { NOT_COMPARED } from './compare-months.ts';

/** In pieces, as `findingsJson`. O(findings). */
export function snapshotJson(result: CheckResult): Generator<string> {
  const { findings, eachFinding, summary, ...head } = result;
  const slim = () => slimFindings(eachFinding?.() ?? findings);
  return findingsJson({ ...head, summary: { ...summary, byZone: [] }, findings: [], eachFinding: slim, notes: [] });
}

function* slimFindings(findings: Iterable<Finding>): Generator<Finding> {
  for (const { geometry: _, candidates: __, suggestion: ___, ...finding } of findings) {
    if (!NOT_COMPARED.includes(finding.rule)) yield finding;
  }
}
