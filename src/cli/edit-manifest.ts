/** The workspace.json of a folder, to change parts of it: every other key stays as it is and where it is, unknown ones too. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../core/result.ts';
import { writeOutput } from './output-file.ts';

export interface EditableManifest {
  readonly manifest: Readonly<Record<string, unknown>>;
  /** Replaces some keys; new ones come last. A whole file or none. */
  write(change: Readonly<Record<string, unknown>>): Promise<void>;
}

/** Fails where it is no JSON; rejects where it cannot be read. */
export async function readManifest(folder: string, signal: AbortSignal | undefined): Promise<Result<EditableManifest>> {
  const path = join(folder, 'workspace.json');
  const text = await readFile(path, 'utf8');
  try {
    const manifest = JSON.parse(text.replace(/^\uFEFF/u, '')) as Record<string, unknown>;
    const write = (change: object) =>
      writeOutput(path, [`${JSON.stringify({ ...manifest, ...change }, null, 2)}\n`], signal);
    return ok({ manifest, write });
  } catch (error) {
    return fail('return-not-json', { reason: error instanceof Error ? error.message : String(error) }, { file: path });
  }
}
