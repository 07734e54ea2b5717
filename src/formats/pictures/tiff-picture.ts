/**
 * A GeoTIFF read by windows at the resolution that is looked at: overviews where it has them, tiles or
 * strips of the file and never all of it. Eight bits as they are, more of them stretched to what is there.
 */
import type { GeoTIFF, GeoTIFFImage } from 'geotiff';
import { fail, ok, type Result } from '../../core/result.ts';
import type { PixelTransform } from '../../model/base-map.ts';
import { type BandMeaning, bandsOf, findStretch, type Stretch, toRgba } from './tiff-colors.ts';
import type { PictureWindow, PixelWindow } from './warp-tile.ts';

/** A file of which parts can be read. */
export interface ByteRanges {
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** A picture that gives parts of itself. */
export interface PictureSource {
  readonly width: number;
  readonly height: number;
  /** Undefined where the file does not say where it lies. */
  readonly transform: PixelTransform | undefined;
  /** `EPSG:n`; undefined where the file does not say. */
  readonly crs: string | undefined;
  /** Pixels of the picture for a pixel of the map, beyond which reading would take too long. */
  readonly maxRatio: number;
  /** @param ratio pixels of the picture that a pixel of the answer may take. */
  read(window: PixelWindow, ratio: number, signal?: AbortSignal): Promise<PictureWindow>;
}

interface Level {
  readonly image: GeoTIFFImage;
  /** Pixels of the picture in one of this level. */
  readonly scale: number;
  /** 0 where the picture is not. */
  readonly mask: GeoTIFFImage | undefined;
}

/** How many times as many pixels as are shown may be read: 2048² for a tile of 256². A level no larger than that is read whole. */
const MAX_OVERSAMPLING = 8;
const MAX_READ_PIXELS = 2048;
/** The stretch of more than eight bits is found on so many pixels along a side. */
const STRETCH_PIXELS = 512;
const USER_DEFINED = 32767;

/** Fails with `picture-tiff` (no TIFF, or one that cannot be read) with the reader's reason. */
export async function openTiffPicture(file: ByteRanges): Promise<Result<PictureSource>> {
  try {
    const { GeoTIFF } = await import('geotiff');
    const tiff = await GeoTIFF.fromSource(sourceOf(file));
    const levels = await levelsOf(tiff);
    const [full] = levels;
    if (!full) return fail('picture-tiff', { reason: 'no image' });
    const meaning = bandsOf(full.image);
    const [width, height] = [full.image.getWidth(), full.image.getHeight()];
    const coarsest = levels.at(-1) ?? full;
    const stretch = meaning.needsStretch ? await stretchOf(coarsest, meaning) : undefined;
    return ok({
      width,
      height,
      transform: transformOf(full.image),
      crs: crsOf(full.image),
      maxRatio: isReadWhole(coarsest.image) ? Number.POSITIVE_INFINITY : coarsest.scale * MAX_OVERSAMPLING,
      read: (window, ratio, signal) => readWindow(levels, meaning, stretch, window, ratio, signal),
    });
  } catch (error) {
    return fail('picture-tiff', { reason: error instanceof Error ? error.message : String(error) });
  }
}

const isReadWhole = (image: GeoTIFFImage) => Math.max(image.getWidth(), image.getHeight()) <= MAX_READ_PIXELS;

/** The library's own reader of files needs a browser's FileReader. */
function sourceOf(file: ByteRanges): Parameters<typeof GeoTIFF.fromSource>[0] {
  const fetchSlice = async ({ offset, length }: { offset: number; length: number }) => {
    const data = await file.slice(offset, Math.min(file.size, offset + length)).arrayBuffer();
    return { offset, length, data };
  };
  return {
    fetchSlice,
    fetch: (slices) => Promise.all(slices.map(async (slice) => (await fetchSlice(slice)).data)),
    fileSize: file.size,
    close: async () => undefined,
  };
}

/** The full picture first, its overviews after it, coarser and coarser; masks beside them. */
async function levelsOf(tiff: GeoTIFF): Promise<Level[]> {
  const images: GeoTIFFImage[] = [];
  for (let index = 0, count = await tiff.getImageCount(); index < count; index++)
    images.push(await tiff.getImage(index));
  const typeOf = (image: GeoTIFFImage) => Number(image.fileDirectory.getValue('NewSubfileType') ?? 0);
  const masks = images.filter((image) => typeOf(image) & 4);
  const full = images[0];
  if (!full) return [];
  return images
    .filter((image, index) => index === 0 || (typeOf(image) & 5) === 1)
    .map((image) => ({
      image,
      scale: full.getWidth() / image.getWidth(),
      mask: masks.find((mask) => mask.getWidth() === image.getWidth() && mask.getHeight() === image.getHeight()),
    }))
    .sort((a, b) => a.scale - b.scale);
}

async function readWindow(
  levels: readonly Level[],
  meaning: BandMeaning,
  stretch: Stretch | undefined,
  { left, top, right, bottom }: PixelWindow,
  ratio: number,
  signal: AbortSignal | undefined,
): Promise<PictureWindow> {
  const level = levels.findLast(({ scale }) => scale <= Math.max(1, ratio) * 1.001) ?? (levels[0] as Level);
  const [levelWidth, levelHeight] = [level.image.getWidth(), level.image.getHeight()];
  const [scaleX, scaleY] = [
    levelWidth / (levels[0] as Level).image.getWidth(),
    levelHeight / (levels[0] as Level).image.getHeight(),
  ];
  const window: [number, number, number, number] = [
    Math.max(0, Math.floor(left * scaleX) - 1),
    Math.max(0, Math.floor(top * scaleY) - 1),
    Math.min(levelWidth, Math.ceil(right * scaleX) + 1),
    Math.min(levelHeight, Math.ceil(bottom * scaleY) + 1),
  ];
  const rgba = await readRgba(level, meaning, stretch, window, signal);
  const read: PictureWindow = {
    rgba,
    width: window[2] - window[0],
    height: window[3] - window[1],
    left: window[0] / scaleX,
    top: window[1] / scaleY,
    scaleX,
    scaleY,
  };
  return shrink(read, Math.floor(ratio / level.scale));
}

async function readRgba(
  { image, mask }: Level,
  meaning: BandMeaning,
  stretch: Stretch | undefined,
  window: [number, number, number, number],
  signal: AbortSignal | undefined,
): Promise<Uint8ClampedArray> {
  const options = { window, interleave: true as const, ...(signal ? { signal } : {}) };
  const pixels = (window[2] - window[0]) * (window[3] - window[1]);
  // Palettes and other systems of colour are the library's to turn into red, green and blue.
  const values = meaning.isConverted
    ? await image.readRGB(options)
    : await image.readRasters({ ...options, samples: [...meaning.samples] });
  const rgba = toRgba(values as ArrayLike<number>, pixels, meaning, stretch);
  if (mask) {
    const shown = (await mask.readRasters({ ...options, samples: [0] })) as ArrayLike<number>;
    for (let pixel = 0; pixel < pixels; pixel++) if (shown[pixel] === 0) rgba[4 * pixel + 3] = 0;
  }
  return rgba;
}

async function stretchOf({ image }: Level, meaning: BandMeaning): Promise<Stretch> {
  const [width, height] = [image.getWidth(), image.getHeight()];
  const [shownWidth, shownHeight] = [Math.min(width, STRETCH_PIXELS), Math.min(height, STRETCH_PIXELS)];
  const [left, top] = [Math.floor((width - shownWidth) / 2), Math.floor((height - shownHeight) / 2)];
  const window = [left, top, left + shownWidth, top + shownHeight];
  const values = await image.readRasters({ window, interleave: true as const, samples: [...meaning.samples] });
  return findStretch(values as ArrayLike<number>, shownWidth * shownHeight, meaning);
}

/** Every factor² pixels as their mean, by opacity: so that nothing flickers where far more is read than shown. */
function shrink(picture: PictureWindow, factor: number): PictureWindow {
  if (factor < 2) return picture;
  const [width, height] = [Math.ceil(picture.width / factor), Math.ceil(picture.height / factor)];
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let [red, green, blue, opacity, count] = [0, 0, 0, 0, 0];
      for (let y = row * factor; y < Math.min(picture.height, (row + 1) * factor); y++) {
        for (let x = column * factor; x < Math.min(picture.width, (column + 1) * factor); x++, count++) {
          const at = 4 * (y * picture.width + x);
          const weight = picture.rgba[at + 3]!;
          red += weight * picture.rgba[at]!;
          green += weight * picture.rgba[at + 1]!;
          blue += weight * picture.rgba[at + 2]!;
          opacity += weight;
        }
      }
      if (opacity > 0)
        rgba.set([red / opacity, green / opacity, blue / opacity, opacity / count], 4 * (row * width + column));
    }
  }
  return { ...picture, rgba, width, height, scaleX: picture.scaleX / factor, scaleY: picture.scaleY / factor };
}

/** GeoTIFF 1.1 §2.6: a matrix, or a tie point with the size of a pixel; points are moved to their pixel's corner. */
function transformOf(image: GeoTIFFImage): PixelTransform | undefined {
  const directory = image.fileDirectory;
  const matrix = directory.getValue('ModelTransformation') as ArrayLike<number> | undefined;
  const scale = directory.getValue('ModelPixelScale') as ArrayLike<number> | undefined;
  const tie = directory.getValue('ModelTiepoint') as ArrayLike<number> | undefined;
  let transform: PixelTransform;
  if (matrix && matrix.length >= 8)
    transform = [matrix[0]!, matrix[1]!, matrix[3]!, matrix[4]!, matrix[5]!, matrix[7]!];
  else if (scale && tie && scale.length >= 2 && tie.length >= 6) {
    const [sx, sy] = [scale[0]!, scale[1]!];
    transform = [sx, 0, tie[3]! - tie[0]! * sx, 0, -sy, tie[4]! + tie[1]! * sy];
  } else return undefined;
  if (image.pixelIsArea()) return transform;
  const [a, b, c, d, e, f] = transform;
  return [a, b, c - a / 2 - b / 2, d, e, f - d / 2 - e / 2];
}

function crsOf(image: GeoTIFFImage): string | undefined {
  const keys = image.getGeoKeys() ?? {};
  const code = Number(keys.ProjectedCSTypeGeoKey ?? keys.GeographicTypeGeoKey);
  return Number.isInteger(code) && code > 0 && code !== USER_DEFINED ? `EPSG:${code}` : undefined;
}
