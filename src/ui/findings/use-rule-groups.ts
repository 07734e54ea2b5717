/** The findings as the panel lists them now: by rule, within the scope, the text filter and the standing of their cases. */
import { useDeferredValue, useMemo } from 'react';
import { casesByFinding, standingOf } from '../../model/cases.ts';
import type { CheckResult, Finding } from '../../model/findings.ts';
import { findDay } from '../../reports/slips/slip-days.ts';
import { useView, useWorkspace } from '../app-context.tsx';
import { groupFindings, type RuleGroup } from './group-findings.ts';

export function useRuleGroups(check: CheckResult | undefined): RuleGroup[] {
  const features = useWorkspace((state) => state.features);
  const rulePack = useWorkspace((state) => state.document?.rulePack);
  const members = useView((state) => state.scopeMembers);
  const filter = useDeferredValue(useView((state) => state.filter));
  const hasStanding = useStandingFilter(check);
  return useMemo(
    () =>
      check && rulePack
        ? groupFindings(check, { inScope: members?.hasFinding, hasStanding, filter, features, rulePack })
        : [],
    [check, rulePack, members, hasStanding, filter, features],
  );
}

/** Undefined where every standing shows. */
function useStandingFilter(check: CheckResult | undefined): ((finding: Finding) => boolean) | undefined {
  const document = useWorkspace((state) => state.document);
  const wanted = useView((state) => state.standing);
  const cases = document?.cases;
  const day = findDay(check?.asOf ?? '') ?? '';
  return useMemo(() => {
    if (wanted === undefined) return undefined;
    const caseOf = casesByFinding(cases ? { cases } : {});
    return ({ id }: Finding) => standingOf(caseOf.get(id), day) === wanted;
  }, [wanted, cases, day]);
}
