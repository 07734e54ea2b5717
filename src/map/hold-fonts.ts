/**
 * Brings the type that the map writes with into the browser's cache, before it is asked for name by name. All of it,
 * some five megabytes: which names a base map will show is not known before.
 */
import { fontFaces } from './base-fonts.ts';

/** Resolves once all were asked for; what could not be fetched is asked for again by the map itself. */
export async function holdFonts(): Promise<void> {
  const files = Object.values(fontFaces()).flatMap((faces) =>
    Array.isArray(faces) ? faces.map(({ url }) => url) : [],
  );
  await Promise.allSettled(files.map(async (url) => (await fetch(url)).arrayBuffer()));
}
