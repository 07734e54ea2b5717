/** Months 月 of a workspace: as texts `2026-11`, and where the findings of one are kept in its folder. */
import { beijingClock, earliestInstant } from './instant.ts';
import type { WorkspaceDocument } from './workspace.ts';

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/u;
const PATH = /^snapshots\/(\d{4}-(?:0[1-9]|1[0-2]))\/findings\.json$/u;

/** Whether a text is a month: `2026-11`. */
export const isMonth = (text: string): boolean => MONTH.test(text);

/** The month in Beijing that a date lies in; undefined for what is no date. */
export function monthOf(date: string): string | undefined {
  const instant = earliestInstant(date);
  return Number.isNaN(instant) ? undefined : beijingClock(instant).slice(0, 'YYYY-MM'.length);
}

/** Within the workspace's folder. */
export const snapshotPath = (month: string): string => `snapshots/${month}/findings.json`;

/** The months whose findings lie among some paths, the newest first. */
export function monthsAmong(paths: Iterable<string>): string[] {
  return [...paths]
    .flatMap((path) => PATH.exec(path)?.[1] ?? [])
    .sort()
    .reverse();
}

/** The months that a document keeps, the newest first. O(files). */
export function keptMonths({ unread }: Pick<WorkspaceDocument, 'unread'>): string[] {
  return monthsAmong(Object.keys(unread?.files ?? {}));
}
