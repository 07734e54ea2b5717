/** The case of a finding, and how it stands on the day of the check. */
import { useMemo } from 'react';
import { type CaseStanding, overdueDays, standingOf } from '../../model/cases.ts';
import type { WorkspaceCase } from '../../model/workspace.ts';
import { findDay } from '../../reports/slips/slip-days.ts';
import { useWorkspace } from '../app-context.tsx';

export interface ShownCase {
  readonly own: WorkspaceCase | undefined;
  readonly standing: CaseStanding;
  readonly overdueDays: number;
  /** ISO, of the check. */
  readonly day: string;
}

/** O(cases) when they change. */
export function useCase(finding: string): ShownCase {
  const cases = useWorkspace((state) => state.document?.cases);
  const asOf = useWorkspace((state) => state.check?.asOf ?? '');
  return useMemo(() => {
    const own = cases?.find((one) => one.finding === finding);
    const day = findDay(asOf) ?? '';
    return { own, standing: standingOf(own, day), overdueDays: overdueDays(own, day), day };
  }, [cases, finding, asOf]);
}
