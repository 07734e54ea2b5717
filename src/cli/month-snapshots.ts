/** Months in a workspace's folder: `snapshots/YYYY-MM/findings.json`. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ok, type Result } from '../core/result.ts';
import type { CheckResult } from '../model/findings.ts';
import { monthsAmong, snapshotPath } from '../model/months.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import { snapshotJson } from '../reports/months/snapshot-json.ts';
import { writeOutput } from './output-file.ts';
import type { WorkspaceSource } from './workspace-source.ts';

/** The document with the months that its workspace keeps: a check is opened without them. */
export async function withKeptMonths(
  document: WorkspaceDocument,
  { files }: WorkspaceSource,
): Promise<WorkspaceDocument> {
  const months = monthsAmong(files.paths()).map(snapshotPath);
  const kept = await Promise.all(months.map(async (path) => [path, await files.read(path)] as const));
  const { files: others = {}, layers = [] } = document.unread ?? {};
  return { ...document, unread: { files: { ...others, ...Object.fromEntries(kept) }, layers } };
}

/** Keeps a month's findings in a workspace's folder; a snapshot of that month is replaced. Answers the path. */
export async function keepMonth(
  folder: string,
  month: string,
  result: CheckResult,
  signal: AbortSignal | undefined,
): Promise<Result<string>> {
  const path = join(folder, snapshotPath(month));
  await mkdir(dirname(path), { recursive: true });
  await writeOutput(path, snapshotJson(result), signal);
  return ok(path);
}
