/**
 * One month's findings against the month's before: what is new, settled, back again, worse or better. Findings are
 * the same where their ids are; those whose id hangs on a place (a gap, an unswept stretch) also where rule and
 * subjects are the same and they lie within their own size of each other, since their place moves with their shape.
 * Knows no words.
 */
import { subjectsKey } from '../../checks/finding-id.ts';
import { subjectKey } from '../../core/subject.ts';
import { createFrame } from '../../geo/laea.ts';
import type { Measures, RuleId } from '../../model/findings.ts';
import type { Snapshot, SnapshotFinding } from './snapshot.ts';

export const CHANGE_KINDS = ['reopened', 'new', 'worse', 'same', 'better', 'excepted', 'unjudged', 'settled'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface FindingChange {
  readonly kind: ChangeKind;
  /** As it is now; as it was, where it is settled. */
  readonly finding: SnapshotFinding;
  /** What the rule is measured by, where it has a measure. */
  readonly measure?: { readonly name: ScalarMeasure; readonly before?: number; readonly after?: number };
}

export interface MonthComparison {
  readonly before: Pick<Snapshot, 'asOf' | 'rulePack'>;
  readonly after: Pick<Snapshot, 'asOf' | 'rulePack'>;
  /** Both months were judged by one version of one pack: otherwise a change may be the rules' and not the ground's. */
  readonly sameRules: boolean;
  /** In the order of `CHANGE_KINDS`, within a kind in that of the check. */
  readonly changes: readonly FindingChange[];
}

type ScalarMeasure = Exclude<keyof Measures, 'pm10TonnesPerYear'>;

/** By what a finding of a rule grows; rules without one are only there or not. */
const MEASURE_OF_RULE: { readonly [rule in RuleId]?: ScalarMeasure } = {
  'source-unassigned': 'uncoveredAreaSquareMeters',
  'source-unpatrolled': 'uncoveredAreaSquareMeters',
  'source-unswept': 'distanceMeters',
  'source-uncontrolled': 'areaSquareMeters',
  'zone-overlap': 'areaSquareMeters',
  'zone-gap': 'areaSquareMeters',
  'zone-escape': 'areaSquareMeters',
  'road-unswept': 'lengthMeters',
  'route-overlap': 'lengthMeters',
};

/** A measure that changes by no more than both is called the same: two surveys of one border differ by as much. A proposal, no rule. */
export const SAME_WITHIN = { fraction: 0.01, amount: 1 } as const;

/** Ids of these hang on a place. */
const PLACED: readonly RuleId[] = ['zone-gap', 'road-unswept', 'route-overlap'];
/** Two places of findings without a size are one within this. */
const SAME_PLACE_METERS = 50;

/** By what a finding that was not there the month before is known to be back. */
export interface KnownBack {
  /** Months before `before`, in any order. */
  readonly earlier?: readonly Snapshot[];
  /** What the ledger itself says, e.g. of ground that lies bare again. */
  readonly isReopened?: (finding: SnapshotFinding) => boolean;
}

/**
 * Only open findings count as there; one that is excepted now and was open is `excepted`, a decision and no work
 * on the ground; one that is gone because its rule could not judge it this time is `unjudged`. O(findings), and pairs of equal rule and subjects among those without a partner.
 */
export function compareMonths(
  before: Snapshot,
  after: Snapshot,
  { earlier = [], isReopened = () => false }: KnownBack = {},
): MonthComparison {
  const wasOpen = new Map(openOf(before).map((finding) => [finding.id, finding]));
  const isOpen = new Map(openOf(after).map((finding) => [finding.id, finding]));
  const statusNow = new Map(after.findings.map(({ id, status }) => [id, status]));
  const openEarlier = new Set(earlier.flatMap((snapshot) => openOf(snapshot).map(({ id }) => id)));
  const moved = pairMoved(
    [...wasOpen.values()].filter(({ id }) => !statusNow.has(id)),
    [...isOpen.values()].filter(({ id }) => !wasOpen.has(id)),
  );
  const excepted = new Set(before.findings.filter(({ status }) => status !== 'open').map(({ id }) => id));

  const now = [...isOpen.values()].map((finding): FindingChange => {
    const same = wasOpen.get(finding.id) ?? moved.get(finding);
    if (same) return measured(finding, same);
    const isBack = openEarlier.has(finding.id) || excepted.has(finding.id) || isReopened(finding);
    return withMeasure(isBack ? 'reopened' : 'new', finding, undefined, finding);
  });
  const partners = new Set(moved.values());
  const wasJudged = createJudged(after);
  const kindOfGone = (finding: SnapshotFinding): ChangeKind => {
    if (statusNow.has(finding.id)) return 'excepted';
    return wasJudged(finding) ? 'settled' : 'unjudged';
  };
  const gone = [...wasOpen.values()]
    .filter((finding) => !isOpen.has(finding.id) && !partners.has(finding))
    .map((finding) => withMeasure(kindOfGone(finding), finding, finding, undefined));
  const all = [...now, ...gone];
  return {
    before: { asOf: before.asOf, rulePack: before.rulePack },
    after: { asOf: after.asOf, rulePack: after.rulePack },
    sameRules: before.rulePack.id === after.rulePack.id && before.rulePack.version === after.rulePack.version,
    changes: CHANGE_KINDS.flatMap((kind) => all.filter((change) => change.kind === kind)),
  };
}

/** Whether a month's check could judge what a finding is about: what it could not is not settled because it is silent. */
function createJudged({ unchecked = [] }: Snapshot): (finding: SnapshotFinding) => boolean {
  const silent = new Set(
    unchecked.flatMap(({ rule, subjects }) =>
      subjects.length === 0 ? [rule] : subjects.map((subject) => `${rule} ${subjectKey(subject)}`),
    ),
  );
  return ({ rule, subjects }) =>
    !silent.has(rule) && !subjects.some((subject) => silent.has(`${rule} ${subjectKey(subject)}`));
}

/** A screening names suspects; there is nothing in it to settle. */
export const NOT_COMPARED: readonly RuleId[] = ['hotspot-source'];

const openOf = ({ findings }: Snapshot) =>
  findings.filter(({ status, rule }) => status === 'open' && !NOT_COMPARED.includes(rule));

function measured(now: SnapshotFinding, was: SnapshotFinding): FindingChange {
  const name = MEASURE_OF_RULE[now.rule];
  const [before, after] = [name && was.measures[name], name && now.measures[name]];
  if (before === undefined || after === undefined) return withMeasure('same', now, was, now);
  const allowed = Math.max(SAME_WITHIN.amount, SAME_WITHIN.fraction * Math.max(before, after));
  const kind = Math.abs(after - before) <= allowed ? 'same' : after > before ? 'worse' : 'better';
  return withMeasure(kind, now, was, now);
}

function withMeasure(
  kind: ChangeKind,
  finding: SnapshotFinding,
  was: SnapshotFinding | undefined,
  now: SnapshotFinding | undefined,
): FindingChange {
  const name = MEASURE_OF_RULE[finding.rule];
  const before = name && was?.measures[name];
  const after = name && now?.measures[name];
  if (!name || (before === undefined && after === undefined)) return { kind, finding };
  return {
    kind,
    finding,
    measure: { name, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) },
  };
}

/** From a finding of now to the one that it was: the nearest pairs first, each finding once. */
function pairMoved(
  was: readonly SnapshotFinding[],
  now: readonly SnapshotFinding[],
): Map<SnapshotFinding, SnapshotFinding> {
  const bySubjects = new Map<string, SnapshotFinding[]>();
  for (const finding of was) {
    if (!PLACED.includes(finding.rule)) continue;
    const key = groupKey(finding);
    bySubjects.set(key, [...(bySubjects.get(key) ?? []), finding]);
  }
  const pairs = now
    .flatMap((after) =>
      (bySubjects.get(groupKey(after)) ?? []).map((before) => ({
        after,
        before,
        meters: metersBetween(before, after),
      })),
    )
    .filter(({ after, before, meters }) => meters <= Math.max(sizeMeters(before), sizeMeters(after)))
    .sort((a, b) => a.meters - b.meters);
  const partnerOf = new Map<SnapshotFinding, SnapshotFinding>();
  const taken = new Set<SnapshotFinding>();
  for (const { after, before } of pairs) {
    if (partnerOf.has(after) || taken.has(before)) continue;
    partnerOf.set(after, before);
    taken.add(before);
  }
  return partnerOf;
}

function metersBetween(a: SnapshotFinding, b: SnapshotFinding): number {
  const place: [number, number] = [0, 0];
  createFrame(a.at).project(b.at[0], b.at[1], place, 0);
  return Math.hypot(place[0], place[1]);
}

const groupKey = ({ rule, subjects }: SnapshotFinding) => `${rule}|${subjectsKey(subjects)}`;

function sizeMeters({ measures: { lengthMeters, areaSquareMeters } }: SnapshotFinding): number {
  return Math.max(SAME_PLACE_METERS, lengthMeters ?? Math.sqrt(areaSquareMeters ?? 0));
}
