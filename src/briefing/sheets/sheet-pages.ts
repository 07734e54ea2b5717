/** What a map can be put on: paper in millimetres, pictures in pixels. Plain data. */

export interface SheetPage {
  readonly width: number;
  readonly height: number;
  readonly unit: 'mm' | 'px';
  /** CSS pixels of the map for one unit: how large its own letters and lines are. */
  readonly mapPixelsPerUnit: number;
  /** Pixels of the finished picture for one unit. */
  readonly pixelsPerUnit: number;
  /** Height of ordinary text. */
  readonly text: number;
}

export const PAPER_SIZES = ['A4', 'A3'] as const;
export type PaperSize = (typeof PAPER_SIZES)[number];
export const RESOLUTIONS = [200, 300] as const;
export type Resolution = (typeof RESOLUTIONS)[number];
export const TURNS = ['landscape', 'portrait'] as const;
export type Turn = (typeof TURNS)[number];

/** ISO 216, short side first, millimetres; text heights as official papers have them at arm's length. */
const PAPERS: Readonly<Record<PaperSize, { readonly short: number; readonly long: number; readonly text: number }>> = {
  A4: { short: 210, long: 297, text: 3.2 },
  A3: { short: 297, long: 420, text: 4 },
};
export const MILLIMETERS_PER_INCH = 25.4;
const CSS_PIXELS_PER_INCH = 96;

export function paperPage(size: PaperSize, turn: Turn, dotsPerInch: number): SheetPage {
  const { short, long, text } = PAPERS[size];
  const [width, height] = turn === 'landscape' ? [long, short] : [short, long];
  return {
    width,
    height,
    unit: 'mm',
    mapPixelsPerUnit: CSS_PIXELS_PER_INCH / MILLIMETERS_PER_INCH,
    pixelsPerUnit: dotsPerInch / MILLIMETERS_PER_INCH,
    text,
  };
}

export const PICTURE_SIZES = ['1920x1080', '3840x2160', '1080x1080'] as const;
export type PictureSizeName = (typeof PICTURE_SIZES)[number];

/** A 4K picture is the wide one at twice the density: the same letters, sharper. */
export function picturePage(name: PictureSizeName): SheetPage {
  const isSquare = name === '1080x1080';
  const [width, height] = isSquare ? [1080, 1080] : [1920, 1080];
  const density = name === '3840x2160' ? 2 : 1;
  return { width, height, unit: 'px', mapPixelsPerUnit: 1, pixelsPerUnit: density, text: 22 };
}

/** For time play: small enough for Word and chats. */
export const ANIMATION_PAGE: SheetPage = {
  width: 960,
  height: 540,
  unit: 'px',
  mapPixelsPerUnit: 1,
  pixelsPerUnit: 1,
  text: 15,
};
