/** All slides of a deck: first what it is of, then each scene, its board behind it. Words are words of the slide, none is in a picture. */
import type PptxGenJS from 'pptxgenjs';
import { drawBoard } from './draw-board.ts';
import { drawLegend, drawMap, type KeepPicture } from './draw-map.ts';
import { fitPoints } from './fit-text.ts';
import { type Box, type SlideBoxes, slideBoxes } from './slide-boxes.ts';
import type { DeckNumber, DeckSlide, DeckWords, SlideDeck } from './slide-deck.ts';
import { COLORS, FONT, POINTS } from './slide-look.ts';

const MASTER = 'CHENTU';
const COVER = 'CHENTU COVER';
const NUMBER_HEIGHT = 0.92;
const MOST_NUMBERS = 4;

export function drawSlides(file: PptxGenJS, deck: SlideDeck, keep: KeepPicture): void {
  const boxes = slideBoxes(deck.ratio, true);
  file.defineLayout({ name: deck.ratio, width: boxes.slide.w, height: boxes.slide.h });
  file.layout = deck.ratio;
  file.theme = { headFontFace: FONT, bodyFontFace: FONT };
  file.title = deck.title;
  file.subject = deck.cover.join(' · ');
  file.author = deck.words.program;
  file.company = '';
  defineMasters(file, deck, boxes);
  drawCover(file, deck);
  const sections = new Set<string>();
  for (const scene of deck.slides) {
    const section = scene.group ?? deck.words.section;
    if (!sections.has(section)) file.addSection({ title: section });
    sections.add(section);
    const next = (title: string, notes: string | undefined) => {
      const slide = file.addSlide({ masterName: MASTER, sectionTitle: section });
      slide.addText(title, { placeholder: 'title', fontSize: fitPoints(title, boxes.title, POINTS.title, 16) });
      if (notes) slide.addNotes(notes);
      return slide;
    };
    drawScene(
      next(scene.title, scene.notes),
      scene,
      slideBoxes(deck.ratio, scene.caption !== undefined),
      deck.words,
      keep,
    );
    const { board } = scene;
    if (!board) continue;
    drawBoard(
      (page) => {
        const isNotes = page === 'notes';
        return next(isNotes ? board.notesTitle : page === 0 ? board.title : board.continuedTitle, undefined);
      },
      board,
      boxes.body,
      keep,
    );
  }
}

function defineMasters(file: PptxGenJS, deck: SlideDeck, { title, source, position, slide }: SlideBoxes): void {
  const foot = { fontFace: FONT, fontSize: POINTS.foot, color: COLORS.muted, margin: 0 } as const;
  file.defineSlideMaster({
    title: MASTER,
    background: { color: COLORS.paper },
    objects: [
      {
        placeholder: {
          options: {
            ...title,
            name: 'title',
            type: 'title',
            fontFace: FONT,
            fontSize: POINTS.title,
            bold: true,
            color: COLORS.text,
            align: 'left',
            valign: 'middle',
            margin: 0,
          },
          text: '',
        },
      },
      { line: { x: source.x, y: source.y - 0.04, w: slide.w - 2 * source.x, h: 0, line: { color: COLORS.line } } },
      {
        text: {
          text: deck.source,
          options: { ...foot, ...source, fontSize: fitPoints(deck.source, source, POINTS.foot, 7), valign: 'middle' },
        },
      },
    ],
    slideNumber: { ...foot, ...position, align: 'right', valign: 'middle' },
  });
  file.defineSlideMaster({ title: COVER, background: { color: COLORS.paper }, objects: coverObjects(slide, title.x) });
}

type MasterObjects = NonNullable<PptxGenJS.SlideMasterProps['objects']>;
function coverObjects({ w, h }: SlideBoxes['slide'], x: number): MasterObjects {
  return [
    { rect: { x: 0, y: 0, w: 0.22, h, fill: { color: COLORS.accent } } },
    {
      placeholder: {
        options: {
          x: 2 * x,
          y: 1.9,
          w: w - 4 * x,
          h: 1.5,
          name: 'title',
          type: 'title',
          fontFace: FONT,
          fontSize: POINTS.cover,
          bold: true,
          color: COLORS.text,
          align: 'left',
          valign: 'bottom',
          margin: 0,
        },
        text: '',
      },
    },
  ];
}

function drawCover(file: PptxGenJS, { title, cover, ratio }: SlideDeck): void {
  const { slide: size, title: place } = slideBoxes(ratio, true);
  const slide = file.addSlide({ masterName: COVER });
  const w = size.w - 4 * place.x;
  slide.addText(title, { placeholder: 'title', fontSize: fitPoints(title, { w, h: 1.5 }, POINTS.cover, 20) });
  slide.addText(cover.join('\n'), {
    x: 2 * place.x,
    y: 3.55,
    w,
    h: 2.4,
    fontFace: FONT,
    fontSize: fitPoints(cover.join('\n'), { w, h: 2.2 }, POINTS.coverLine, 10),
    color: COLORS.muted,
    margin: 0,
    valign: 'top',
    paraSpaceAfter: 4,
  });
}

function drawScene(
  slide: PptxGenJS.Slide,
  scene: DeckSlide,
  boxes: SlideBoxes,
  words: DeckWords,
  keep: KeepPicture,
): void {
  if (scene.caption) {
    slide.addText(scene.caption, {
      ...boxes.caption,
      fontFace: FONT,
      fontSize: fitPoints(scene.caption, boxes.caption, POINTS.caption, 9),
      color: COLORS.muted,
      margin: 0,
      valign: 'top',
    });
  }
  if (scene.map) drawMap(slide, scene.map, boxes, keep);
  else if (scene.withoutMap) drawWithoutMap(slide, scene.withoutMap, boxes.map);
  const below = drawNumbers(slide, scene.numbers.slice(0, MOST_NUMBERS), boxes.side);
  if (scene.map) drawLegend(slide, scene.map.legend, words, below, keep);
}

function drawWithoutMap(slide: PptxGenJS.Slide, text: string, box: Box): void {
  slide.addText(text, {
    ...box,
    shape: 'rect',
    fill: { color: COLORS.band },
    line: { color: COLORS.line, width: 0.75, dashType: 'dash' },
    fontFace: FONT,
    fontSize: POINTS.caption,
    color: COLORS.muted,
    align: 'center',
    valign: 'middle',
  });
}

/** One under the other; answers what is left of the box. */
function drawNumbers(slide: PptxGenJS.Slide, numbers: readonly DeckNumber[], box: Box): Box {
  for (const [index, { label, value, detail }] of numbers.entries()) {
    const room = { w: box.w - 0.2, h: 0.3 };
    const place = { x: box.x, y: box.y + index * NUMBER_HEIGHT, w: box.w, h: NUMBER_HEIGHT - 0.12 };
    slide.addShape('rect', { ...place, w: 0.05, fill: { color: COLORS.accent } });
    const paragraph = (text: string, fontSize: number, more: PptxGenJS.TextPropsOptions, isLast: boolean) => ({
      text,
      options: { fontSize, ...more, breakLine: !isLast },
    });
    const tail = detail === undefined ? '' : `  ${detail}`;
    const valuePoints = fitPoints(value + tail, { w: room.w, h: 0.55 }, POINTS.number, 14);
    slide.addText(
      [
        paragraph(label, fitPoints(label, room, POINTS.numberLabel, 8), { color: COLORS.muted }, false),
        { text: value, options: { fontSize: valuePoints, bold: true, color: COLORS.text } },
        ...(detail === undefined
          ? []
          : [paragraph(tail, Math.min(POINTS.numberDetail, valuePoints), { color: COLORS.text }, true)]),
      ],
      { ...place, x: place.x + 0.15, w: place.w - 0.15, fontFace: FONT, margin: 0, valign: 'middle' },
    );
  }
  const used = numbers.length * NUMBER_HEIGHT;
  return { ...box, y: box.y + used, h: box.h - used };
}
