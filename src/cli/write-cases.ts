/** Cases into a workspace on the disk: that part of workspace.json alone, and photos beside it; whole files or none. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ok, type Result } from '../core/result.ts';
import type { WorkspaceCase } from '../model/workspace.ts';
import { readManifest } from './edit-manifest.ts';
import { writeOutput } from './output-file.ts';

interface AttachedFile {
  /** Below the workspace's folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Every other key of workspace.json stays as it is and where it is, unknown ones too; cases that nobody could read are
 * kept behind those that were. Photos first: a case must not name what is not there. Fails where it is no JSON.
 */
export async function writeCases(
  folder: string,
  cases: readonly WorkspaceCase[],
  attached: readonly AttachedFile[],
  signal: AbortSignal | undefined,
): Promise<Result<undefined>> {
  const read = await readManifest(folder, signal);
  if (!read.ok) return read;
  const { manifest, write } = read.value;
  for (const { path: name, bytes } of attached) {
    const target = join(folder, name);
    await mkdir(dirname(target), { recursive: true });
    await writeOutput(target, [bytes], signal);
  }
  const known = new Set(cases.map(({ finding }) => finding));
  const others = (Array.isArray(manifest.cases) ? manifest.cases : []).filter((one) => !known.has(findingOf(one)));
  await write({ cases: [...cases, ...others] });
  return ok(undefined);
}

function findingOf(one: unknown): string {
  const { finding } = (one ?? {}) as { finding?: unknown };
  return typeof finding === 'string' ? finding : '';
}
