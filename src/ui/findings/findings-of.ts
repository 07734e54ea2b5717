/** The findings about one feature: for cards. */
import type { Subject } from '../../core/subject.ts';
import type { CheckResult } from '../../model/findings.ts';

/** In the order of the result; none without one. O(findings). */
export function findingsOf(check: CheckResult | undefined, subject: Subject): CheckResult['findings'] {
  return (check?.findings ?? []).filter((finding) =>
    finding.subjects.some((one) => one.layer === subject.layer && one.feature === subject.feature),
  );
}
