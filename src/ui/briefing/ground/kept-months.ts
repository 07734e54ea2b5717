/** Months whose findings a workspace keeps. Pure. */
import type { WorkspaceDocument } from '../../../model/workspace.ts';

const SNAPSHOT = /^snapshots\/(\d{4}-(?:0[1-9]|1[0-2]))\/findings\.json$/u;

/** Newest first, such as `2026-10`. O(files). */
export function keptMonths(document: Pick<WorkspaceDocument, 'unread'> | undefined): string[] {
  return Object.keys(document?.unread?.files ?? {})
    .flatMap((path) => SNAPSHOT.exec(path)?.[1] ?? [])
    .sort()
    .reverse();
}
