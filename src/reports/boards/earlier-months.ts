/** The findings of earlier months that a workspace carries: `snapshots/YYYY-MM/findings.json`. */
import { beijingClock, earliestInstant } from '../../model/instant.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import { readSnapshot, type Snapshot } from '../months/snapshot.ts';

const PATH = /^snapshots\/(\d{4}-(?:0[1-9]|1[0-2]))\/findings\.json$/u;

/** Paths of the months before that of a date, oldest first. */
export function pathsOfEarlierMonths({ unread }: Pick<WorkspaceDocument, 'unread'>, asOf: string): string[] {
  const instant = earliestInstant(asOf);
  const month = Number.isNaN(instant) ? '' : beijingClock(instant).slice(0, 'YYYY-MM'.length);
  return Object.keys(unread?.files ?? {})
    .filter((path) => (PATH.exec(path)?.[1] ?? month) < month)
    .sort();
}

/** What cannot be read is left out: opening the workspace has said so. O(bytes). */
export function readEarlierMonths(document: Pick<WorkspaceDocument, 'unread'>, asOf: string): Snapshot[] {
  return pathsOfEarlierMonths(document, asOf).flatMap((path) => {
    const bytes = document.unread?.files[path];
    const read = bytes && readSnapshot(bytes, path);
    return read?.ok ? [read.value] : [];
  });
}
