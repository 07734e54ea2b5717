/**
 * Where a JSON text breaks. Engines word `JSON.parse` errors differently and some name no place, so
 * a broken text is scanned once more by this small strict parser that builds nothing.
 */
export interface JsonError {
  /** 1-based line and column of the character that cannot stand there. */
  readonly line: number;
  readonly column: number;
  /** That character, or '' at the end of the text. */
  readonly found: string;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these inside strings.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const LITERAL = /true|false|null/y;
const BLANKS = /[ \t\r\n]*/y;

/** Undefined if the text is sound. O(length), without recursion, so depth cannot hurt. */
export function locateJsonError(text: string): JsonError | undefined {
  const open: ('{' | '[')[] = [];
  let at = 0;
  let expect: 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'after' = 'value';
  const match = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  for (;;) {
    match(BLANKS);
    const letter = text[at];
    if (expect === 'after') {
      const inside = open.at(-1);
      if (!inside) return at === text.length ? undefined : errorAt(text, at);
      if (letter === ',') {
        expect = inside === '{' ? 'key' : 'value';
        at++;
      } else if (letter === (inside === '{' ? '}' : ']')) {
        open.pop();
        at++;
      } else return errorAt(text, at);
    } else if ((expect === 'key-or-end' && letter === '}') || (expect === 'value-or-end' && letter === ']')) {
      open.pop();
      at++;
      expect = 'after';
    } else if (expect === 'key' || expect === 'key-or-end') {
      if (!match(STRING)) return errorAt(text, at);
      match(BLANKS);
      if (text[at] !== ':') return errorAt(text, at);
      at++;
      expect = 'value';
    } else if (letter === '{' || letter === '[') {
      open.push(letter);
      at++;
      expect = letter === '{' ? 'key-or-end' : 'value-or-end';
    } else if (match(STRING) || match(NUMBER) || match(LITERAL)) expect = 'after';
    else return errorAt(text, at);
  }
}

function errorAt(text: string, at: number): JsonError {
  let line = 1;
  let lineStart = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) {
    line++;
    lineStart = end + 1;
  }
  return { line, column: at - lineStart + 1, found: text[at] ?? '' };
}
