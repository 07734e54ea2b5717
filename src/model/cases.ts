/** What becomes of findings over time, by their ids: handed out, settled, verified. Lists are never changed, only answered anew. */
import type { WorkspaceCase, WorkspaceDocument } from './workspace.ts';

/** A slip that came back: what was done about a finding. */
export interface SettledFinding {
  readonly finding: string;
  /** An ISO day. */
  readonly settledAt?: string;
  readonly outcome?: string;
  readonly photos: readonly string[];
}

/** Findings that are settled or verified: nobody is told of them again. O(cases). */
export function listClosed({ cases = [] }: Pick<WorkspaceDocument, 'cases'>): Set<string> {
  return new Set(
    cases.filter(({ status }) => status === 'settled' || status === 'verified').map(({ finding }) => finding),
  );
}

/** The cases once findings are handed out with a deadline; settled and verified ones stay as they are. O(cases + findings). */
export function assignCases(
  cases: readonly WorkspaceCase[],
  assigned: readonly { readonly finding: string; readonly deadline: string }[],
): WorkspaceCase[] {
  return updateCases(cases, assigned, (old, { finding, deadline }) =>
    old?.status === 'settled' || old?.status === 'verified' ? old : { ...old, finding, status: 'assigned', deadline },
  );
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
