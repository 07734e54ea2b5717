import { parse, thumbnail } from 'exifr';
import { describe, expect, it } from 'vitest';
import { withExif } from '../../../test/support/exif-jpeg.ts';
import { buildPng } from '../../reports/png.ts';
import { joinBytes } from './join-bytes.ts';
import { stripPhoto } from './strip-photo.ts';

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const textOf = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);
const segment = (marker: number, content: Uint8Array) =>
  joinBytes([Uint8Array.of(0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255), content]);

const START = Uint8Array.of(0xff, 0xd8);
const END = Uint8Array.of(0xff, 0xd9);
const JFIF = segment(0xe0, latin('JFIF\0\x01\x01\0\0\x01\0\x01\0\0'));
const PROFILE = segment(0xe2, latin('ICC_PROFILE\0\x01\x01colours'));
const ADOBE = segment(0xee, latin('Adobe\0d\0\0\0\0\x01'));
const FRAME = segment(0xc0, Uint8Array.of(8, 0, 9, 0, 16, 1, 1, 0x11, 0));
/** A stuffed zero and a restart belong to the scan. */
const SCAN = joinBytes([segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)), Uint8Array.of(1, 0xff, 0, 2, 0xff, 0xd0, 3)]);
const PICTURE = [JFIF, PROFILE, ADOBE, FRAME, SCAN, FRAME, SCAN, END];

describe('a JPEG that is kept', () => {
  it('is its picture alone: no place, no time, no words, nothing behind its end', async () => {
    const spoken = withExif({ longitude: 113.71, latitude: 34.7, dateTimeOriginal: '2026:11:20 14:03:27' });
    const exif = spoken.subarray(2, -2);
    const photo = joinBytes([
      START,
      JFIF,
      exif,
      segment(0xe0, latin('JFXX\0thumbnail')),
      segment(0xe1, latin('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SERIAL</x:xmpmeta>')),
      PROFILE,
      segment(0xe2, latin('MPF\0second picture')),
      segment(0xed, latin('Photoshop 3.0\0by-line')),
      ADOBE,
      segment(0xfe, latin('taken by somebody')),
      FRAME,
      SCAN,
      segment(0xfe, latin('between the scans')),
      FRAME,
      SCAN,
      END,
      latin('trailer of the maker'),
    ]);
    expect((await parse(photo))?.latitude).toBeCloseTo(34.7, 6);
    const kept = await stripPhoto(photo);
    expect(kept).toEqual(joinBytes([START, ...PICTURE]));
    expect(await parse(kept!)).toBeUndefined();
    expect(await thumbnail(kept!)).toBeUndefined();
  });

  it.each([3, 6, 8])('still stands upright: orientation %i stays, and nothing else', async (orientation) => {
    const tags = Uint8Array.from([
      ...latin('Exif\0\0MM\0*\0\0\0\x08\0\x02'),
      ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
      ...[0x01, 0x31, 0, 2, 0, 0, 0, 4, 0x41, 0x42, 0x43, 0],
      ...[0, 0, 0, 0],
    ]);
    const photo = joinBytes([START, segment(0xe1, tags), ...PICTURE]);
    expect(await parse(photo)).toHaveProperty('Software', 'ABC');
    const kept = await stripPhoto(photo);
    expect(await parse(kept!, { translateValues: false })).toEqual({ Orientation: orientation });
    expect(textOf(kept!)).not.toContain('ABC');
  });

  it('is the same once more', async () => {
    const once = await stripPhoto(joinBytes([START, ...PICTURE]));
    expect(await stripPhoto(once!)).toEqual(once);
  });

  it('keeps what is there of a scan that is cut off, and nothing of a damaged head', async () => {
    const cut = joinBytes([START, FRAME, SCAN]);
    expect(await stripPhoto(cut)).toEqual(cut);
    expect(await stripPhoto(joinBytes([START, Uint8Array.of(0xff, 0xe1, 0x7f, 0xff, 1)]))).toBeUndefined();
    expect(await stripPhoto(latin('GIF89a') as Uint8Array<ArrayBuffer>)).toBeUndefined();
    expect(await stripPhoto(new Uint8Array())).toBeUndefined();
  });
});

it('a PNG that is kept has no EXIF and no texts', async () => {
  const png = buildPng({ widthPixels: 1, heightPixels: 1, bitDepth: 8, color: 'rgb', rows: Uint8Array.of(0, 1, 2, 3) });
  const chunk = (type: string, content: string) =>
    joinBytes([Uint8Array.of(0, 0, 0, content.length), latin(type + content), new Uint8Array(4)]);
  const header = 8 + 25;
  const spoken = joinBytes([
    png.subarray(0, header),
    chunk('eXIf', 'MM'),
    chunk('tEXt', 'Author\0me'),
    chunk('prVt', 'device'),
    png.subarray(header),
    latin('behind'),
  ]);
  expect(await stripPhoto(spoken)).toEqual(png);
});
