/**
 * The outline of JSON in UTF-8 bytes: where values begin and end. Only strings and brackets are looked
 * at, several hundred megabytes a second; whether what lies between is sound is for the parser to say.
 */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OTHER = 0;
const BLANK = 1;
const OPEN = 2;
const CLOSE = 3;
const QUOTES = 4;
const BETWEEN = 5;

/** What a byte is outside of strings. */
const KIND = new Uint8Array(256);
for (const byte of [0x09, 0x0a, 0x0d, 0x20]) KIND[byte] = BLANK;
for (const byte of [0x5b, 0x7b]) KIND[byte] = OPEN;
for (const byte of [0x5d, 0x7d]) KIND[byte] = CLOSE;
for (const byte of [0x2c, 0x3a]) KIND[byte] = BETWEEN;
KIND[QUOTE] = QUOTES;

export function skipBlanks(bytes: Uint8Array, start: number, limit = bytes.length): number {
  let at = start;
  while (at < limit && KIND[bytes[at]!] === BLANK) at++;
  return at;
}

/**
 * The end of the value that begins at `start`; where no value ends, `~place` of what stands in its way: `limit`
 * itself, a line break inside a string, or `start` where no value begins. O(length), without recursion.
 */
export function endOfValue(bytes: Uint8Array, start: number, limit = bytes.length): number {
  const kind = start < limit ? KIND[bytes[start]!] : BETWEEN;
  if (kind === QUOTES) return endOfString(bytes, start, limit);
  if (kind === OTHER) {
    let at = start;
    while (at < limit && KIND[bytes[at]!] === OTHER) at++;
    return at;
  }
  if (kind !== OPEN) return ~start;
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const found = KIND[bytes[at]!]!;
    if (found < OPEN) continue;
    if (found === OPEN) depth++;
    else if (found === CLOSE) {
      if (--depth === 0) return at + 1;
    } else if (found === QUOTES) {
      const end = endOfString(bytes, at, limit);
      if (end < 0) return end;
      at = end - 1;
    }
  }
  return ~limit;
}

function endOfString(bytes: Uint8Array, start: number, limit: number): number {
  for (let at = start + 1; at < limit; at++) {
    const byte = bytes[at]!;
    if (byte === QUOTE) return at + 1;
    if (byte === BACKSLASH) at++;
    // No string runs over a line: a lost quote must not turn the whole rest of the file inside out.
    else if (byte === 0x0a) return ~at;
  }
  return ~limit;
}

const FEATURE_START = ['{', '"type"', ':', '"Feature"'].map((text) => new TextEncoder().encode(text));

/** Where a `{"type":"Feature"` begins, at `from` or later and before `limit`; undefined if there is none. Looks at no structure. */
export function findFeature(bytes: Uint8Array, from: number, limit = bytes.length): number | undefined {
  const brace = FEATURE_START[0]![0]!;
  for (let start = bytes.indexOf(brace, from); start >= 0 && start < limit; start = bytes.indexOf(brace, start + 1)) {
    let at = start;
    const isFeature = FEATURE_START.every((wanted) => {
      at = skipBlanks(bytes, at);
      return wanted.every((byte) => bytes[at++] === byte);
    });
    if (isFeature) return start;
  }
  return undefined;
}
