/** Pictures of one bit a pixel as PNG (W3C PNG, third edition), and the size that a PNG states. */
import { zlibSync } from 'fflate';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const HEADER_LENGTH = 13;
const CHUNK_FRAME_LENGTH = 12;

/**
 * A square or oblong grid of black and white modules, each so many pixels wide and high: an unscaled picture of a QR
 * code would be blurred by whatever enlarges it. The same bytes on every machine. O(pixels / 8).
 */
export function bitmapPng(isBlack: readonly (readonly boolean[])[], pixelsPerModule: number): Uint8Array<ArrayBuffer> {
  const [height, width] = [isBlack.length * pixelsPerModule, (isBlack[0]?.length ?? 0) * pixelsPerModule];
  const rowLength = 1 + Math.ceil(width / 8);
  const rows = new Uint8Array(rowLength * height);
  for (const [module, cells] of isBlack.entries()) {
    const start = module * pixelsPerModule * rowLength;
    for (let x = 0; x < width; x++) {
      // Each row begins with its filter, 0; in grey of one bit, 1 is white.
      if (!cells[Math.floor(x / pixelsPerModule)]) rows[start + 1 + (x >> 3)]! |= 0x80 >> (x & 7);
    }
    for (let copy = 1; copy < pixelsPerModule; copy++)
      rows.copyWithin(start + copy * rowLength, start, start + rowLength);
  }
  const header = new Uint8Array(HEADER_LENGTH);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  // One bit of grey; the method of compression, of filters and of interlacing is 0.
  header[8] = 1;
  return Uint8Array.from([
    ...SIGNATURE,
    ...chunk('IHDR', header),
    ...chunk('IDAT', zlibSync(rows)),
    ...chunk('IEND', new Uint8Array(0)),
  ]);
}

/** In pixels; undefined for what is no PNG or has no size. */
export function readPngSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  if (bytes.length < 24 || SIGNATURE.some((byte, index) => bytes[index] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return width > 0 && height > 0 ? { width, height } : undefined;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(CHUNK_FRAME_LENGTH + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = type.charCodeAt(i);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, checksum(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** CRC-32 as PNG has it (Annex D), bit by bit: these pictures have a few hundred bytes. */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
