/** What an edit changed in the findings. */
import type { CheckResult, Finding, FindingsDelta } from '../model/findings.ts';

/** In the order of the newer result; `removed` in that of the older. O(findings). */
export function findDelta(before: CheckResult, after: CheckResult): FindingsDelta {
  const old = new Map(before.findings.map((finding) => [finding.id, finding]));
  const added: Finding[] = [];
  const changed: Finding[] = [];
  for (const finding of after.findings) {
    const earlier = old.get(finding.id);
    if (!earlier) added.push(finding);
    else if (!isSame(earlier, finding)) changed.push(finding);
    old.delete(finding.id);
  }
  const { summary, unchecked, notes } = after;
  return { added, changed, removed: [...old.keys()], summary, unchecked, notes };
}

/** A rule that was not run again hands out the very same measures; only then is nothing compared. */
function isSame(a: Finding, b: Finding): boolean {
  if (a.status !== b.status || a.priority !== b.priority) return false;
  if (a.measures === b.measures && a.explain === b.explain) return true;
  return JSON.stringify(a) === JSON.stringify(b);
}
