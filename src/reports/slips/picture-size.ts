/** What kind of picture bytes hold and how large it is, from their first parts; nothing is decoded. */
import { readPngSize } from '../png.ts';

export interface PictureSize {
  readonly format: 'image/png' | 'image/jpeg';
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Undefined for what is neither PNG nor JPEG, or has no size. O(segments of the JPEG). */
export function readPictureSize(bytes: Uint8Array): PictureSize | undefined {
  const png = readPngSize(bytes);
  if (png) return { format: 'image/png', ...png };
  const jpeg = readJpegSize(bytes);
  return jpeg && { format: 'image/jpeg', ...jpeg };
}

/** Start of frame, of any coding but the tables and arithmetic marks among them (ITU-T T.81, table B.1). */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function readJpegSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 <= bytes.length && view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    // Any number of these may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return width > 0 && height > 0 ? { width, height } : undefined;
    }
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
