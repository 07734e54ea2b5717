/** The map on a slide: the picture, and as shapes that can be edited its legend, scale, north and credit. */
import type PptxGenJS from 'pptxgenjs';
import { fitPoints } from './fit-text.ts';
import { type Box, fitInto, type SlideBoxes } from './slide-boxes.ts';
import type { DeckLegendEntry, DeckMap, DeckWords } from './slide-deck.ts';
import { COLORS, FONT, POINTS } from './slide-look.ts';

/** Puts a picture's bytes into the file and gives what stands for them while the slides are written. */
export type KeepPicture = (bytes: Uint8Array<ArrayBuffer>, format?: 'png' | 'jpeg') => string;

const LEGEND_ROW = 0.23;
const SWATCH = { w: 0.28, h: 0.18 } as const;

export function drawMap(slide: PptxGenJS.Slide, map: DeckMap, boxes: SlideBoxes, keep: KeepPicture): void {
  const place = fitInto(boxes.map, map.widthPixels, map.heightPixels);
  slide.addImage({ data: keep(map.png), ...place, altText: map.altText, objectName: 'map' });
  slide.addShape('rect', { ...place, line: { color: COLORS.line, width: 0.75 }, objectName: 'map frame' });
  const { x, w } = place;
  drawFoot(slide, map, { ...boxes.mapFoot, x, w });
}

/** Scale at the left, north beside it, credit at the right. */
function drawFoot(slide: PptxGenJS.Slide, { scale, north, credit }: DeckMap, box: Box): void {
  const text = { fontFace: FONT, fontSize: POINTS.foot, color: COLORS.text, margin: 0, valign: 'middle' } as const;
  let x = box.x;
  if (scale) {
    const length = scale.fraction * box.w;
    const y = box.y + box.h - 0.06;
    const line = { color: COLORS.text, width: 1.25 };
    slide.addShape('line', { x, y, w: length, h: 0, line, objectName: 'scale' });
    for (const end of [x, x + length]) slide.addShape('line', { x: end, y: y - 0.07, w: 0, h: 0.07, line });
    slide.addText(scale.text, { ...text, x, y: box.y, w: Math.max(length, 0.9), h: box.h - 0.1 });
    x += Math.max(length, 0.9) + 0.25;
  }
  const arrow = { w: 0.16, h: 0.22 };
  slide.addShape('triangle', {
    x,
    y: box.y + (box.h - arrow.h) / 2,
    ...arrow,
    rotate: (((Math.round(north.degrees) % 360) + 360) % 360) as number,
    fill: { color: COLORS.text },
    objectName: 'north',
  });
  slide.addText(north.text, { ...text, x: x + arrow.w + 0.07, y: box.y, w: 0.5, h: box.h });
  x += arrow.w + 0.65;
  const room = { w: box.x + box.w - x, h: box.h };
  slide.addText(credit, {
    ...text,
    x,
    y: box.y,
    ...room,
    align: 'right',
    color: COLORS.muted,
    fontSize: fitPoints(credit, room, POINTS.foot, 7),
  });
}

/**
 * As many classes as have room, in two columns where one is not enough; the last line says how many are left out.
 * Answers nothing: an empty legend draws nothing.
 */
export function drawLegend(
  slide: PptxGenJS.Slide,
  entries: readonly DeckLegendEntry[],
  words: Pick<DeckWords, 'legend' | 'legendMore'>,
  box: Box,
  keep: KeepPicture,
): void {
  if (entries.length === 0 || box.h < 3 * LEGEND_ROW) return;
  const text = { fontFace: FONT, fontSize: POINTS.legend, color: COLORS.text, margin: 0, valign: 'middle' } as const;
  slide.addText(words.legend, { ...text, x: box.x, y: box.y, w: box.w, h: LEGEND_ROW, bold: true });
  const rows = Math.floor((box.h - LEGEND_ROW) / LEGEND_ROW);
  const columns = entries.length > rows ? 2 : 1;
  const places = rows * columns;
  const shown = entries.length > places ? entries.slice(0, places - 1) : entries;
  const width = box.w / columns;
  const placeOf = (index: number) => ({
    x: box.x + Math.floor(index / rows) * width,
    y: box.y + LEGEND_ROW * (1 + (index % rows)),
  });
  for (const [index, entry] of shown.entries()) {
    const { x, y } = placeOf(index);
    const swatch = { x, y: y + (LEGEND_ROW - SWATCH.h) / 2, ...SWATCH };
    slide.addImage({ data: keep(entry.swatch), ...fitInto(swatch, entry.widthPixels, entry.heightPixels) });
    const room = { w: width - SWATCH.w - 0.15, h: LEGEND_ROW };
    const fontSize = fitPoints(entry.text, { ...room, h: LEGEND_ROW }, POINTS.legend, 8);
    slide.addText(entry.text, { ...text, x: x + SWATCH.w + 0.08, y, ...room, fontSize, wrap: false });
  }
  const left = entries.length - shown.length;
  if (left > 0) {
    const more = words.legendMore.replace('{count}', String(left));
    slide.addText(more, { ...text, ...placeOf(places - 1), w: width, h: LEGEND_ROW, color: COLORS.muted });
  }
}
