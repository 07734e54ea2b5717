/**
 * A text column filled from UTF-8 bytes. Each different text is decoded once, at the end: ledgers
 * repeat their words, and decoding is what costs. Texts are told apart by hash, then by bytes.
 */
import type { TextColumn } from '../../model/feature-batch.ts';

export interface ByteTexts {
  /** Empty text is "no value". */
  set(row: number, source: Uint8Array, start: number, end: number): void;
  finish(count: number): TextColumn;
}

export function createByteTexts(): ByteTexts {
  let codes = new Uint32Array(1024);
  let slots = new Uint32Array(1024);
  let pool = new Uint8Array(4096);
  /** Text n lies in pool from ends[n - 1] (or 0) to ends[n]. */
  const ends: number[] = [];
  const hashes: number[] = [];

  const insert = (source: Uint8Array, start: number, end: number, hash: number): number => {
    const used = ends.at(-1) ?? 0;
    const length = end - start;
    if (used + length > pool.length) {
      const larger = new Uint8Array(2 * (used + length));
      larger.set(pool.subarray(0, used));
      pool = larger;
    }
    // Byte by byte: a view of the source would cost more than most texts are long.
    for (let at = start, own = used; at < end; at++, own++) pool[own] = source[at]!;
    hashes.push(hash);
    return ends.push(used + length);
  };
  const isText = (code: number, source: Uint8Array, start: number, end: number): boolean => {
    const from = code === 1 ? 0 : (ends[code - 2] as number);
    if ((ends[code - 1] as number) - from !== end - start) return false;
    for (let at = start, own = from; at < end; at++, own++) if (source[at] !== pool[own]) return false;
    return true;
  };
  const growSlots = () => {
    slots = new Uint32Array(slots.length * 2);
    hashes.forEach((hash, index) => {
      let slot = hash & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = index + 1;
    });
  };
  const codeOf = (source: Uint8Array, start: number, end: number): number => {
    const hash = hashBytes(source, start, end);
    let slot = hash & (slots.length - 1);
    for (let code = slots[slot] as number; code !== 0; code = slots[slot] as number) {
      if (hashes[code - 1] === hash && isText(code, source, start, end)) return code;
      slot = (slot + 1) & (slots.length - 1);
    }
    const code = insert(source, start, end, hash);
    slots[slot] = code;
    if (code * 2 > slots.length) growSlots();
    return code;
  };

  return {
    set(row, source, start, end) {
      if (row >= codes.length) {
        const larger = new Uint32Array(Math.max(row + 1, codes.length * 2));
        larger.set(codes);
        codes = larger;
      }
      if (end > start) codes[row] = codeOf(source, start, end);
    },
    finish(count) {
      const dictionary = decodeTexts(pool.subarray(0, ends.at(-1) ?? 0), ends);
      const finished = new Uint32Array(count);
      finished.set(codes.subarray(0, count));
      return { type: 'text', codes: finished, dictionary };
    },
  };
}

/**
 * All texts decoded at once and cut apart, since a call of the decoder costs more than a short text.
 * Where the bytes are not UTF-8 throughout, letters cannot be counted by bytes: then one by one.
 */
function decodeTexts(pool: Uint8Array, ends: readonly number[]): string[] {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const all = decoder.decode(pool);
  const texts: string[] = [];
  let byte = 0;
  let from = 0;
  let to = 0;
  for (const end of ends) {
    // A letter begins at each byte that continues none; those of four bytes are two code units.
    for (; byte < end; byte++) {
      const lead = pool[byte]!;
      if ((lead & 0xc0) !== 0x80) to += lead >= 0xf0 ? 2 : 1;
    }
    texts.push(all.slice(from, to));
    from = to;
  }
  if (to === all.length && !all.includes('\ufffd')) return texts;
  const single = new TextDecoder();
  return ends.map((end, index) => single.decode(pool.subarray(ends[index - 1] ?? 0, end)));
}

/** FNV-1a, 32 bits. */
function hashBytes(source: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (source[at] as number), 0x01000193);
  return hash >>> 0;
}
