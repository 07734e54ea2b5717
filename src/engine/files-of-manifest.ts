/** Which files belong to a workspace, read off its workspace.json before anything of it is judged. */
import { attachmentPath } from '../reports/slips/slip-photos.ts';

/** Every file that workspace.json names, photos of cases among them; what is wrong with it is said when it is opened. */
export function filesOfManifest(bytes: Uint8Array<ArrayBuffer>): string[] {
  try {
    const manifest = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    const entries = [manifest.layers, manifest.series, manifest.snapshots].flatMap((list) =>
      Array.isArray(list) ? list : [],
    );
    const named = [...entries.map((entry: { file?: unknown } | null) => entry?.file), manifest.rulePack];
    for (const photo of photosOfCases(manifest.cases)) named.push(attachmentPath(photo));
    const texts = named.filter((path): path is string => typeof path === 'string' && path !== '');
    return [...new Set(texts.map((path) => path.replaceAll('\\', '/').replace(/^\.\//, '')))];
  } catch {
    return [];
  }
}

function photosOfCases(cases: unknown): string[] {
  if (!Array.isArray(cases)) return [];
  const lists = cases.flatMap((each: { photos?: unknown; photosBefore?: unknown } | null) => [
    each?.photos,
    each?.photosBefore,
  ]);
  return lists.flat().filter((name): name is string => typeof name === 'string' && name !== '');
}
