/** What an edit changed, in the order in which lists show it. */
import type { FindingsDelta } from '../model/findings.ts';
import { type CheckFrame, compareFindings } from './assemble.ts';
import type { FoundChanges } from './finding-book.ts';

/** O(changes log changes). */
export function deltaOf({ added, changed, removed }: FoundChanges, frame: CheckFrame): FindingsDelta {
  const { summary, unchecked, notes } = frame;
  return {
    added: added.sort(compareFindings),
    changed: changed.sort(compareFindings),
    removed: removed.sort(compareFindings).map(({ id }) => id),
    summary,
    unchecked,
    notes,
  };
}
