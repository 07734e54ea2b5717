/** World files (.jgw, .pgw, .tfw, .wld): six numbers that place a picture. */
import { fail, ok, type Result } from '../../core/result.ts';
import type { PixelTransform } from '../../model/base-map.ts';

/**
 * The lines are a, d, b, e, c, f, and c and f are the *middle* of the top left pixel; the transform counts
 * from that pixel's corner. Fails with `picture-world-file` where a number is missing or nothing has any size.
 */
export function parseWorldFile(text: string): Result<PixelTransform> {
  const numbers = text
    .trim()
    .split(/\s+/u)
    .map((word) => Number(word.replace(',', '.')));
  const [a, d, b, e, c, f] = numbers as [number, number, number, number, number, number];
  if (numbers.length < 6 || numbers.slice(0, 6).some((value) => !Number.isFinite(value)) || a * e - b * d === 0)
    return fail('picture-world-file');
  return ok([a, b, c - a / 2 - b / 2, d, e, f - d / 2 - e / 2]);
}

/** Ending of a picture's world file by the usual rule: first and last letter and a w. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  jpg: ['jgw', 'jpgw', 'wld'],
  jpeg: ['jgw', 'jpegw', 'wld'],
  png: ['pgw', 'pngw', 'wld'],
  tif: ['tfw', 'tifw', 'wld'],
  tiff: ['tfw', 'tiffw', 'wld'],
};

/** The name's stem and ending in lower case. */
export function splitName(name: string): { stem: string; ending: string } {
  const [, stem = name, ending = ''] = /^(.*)\.([^.]*)$/su.exec(name) ?? [];
  return { stem: stem.toLowerCase(), ending: ending.toLowerCase() };
}

/** Whether a file of this name places that picture. */
export function isWorldFileOf(name: string, picture: string): boolean {
  const [file, of] = [splitName(name), splitName(picture)];
  return file.stem === of.stem && (ENDINGS[of.ending] ?? []).includes(file.ending);
}

/** Whether a file of this name is a picture that can be placed. */
export const isPictureName = (name: string): boolean => splitName(name).ending in ENDINGS;
