/**
 * A photo without what it says of its taker: place, time, numbers of the device, names, thumbnails. The picture itself
 * is not touched. No maintained library does this without decoding the picture (exifr, which reads our photos, writes
 * none). Pure.
 */
import { joinBytes } from './join-bytes.ts';
import { stripPng } from './strip-png.ts';

/** Markers of ITU-T T.81, table B.1. */
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const COMMENT = 0xfe;
const isApplication = (marker: number) => marker >= 0xe0 && marker <= 0xef;
/** Application segments that the picture's colours hang on: JFIF's, Adobe's, and the colour profile. */
const JFIF = 0xe0;
const ADOBE = 0xee;
const PROFILE = 0xe2;
const PROFILE_NAME = 'ICC_PROFILE\0';

/**
 * JPEG or PNG, with the orientation of a JPEG as the one tag that is left, so that it still stands upright. Undefined
 * for what is neither, or is damaged before its picture begins: nobody can say what such a file still holds.
 * O(bytes).
 */
export async function stripPhoto(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return stripPng(bytes);
  const kept = keepSegments(bytes);
  if (!kept) return undefined;
  const orientation = await readOrientation(bytes);
  const turned = orientation > 1 ? [orientationSegment(orientation)] : [];
  return joinBytes([bytes.subarray(0, 2), ...turned, ...kept]);
}

/** From behind the first marker to the end of the image; what cameras put behind that is left out too. */
function keepSegments(bytes: Uint8Array): Uint8Array[] | undefined {
  const kept: Uint8Array[] = [];
  for (let at = 2; at < bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1];
    // Any number of these may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END_OF_IMAGE) return [...kept, bytes.subarray(at, at + 2)];
    const end = at + 2 + bytes[at + 2]! * 256 + bytes[at + 3]!;
    if (marker === undefined || !(end > at + 3 && end <= bytes.length)) return undefined;
    const segment = bytes.subarray(at, end);
    if (isPicture(marker, segment)) kept.push(segment);
    at = end;
    if (marker !== START_OF_SCAN) continue;
    const scanEnd = endOfScan(bytes, at);
    kept.push(bytes.subarray(at, scanEnd));
    at = scanEnd;
  }
  // Cut off on its way: what is there of the picture is shown.
  return kept;
}

function isPicture(marker: number, segment: Uint8Array): boolean {
  if (marker === COMMENT) return false;
  if (!isApplication(marker) || marker === JFIF || marker === ADOBE) return !isThumbnail(marker, segment);
  return marker === PROFILE && nameOf(segment).startsWith(PROFILE_NAME);
}

/** JFIF's extension holds a small picture of what the photo showed before it was cropped. */
const isThumbnail = (marker: number, segment: Uint8Array) => marker === JFIF && nameOf(segment).startsWith('JFXX');
const nameOf = (segment: Uint8Array) => String.fromCharCode(...segment.subarray(4, 4 + PROFILE_NAME.length));

/** The next marker that is no part of the scan: stuffed zeros and restarts are. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = start; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1]!;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/** 1 to 8; 1, upright, where the photo says nothing. */
async function readOrientation(bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  const { orientation } = await import('exifr/dist/lite.esm.mjs');
  const found = await orientation(bytes).catch(() => undefined);
  return found !== undefined && Number.isInteger(found) && found >= 1 && found <= 8 ? found : 1;
}

/** EXIF 2.32 with one directory of one entry: tag 0x0112, a short, little-endian. */
const orientationSegment = (orientation: number) =>
  Uint8Array.from([
    ...[0xff, 0xe1, 0, 34],
    ...[0x45, 0x78, 0x69, 0x66, 0, 0],
    ...[0x49, 0x49, 42, 0, 8, 0, 0, 0],
    ...[1, 0],
    ...[0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0],
    ...[0, 0, 0, 0],
  ]);
