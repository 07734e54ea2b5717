/** Words of an annotation in lines that can be read from the last row. Pure. */

/** Of a line, in Chinese characters: no longer line is read at a glance. */
export const LINE_CHARACTERS = 18;
/** A Latin letter takes about this much of a Chinese character. */
const LATIN_SHARE = 0.55;
/** Chinese characters and their punctuation, as wide as they are tall. */
const WIDE = String.raw`\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60`;
const IS_WIDE = new RegExp(`[${WIDE}]`, 'u');
const PIECES = new RegExp(String.raw`[${WIDE}]|\s+|[^\s${WIDE}]+`, 'gu');

/** Breaks after any Chinese character, else between words; a longer word is left whole. O(characters). */
export function wrapText(text: string, most = LINE_CHARACTERS): string {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.trim().match(PIECES) ?? []) {
    if (line !== '' && widthOf(line + piece.trimEnd()) > most) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return [...lines, line.trimEnd()].join('\n');
}

/** In Chinese characters. */
export function widthOf(text: string): number {
  return [...text].reduce((total, character) => total + (IS_WIDE.test(character) ? 1 : LATIN_SHARE), 0);
}
