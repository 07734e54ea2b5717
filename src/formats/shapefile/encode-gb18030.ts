/**
 * Text as GB18030 bytes. The platform only decodes, so that the table is its decoder turned around:
 * the same on every machine, and no table is shipped. Holds all of Unicode but lone surrogates.
 */

export interface EncodedText {
  readonly bytes: Uint8Array;
  /** Whether characters were left off at the end. */
  readonly isCut: boolean;
  /** Characters that have no code, each written as a question mark. */
  readonly lost: number;
}

/** At most `maxBytes`, cut between two characters. O(text). */
export type EncodeText = (text: string, maxBytes: number) => EncodedText;

const QUESTION_MARK = 0x3f;
/** Codes of four bytes below it stand for characters of 16 bits, those from it on for the others in order. */
const SUPPLEMENTARY_POINTER = 189_000;
const FOUR_BYTE_CODES_OF_16_BITS = 39_420;

/** Building decodes some 63,000 codes: once per file. */
export function createGb18030Encoder(): EncodeText {
  const codes = buildTable();
  return (text, maxBytes) => {
    const bytes: number[] = [];
    let lost = 0;
    for (const character of text) {
      const point = character.codePointAt(0)!;
      const code =
        point < 0x80 ? point : point < 0x10000 ? codes[point]! : fourBytes(SUPPLEMENTARY_POINTER + point - 0x10000);
      // A zero byte would end the text for whoever reads it.
      const isKnown = code !== 0;
      const next = isKnown ? bytesOf(code) : [QUESTION_MARK];
      if (bytes.length + next.length > maxBytes) return { bytes: Uint8Array.from(bytes), isCut: true, lost };
      if (!isKnown) lost++;
      bytes.push(...next);
    }
    return { bytes: Uint8Array.from(bytes), isCut: false, lost };
  };
}

/** Bytes of a code, the first in the highest place. */
function bytesOf(code: number): number[] {
  if (code < 0x80) return [code];
  if (code < 0x10000) return [code >>> 8, code & 0xff];
  return [code >>> 24, (code >>> 16) & 0xff, (code >>> 8) & 0xff, code & 0xff];
}

/** Characters of 16 bits to codes; 0 where there is none. Of two codes for one character the shorter, then the lower. */
function buildTable(): Uint32Array {
  const table = new Uint32Array(0x10000);
  const twoBytes: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) twoBytes.push((lead << 8) | trail);
  }
  enter(table, twoBytes, 2);
  enter(
    table,
    Array.from({ length: FOUR_BYTE_CODES_OF_16_BITS }, (_, pointer) => fourBytes(pointer)),
    4,
  );
  return table;
}

function enter(table: Uint32Array, codes: readonly number[], width: number): void {
  // A line feed after each code: whatever becomes of one, the next is found again.
  const bytes = new Uint8Array((width + 1) * codes.length).fill(0x0a);
  for (const [index, code] of codes.entries()) {
    for (let byte = 0; byte < width; byte++) bytes[(width + 1) * index + byte] = code >>> (8 * (width - 1 - byte));
  }
  const characters = new TextDecoder('gb18030').decode(bytes).split('\n');
  for (const [index, code] of codes.entries()) {
    const character = characters[index]!;
    const point = character.charCodeAt(0);
    if (character.length === 1 && point >= 0x80 && point !== 0xfffd && table[point] === 0) table[point] = code;
  }
}

function fourBytes(pointer: number): number {
  const [first, second] = [0x81 + Math.floor(pointer / 12_600), 0x30 + (Math.floor(pointer / 1260) % 10)];
  const [third, fourth] = [0x81 + (Math.floor(pointer / 10) % 126), 0x30 + (pointer % 10)];
  return ((first << 24) | (second << 16) | (third << 8) | fourth) >>> 0;
}
