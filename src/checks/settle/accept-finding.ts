/** A conflict that stays as it is: joint duty or an exception, with a reason; and taking that back. */

import type { Finding } from '../../model/findings.ts';
import type { Patch } from '../../model/patch.ts';
import type { WorkspaceDocument, WorkspaceException } from '../../model/workspace.ts';
import { subjectsKey } from '../finding-id.ts';

export interface Acceptance {
  readonly kind: WorkspaceException['kind'];
  readonly reason: string;
  readonly by: string;
  /** A day. */
  readonly when: string;
}

/** Replaces what was said of the same subjects by the same rule before. Empty words are left out. */
export function acceptFinding(
  document: WorkspaceDocument,
  { rule, subjects }: Pick<Finding, 'rule' | 'subjects'>,
  acceptance: Acceptance,
): Patch {
  const { kind } = acceptance;
  const words = Object.fromEntries(
    (['reason', 'by', 'when'] as const).flatMap((name) => {
      const text = acceptance[name].trim();
      return text ? [[name, text]] : [];
    }),
  );
  const accepted: WorkspaceException = { rule, subjects, kind, ...words };
  return {
    label: { code: `edit.accept-${kind}`, params: { rule } },
    operations: [{ op: 'exceptions', exceptions: [...others(document, rule, subjects), accepted] }],
  };
}

/** The finding counts again. */
export function reopenFinding(
  document: WorkspaceDocument,
  { rule, subjects }: Pick<Finding, 'rule' | 'subjects'>,
): Patch {
  return {
    label: { code: 'edit.accept-withdrawn', params: { rule } },
    operations: [{ op: 'exceptions', exceptions: others(document, rule, subjects) }],
  };
}

/** What was said of a finding when it was accepted; the last word counts. */
export function findAcceptance(
  { exceptions }: WorkspaceDocument,
  { rule, subjects }: Pick<Finding, 'rule' | 'subjects'>,
): WorkspaceException | undefined {
  const key = subjectsKey(subjects);
  return exceptions.findLast((entry) => entry.rule === rule && subjectsKey(entry.subjects) === key);
}

function others({ exceptions }: WorkspaceDocument, rule: string, subjects: Finding['subjects']) {
  const key = subjectsKey(subjects);
  return exceptions.filter((entry) => entry.rule !== rule || subjectsKey(entry.subjects) !== key);
}
