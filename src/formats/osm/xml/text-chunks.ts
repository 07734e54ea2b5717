/**
 * A text file in pieces, so that a hundred megabytes are never one string and work can stop between two
 * of them. Which encoding it is, is found out before, by the rules of `decode-text.ts`.
 */
import { fail, ok, type Problem, problem, type Result } from '../../../core/result.ts';
import { declaredEncoding } from '../../xml/declared-encoding.ts';

const CHUNK_BYTES = 1 << 18;

/** Given, else by mark, else declared, else UTF-8 or GBK, whichever the bytes are. A guess is told in the notes. O(bytes). */
export function findEncoding(bytes: Uint8Array, wanted: string | undefined): Result<string> {
  const stated = wanted ?? findMark(bytes) ?? declaredEncoding(bytes);
  if (stated !== undefined)
    return isKnown(stated) ? ok(stated.toLowerCase()) : fail('encoding-unknown', { encoding: stated });
  if (isEncodedAs(bytes, 'utf-8')) return ok('utf-8');
  const isChinese = isEncodedAs(bytes, 'gb18030');
  const encoding = isChinese ? 'gb18030' : 'utf-8';
  const notes: Problem[] = [problem(isChinese ? 'encoding-guessed' : 'encoding-damaged', { encoding })];
  return ok(encoding, notes);
}

function findMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding) !== undefined;
  } catch {
    return false;
  }
}

function isEncodedAs(bytes: Uint8Array, encoding: string): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      decoder.decode(bytes.subarray(at, at + CHUNK_BYTES), { stream: true });
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** Each piece with the number of bytes read so far. A letter is never cut in two. */
export function* textChunks(bytes: Uint8Array, encoding: string): Generator<{ text: string; done: number }> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const done = Math.min(at + CHUNK_BYTES, bytes.length);
    yield { text: decoder.decode(bytes.subarray(at, done), { stream: done < bytes.length }), done };
  }
}
