/** The snapshots of earlier months that a workspace keeps: `snapshots/YYYY-MM/findings.json`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Problem, type Result } from '../core/result.ts';
import type { CheckResult } from '../model/findings.ts';
import { beijingClock, earliestInstant } from '../model/instant.ts';
import { findingsJson } from '../reports/findings-json.ts';
import { readSnapshot, type Snapshot } from '../reports/months/snapshot.ts';
import { writeOutput } from './output-file.ts';
import type { WorkspaceSource } from './workspace-source.ts';

const PATH = /^snapshots\/(\d{4}-(?:0[1-9]|1[0-2]))\/findings\.json$/u;
const pathOf = (month: string) => `snapshots/${month}/findings.json`;

/** Whether a text is a month: `2026-11`. */
export const isMonth = (text: string) => /^\d{4}-(?:0[1-9]|1[0-2])$/u.test(text);

/** The month in Beijing that a date lies in; undefined for what is no date. */
export function monthOf(date: string): string | undefined {
  const instant = earliestInstant(date);
  return Number.isNaN(instant) ? undefined : beijingClock(instant).slice(0, 'YYYY-MM'.length);
}

/** Months that are kept and lie before one, the newest first. */
export function monthsBefore({ files }: WorkspaceSource, month: string): string[] {
  return files
    .paths()
    .flatMap((path) => PATH.exec(path)?.[1] ?? [])
    .filter((kept) => kept < month)
    .sort()
    .reverse();
}

export async function readMonth({ files }: WorkspaceSource, month: string): Promise<Result<Snapshot>> {
  return readSnapshot(await files.read(pathOf(month)), pathOf(month));
}

/** All that can be read; what cannot is told. */
export async function readMonths(
  source: WorkspaceSource,
  months: readonly string[],
): Promise<{ readonly snapshots: Snapshot[]; readonly problems: Problem[] }> {
  const snapshots: Snapshot[] = [];
  const problems: Problem[] = [];
  for (const month of months) {
    const read = await readMonth(source, month);
    if (read.ok) snapshots.push(read.value);
    problems.push(...(read.ok ? read.notes : [read.problem]));
  }
  return { snapshots, problems };
}

/** Keeps a month's findings in a workspace's folder; a snapshot of that month is replaced. Answers the path. */
export async function keepMonth(
  folder: string,
  month: string,
  result: CheckResult,
  signal: AbortSignal | undefined,
): Promise<Result<string>> {
  const path = join(folder, pathOf(month));
  await mkdir(join(folder, 'snapshots', month), { recursive: true });
  await writeOutput(path, findingsJson(result), signal);
  return ok(path);
}
