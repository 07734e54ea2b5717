import { crc32 } from 'node:zlib';
import { unzlibSync } from 'fflate';
import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../i18n/translate.ts';
import { readPngSize } from '../png.ts';
import { bitmapPng } from './bitmap-png.ts';
import { qrPng, slipQrText } from './qr-code.ts';

/** Chunks with their checksums tried, by type. */
function chunksOf(png: Uint8Array): Map<string, Uint8Array> {
  const chunks = new Map<string, Uint8Array>();
  const view = new DataView(png.buffer, png.byteOffset);
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    expect(view.getUint32(at + 8 + length), type).toBe(crc32(png.subarray(at + 4, at + 8 + length)));
    chunks.set(type, png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return chunks;
}

/** One bit of grey without filters, as four bytes a pixel. */
function pixelsOf(png: Uint8Array): { data: Uint8ClampedArray; width: number; height: number } {
  const { width, height } = readPngSize(png)!;
  const rows = unzlibSync(chunksOf(png).get('IDAT')!);
  const rowLength = 1 + Math.ceil(width / 8);
  const data = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const white = rows[y * rowLength + 1 + (x >> 3)]! & (0x80 >> (x & 7));
      if (!white) data.fill(0, 4 * (y * width + x), 4 * (y * width + x) + 3);
    }
  }
  return { data, width, height };
}

const item = { findingId: '8ee92a3dd3f06f24', gcj02: [113.735324, 34.625566] as const };

describe('the QR code of a slip', () => {
  it('is read by another library as the text with the id and the GCJ-02 point, longitude first', () => {
    const text = slipQrText(item, createTranslator('zh-CN'));
    expect(text).toBe('尘图问题 8ee92a3dd3f06f24\n火星坐标（GCJ-02，经度,纬度）\n113.73532,34.62557');
    const { data, width, height } = pixelsOf(qrPng(text));
    const read = jsQR(data, width, height);
    expect(new TextDecoder().decode(Uint8Array.from(read!.binaryData))).toBe(text);
  });

  it('is the same picture every time', () => {
    expect(qrPng('尘图')).toEqual(qrPng('尘图'));
  });
});

describe('a bitmap as PNG', () => {
  it('has each module as wide and high as asked, and white where it is not black', () => {
    const png = bitmapPng([[true, false, true]], 3);
    expect(readPngSize(png)).toEqual({ width: 9, height: 3 });
    expect([...chunksOf(png).keys()]).toEqual(['IHDR', 'IDAT', 'IEND']);
    const { data } = pixelsOf(png);
    const row = Array.from({ length: 9 }, (_, x) => data[4 * x]);
    expect(row).toEqual([0, 0, 0, 255, 255, 255, 0, 0, 0]);
  });

  it('has no size where it is none', () => {
    expect(readPngSize(new TextEncoder().encode('GIF89a and then some more bytes'))).toBeUndefined();
    expect(readPngSize(new Uint8Array(0))).toBeUndefined();
  });
});
