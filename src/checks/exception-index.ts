/**
 * Which exception holds for a finding. One entry may hold for all findings of a rule about the same
 * subjects, or for one of them alone: two gaps between the same zones, a site's single measure.
 */
import type { Finding } from '../model/findings.ts';
import type { WorkspaceException } from '../model/workspace.ts';
import { findingId, subjectsKey } from './finding-id.ts';

type Named = Pick<Finding, 'id' | 'rule' | 'subjects'>;

export interface ExceptionIndex {
  /** What was said of the finding itself, else of all about its subjects; of several, the last one entered. O(subjects). */
  of(finding: Named): WorkspaceException | undefined;
}

interface Entries extends ExceptionIndex {
  readonly byKey: ReadonlyMap<string, WorkspaceException>;
}

export function indexExceptions(exceptions: readonly WorkspaceException[]): Entries {
  const byKey = new Map(exceptions.map((entry) => [keyOf(entry.rule, entry.subjects, entry.finding), entry] as const));
  return {
    byKey,
    of(finding) {
      if (byKey.size === 0) return undefined;
      const { id, rule, subjects } = finding;
      return byKey.get(keyOf(rule, subjects, id)) ?? byKey.get(keyOf(rule, subjects, undefined));
    },
  };
}

export interface ExceptionChange {
  /** Rules of which a finding may have another status now. */
  readonly rules: ReadonlySet<string>;
  touches(finding: Named): boolean;
}

/** What differs between two lists, as far as the status of findings goes. O(entries). */
export function compareExceptions(before: Entries, after: Entries): ExceptionChange {
  const keys = new Set<string>();
  const rules = new Set<string>();
  for (const [key, { rule }] of [...before.byKey, ...after.byKey]) {
    if (before.byKey.get(key)?.kind === after.byKey.get(key)?.kind) continue;
    keys.add(key);
    rules.add(rule);
  }
  return {
    rules,
    touches: ({ id, rule, subjects }) =>
      keys.has(keyOf(rule, subjects, undefined)) || keys.has(keyOf(rule, subjects, id)),
  };
}

/** Whether a finding must be named for an exception to hold for it alone: others may share its subjects. */
export function mayShareSubjects({ id, rule, subjects }: Named): boolean {
  return id !== findingId(rule, subjects);
}

function keyOf(rule: string, subjects: Finding['subjects'], finding: string | undefined): string {
  return `${rule}|${subjectsKey(subjects)}|${finding ?? ''}`;
}
