/** How many findings stand how, by the word of their cases and of the check: settled ones that are still found are told apart from those that are gone. */
import { CASE_STANDINGS, type CaseStanding, casesByFinding, standingOf } from './cases.ts';
import type { Finding } from './findings.ts';
import type { WorkspaceDocument } from './workspace.ts';

export interface CaseTally {
  /** Of the findings of the check; those without a case are open. */
  readonly found: Readonly<Record<CaseStanding, number>>;
  /** Of cases whose findings the check no longer finds. */
  readonly gone: Readonly<Record<CaseStanding, number>>;
}

/** Exceptions and joint duties are no task of anybody and are left out. `day`: ISO, that of the check. O(findings + cases). */
export function tallyCases(
  document: Pick<WorkspaceDocument, 'cases'>,
  findings: readonly Pick<Finding, 'id' | 'status'>[],
  day: string,
): CaseTally {
  const left = new Map(casesByFinding(document));
  const found = noCases();
  for (const { id, status } of findings) {
    const own = left.get(id);
    left.delete(id);
    if (status === 'open') found[standingOf(own, day)] += 1;
  }
  const gone = noCases();
  for (const one of left.values()) gone[standingOf(one, day)] += 1;
  return { found, gone };
}

const noCases = () => Object.fromEntries(CASE_STANDINGS.map((name) => [name, 0])) as Record<CaseStanding, number>;
