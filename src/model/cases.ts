/** What becomes of findings over time, by their ids: handed out, settled, verified. Lists are never changed, only answered anew. */
import { DAY_MS } from './instant.ts';
import type { WorkspaceCase, WorkspaceDocument } from './workspace.ts';

/** How a finding stands: its case's status, with those past their deadline apart. */
export const CASE_STANDINGS = ['open', 'assigned', 'overdue', 'settled', 'verified'] as const;
export type CaseStanding = (typeof CASE_STANDINGS)[number];

type CaseList = Pick<WorkspaceDocument, 'cases'>;

/** The case of each finding that has one: the first. O(cases). */
export function casesByFinding({ cases = [] }: CaseList): ReadonlyMap<string, WorkspaceCase> {
  return new Map(cases.toReversed().map((one) => [one.finding, one]));
}

/** Whole days from the deadline to a day, of what is handed out and not settled; 0 up to and on the deadline's own day. */
export function overdueDays(one: WorkspaceCase | undefined, day: string): number {
  if (one?.status !== 'assigned' || one.deadline === undefined) return 0;
  const days = Math.floor((Date.parse(day.slice(0, 10)) - Date.parse(one.deadline.slice(0, 10))) / DAY_MS);
  // What is no date is never due.
  return Number.isNaN(days) ? 0 : Math.max(days, 0);
}

/** A finding without a case is open. `day`: ISO, that of the check. */
export function standingOf(one: WorkspaceCase | undefined, day: string): CaseStanding {
  if (!one) return 'open';
  return overdueDays(one, day) > 0 ? 'overdue' : one.status;
}

/** A slip that came back: what was done about a finding. */
export interface SettledFinding {
  readonly finding: string;
  /** An ISO day. */
  readonly settledAt?: string;
  readonly outcome?: string;
  readonly photos: readonly string[];
}

/** Findings that are settled or verified: nobody is told of them again. O(cases). */
export function listClosed({ cases = [] }: CaseList): Set<string> {
  return new Set(cases.filter(isClosed).map(({ finding }) => finding));
}

const isClosed = ({ status }: WorkspaceCase) => status === 'settled' || status === 'verified';

/** A finding handed out. ISO days. */
export interface AssignedFinding {
  readonly finding: string;
  readonly deadline: string;
  readonly assignedAt?: string;
}

/** The cases once findings are handed out with a deadline; settled and verified ones stay as they are. O(cases + findings). */
export function assignCases(cases: readonly WorkspaceCase[], assigned: readonly AssignedFinding[]): WorkspaceCase[] {
  return updateCases(cases, assigned, (old, { finding, deadline, assignedAt }) =>
    old && isClosed(old)
      ? old
      : { ...old, finding, status: 'assigned', deadline, ...(assignedAt !== undefined && { assignedAt }) },
  );
}

/** Somebody looked at it and found it settled; what was done and when stays. */
export function verifyCase(cases: readonly WorkspaceCase[], finding: string, verifiedAt: string): WorkspaceCase[] {
  return updateCases(cases, [{ finding }], (old) => ({ ...old, finding, status: 'verified', verifiedAt }));
}

/** Not settled after all: back to whom it was handed, or to be handed out. What was said and shown stays for the record. */
export function reopenCase(cases: readonly WorkspaceCase[], finding: string): WorkspaceCase[] {
  return updateCases(cases, [{ finding }], (old) => {
    if (!old) return { finding, status: 'open' };
    const { settledAt: _, verifiedAt: __, ...kept } = old;
    return { ...kept, status: kept.deadline === undefined ? 'open' : 'assigned' };
  });
}

/** Photos added to those before or after; names that are there are not doubled. */
export function addCasePhotos(
  cases: readonly WorkspaceCase[],
  finding: string,
  which: 'photos' | 'photosBefore',
  names: readonly string[],
): WorkspaceCase[] {
  return updateCases(cases, [{ finding }], (old) => ({
    ...(old ?? { finding, status: 'open' }),
    [which]: [...new Set([...(old?.[which] ?? []), ...names])],
  }));
}

/** The cases once slips came back; what is verified stays so, and photos add up. O(cases + slips). */
export function settleCases(cases: readonly WorkspaceCase[], settled: readonly SettledFinding[]): WorkspaceCase[] {
  return updateCases(cases, settled, (old, { finding, settledAt, outcome, photos }) => {
    const all = [...new Set([...(old?.photos ?? []), ...photos])];
    return {
      ...old,
      finding,
      status: old?.status === 'verified' ? 'verified' : 'settled',
      ...(settledAt !== undefined && { settledAt }),
      ...(outcome !== undefined && { outcome }),
      ...(all.length > 0 && { photos: all }),
    };
  });
}

/** In place where there is a case, at the end where there is none. */
function updateCases<T extends { readonly finding: string }>(
  cases: readonly WorkspaceCase[],
  changes: readonly T[],
  change: (old: WorkspaceCase | undefined, by: T) => WorkspaceCase,
): WorkspaceCase[] {
  const updated = [...cases];
  const indexOf = new Map([...cases.entries()].reverse().map(([index, { finding }]) => [finding, index]));
  for (const by of changes) {
    const index = indexOf.get(by.finding) ?? updated.length;
    indexOf.set(by.finding, index);
    updated[index] = change(updated[index], by);
  }
  return updated;
}
