/** The findings behind a number: every count of a month's comparison can be opened. Knows no words. */
import type { RuleId } from '../../model/findings.ts';
import type { ChangeKind, FindingChange } from './compare-months.ts';
import type { DocumentMonths } from './document-months.ts';
import type { FindingGroups } from './group-findings.ts';

/** All that is given must hold; nothing given is everything. */
export interface ChangeFilter {
  readonly kinds?: readonly ChangeKind[];
  readonly rule?: RuleId;
  /** null: in no street. */
  readonly street?: string | null;
  /** null: of no unit. */
  readonly owner?: string | null;
  /** Ids of findings. */
  readonly ids?: readonly string[];
}

export type ListedChange = FindingChange & FindingGroups;

export interface ChangeList {
  readonly count: number;
  /** The first of them, in the order of the comparison. */
  readonly changes: readonly ListedChange[];
}

/** What is open at the later time, and what was at the earlier. */
export const OPEN_NOW: readonly ChangeKind[] = ['reopened', 'new', 'worse', 'same', 'better'];
export const OPEN_BEFORE: readonly ChangeKind[] = ['worse', 'same', 'better', 'excepted', 'unjudged', 'settled'];

/** O(changes). */
export function listChanges(
  { comparison, group }: Pick<DocumentMonths, 'comparison' | 'group'>,
  filter: ChangeFilter,
  limit = Number.POSITIVE_INFINITY,
): ChangeList {
  const ids = filter.ids && new Set(filter.ids);
  const fits = ({ kind, finding }: FindingChange) => {
    if (filter.kinds && !filter.kinds.includes(kind)) return false;
    if (filter.rule && finding.rule !== filter.rule) return false;
    if (ids && !ids.has(finding.id)) return false;
    if (filter.street === undefined && filter.owner === undefined) return true;
    const { street, owners } = group(finding);
    if (filter.street !== undefined && (street ?? null) !== filter.street) return false;
    if (filter.owner === undefined) return true;
    return filter.owner === null ? owners.length === 0 : owners.includes(filter.owner);
  };
  const found = comparison.changes.filter(fits);
  return {
    count: found.length,
    changes: found.slice(0, limit).map((change) => ({ ...change, ...group(change.finding) })),
  };
}
