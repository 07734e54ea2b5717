/**
 * Where the blobs of a PBF file lie: each is four bytes of length, a BlobHeader (type, size) and a Blob.
 * Sizes are held against the format's own limits and the file's length before anything is made of them.
 * Source: OpenStreetMap wiki, "PBF Format".
 */
import { PbfReader } from 'pbf';

export interface BlobFrame {
  /** `OSMHeader`, `OSMData`, or something later that readers skip. */
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

export interface BlobFrames {
  readonly frames: readonly BlobFrame[];
  /** Bytes in whole blobs; less than the file's where it is cut off or goes on as something else. */
  readonly bytes: number;
}

const MAX_HEADER_BYTES = 1 << 16;
export const MAX_BLOB_BYTES = 1 << 25;

/** O(blobs). Never throws. */
export function findBlobFrames(bytes: Uint8Array): BlobFrames {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const frames: BlobFrame[] = [];
  let at = 0;
  while (at + 4 <= bytes.length) {
    const headerLength = view.getUint32(at);
    const headerEnd = at + 4 + headerLength;
    if (headerLength > MAX_HEADER_BYTES || headerEnd > bytes.length) break;
    const header = readBlobHeader(bytes.subarray(at + 4, headerEnd));
    if (!header || header.size > MAX_BLOB_BYTES || headerEnd + header.size > bytes.length) break;
    at = headerEnd + header.size;
    frames.push({ type: header.type, start: headerEnd, end: at });
  }
  return { frames, bytes: at };
}

function readBlobHeader(bytes: Uint8Array): { type: string; size: number } | undefined {
  const header = { type: '', size: -1 };
  try {
    new PbfReader(bytes).readFields((field, into, pbf) => {
      if (field === 1) into.type = pbf.readString();
      else if (field === 3) into.size = pbf.readVarint();
    }, header);
  } catch {
    return undefined;
  }
  return header.type !== '' && header.size >= 0 ? header : undefined;
}
