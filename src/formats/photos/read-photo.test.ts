import { describe, expect, it } from 'vitest';
import { withExif } from '../../../test/support/exif-jpeg.ts';
import { readPhoto } from './read-photo.ts';

describe('readPhoto', () => {
  it('reads the place and the time with the offset that the photo states', async () => {
    const bytes = withExif({
      longitude: 113.612345,
      latitude: 34.701234,
      dateTimeOriginal: '2026:11:20 14:03:27',
      offsetTimeOriginal: '+09:00',
    });
    const read = await readPhoto(bytes, '+08:00');
    if (!read.ok) throw new Error(read.problem.code);
    expect(read.value.longitude).toBeCloseTo(113.612345, 7);
    expect(read.value.latitude).toBeCloseTo(34.701234, 7);
    expect(read.value.time).toBe('2026-11-20T14:03:27+09:00');
  });

  it('takes the offset of the workspace where the photo states none, and south and west as negative', async () => {
    const bytes = withExif({ longitude: -70.5, latitude: -33.25, dateTimeOriginal: '2026:02:03 04:05:06' });
    expect(await readPhoto(bytes, '+08:00')).toMatchObject({
      ok: true,
      value: { longitude: -70.5, latitude: -33.25, time: '2026-02-03T04:05:06+08:00' },
    });
  });

  it('has no time where the clock was never set', async () => {
    const bytes = withExif({ longitude: 113, latitude: 34, dateTimeOriginal: '0000:00:00 00:00:00' });
    expect(await readPhoto(bytes, '+08:00')).toMatchObject({ ok: true, value: { time: undefined } });
  });

  it('names what has no place and what is no photo', async () => {
    const codeOf = async (bytes: Uint8Array<ArrayBuffer>) => {
      const read = await readPhoto(bytes, '+08:00');
      return read.ok ? 'ok' : read.problem.code;
    };
    expect(await codeOf(withExif({ dateTimeOriginal: '2026:11:20 14:03:27' }))).toBe('photo-no-place');
    expect(await codeOf(withExif({ longitude: 0, latitude: 0 }))).toBe('photo-no-place');
    expect(await codeOf(new TextEncoder().encode('编号,经度,纬度\n1,113,34\n'))).toBe('photo-unreadable');
    expect(await codeOf(new Uint8Array())).toBe('photo-unreadable');
    expect(await codeOf(withExif({ longitude: 113, latitude: 34 }).slice(0, 40))).toMatch(/^photo-/);
  });
});
