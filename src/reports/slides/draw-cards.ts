/** Cards of findings on slides, six on each: the picture of the place, and beside it words that can be edited. */
import type PptxGenJS from 'pptxgenjs';
import type { KeepPicture } from './draw-map.ts';
import { fitPoints } from './fit-text.ts';
import type { NextSlide } from './next-slide.ts';
import { type Box, fitInto } from './slide-boxes.ts';
import type { DeckCard, DeckPicture } from './slide-deck.ts';
import { COLORS, FONT, POINTS } from './slide-look.ts';

const COLUMNS = 2;
const ROWS = 3;
const GAP = { w: 0.3, h: 0.18 } as const;
/** Of the card's width. */
const PICTURE_SHARE = 0.36;
const BETWEEN = 0.15;
const TITLE_HEIGHT = 0.34;
const SMALLEST_POINTS = 8;

/** One slide at least; answers the last one. */
export function drawCards(
  nextSlide: NextSlide,
  cards: readonly DeckCard[],
  box: Box,
  keep: KeepPicture,
): PptxGenJS.Slide {
  const perSlide = COLUMNS * ROWS;
  const size = { w: (box.w - (COLUMNS - 1) * GAP.w) / COLUMNS, h: (box.h - (ROWS - 1) * GAP.h) / ROWS };
  let slide = nextSlide(0);
  for (const [index, card] of cards.entries()) {
    if (index > 0 && index % perSlide === 0) slide = nextSlide(index / perSlide);
    const place = index % perSlide;
    const x = box.x + (place % COLUMNS) * (size.w + GAP.w);
    const y = box.y + Math.floor(place / COLUMNS) * (size.h + GAP.h);
    drawCard(slide, card, { x, y, ...size }, keep);
  }
  return slide;
}

function drawCard(slide: PptxGenJS.Slide, card: DeckCard, box: Box, keep: KeepPicture): void {
  const pictureWidth = PICTURE_SHARE * box.w;
  const room = { ...box, w: pictureWidth };
  if (card.picture) drawPicture(slide, card.picture, room, keep);
  // Without a picture the words have the whole card.
  const indent = card.picture ? pictureWidth + BETWEEN : 0;
  drawWords(slide, card, { ...box, x: box.x + indent, w: box.w - indent });
}

/** At the top of its room, what it is in its corner. */
function drawPicture(slide: PptxGenJS.Slide, picture: DeckPicture, room: Box, keep: KeepPicture): void {
  const fitted = fitInto(room, picture.widthPixels, picture.heightPixels);
  const place = { ...fitted, y: room.y };
  slide.addImage({ data: keep(picture.jpeg, 'jpeg'), ...place, altText: picture.altText });
  const mark = { w: 0.12 + 0.17 * picture.mark.length, h: 0.22 };
  slide.addText(picture.mark, {
    x: place.x + place.w - mark.w,
    y: place.y + place.h - mark.h,
    ...mark,
    fill: { color: COLORS.paper },
    fontFace: FONT,
    fontSize: POINTS.foot,
    color: COLORS.muted,
    align: 'center',
    valign: 'middle',
    margin: 0,
  });
}

function drawWords(slide: PptxGenJS.Slide, { rank, title, lines, sentence }: DeckCard, box: Box): void {
  const head = `${rank}  ${title}`;
  const text = { fontFace: FONT, margin: 0, color: COLORS.text } as const;
  const titleRoom = { w: box.w, h: TITLE_HEIGHT };
  slide.addText(head, {
    ...text,
    x: box.x,
    y: box.y,
    ...titleRoom,
    fontSize: fitPoints(head, titleRoom, POINTS.caption, POINTS.foot),
    bold: true,
    valign: 'middle',
  });
  const rest = { x: box.x, y: box.y + TITLE_HEIGHT, w: box.w, h: box.h - TITLE_HEIGHT };
  const fontSize = fitPoints([...lines, sentence].join('\n'), rest, POINTS.table, SMALLEST_POINTS);
  slide.addText(
    [
      ...lines.map((line) => ({ text: line, options: { breakLine: true } })),
      { text: sentence, options: { color: COLORS.muted } },
    ],
    { ...text, ...rest, fontSize, valign: 'top' },
  );
}
