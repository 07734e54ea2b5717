/**
 * The bundled fonts as MapLibre's `font-faces`: about a hundred files of a few thousand characters
 * together, of which the map fetches those that it writes with. No glyph server is ever asked.
 */

import unicodeRanges from '@fontsource/noto-sans-sc/unicode.json';
import type { StyleSpecification } from 'maplibre-gl';
import { MEDIUM_FONT, REGULAR_FONT } from './base-flavors.ts';

type FontFaces = NonNullable<StyleSpecification['font-faces']>;

const REGULAR_FILES = import.meta.glob<string>(
  [
    '../../node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-*-400-normal.woff2',
    // The whole script in one file of a megabyte, already there in parts.
    '!**/noto-sans-sc-chinese-simplified-*',
  ],
  { query: '?url', import: 'default', eager: true },
);
const MEDIUM_FILES = import.meta.glob<string>(
  [
    '../../node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-*-500-normal.woff2',
    '!**/noto-sans-sc-chinese-simplified-*',
  ],
  { query: '?url', import: 'default', eager: true },
);

export function fontFaces(): FontFaces {
  return { [REGULAR_FONT]: facesOf(REGULAR_FILES), [MEDIUM_FONT]: facesOf(MEDIUM_FILES) };
}

function facesOf(files: Readonly<Record<string, string>>): { url: string; 'unicode-range': string[] }[] {
  const ranges: Readonly<Record<string, string>> = unicodeRanges;
  return Object.entries(files).flatMap(([path, url]) => {
    const subset = /noto-sans-sc-(.+)-\d+-normal\.woff2$/.exec(path)?.[1] ?? '';
    const range = ranges[subset] ?? ranges[`[${subset}]`];
    return range ? [{ url: absolute(url), 'unicode-range': range.split(',') }] : [];
  });
}

/** MapLibre resolves nothing: it wants whole addresses. Outside a page (tests) there is no base to resolve against. */
function absolute(url: string): string {
  return typeof document === 'undefined' ? url : new URL(url, document.baseURI).href;
}
