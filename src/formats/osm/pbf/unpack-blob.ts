/** A blob's bytes as they were before packing: raw or zlib. The size it states is checked before that much is allocated, and what comes out against it. */
import { Unzlib } from 'fflate';
import { PbfReader } from 'pbf';
import { fail, ok, type Result } from '../../../core/result.ts';
import { MAX_BLOB_BYTES } from './blob-frames.ts';

/** Fields of a Blob that hold data packed in a way that is rare and not read here. */
const OTHER_PACKINGS: Readonly<Record<number, string>> = { 4: 'lzma', 5: 'bzip2', 6: 'lz4', 7: 'zstd' };
/** Deflate makes at most 1,032 bytes of one: so much is unpacked before the size is looked at again. */
const SLICE_BYTES = 1 << 14;

interface Blob {
  raw?: Uint8Array;
  rawSize: number;
  zlib?: Uint8Array;
  other?: string;
}

/** Problems: `osm-block-broken`, `osm-packing-unsupported`. O(bytes). */
export function unpackBlob(bytes: Uint8Array): Result<Uint8Array> {
  const blob: Blob = { rawSize: -1 };
  try {
    new PbfReader(bytes).readFields((field, into, pbf) => {
      if (field === 1) into.raw = pbf.readBytes();
      else if (field === 2) into.rawSize = pbf.readVarint();
      else if (field === 3) into.zlib = pbf.readBytes();
      else if (Object.hasOwn(OTHER_PACKINGS, field)) into.other = OTHER_PACKINGS[field]!;
    }, blob);
    if (blob.other !== undefined) return fail('osm-packing-unsupported', { packing: blob.other });
    if (blob.raw) return ok(blob.raw);
    const unpacked = blob.zlib && inflate(blob.zlib, blob.rawSize);
    return unpacked ? ok(unpacked) : fail('osm-block-broken');
  } catch {
    return fail('osm-block-broken');
  }
}

/** undefined where the size stated is not the size found, or the checksum differs. Throws on what is no zlib. */
function inflate(packed: Uint8Array, size: number): Uint8Array | undefined {
  if (size < 0 || size > MAX_BLOB_BYTES || packed.length < 6) return undefined;
  const unpacked = new Uint8Array(size);
  let length = 0;
  const stream = new Unzlib((chunk) => {
    if (length + chunk.length <= size) unpacked.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length && length <= size; at += SLICE_BYTES) {
    stream.push(packed.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= packed.length);
  }
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  return length === size && adler32(unpacked) === view.getUint32(packed.length - 4) ? unpacked : undefined;
}

/** The checksum at the end of zlib data (RFC 1950), which fflate does not look at: a flipped byte would move a site unseen. */
function adler32(bytes: Uint8Array): number {
  const [modulus, most] = [65_521, 5_552];
  let [low, high] = [1, 0];
  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(at + most, bytes.length);
    for (; at < end; at++) {
      low += bytes[at]!;
      high += low;
    }
    low %= modulus;
    high %= modulus;
  }
  return high * 65_536 + low;
}
