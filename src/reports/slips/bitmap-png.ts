/** Pictures of one bit a pixel as PNG. */
import { buildPng } from '../png.ts';

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
  return buildPng({ widthPixels: width, heightPixels: height, bitDepth: 1, color: 'grey', rows });
}
