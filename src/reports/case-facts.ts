/** How a finding's case stands, for tables: what becomes of findings is told beside them, and may be filled in there. */
import { casesByFinding, overdueDays, standingOf } from '../model/cases.ts';
import type { Finding } from '../model/findings.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import { findDay } from './slips/slip-days.ts';
import type { TableCell, TableColumnType } from './table.ts';

/** Words of the standing by its key `returns.standing.…`; the rest as it stands in the case. */
export interface CaseFacts {
  /** Undefined for an exception, which is nobody's task. */
  readonly standing: string | undefined;
  readonly assignedAt: string | undefined;
  readonly deadline: string | undefined;
  /** Undefined where nothing is overdue. */
  readonly overdueDays: number | undefined;
  readonly settledAt: string | undefined;
  readonly outcome: string | undefined;
  /** Names, separated as they may come back. */
  readonly photos: string | undefined;
}
export type CaseFactsOf = (finding: Pick<Finding, 'id' | 'status'>) => CaseFacts;

/** On the day of a check. O(cases) once. */
export function createCaseFacts(document: Pick<WorkspaceDocument, 'cases'>, asOf: string): CaseFactsOf {
  const caseOf = casesByFinding(document);
  const day = findDay(asOf) ?? '';
  return ({ id, status }) => {
    const own = caseOf.get(id);
    return {
      standing: status === 'open' ? `returns.standing.${standingOf(own, day)}` : undefined,
      assignedAt: own?.assignedAt,
      deadline: own?.deadline,
      overdueDays: overdueDays(own, day) || undefined,
      settledAt: own?.settledAt,
      outcome: own?.outcome,
      photos: own?.photos?.join(';'),
    };
  };
}

interface CaseColumn {
  readonly key: string;
  readonly type: TableColumnType;
  readonly value: (facts: CaseFacts, translate: (key: string) => string) => TableCell;
}

/** In the order in which a ledger shows them; the last three are those that come back filled in. */
export const CASE_COLUMNS: readonly CaseColumn[] = [
  { key: 'caseStatus', type: 'text', value: ({ standing }, translate) => (standing ? translate(standing) : null) },
  { key: 'assignedAt', type: 'text', value: ({ assignedAt }) => assignedAt ?? null },
  { key: 'deadline', type: 'text', value: ({ deadline }) => deadline ?? null },
  { key: 'overdueDays', type: 'count', value: (facts) => facts.overdueDays ?? null },
  { key: 'settledAt', type: 'text', value: ({ settledAt }) => settledAt ?? null },
  { key: 'whatWasDone', type: 'text', value: ({ outcome }) => outcome ?? null },
  { key: 'photos', type: 'text', value: ({ photos }) => photos ?? null },
];
