/** Where in a text a byte of it stands, as an editor counts, and where a broken JSON text breaks. */
import { findJsonError } from './find-json-error.ts';

export interface JsonError {
  /** 1-based line and column of the character that cannot stand there. */
  readonly line: number;
  readonly column: number;
  /** That character, or '' at the end of the text. */
  readonly found: string;
}

/** Undefined if the text is sound. O(length), without recursion, so depth cannot hurt. */
export function locateJsonError(text: string): JsonError | undefined {
  const bytes = new TextEncoder().encode(text);
  const at = findJsonError(bytes);
  return at === undefined ? undefined : createPlaceFinder(bytes)(at);
}

const LINE_FEED = 0x0a;

/**
 * Tells places of bytes; lines and columns count from `start`, columns in UTF-16 units, as editors do.
 * Places that come in ascending order cost O(length) all together.
 */
export function createPlaceFinder(bytes: Uint8Array, start = 0): (at: number) => JsonError {
  let reached = start;
  let line = 1;
  let column = 1;
  return (at) => {
    if (at < reached) [reached, line, column] = [start, 1, 1];
    for (; reached < at; reached++) {
      const byte = bytes[reached]!;
      if (byte === LINE_FEED) {
        line++;
        column = 1;
      }
      // Continuation bytes are no characters of their own; four bytes are a pair of units.
      else if ((byte & 0xc0) !== 0x80) column += byte >= 0xf0 ? 2 : 1;
    }
    const [found = ''] = new TextDecoder().decode(bytes.subarray(at, at + 4));
    return { line, column, found };
  };
}
