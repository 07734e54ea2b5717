/** Months in a workspace's folder: `snapshots/YYYY-MM/findings.json`. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../core/result.ts';
import type { CheckResult } from '../model/findings.ts';
import { monthsAmong, snapshotPath } from '../model/months.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import { snapshotJson } from '../reports/months/snapshot-json.ts';
import { readManifest } from './edit-manifest.ts';
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

/**
 * Keeps a month's findings in a workspace's folder and names them in its workspace.json, from which the page knows what
 * there is to read; a snapshot of that month is replaced. Months that lie there and are not named are named too; an
 * entry that nobody understands stays behind them. Answers the path. Fails where workspace.json is no JSON, or says
 * something else there than a list: then nothing is written.
 */
export async function keepMonth(
  folder: string,
  month: string,
  result: CheckResult,
  { files }: Pick<WorkspaceSource, 'files'>,
  signal: AbortSignal | undefined,
): Promise<Result<string>> {
  const read = await readManifest(folder, signal);
  if (!read.ok) return read;
  const { manifest, write } = read.value;
  const named = manifest.snapshots ?? [];
  if (!Array.isArray(named)) return fail('cli-keep-odd-list', {}, { file: join(folder, 'workspace.json') });
  const path = join(folder, snapshotPath(month));
  await mkdir(dirname(path), { recursive: true });
  // First the file: the list must not name what is not there.
  await writeOutput(path, snapshotJson(result), signal);
  await write({ snapshots: withMonths(named, [month, ...monthsAmong(files.paths())]) });
  return ok(path);
}

/** Entries of a list stay where they are; months that none of them names come behind, the newest first. */
function withMonths(named: readonly unknown[], months: readonly string[]): readonly unknown[] {
  const known = new Set(named.map((entry) => (entry as { file?: unknown } | null)?.file));
  const missing = [...new Set(months)]
    .filter((month) => !known.has(snapshotPath(month)))
    .sort()
    .reverse();
  return [...named, ...missing.map((month) => ({ month, file: snapshotPath(month) }))];
}
