/** A conflict that stays as it is: joint duty or an exception, with a reason; and taking that back. */

import type { Finding } from '../../model/findings.ts';
import type { Patch } from '../../model/patch.ts';
import type { WorkspaceDocument, WorkspaceException } from '../../model/workspace.ts';
import { indexExceptions, mayShareSubjects } from '../exception-index.ts';

export interface Acceptance {
  readonly kind: WorkspaceException['kind'];
  readonly reason: string;
  readonly by: string;
  /** A day. */
  readonly when: string;
}

type Named = Pick<Finding, 'id' | 'rule' | 'subjects'>;

/** Replaces what was said of the finding before. Holds for it alone. Empty words are left out. */
export function acceptFinding(document: WorkspaceDocument, finding: Named, acceptance: Acceptance): Patch {
  const { kind } = acceptance;
  const { id, rule, subjects } = finding;
  const words = Object.fromEntries(
    (['reason', 'by', 'when'] as const).flatMap((name) => {
      const text = acceptance[name].trim();
      return text ? [[name, text]] : [];
    }),
  );
  const accepted: WorkspaceException = {
    rule,
    subjects,
    ...(mayShareSubjects(finding) ? { finding: id } : {}),
    kind,
    ...words,
  };
  return {
    label: { code: `edit.accept-${kind}`, params: { rule } },
    operations: [{ op: 'exceptions', exceptions: [...withoutThat(document, finding), accepted] }],
  };
}

/** The finding counts again; with it those that the same word was said of. */
export function reopenFinding(document: WorkspaceDocument, finding: Named): Patch {
  return {
    label: { code: 'edit.accept-withdrawn', params: { rule: finding.rule } },
    operations: [{ op: 'exceptions', exceptions: withoutThat(document, finding) }],
  };
}

/** What was said of a finding when it was accepted; the last word counts. */
export function findAcceptance({ exceptions }: WorkspaceDocument, finding: Named): WorkspaceException | undefined {
  return indexExceptions(exceptions).of(finding);
}

/** The list without what holds for the finding, however often it was said. */
function withoutThat({ exceptions }: WorkspaceDocument, finding: Named): readonly WorkspaceException[] {
  return exceptions.filter((entry) => indexExceptions([entry]).of(finding) === undefined);
}
