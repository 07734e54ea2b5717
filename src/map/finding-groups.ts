/** Rules whose marks are counted together where there are too many to be seen one by one. */
import type { RuleId } from '../model/findings.ts';

export const FINDING_GROUPS = ['source', 'hotspot', 'road', 'zone'] as const;
export type FindingGroup = (typeof FINDING_GROUPS)[number];

/** A rule's name begins with what it judges; routes and roads are one thing to look at. */
export function groupOf(rule: RuleId): FindingGroup {
  const [subject] = rule.split('-');
  return subject === 'route' ? 'road' : (subject as FindingGroup);
}
