/** Brings the type of given characters into the browser's cache, before the map asks for it name by name. */
import { fontFaces } from './base-fonts.ts';

/** Resolves once all were asked for; what could not be fetched is asked for again by the map itself. */
export async function holdFonts(characters: string): Promise<void> {
  const files = Object.values(fontFaces()).flatMap((faces) =>
    Array.isArray(faces) ? filesFor(characters, faces) : [],
  );
  await Promise.allSettled(files.map(async (url) => (await fetch(url)).arrayBuffer()));
}

/** The addresses of those faces that hold any of the characters. O(characters × ranges). */
export function filesFor(
  characters: string,
  faces: readonly { readonly url: string; readonly 'unicode-range'?: readonly string[] | undefined }[],
): string[] {
  const codes = [...new Set(characters)].map((character) => character.codePointAt(0) ?? 0);
  return faces
    .filter((face) => {
      const ranges = (face['unicode-range'] ?? ['U+0-10FFFF']).map(parseRange);
      return codes.some((code) => ranges.some(([from, to]) => code >= from && code <= to));
    })
    .map(({ url }) => url);
}

/** `U+4e00-4eff`, `U+20` as numbers, both ends part of it. */
function parseRange(range: string): readonly [from: number, to: number] {
  const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}
