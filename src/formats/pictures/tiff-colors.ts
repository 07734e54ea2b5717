/** What the bands of a TIFF mean, and their values as red, green, blue and opacity. Pure numbers. */
import type { GeoTIFFImage } from 'geotiff';

export interface BandMeaning {
  /** Bands that are read, colours first, opacity last. */
  readonly samples: readonly number[];
  readonly colors: 1 | 3;
  readonly hasOpacity: boolean;
  /** A value that stands for nothing, in every colour; undefined where there is none. */
  readonly noData: number | undefined;
  /** The reader gives red, green and blue itself. */
  readonly isConverted: boolean;
  /** Low values are bright. */
  readonly isInverted: boolean;
  readonly needsStretch: boolean;
  /** Greatest value of the opacity. */
  readonly fullOpacity: number;
}

/** Values that become black and white. */
export interface Stretch {
  readonly low: number;
  readonly high: number;
}

/** TIFF 6.0, PhotometricInterpretation. */
const WHITE_IS_ZERO = 0;
const BLACK_IS_ZERO = 1;
const RGB = 2;
/** What is left out at each end, since single bright roofs would leave all else dark. */
const CUT_FRACTION = 0.02;

export function bandsOf(image: GeoTIFFImage): BandMeaning {
  const directory = image.fileDirectory;
  const interpretation = Number(directory.getValue('PhotometricInterpretation') ?? BLACK_IS_ZERO);
  const extra = (directory.getValue('ExtraSamples') as ArrayLike<number> | undefined) ?? [];
  const count = image.getSamplesPerPixel();
  const isConverted = ![WHITE_IS_ZERO, BLACK_IS_ZERO, RGB].includes(interpretation);
  const known = count - extra.length;
  const colors = isConverted || known >= 3 || (interpretation === BLACK_IS_ZERO && count >= 3) ? 3 : 1;
  // 1: multiplied into the colours, 2: not. A further band without a meaning is near infrared as likely as not.
  const opacityAt = extra.length > 0 && (extra[0] === 1 || extra[0] === 2) ? known : -1;
  const hasOpacity = !isConverted && opacityAt >= 0;
  const bits = image.getBitsPerSample(0);
  const isFloat = image.getSampleFormat(0) === 3;
  return {
    samples: [...Array.from({ length: colors }, (_, band) => band), ...(hasOpacity ? [opacityAt] : [])],
    colors,
    hasOpacity,
    noData: image.getGDALNoData() ?? undefined,
    isConverted,
    isInverted: interpretation === WHITE_IS_ZERO,
    needsStretch: !isConverted && (bits > 8 || isFloat || image.getSampleFormat(0) === 2),
    fullOpacity: isFloat ? 1 : 2 ** bits - 1,
  };
}

/** Between the 2nd and the 98th of a hundred values, over all colours together: no hue is shifted. O(n log n). */
export function findStretch(values: ArrayLike<number>, pixels: number, meaning: BandMeaning): Stretch {
  const { samples, colors } = meaning;
  const shown: number[] = [];
  for (let pixel = 0; pixel < pixels; pixel++) {
    if (isNothing(values, pixel * samples.length, meaning)) continue;
    for (let band = 0; band < colors; band++) shown.push(values[pixel * samples.length + band]!);
  }
  shown.sort((a, b) => a - b);
  const low = shown[Math.floor(shown.length * CUT_FRACTION)] ?? 0;
  const high = shown[Math.min(shown.length - 1, Math.ceil(shown.length * (1 - CUT_FRACTION)))] ?? 1;
  return { low, high: high > low ? high : low + 1 };
}

/** @param values interleaved, as `samples` says, or red, green and blue where `isConverted`. O(pixels). */
export function toRgba(
  values: ArrayLike<number>,
  pixels: number,
  meaning: BandMeaning,
  stretch: Stretch | undefined,
): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(4 * pixels);
  const bands = meaning.isConverted ? 3 : meaning.samples.length;
  const { low, high } = stretch ?? { low: 0, high: 255 };
  const factor = 255 / (high - low);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const from = pixel * bands;
    if (isNothing(values, from, meaning)) continue;
    for (let color = 0; color < 3; color++) {
      const value = (values[from + (meaning.colors === 3 ? color : 0)]! - low) * factor;
      rgba[4 * pixel + color] = meaning.isInverted ? 255 - value : value;
    }
    rgba[4 * pixel + 3] = meaning.hasOpacity ? (255 * values[from + bands - 1]!) / meaning.fullOpacity : 255;
  }
  return rgba;
}

/** Without opacity, not a number, or with the value for nothing in every colour. */
function isNothing(
  values: ArrayLike<number>,
  from: number,
  { colors, noData, hasOpacity, samples }: BandMeaning,
): boolean {
  if (hasOpacity && values[from + samples.length - 1] === 0) return true;
  if (noData === undefined && !Number.isNaN(values[from]!)) return false;
  for (let band = 0; band < colors; band++) {
    const value = values[from + band]!;
    if (value !== noData && !Number.isNaN(value)) return false;
  }
  return true;
}
