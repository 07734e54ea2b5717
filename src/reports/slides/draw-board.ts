/** A board as a native table and a native chart, or as cards with their pictures, over as many slides as it needs. */
import type PptxGenJS from 'pptxgenjs';
import { drawCards } from './draw-cards.ts';
import type { KeepPicture } from './draw-map.ts';
import { countLines, fitPoints, heightOfLines } from './fit-text.ts';
import type { NextSlide } from './next-slide.ts';
import { CELL_MARGIN, columnWidths, paginateBoard } from './paginate-board.ts';
import type { Box } from './slide-boxes.ts';
import type { DeckBoard, DeckChart } from './slide-deck.ts';
import { COLORS, FONT, POINTS } from './slide-look.ts';

/** More bars than that are no picture any more: the table says the rest. */
const MOST_BARS = 12;
const CHART_SHARE = 0.46;
const GAP = 0.25;
/** Of the line that says how many rows are left out; kept free under every table. */
const MORE_HEIGHT = 0.25;
/** Of a bar with its name, and of the chart's title above: few bars do not fill a slide. */
const BAR_HEIGHT = 0.45;
const CHART_HEAD = 0.9;

/** A few lines find room under the table. */
const MOST_LINES = 3;

/** Pages of the table; the chart stands on the first, beside it; notes that are long have the last. */
export function drawBoard(nextSlide: NextSlide, board: DeckBoard, box: Box, keep: KeepPicture): void {
  const note = board.notes.join('\n');
  const lines = note === '' ? 0 : countLines(note, POINTS.note, box.w);
  const noteHeight = lines === 0 || lines > MOST_LINES ? 0 : heightOfLines(lines, POINTS.note) + 0.1;
  const room = { ...box, h: box.h - noteHeight - MORE_HEIGHT };
  const foot = { ...box, y: box.y + box.h - noteHeight - MORE_HEIGHT, h: noteHeight + MORE_HEIGHT };
  if (board.nothing !== undefined) {
    const slide = nextSlide(0);
    drawLines(slide, [board.nothing], { ...room, h: 1 }, POINTS.caption);
    if (noteHeight > 0) drawLines(slide, board.notes, foot, POINTS.note);
  } else if (board.cards) {
    const last = drawCards(nextSlide, board.cards, room, keep);
    if (noteHeight > 0) drawLines(last, board.notes, foot, POINTS.note);
  } else drawPages(nextSlide, board, room, noteHeight > 0 ? foot : undefined);
  if (lines > MOST_LINES) {
    drawLines(nextSlide('notes'), board.notes, box, fitPoints(note, box, POINTS.caption, POINTS.note));
  }
}

function drawPages(nextSlide: NextSlide, board: DeckBoard, room: Box, foot: Box | undefined): void {
  const chart = board.chart && board.chart.labels.length > 0 ? board.chart : undefined;
  const chartWidth = chart ? CHART_SHARE * room.w : 0;
  const beside = chart ? { ...room, x: room.x + chartWidth + GAP, w: room.w - chartWidth - GAP } : room;
  const boxOf = (page: number) => (page === 0 ? beside : room);
  const { pages, left } = paginateBoard(board, (page) => boxOf(page).w, room.h);
  for (const [page, rows] of pages.entries()) {
    const slide = nextSlide(page);
    if (page === 0 && chart) drawChart(slide, chart, { ...room, w: chartWidth });
    drawTable(slide, board, rows, boxOf(page));
    const isLast = page === pages.length - 1;
    const more = isLast && left > 0 ? [board.moreRows.replace('{count}', String(left))] : [];
    const place = foot ?? { ...room, y: room.y + room.h, h: MORE_HEIGHT };
    if (foot || more.length > 0) drawLines(slide, [...more, ...(foot ? board.notes : [])], place, POINTS.note);
  }
}

function drawLines(slide: PptxGenJS.Slide, lines: readonly string[], box: Box, fontSize: number): void {
  slide.addText(lines.join('\n'), {
    ...box,
    fontFace: FONT,
    fontSize,
    color: COLORS.muted,
    margin: 0,
    valign: 'top',
  });
}

function drawTable(slide: PptxGenJS.Slide, board: DeckBoard, rows: readonly (readonly string[])[], box: Box): void {
  const { vertical, horizontal } = CELL_MARGIN;
  const margin: [number, number, number, number] = [vertical, horizontal, vertical, horizontal];
  const cell = (text: string, index: number, options: PptxGenJS.TableCellProps) => ({
    text,
    options: { align: board.columns[index]?.align ?? 'left', valign: 'middle', margin, ...options } as const,
  });
  const head = board.columns.map(({ header }, index) =>
    cell(header, index, { bold: true, fill: { color: COLORS.head } }),
  );
  const lines = rows.map((cells, row) =>
    cells.map((text, index) => cell(text, index, { fill: { color: row % 2 === 0 ? COLORS.paper : COLORS.band } })),
  );
  slide.addTable([head, ...lines], {
    x: box.x,
    y: box.y,
    w: box.w,
    colW: columnWidths(board, box.w),
    fontFace: FONT,
    fontSize: POINTS.table,
    color: COLORS.text,
    border: { type: 'solid', pt: 0.75, color: COLORS.line },
    objectName: board.title,
  });
}

/** The name of a series goes into the chart's own sheet as it is: without what XML has a meaning for. */
function drawChart(slide: PptxGenJS.Slide, { title, altText, labels, values, axis }: DeckChart, box: Box): void {
  const shown = labels.slice(0, MOST_BARS);
  const text = { color: COLORS.text, face: FONT, size: 11 };
  slide.addChart(
    'bar',
    [{ name: axis.replaceAll(/[<>&"']/gu, ' '), labels: [...shown], values: values.slice(0, MOST_BARS) }],
    {
      ...box,
      h: Math.min(box.h, CHART_HEAD + BAR_HEIGHT * shown.length),
      barDir: 'bar',
      barGapWidthPct: 45,
      chartColors: [COLORS.accent],
      showTitle: true,
      title,
      titleFontFace: text.face,
      titleFontSize: 13,
      titleColor: text.color,
      // The first on top, as in the table; its type knows one order only, the writer both.
      catAxisOrientation: 'maxMin' as 'minMax',
      catAxisLabelFontFace: text.face,
      catAxisLabelFontSize: text.size,
      catAxisLabelColor: text.color,
      valAxisHidden: true,
      valGridLine: { style: 'none' },
      valAxisMinVal: 0,
      showValue: true,
      dataLabelFontFace: text.face,
      dataLabelFontSize: text.size,
      dataLabelColor: text.color,
      dataLabelFormatCode: values.every(Number.isInteger) ? '#,##0' : '#,##0.0#',
      altText,
      objectName: title,
    },
  );
}
