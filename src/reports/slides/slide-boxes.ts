/** Where things stand on a slide, in inches. Pure arithmetic: nothing lies over anything else, nothing leaves the slide. */
import type { SlideRatio } from './slide-deck.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface SlideBoxes {
  readonly slide: { readonly w: number; readonly h: number };
  readonly title: Box;
  readonly caption: Box;
  readonly map: Box;
  /** Under the map: scale, north, credit. */
  readonly mapFoot: Box;
  /** Numbers above, legend below. */
  readonly side: Box;
  /** Table and chart of a board. */
  readonly body: Box;
  readonly source: Box;
  readonly position: Box;
}

/** PowerPoint's own sizes: a wide screen, and the old standard. */
const SIZES = { '16:9': { w: 13.333, h: 7.5 }, '4:3': { w: 10, h: 7.5 } } as const satisfies Record<
  SlideRatio,
  { w: number; h: number }
>;
const SIDE_WIDTH = { '16:9': 3.5, '4:3': 2.75 } as const satisfies Record<SlideRatio, number>;
const MARGIN = 0.45;
const GAP = 0.2;

/** `hasCaption`: without one the map begins right under the title. */
export function slideBoxes(ratio: SlideRatio, hasCaption: boolean): SlideBoxes {
  const slide = SIZES[ratio];
  const width = slide.w - 2 * MARGIN;
  const side = SIDE_WIDTH[ratio];
  const belowTitle = 1.1;
  const top = hasCaption ? 1.65 : belowTitle;
  const foot = 6.95;
  const mapWidth = width - side - GAP;
  return {
    slide,
    title: { x: MARGIN, y: 0.3, w: width, h: 0.65 },
    caption: { x: MARGIN, y: 0.98, w: width, h: 0.6 },
    map: { x: MARGIN, y: top, w: mapWidth, h: foot - top - 0.4 },
    mapFoot: { x: MARGIN, y: foot - 0.36, w: mapWidth, h: 0.32 },
    side: { x: MARGIN + mapWidth + GAP, y: top, w: side, h: foot - top },
    body: { x: MARGIN, y: belowTitle, w: width, h: foot - belowTitle },
    source: { x: MARGIN, y: 7.05, w: width - 1, h: 0.28 },
    position: { x: slide.w - MARGIN - 0.9, y: 7.05, w: 0.9, h: 0.28 },
  };
}

/**
 * CSS pixels of the map for each inch of the slide: its names come out as large as 8 to 13 points, and no part of
 * the ground is lost that the scene shows.
 */
const CSS_PIXELS_PER_INCH = 140;
/** Pixels of the picture for each inch: print asks for 200 at least. */
const PICTURE_PIXELS_PER_INCH = 220;

/** How a map is to be drawn so that it fills its box at print resolution. */
export function mapPictureSize(ratio: SlideRatio, hasCaption: boolean) {
  const { map } = slideBoxes(ratio, hasCaption);
  return {
    widthPixels: Math.round(map.w * CSS_PIXELS_PER_INCH),
    heightPixels: Math.round(map.h * CSS_PIXELS_PER_INCH),
    pixelRatio: PICTURE_PIXELS_PER_INCH / CSS_PIXELS_PER_INCH,
  };
}

/** The largest box of a picture's shape in the middle of a box. */
export function fitInto(box: Box, width: number, height: number): Box {
  const scale = Math.min(box.w / width, box.h / height);
  const [w, h] = [width * scale, height * scale];
  return { x: box.x + (box.w - w) / 2, y: box.y + (box.h - h) / 2, w, h };
}
