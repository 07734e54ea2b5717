/** How a street's or a unit's month went, counted from the changes. Knows no words and no map. */
import { compareText } from '../../core/subject.ts';
import { RULE_IDS, type RuleId } from '../../model/findings.ts';
import { CHANGE_KINDS, type ChangeKind, type FindingChange } from './compare-months.ts';
import type { GroupFinding } from './group-findings.ts';

export interface ChangeTally {
  /** Undefined: in no street, or of no unit. */
  readonly name: string | undefined;
  readonly counts: Readonly<Record<ChangeKind, number>>;
  readonly openBefore: number;
  readonly openNow: number;
  /** Settled of what was open before; undefined where nothing was. Exceptions, and what could not be judged, count on neither side. */
  readonly settledFraction: number | undefined;
}

/** In the order of what is open now, the most first; then by name; what has no name last. O(changes). */
export function tallyChanges(
  changes: readonly FindingChange[],
  group: GroupFinding,
  by: 'street' | 'owner',
): ChangeTally[] {
  const counted = new Map<string | undefined, Record<ChangeKind, number>>();
  for (const { kind, finding } of changes) {
    const { street, owners } = group(finding);
    const names = by === 'street' ? [street] : owners.length > 0 ? owners : [undefined];
    for (const name of names) {
      const counts = counted.get(name) ?? noCounts();
      counts[kind]++;
      counted.set(name, counts);
    }
  }
  return [...counted].map(([name, counts]) => tallyOf(name, counts)).sort(compareTallies);
}

/** By rule, in the order of `RULE_IDS`; rules without a change are left out. O(changes). */
export function tallyByRule(changes: readonly FindingChange[]): { rule: RuleId; tally: ChangeTally }[] {
  const counted = new Map<RuleId, Record<ChangeKind, number>>();
  for (const { kind, finding } of changes) {
    const counts = counted.get(finding.rule) ?? noCounts();
    counts[kind]++;
    counted.set(finding.rule, counts);
  }
  return RULE_IDS.flatMap((rule) => {
    const counts = counted.get(rule);
    return counts ? [{ rule, tally: tallyOf(undefined, counts) }] : [];
  });
}

/** Of whoever has no finding at all. */
export const emptyTally = (name: string): ChangeTally => tallyOf(name, noCounts());

/** All changes as one. */
export function tallyAll(changes: readonly FindingChange[]): ChangeTally {
  const counts = noCounts();
  for (const { kind } of changes) counts[kind]++;
  return tallyOf(undefined, counts);
}

function tallyOf(name: string | undefined, counts: Record<ChangeKind, number>): ChangeTally {
  const stayed = counts.worse + counts.same + counts.better;
  const judged = stayed + counts.settled;
  return {
    name,
    counts,
    openBefore: judged + counts.excepted + counts.unjudged,
    openNow: stayed + counts.new + counts.reopened,
    settledFraction: judged > 0 ? counts.settled / judged : undefined,
  };
}

const noCounts = () => Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, 0])) as Record<ChangeKind, number>;

function compareTallies(a: ChangeTally, b: ChangeTally): number {
  if ((a.name === undefined) !== (b.name === undefined)) return a.name === undefined ? 1 : -1;
  return b.openNow - a.openNow || compareText(a.name ?? '', b.name ?? '');
}
