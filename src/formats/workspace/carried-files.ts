/** Files of a workspace that saving must not lose though no layer came of them. */
import { type Problem, problem } from '../../core/result.ts';
import type { ParsedManifest } from './manifest.ts';
import type { WorkspaceRoot } from './workspace-files.ts';
import { normalizePath, stemOf } from './workspace-path.ts';

const CARRIED_FOLDERS = /^(?:series|snapshots|attachments)\//u;
/** More is left where it is, with a note: it would have to fit into memory twice. */
const MAX_CARRIED_BYTES = 256 * 2 ** 20;

/** Series, snapshots, attachments, the rule pack, and the files of layers that could not be read with their companions. */
export async function collectCarriedFiles(
  manifest: ParsedManifest,
  unreadLayers: readonly unknown[],
  root: WorkspaceRoot,
  problems: Problem[],
): Promise<Record<string, Uint8Array<ArrayBuffer>>> {
  const named = [
    manifest.rulePack,
    ...filesNamedIn(manifest.carried.series),
    ...filesNamedIn(unreadLayers).flatMap((file) => companionsOf(file, root)),
  ];
  const wanted = new Set(root.paths.filter((path) => CARRIED_FOLDERS.test(path)));
  for (const file of named) {
    const path = file === undefined ? undefined : normalizePath(file);
    const found = path === undefined ? undefined : root.find(path);
    if (found !== undefined) wanted.add(found);
  }
  const files: Record<string, Uint8Array<ArrayBuffer>> = {};
  let total = 0;
  for (const path of [...wanted].sort()) {
    const bytes = await root.read(path);
    total += bytes.length;
    if (total > MAX_CARRIED_BYTES) {
      problems.push(problem('carried-files-too-large', { megabytes: MAX_CARRIED_BYTES / 2 ** 20 }, { file: path }));
      break;
    }
    files[path] = bytes;
  }
  return files;
}

function filesNamedIn(entries: unknown): string[] {
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown) => {
    const file = typeof entry === 'object' && entry !== null ? (entry as { file?: unknown }).file : undefined;
    return typeof file === 'string' ? [file] : [];
  });
}

/** A shapefile is several files of one name. */
function companionsOf(file: string, root: WorkspaceRoot): string[] {
  const path = normalizePath(file);
  if (path === undefined) return [];
  const stem = stemOf(path);
  return [path, ...root.paths.filter((other) => stemOf(other) === stem)];
}
