import { expect, it } from 'vitest';
import { bitmapPng } from './bitmap-png.ts';
import { readPictureSize } from './picture-size.ts';

/** An APP0 segment of four bytes, a fill byte, then a frame of 640 × 480 as ITU-T T.81 B.2.2 writes it. */
const jpeg = (marker: number) =>
  Uint8Array.of(
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff],
    ...[0xff, marker, 0, 11, 8, 0x01, 0xe0, 0x02, 0x80, 1, 1, 0x11, 0],
  );

it('tells PNG and JPEG, and how large they are', () => {
  expect(readPictureSize(bitmapPng([[true, false, true]], 2))).toEqual({ format: 'image/png', width: 6, height: 2 });
  expect(readPictureSize(jpeg(0xc0))).toEqual({ format: 'image/jpeg', width: 640, height: 480 });
  expect(readPictureSize(jpeg(0xc2))).toEqual({ format: 'image/jpeg', width: 640, height: 480 });
});

it('knows nothing of others, of tables, and of what is cut off', () => {
  expect(readPictureSize(jpeg(0xc4))).toBeUndefined();
  expect(readPictureSize(jpeg(0xc0).slice(0, 14))).toBeUndefined();
  expect(readPictureSize(new TextEncoder().encode('GIF89a'))).toBeUndefined();
  expect(readPictureSize(new Uint8Array())).toBeUndefined();
});
