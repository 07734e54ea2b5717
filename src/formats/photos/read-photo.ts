/** Where and when a photo was taken, from its EXIF: nothing else of it is read, no name of a person, no number of a device. */
import { fail, ok, type Result } from '../../core/result.ts';

export interface PhotoFacts {
  /** WGS84, as receivers write it. */
  readonly longitude: number;
  readonly latitude: number;
  /** ISO text with an offset; undefined where the camera's clock said nothing. */
  readonly time: string | undefined;
}

/** `DateTimeOriginal` of EXIF: `2026:11:20 14:03:27`. */
const EXIF_TIME = /^(\d{4})[:-](\d{2})[:-](\d{2})[ T](\d{2}):(\d{2}):(\d{2})/u;
const OFFSET = /^[+-]\d{2}:\d{2}$/u;

/**
 * JPEG or HEIC, whole or its first half megabyte (for HEIC, whole). `offset` is that of the camera's clock where the
 * photo does not state one. Problems: `photo-unreadable` for what is no such picture or has no EXIF, `photo-no-place`
 * without a position or with the 0, 0 that receivers write before they have one.
 */
export async function readPhoto(bytes: Uint8Array<ArrayBuffer>, offset: string): Promise<Result<PhotoFacts>> {
  const { parse } = await import('exifr/dist/lite.esm.mjs');
  let found: Record<string, unknown> | undefined;
  try {
    found = (await parse(bytes, { gps: true, exif: true, ifd0: {}, reviveValues: false, mergeOutput: true })) as
      | Record<string, unknown>
      | undefined;
  } catch {
    return fail('photo-unreadable');
  }
  if (!found) return fail('photo-unreadable');
  const { latitude, longitude } = found;
  if (!isWithin(longitude, 180) || !isWithin(latitude, 90) || (longitude === 0 && latitude === 0)) {
    return fail('photo-no-place');
  }
  return ok({ longitude, latitude, time: timeOf(found, offset) });
}

const isWithin = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most;

function timeOf({ DateTimeOriginal, OffsetTimeOriginal }: Record<string, unknown>, offset: string): string | undefined {
  const match = EXIF_TIME.exec(String(DateTimeOriginal ?? ''));
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  const own = String(OffsetTimeOriginal ?? '').trim();
  const time = `${year}-${month}-${day}T${hour}:${minute}:${second}${OFFSET.test(own) ? own : offset}`;
  return Number.isNaN(Date.parse(time)) ? undefined : time;
}
