/** Bytes of a text file as text: the given encoding, else by mark, else UTF-8, else what Chinese offices write: GBK. */
import { fail, ok, type Problem, problem, type Result } from '../core/result.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

/** A guess is told in the notes. Fails on an encoding that is not known and on text too long for one string. */
export function decodeText(bytes: Uint8Array, wanted?: string): Result<DecodedText> {
  const marked = findMark(bytes);
  const notes: Problem[] = [];
  try {
    if (wanted !== undefined) return ok({ text: decode(bytes, wanted), encoding: wanted.toLowerCase() });
    if (marked) return ok({ text: decode(bytes, marked), encoding: marked });
    const utf8 = decodeStrictly(bytes, 'utf-8');
    if (utf8 !== undefined) return ok({ text: utf8, encoding: 'utf-8' });
    const chinese = decodeStrictly(bytes, 'gb18030');
    const encoding = chinese === undefined ? 'utf-8' : 'gb18030';
    notes.push(problem(chinese === undefined ? 'encoding-damaged' : 'encoding-guessed', { encoding }));
    return ok({ text: chinese ?? decode(bytes, 'utf-8'), encoding }, notes);
  } catch (error) {
    return error instanceof RangeError && wanted !== undefined && !isKnownEncoding(wanted)
      ? fail('encoding-unknown', { encoding: wanted })
      : fail('file-too-large', { megabytes: Math.round(bytes.length / 1e6) });
  }
}

/** The encoding that a UTF-16 byte order mark names. */
export function findMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

export function isKnownEncoding(encoding: string): boolean {
  try {
    return new TextDecoder(encoding) !== undefined;
  } catch {
    return false;
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // Only a TypeError means "not this encoding"; anything else (text too long) is the caller's to tell.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
