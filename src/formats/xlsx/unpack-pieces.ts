/** One part of a workbook, unpacked piece by piece as text: a sheet of a million rows is longer than one string can be. */
import { Inflate } from 'fflate';
import type { ZipEntry } from './zip-directory.ts';

/** At its most a piece of this size unpacks to sixteen megabytes. */
const PACKED_PIECE = 2 ** 14;

/** `tell` hears how many packed bytes are done. Throws where they are damaged, or unpack to more than the directory says. O(unpacked bytes). */
export function* unpackText(entry: ZipEntry, tell?: (packedBytes: number) => void): Generator<string> {
  const decoder = createDecoder();
  for (const piece of unpack(entry, tell)) yield decoder.decode(piece);
  yield decoder.end();
}

function* unpack({ bytes, isStored, size }: ZipEntry, tell?: (packedBytes: number) => void): Generator<Uint8Array> {
  let unpacked: Uint8Array[] = [];
  let total = 0;
  const inflate = new Inflate((piece) => unpacked.push(piece));
  for (let at = 0; at < bytes.length; at += PACKED_PIECE) {
    const packed = bytes.subarray(at, at + PACKED_PIECE);
    if (isStored) unpacked.push(packed);
    else inflate.push(packed, at + PACKED_PIECE >= bytes.length);
    for (const piece of unpacked) {
      total += piece.length;
      if (total > size) throw new Error('zip: more than its directory says');
      yield piece;
    }
    unpacked = [];
    tell?.(Math.min(bytes.length, at + PACKED_PIECE));
  }
}

/** UTF-8 as all programs write it, or UTF-16 with its mark, which XML allows too. */
function createDecoder() {
  let decoder: TextDecoder | undefined;
  return {
    decode(piece: Uint8Array): string {
      decoder ??= new TextDecoder(piece[0] === 0xff ? 'utf-16le' : piece[0] === 0xfe ? 'utf-16be' : 'utf-8');
      return decoder.decode(piece, { stream: true });
    },
    end: () => decoder?.decode() ?? '',
  };
}
