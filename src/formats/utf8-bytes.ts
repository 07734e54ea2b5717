/**
 * The bytes of a text file as UTF-8, by the same rules as decodeText, for files that are longer than the longest
 * string: UTF-8 is looked through and taken as it is, anything else is written anew piece by piece.
 */
import { fail, ok, problem, type Result } from '../core/result.ts';
import { checkpoint, type Task } from '../core/task.ts';
import { findMark, isKnownEncoding } from './decode-text.ts';

export interface Utf8Text {
  /** Without a byte order mark. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The one in which the file was read. */
  readonly encoding: string;
}

const PIECE_BYTES = 1 << 20;
const PIECES_PER_CHECKPOINT = 16;

/** A guess is told in the notes. Fails on an encoding that is not known. O(bytes). */
export async function utf8BytesOf(
  bytes: Uint8Array<ArrayBuffer>,
  wanted: string | undefined,
  task: Task,
): Promise<Result<Utf8Text>> {
  if (wanted !== undefined && !isKnownEncoding(wanted)) return fail('encoding-unknown', { encoding: wanted });
  const stated = wanted?.toLowerCase() ?? findMark(bytes);
  if (stated !== undefined) {
    if (new TextDecoder(stated).encoding === 'utf-8') return ok({ bytes: withoutMark(bytes), encoding: stated });
    return ok({ bytes: (await transcode(bytes, stated, false, task))!, encoding: stated });
  }
  if (await isSound(bytes, 'utf-8', task)) return ok({ bytes: withoutMark(bytes), encoding: 'utf-8' });
  const chinese = await transcode(bytes, 'gb18030', true, task);
  const encoding = chinese ? 'gb18030' : 'utf-8';
  const note = problem(chinese ? 'encoding-guessed' : 'encoding-damaged', { encoding });
  return ok({ bytes: chinese ?? withoutMark(bytes), encoding }, [note]);
}

const withoutMark = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;

async function isSound(bytes: Uint8Array, encoding: string, task: Task): Promise<boolean> {
  return (await decodePieces(bytes, encoding, true, task, () => {})) === true;
}

/** Undefined if `fatal` and the bytes are not of this encoding. */
async function transcode(
  bytes: Uint8Array,
  encoding: string,
  fatal: boolean,
  task: Task,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const encoder = new TextEncoder();
  // Two bytes of Chinese become three. Memory that is never written to costs nothing.
  let written = new Uint8Array(Math.ceil(1.5 * bytes.length) + 16);
  let length = 0;
  const isWhole = await decodePieces(bytes, encoding, fatal, task, (text) => {
    const piece = encoder.encode(text);
    if (length + piece.length > written.length) {
      const larger = new Uint8Array(2 * written.length + piece.length);
      larger.set(written.subarray(0, length));
      written = larger;
    }
    written.set(piece, length);
    length += piece.length;
  });
  return isWhole ? written.subarray(0, length) : undefined;
}

/** A last character that the end of the file cuts in two is no other encoding; it is left out. */
async function decodePieces(
  bytes: Uint8Array,
  encoding: string,
  fatal: boolean,
  task: Task,
  take: (text: string) => void,
): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal });
  try {
    for (let start = 0, piece = 1; start < bytes.length; start += PIECE_BYTES, piece++) {
      take(decoder.decode(bytes.subarray(start, start + PIECE_BYTES), { stream: true }));
      if (piece % PIECES_PER_CHECKPOINT === 0) await checkpoint(task);
    }
    return true;
  } catch (error) {
    // Only a TypeError means "not this encoding"; a cancel and anything else are the caller's.
    if (error instanceof TypeError) return false;
    throw error;
  }
}
