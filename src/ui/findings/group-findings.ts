/** Findings as the panel lists them: by rule, the most urgent first, narrowed by scope and text. No React. */
import { foldText } from '../../core/fold-text.ts';
import type { CheckResult, Finding, RuleId, RuleSummary } from '../../model/findings.ts';
import { RULE_IDS } from '../../model/findings.ts';
import type { RulePack } from '../../model/rule-pack.ts';
import { totalAreaSquareMeters } from '../../model/total-area.ts';
import { type FeaturesByLayer, fieldOf } from '../store/layer-features.ts';

export interface RuleGroup {
  readonly rule: RuleId;
  /** Most severe first; settled ones (exceptions, joint duty) are among them and not counted. */
  readonly findings: readonly Finding[];
  readonly count: number;
  readonly excepted: number;
  /** Whole area, or for lines length, of the counted ones, as the summary adds them; 0 where the rule measures none. */
  readonly areaSquareMeters: number;
  readonly lengthMeters: number;
  /** Under the thresholds: counted for the whole district only, since they have no findings of their own. */
  readonly slivers: number;
  readonly sliverAreaSquareMeters: number;
  /** Pairs that could not be judged: with any, "none" is not the whole truth. */
  readonly unchecked: number;
}

export interface GroupOptions {
  /** Undefined: everything. */
  readonly inScope?: ((finding: Finding) => boolean) | undefined;
  /** By how its case stands; undefined: everything. */
  readonly hasStanding?: ((finding: Finding) => boolean) | undefined;
  readonly filter?: string;
  readonly features: FeaturesByLayer;
  readonly rulePack: RulePack;
}

/** One group for every rule that was judged, those without findings included. O(findings). */
export function groupFindings(check: CheckResult, options: GroupOptions): RuleGroup[] {
  const { inScope, hasStanding, features, rulePack } = options;
  const needle = foldText(options.filter ?? '');
  const byRule = new Map<RuleId, Finding[]>();
  for (const finding of check.findings) {
    if (inScope && !inScope(finding)) continue;
    if (hasStanding && !hasStanding(finding)) continue;
    if (needle && !haystackOf(finding, features).includes(needle)) continue;
    const list = byRule.get(finding.rule);
    if (list) list.push(finding);
    else byRule.set(finding.rule, [finding]);
  }
  const judged = RULE_IDS.filter((rule) => byRule.has(rule) || check.summary.byRule[rule]);
  const narrowed = inScope !== undefined || hasStanding !== undefined || needle !== '';
  return judged
    .map((rule) => buildGroup(rule, byRule.get(rule) ?? [], check, narrowed))
    .sort((a, b) => rankOf(rulePack, a.rule) - rankOf(rulePack, b.rule));
}

function buildGroup(rule: RuleId, findings: readonly Finding[], check: CheckResult, narrowed: boolean): RuleGroup {
  const sorted = inOrder(findings);
  const open = sorted.filter((finding) => finding.status === 'open');
  const summary: RuleSummary | undefined = check.summary.byRule[rule];
  return {
    rule,
    findings: sorted,
    count: open.length,
    excepted: sorted.length - open.length,
    areaSquareMeters: (narrowed ? undefined : onceCounted(rule, summary)) ?? totalAreaSquareMeters(open),
    lengthMeters: total(open, (finding) => finding.measures.lengthMeters ?? 0),
    slivers: narrowed ? 0 : (summary?.slivers ?? 0),
    sliverAreaSquareMeters: narrowed ? 0 : (summary?.sliverAreaSquareMeters ?? 0),
    unchecked: check.unchecked.filter((entry) => entry.rule === rule).length,
  };
}

/** Ground on which three zones overlap has three findings and counts once, as in the summary and on a scene. */
const onceCounted = (rule: RuleId, summary: RuleSummary | undefined) =>
  rule === 'zone-overlap' ? summary?.areaSquareMeters : undefined;

const bySeverity = (a: Finding, b: Finding) => b.severity - a.severity || (a.id < b.id ? -1 : 1);

/** An engine gives each rule's findings in this order already: looking costs a tenth of sorting a hundred thousand. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const isSorted = findings.every(
    (finding, index) => index === 0 || bySeverity(findings[index - 1] as Finding, finding) < 0,
  );
  return isSorted ? findings : findings.toSorted(bySeverity);
}

/** The ground that a finding is about: what is uncovered where that is measured, else the whole. */
export function areaOf(finding: Finding): number | undefined {
  return finding.measures.uncoveredAreaSquareMeters ?? finding.measures.areaSquareMeters;
}

const rankOf = (rulePack: RulePack, rule: RuleId) =>
  rulePack.priorities[rule] ?? RULE_IDS.length + RULE_IDS.indexOf(rule);
const total = (findings: readonly Finding[], of: (finding: Finding) => number) =>
  findings.reduce((sum, finding) => sum + of(finding), 0);

/** What the text filter looks through: names, codes, units and persons of the subjects, and the id. */
function haystackOf(finding: Finding, features: FeaturesByLayer): string {
  const words = finding.subjects.flatMap((subject) => [
    subject.feature,
    ...['name', 'code', 'owner', 'operator', 'person'].map((field) => fieldOf(features, subject, field) ?? ''),
  ]);
  return foldText(`${words.join(' ')} ${finding.id}`);
}

/** The panel's rows, one flat list for the virtualiser. */
export type FindingRow =
  | { readonly type: 'group'; readonly key: string; readonly group: RuleGroup; readonly open: boolean }
  | { readonly type: 'finding'; readonly key: string; readonly finding: Finding }
  | { readonly type: 'slivers'; readonly key: string; readonly group: RuleGroup }
  | { readonly type: 'clear'; readonly key: string; readonly group: RuleGroup };

export function listRows(groups: readonly RuleGroup[], openRules: ReadonlySet<RuleId>): FindingRow[] {
  return groups.flatMap((group): FindingRow[] => {
    const open = openRules.has(group.rule);
    const head: FindingRow = { type: 'group', key: group.rule, group, open };
    if (!open) return [head];
    const body: FindingRow[] = group.findings.map((finding) => ({ type: 'finding', key: finding.id, finding }));
    if (body.length === 0) body.push({ type: 'clear', key: `${group.rule} clear`, group });
    if (group.slivers > 0) body.push({ type: 'slivers', key: `${group.rule} slivers`, group });
    return [head, ...body];
  });
}
