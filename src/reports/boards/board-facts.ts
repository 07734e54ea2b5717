/** What boards are filled from: the check, whose each finding is, earlier months. Knows no page and no engine. */
import type { Language } from '../../i18n/language.ts';
import type { Translate } from '../../i18n/translate.ts';
import { createFeatureLookup, type FeatureLookup } from '../../model/feature-lookup.ts';
import type { CheckResult, Finding, RuleId } from '../../model/findings.ts';
import type { RoadsideSoil } from '../../model/roadside-soil.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import { createGrouping, type GroupFinding } from '../months/group-findings.ts';
import type { Snapshot } from '../months/snapshot.ts';
import { listStreets } from '../zone-path.ts';

export interface BoardFacts {
  readonly document: WorkspaceDocument;
  readonly check: CheckResult;
  /** Open findings in the scope, in the order of the check. */
  readonly findings: readonly Finding[];
  readonly lookup: FeatureLookup;
  readonly group: GroupFinding;
  /** Names of all streets, in the workspace's order: those without findings stand on a board too. */
  readonly streets: readonly string[];
  /** Months before, oldest first. */
  readonly earlier: readonly Snapshot[];
  /** Undefined where no board asks for it. */
  readonly roadsideSoil: RoadsideSoil | undefined;
  readonly t: Translate;
  readonly language: Language;
}

export interface BoardQuestion {
  readonly document: WorkspaceDocument;
  readonly check: CheckResult;
  readonly isInScope?: ((finding: Finding) => boolean) | undefined;
  readonly earlier?: readonly Snapshot[];
  readonly roadsideSoil?: RoadsideSoil | undefined;
  /** In place of looking every place up among the zones: where an engine has done it already. */
  readonly streetOf?: (finding: Pick<Finding, 'at'>) => string | undefined;
  readonly streets?: readonly string[];
  readonly t: Translate;
  readonly language: Language;
}

/** O(findings); a finding's street is looked up when a board asks for it. */
export function gatherBoardFacts(question: BoardQuestion): BoardFacts {
  const { document, check, isInScope, earlier = [], roadsideSoil, streetOf, t, language } = question;
  const lookup = createFeatureLookup(document);
  const unitOf = (subject: Finding['subjects'][number]) =>
    lookup.fieldOf(subject, 'owner') ?? lookup.fieldOf(subject, 'operator');
  const group = createGrouping(document, unitOf);
  return {
    document,
    check,
    findings: check.findings.filter((finding) => finding.status === 'open' && (!isInScope || isInScope(finding))),
    lookup,
    group: streetOf
      ? (finding) => ({
          street: streetOf(finding),
          owners: [...new Set(finding.subjects.flatMap((subject) => unitOf(subject) ?? []))],
        })
      : group,
    streets: question.streets ?? [...new Set(listStreets(document).map(({ name }) => name))],
    earlier,
    roadsideSoil,
    t,
    language,
  };
}

/** A rule that was not judged has no board. */
export const isJudged = ({ check }: Pick<BoardFacts, 'check'>, rule: RuleId) =>
  check.summary.byRule[rule] !== undefined;

/** What is counted as a problem: 热点溯源 is a screening and names suspects. */
export const isProblem = ({ rule }: Pick<Finding, 'rule'>) => rule !== 'hotspot-source';
