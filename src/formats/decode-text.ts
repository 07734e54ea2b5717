/**
 * Bytes of a text file as text: the given encoding, else by mark, else UTF-8, else what Chinese offices
 * write: GBK. At once, or piece by piece where a file is longer than one string can be.
 */
import { fail, ok, problem, type Result } from '../core/result.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

/** A guess is told in the notes. Fails on an encoding that is not known and on text too long for one string. */
export function decodeText(bytes: Uint8Array, wanted?: string): Result<DecodedText> {
  const encoding = findEncoding(bytes, wanted);
  if (!encoding.ok) return encoding;
  try {
    const text = new TextDecoder(encoding.value).decode(bytes);
    return ok({ text, encoding: encoding.value }, encoding.notes);
  } catch {
    return fail('file-too-large', { megabytes: Math.round(bytes.length / 1e6) });
  }
}

/** Which encoding the bytes are in, without making one text of them. Notes and failures as of `decodeText`. O(bytes). */
export function findEncoding(bytes: Uint8Array, wanted?: string): Result<string> {
  if (wanted !== undefined)
    return isKnownEncoding(wanted) ? ok(wanted.toLowerCase()) : fail('encoding-unknown', { encoding: wanted });
  const marked = findMark(bytes);
  if (marked) return ok(marked);
  if (isValid(bytes, 'utf-8')) return ok('utf-8');
  const encoding = isValid(bytes, 'gb18030') ? 'gb18030' : 'utf-8';
  const code = encoding === 'gb18030' ? 'encoding-guessed' : 'encoding-damaged';
  return ok(encoding, [problem(code, { encoding })]);
}

export const PIECE_BYTES = 2 ** 19;

/** The text in pieces of half a megabyte, without its mark; no letter is cut. `encoding` must be a known one. */
export function* decodePieces(bytes: Uint8Array, encoding: string, fatal = false): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal });
  for (let at = 0; at < bytes.length; at += PIECE_BYTES)
    yield decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: true });
  yield decoder.decode();
}

function isValid(bytes: Uint8Array, encoding: string): boolean {
  try {
    for (const _ of decodePieces(bytes, encoding, true));
    return true;
  } catch {
    return false;
  }
}

/** The encoding that a byte order mark names, or the zeros of UTF-16 without one. */
export function findMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return findUnmarkedUtf16(bytes.subarray(0, 4096));
}

/** No other text holds zero bytes; in UTF-16 they are the upper halves of digits and commas, and seldom lower ones (一). */
function findUnmarkedUtf16(head: Uint8Array): string | undefined {
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2]!++;
  const [even, odd] = zeros as [number, number];
  if (Math.max(even, odd) * 20 < head.length || Math.min(even, odd) * 4 > Math.max(even, odd)) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

export function isKnownEncoding(encoding: string): boolean {
  try {
    return new TextDecoder(encoding) !== undefined;
  } catch {
    return false;
  }
}
