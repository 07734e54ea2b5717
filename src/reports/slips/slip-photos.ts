/** The photos that a workspace has of a finding: those of its case, and those of the hotspots that it is about. */
import { casesByFinding } from '../../model/cases.ts';
import type { FeatureLookup } from '../../model/feature-lookup.ts';
import type { Finding } from '../../model/findings.ts';
import { PHOTO_COLUMN } from '../../model/photo-column.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';

export const ATTACHMENTS = 'attachments/';

export interface FindingPhotos {
  /** JPEGs, those of the case first. */
  readonly before: readonly Uint8Array[];
  readonly after: readonly Uint8Array[];
}

/** Names that the workspace has no file for are passed over. O(cases) once, then O(photos of the finding). */
export function createFindingPhotos(
  document: Pick<WorkspaceDocument, 'cases' | 'unread'>,
  lookup: Pick<FeatureLookup, 'fieldOf'>,
): (finding: Pick<Finding, 'id' | 'subjects'>) => FindingPhotos {
  const caseOf = casesByFinding(document);
  const files = document.unread?.files ?? {};
  const bytesOf = (paths: readonly string[]) => paths.flatMap((path) => files[path] ?? []);
  const pathsOf = (names: readonly string[] = []) => names.map(attachmentPath);
  return ({ id, subjects }) => {
    const own = caseOf.get(id);
    const taken = subjects.flatMap((subject) => lookup.fieldOf(subject, PHOTO_COLUMN) ?? []);
    return {
      before: bytesOf([...pathsOf(own?.photosBefore), ...taken.filter((path) => path.startsWith(ATTACHMENTS))]),
      after: bytesOf(pathsOf(own?.photos)),
    };
  };
}

/** A case names its photos with or without the folder. */
export const attachmentPath = (name: string): string => (name.startsWith(ATTACHMENTS) ? name : `${ATTACHMENTS}${name}`);
