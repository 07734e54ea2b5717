/** JPEGs with EXIF written byte by byte: tags as the EXIF 2.32 standard numbers them, little-endian TIFF. */

export interface ExifSample {
  readonly longitude?: number;
  readonly latitude?: number;
  /** `2026:11:20 14:03:27` */
  readonly dateTimeOriginal?: string;
  /** `+08:00` */
  readonly offsetTimeOriginal?: string;
}

/** Nothing but markers: enough for whoever reads the EXIF and not the picture. */
const EMPTY_JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xd9);

/** The picture with an EXIF segment put behind its first marker. */
export function withExif(sample: ExifSample, jpeg: Uint8Array = EMPTY_JPEG): Uint8Array<ArrayBuffer> {
  const tiff = tiffOf(sample);
  const segment = Uint8Array.of(0xff, 0xe1, (tiff.length + 8) >> 8, (tiff.length + 8) & 255, ...ascii('Exif\0\0'));
  return Uint8Array.from([...jpeg.subarray(0, 2), ...segment, ...tiff, ...jpeg.subarray(2)]);
}

const ascii = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
const short = (value: number) => [value & 255, value >> 8];
const long = (value: number) => [value & 255, (value >> 8) & 255, (value >> 16) & 255, value >>> 24];

interface Entry {
  readonly tag: number;
  readonly type: 2 | 4 | 5;
  readonly count: number;
  readonly bytes: readonly number[];
}
const text = (tag: number, value: string): Entry => ({
  tag,
  type: 2,
  count: value.length + 1,
  bytes: ascii(`${value}\0`),
});
const pointer = (tag: number, offset: number): Entry => ({ tag, type: 4, count: 1, bytes: long(offset) });

/** Degrees, minutes, seconds as three fractions. */
function angle(tag: number, degrees: number): Entry {
  const size = Math.abs(degrees);
  const whole = Math.floor(size);
  const minutes = Math.floor((size - whole) * 60);
  const seconds = Math.round(((size - whole) * 60 - minutes) * 60 * 10_000);
  return { tag, type: 5, count: 3, bytes: [whole, 1, minutes, 1, seconds, 10_000].flatMap(long) };
}

/** Entries at an offset, with what does not fit into four bytes behind them. */
function directory(entries: readonly Entry[], at: number): number[] {
  let behind = at + 2 + 12 * entries.length + 4;
  const extra: number[] = [];
  const lines = entries.flatMap(({ tag, type, count, bytes }) => {
    const head = [...short(tag), ...short(type), ...long(count)];
    if (bytes.length <= 4) return [...head, ...bytes, ...Array<number>(4 - bytes.length).fill(0)];
    const line = [...head, ...long(behind)];
    extra.push(...bytes);
    behind += bytes.length;
    return line;
  });
  return [...short(entries.length), ...lines, ...long(0), ...extra];
}

function tiffOf({ longitude, latitude, dateTimeOriginal, offsetTimeOriginal }: ExifSample): number[] {
  const exif: Entry[] = [
    ...(dateTimeOriginal === undefined ? [] : [text(0x9003, dateTimeOriginal)]),
    ...(offsetTimeOriginal === undefined ? [] : [text(0x9011, offsetTimeOriginal)]),
  ];
  const gps: Entry[] =
    longitude === undefined || latitude === undefined
      ? []
      : [
          text(1, latitude < 0 ? 'S' : 'N'),
          angle(2, latitude),
          text(3, longitude < 0 ? 'W' : 'E'),
          angle(4, longitude),
        ];
  const root = 8;
  const rootLength = 2 + 12 * 2 + 4;
  const exifBytes = directory(exif, root + rootLength);
  const gpsAt = root + rootLength + exifBytes.length;
  const rootBytes = directory([pointer(0x8769, root + rootLength), pointer(0x8825, gpsAt)], root);
  return [...ascii('II'), ...short(42), ...long(root), ...rootBytes, ...exifBytes, ...directory(gps, gpsAt)];
}
