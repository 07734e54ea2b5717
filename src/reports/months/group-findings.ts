/**
 * Whose a finding is, for tallies: the street whose ground its place lies on, and the units that its subjects name.
 * A finding of two units counts for each. Knows no words.
 */
import type { Subject } from '../../core/subject.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import { createStreetAt } from '../street-at.ts';
import type { SnapshotFinding } from './snapshot.ts';

export interface FindingGroups {
  /** Name of the street; undefined where no street holds the place. */
  readonly street: string | undefined;
  /** None where no subject names one. */
  readonly owners: readonly string[];
}

export type GroupFinding = (finding: Pick<SnapshotFinding, 'at' | 'subjects'>) => FindingGroups;

export function createGrouping(
  document: WorkspaceDocument,
  ownerOf: (subject: Subject) => string | undefined,
): GroupFinding {
  const streetAt = createStreetAt(document);
  return ({ at, subjects }) => ({
    street: streetAt(at),
    owners: [...new Set(subjects.flatMap((subject) => ownerOf(subject) ?? []))],
  });
}
