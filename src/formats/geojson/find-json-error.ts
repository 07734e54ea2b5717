/**
 * Where a JSON text breaks. Engines word `JSON.parse` errors differently and some name no place, so
 * a broken text is scanned once more by this small strict parser that builds nothing. It works on bytes:
 * a text may be longer than the longest string.
 */
import { endOfValue, skipBlanks } from './json-bytes.ts';

const [QUOTE, BACKSLASH, COMMA, COLON, MINUS, PLUS, POINT, ZERO] = bytesOf('"\\,:-+.0') as [
  ...[number, number, number, number, number, number, number, number],
];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = bytesOf('{}[]') as [number, number, number, number];
const LITERALS = ['true', 'false', 'null'].map(bytesOf);
const ESCAPES: ReadonlySet<number> = new Set(bytesOf('"\\/bfnrt'));
const HEX: ReadonlySet<number> = new Set(bytesOf('0123456789abcdefABCDEF'));
const [LETTER_U, LETTER_E, LETTER_CAPITAL_E] = bytesOf('ueE') as [number, number, number];

function bytesOf(text: string): number[] {
  return [...new TextEncoder().encode(text)];
}

/** The place of the byte that cannot stand there, `end` where the text ends too early; undefined if the value from `start` to `end` is sound. O(length), without recursion, so depth cannot hurt. */
export function findJsonError(bytes: Uint8Array, start = 0, end = bytes.length): number | undefined {
  /** Whether each open bracket is that of an object. */
  const open: boolean[] = [];
  let at = start;
  let expect: 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'after' = 'value';
  for (;;) {
    at = skipBlanks(bytes, at, end);
    const byte = at < end ? bytes[at] : undefined;
    if (expect === 'after') {
      const inObject = open.at(-1);
      if (inObject === undefined) return at === end ? undefined : at;
      if (byte === COMMA) expect = inObject ? 'key' : 'value';
      else if (byte === (inObject ? CLOSE_OBJECT : CLOSE_LIST)) open.pop();
      else return at;
      at++;
    } else if (
      (expect === 'key-or-end' && byte === CLOSE_OBJECT) ||
      (expect === 'value-or-end' && byte === CLOSE_LIST)
    ) {
      open.pop();
      at++;
      expect = 'after';
    } else if (expect === 'key' || expect === 'key-or-end') {
      const behind = skipString(bytes, at, end);
      if (behind === undefined) return at;
      at = skipBlanks(bytes, behind, end);
      if (at === end || bytes[at] !== COLON) return at;
      at++;
      expect = 'value';
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      open.push(byte === OPEN_OBJECT);
      at++;
      expect = byte === OPEN_OBJECT ? 'key-or-end' : 'value-or-end';
    } else {
      const behind = skipString(bytes, at, end) ?? skipNumber(bytes, at, end) ?? skipLiteral(bytes, at, end);
      if (behind === undefined) return at;
      at = behind;
      expect = 'after';
    }
  }
}

/** A number or a word that the end of a file cuts in two. */
const CUT_WORD = /^(?:t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?|-?[\d.]*(?:[eE][-+]?)?)$/;
const LONGEST_WORD = 32;

/** Whether what findJsonError found is only that the text ends there, maybe in the middle of a word or a string. */
export function isCutOff(bytes: Uint8Array, fault: number): boolean {
  if (bytes[fault] === QUOTE) return endOfValue(bytes, fault) === ~bytes.length;
  if (bytes.length - fault > LONGEST_WORD) return false;
  return CUT_WORD.test(new TextDecoder().decode(bytes.subarray(fault)).trimEnd());
}

function skipString(bytes: Uint8Array, start: number, end: number): number | undefined {
  if (start >= end || bytes[start] !== QUOTE) return undefined;
  for (let at = start + 1; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === QUOTE) return at + 1;
    if (byte < 0x20) return undefined;
    if (byte !== BACKSLASH) continue;
    at++;
    if (at < end && bytes[at] === LETTER_U) {
      for (let digit = 0; digit < 4; digit++) if (++at >= end || !HEX.has(bytes[at]!)) return undefined;
    } else if (at >= end || !ESCAPES.has(bytes[at]!)) return undefined;
  }
  return undefined;
}

function skipNumber(bytes: Uint8Array, start: number, end: number): number | undefined {
  const whole = start < end && bytes[start] === MINUS ? start + 1 : start;
  let at = skipDigits(bytes, whole, end);
  if (at === whole) return undefined;
  // Nothing follows a leading zero but a fraction or an exponent.
  if (bytes[whole] === ZERO) at = whole + 1;
  if (at < end && bytes[at] === POINT) {
    const behind = skipDigits(bytes, at + 1, end);
    if (behind === at + 1) return at;
    at = behind;
  }
  if (at < end && (bytes[at] === LETTER_E || bytes[at] === LETTER_CAPITAL_E)) {
    const hasSign = at + 1 < end && (bytes[at + 1] === MINUS || bytes[at + 1] === PLUS);
    const digits = at + (hasSign ? 2 : 1);
    const behind = skipDigits(bytes, digits, end);
    if (behind > digits) at = behind;
  }
  return at;
}

function skipDigits(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at]! >= 0x30 && bytes[at]! <= 0x39) at++;
  return at;
}

function skipLiteral(bytes: Uint8Array, start: number, end: number): number | undefined {
  const found = LITERALS.find((literal) => literal.every((byte, i) => start + i < end && bytes[start + i] === byte));
  return found && start + found.length;
}
