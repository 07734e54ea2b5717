/**
 * Where everything stands on a sheet with a map: title, map in its frame with the places of its corners, legend,
 * scale, north, sources. In the page's own units, from the top left corner; painted by paint-sheet.ts. Pure.
 */
import type { LegendEntry } from '../../map/legend.ts';
import type { Swatch } from '../../map/swatch.ts';
import type { SheetPage } from './sheet-pages.ts';

export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface SheetText {
  readonly type: 'text';
  readonly text: string;
  readonly x: number;
  /** Of the line that letters stand on. */
  readonly baseline: number;
  readonly size: number;
  readonly align: 'left' | 'center' | 'right';
  readonly bold?: boolean;
  /** Squeezed into it where it is longer. */
  readonly maxWidth?: number;
}
export type SheetItem =
  | SheetText
  | { readonly type: 'frame'; readonly at: Rectangle; readonly lineWidth: number }
  | { readonly type: 'bar'; readonly at: Rectangle; readonly isDark: boolean }
  | {
      readonly type: 'swatch';
      readonly x: number;
      readonly y: number;
      readonly height: number;
      readonly swatch: Swatch;
    }
  | {
      readonly type: 'north';
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly turnDegrees: number;
    };

export interface SheetWords {
  readonly title: string;
  readonly subtitle: string;
  /** Legend entries as they are read, in their order. */
  readonly legendTitle: string;
  readonly legendMore: (count: number) => string;
  readonly legend: readonly { readonly text: string; readonly swatch: LegendEntry['swatch'] }[];
  /** Under the map, left to right; empty ones are left out. */
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** 1 : N, where the page has a size on the ground. */
  readonly ratio: string;
  /** What a length of ground is called. */
  readonly length: (meters: number) => string;
  /** Top left and bottom right corner of the map. */
  readonly corners: readonly [topLeft: string, bottomRight: string];
}

/** How the map in the frame is placed; known once the frame is. */
export interface SheetGround {
  /** Along a level line. */
  readonly metersPerUnit: number;
  readonly bearingDegrees: number;
}

const MARGIN = 2.6;
const TITLE = 2.3;
const SUBTITLE = 1.2;
const SMALL = 0.8;
const LINE = 1.7;
/** Title of the legend, and the room around it. */
const LEGEND_HEAD = 2.2;
/** Letters of a long legend are not smaller than this. */
const TIGHTEST = 0.72;
/** Swatches are 28 × 18. */
const SWATCH_HEIGHT = 1.3;
const SWATCH_WIDTH = (SWATCH_HEIGHT * 28) / 18;
const PANEL_WIDTH = 17;
/** Of a column of the legend below the map. */
const COLUMN_WIDTH = 14.5;
const MOST_LEGEND_ROWS_BELOW = 7;
/** Below the map, with the margin of the page. */
const FOOT = MARGIN + 4.1;
/** Divisions of the scale bar, dark and light in turn. */
const DIVISIONS = 4;

/** With room for a legend beside the map. */
const isWidePage = ({ width, height }: SheetPage) => width > 1.2 * height;

/** The room for the map. It does not depend on what stands in the texts, but on whether there are any. */
export function mapFrame(
  page: SheetPage,
  { subtitle, legend }: { readonly subtitle: string; readonly legend: { readonly length: number } },
): Rectangle {
  const u = page.text;
  const top = (MARGIN + TITLE * 1.1 + (subtitle ? SUBTITLE * 1.5 : 0) + 1.7) * u;
  const hasLegend = legend.length > 0;
  const isWide = isWidePage(page);
  const right = hasLegend && isWide ? (PANEL_WIDTH + 1) * u : 0;
  const below = hasLegend && !isWide ? (legendRows(page, legend.length) * LINE + LEGEND_HEAD + 1.6) * u : 0;
  return {
    left: MARGIN * u,
    top,
    width: page.width - 2 * MARGIN * u - right,
    height: page.height - top - FOOT * u - below,
  };
}

/** `frame`: where the map is, as `mapFrame` gave it; a legend that has grown since says what has no room. */
export function layOutSheet(page: SheetPage, frame: Rectangle, words: SheetWords, ground: SheetGround): SheetItem[] {
  const u = page.text;
  return [
    ...heads(page, words),
    { type: 'frame', at: frame, lineWidth: 0.14 * u },
    ...corners(frame, words, u),
    ...legendItems(page, frame, words),
    ...northArrow(frame, ground, u),
    ...foot(page, words, ground),
  ];
}

function heads(page: SheetPage, { title, subtitle }: SheetWords): SheetItem[] {
  const u = page.text;
  const centered = { type: 'text', x: page.width / 2, align: 'center', maxWidth: page.width - 2 * MARGIN * u } as const;
  const line = (MARGIN + TITLE * 0.9) * u;
  return [
    { ...centered, text: title, baseline: line, size: TITLE * u, bold: true },
    ...(subtitle ? [{ ...centered, text: subtitle, baseline: line + SUBTITLE * 1.6 * u, size: SUBTITLE * u }] : []),
  ];
}

function corners({ left, top, width, height }: Rectangle, words: SheetWords, u: number): SheetItem[] {
  const [topLeft, bottomRight] = words.corners;
  const size = SMALL * u;
  return [
    { type: 'text', text: topLeft, x: left, baseline: top - 0.45 * u, size, align: 'left' },
    {
      type: 'text',
      text: bottomRight,
      x: left + width,
      baseline: top + height + 1.15 * u,
      size,
      align: 'right',
    },
  ];
}

function legendRows(page: SheetPage, count: number): number {
  return Math.min(Math.ceil(count / columnsBelow(page)), MOST_LEGEND_ROWS_BELOW);
}
const columnsBelow = ({ width, text }: SheetPage) =>
  Math.max(Math.floor((width / text - 2 * MARGIN) / COLUMN_WIDTH), 1);

/** Beside the map on a wide page, below it on a high one; smaller where it is long. What has no room is counted. */
function legendItems(page: SheetPage, frame: Rectangle, words: SheetWords): SheetItem[] {
  const u = page.text;
  const { legend, legendTitle } = words;
  if (legend.length === 0) return [];
  const isWide = isWidePage(page);
  const left = isWide ? frame.left + frame.width + u : frame.left;
  const top = isWide ? frame.top : frame.top + frame.height + 1.6 * u;
  const bottom = isWide ? frame.top + frame.height : page.height - FOOT * u;
  const columns = isWide ? 1 : columnsBelow(page);
  const columnWidth = isWide ? PANEL_WIDTH : COLUMN_WIDTH;
  const height = (bottom - top) / u - LEGEND_HEAD;
  const tightness = Math.min(1, Math.max(TIGHTEST, (height * columns) / (legend.length * LINE)));
  const rows = Math.floor(height / (LINE * tightness) + 1e-6);
  const v = u * tightness;
  const room = rows * columns;
  const shown = legend.length > room ? legend.slice(0, room - 1) : legend;
  const head = top + 1.1 * u;
  const placeOf = (index: number) => {
    const [column, row] = [Math.floor(index / rows), index % rows];
    return { x: left + column * columnWidth * u, y: head + 0.6 * u + row * LINE * v };
  };
  const entryText = (text: string, index: number): SheetItem => {
    const { x, y } = placeOf(index);
    const indent = (SWATCH_WIDTH + 0.5) * v;
    const maxWidth = (columnWidth - 0.5) * u - indent;
    return { type: 'text', text, x: x + indent, baseline: y + 1.05 * v, size: v, align: 'left', maxWidth };
  };
  return [
    { type: 'text', text: legendTitle, x: left, baseline: head, size: 1.15 * u, align: 'left', bold: true },
    ...shown.flatMap(({ text, swatch }, index): SheetItem[] => [
      { type: 'swatch', ...placeOf(index), height: SWATCH_HEIGHT * v, swatch },
      entryText(text, index),
    ]),
    ...(shown.length < legend.length ? [entryText(words.legendMore(legend.length - shown.length), shown.length)] : []),
  ];
}

function northArrow({ left, top, width }: Rectangle, { bearingDegrees }: SheetGround, u: number): SheetItem[] {
  return [{ type: 'north', x: left + width - 2.2 * u, y: top + 2.6 * u, size: 3.6 * u, turnDegrees: -bearingDegrees }];
}

function foot(page: SheetPage, words: SheetWords, ground: SheetGround): SheetItem[] {
  const u = page.text;
  const right = page.width - MARGIN * u;
  const lines = [page.height - (MARGIN + 1.35) * u, page.height - MARGIN * u];
  const third = (page.width - 2 * MARGIN * u) / 3;
  const sides = (texts: readonly string[], x: number, align: 'left' | 'right') =>
    texts
      .filter(Boolean)
      .slice(0, lines.length)
      .map(
        (text, index): SheetItem => ({
          type: 'text',
          text,
          x,
          baseline: lines[index]!,
          size: 0.9 * u,
          align,
          maxWidth: third - u,
        }),
      );
  return [
    ...sides(words.left, MARGIN * u, 'left'),
    ...sides(words.right, right, 'right'),
    ...scaleBar(page, words, ground, third),
  ];
}

/** In the middle of the foot: the ratio, and a bar in divisions with its length. */
function scaleBar(page: SheetPage, words: SheetWords, { metersPerUnit }: SheetGround, room: number): SheetItem[] {
  const u = page.text;
  const meters = scaleBarMeters(metersPerUnit * room * 0.62);
  const length = meters / metersPerUnit;
  const left = page.width / 2 - length / 2;
  const top = page.height - (MARGIN + 0.5) * u;
  const height = 0.5 * u;
  const step = length / DIVISIONS;
  const label = (text: string, x: number): SheetItem => ({
    type: 'text',
    text,
    x,
    baseline: top - 0.35 * u,
    size: SMALL * u,
    align: 'center',
  });
  return [
    ...Array.from(
      { length: DIVISIONS },
      (_, index): SheetItem => ({
        type: 'bar',
        at: { left: left + index * step, top, width: step, height },
        isDark: index % 2 === 0,
      }),
    ),
    label('0', left),
    label(words.length(meters), left + length),
    ...(words.ratio
      ? ([
          {
            type: 'text',
            text: words.ratio,
            x: page.width / 2,
            baseline: top - 1.35 * u,
            size: u,
            align: 'center',
            bold: true,
          },
        ] as const)
      : []),
  ];
}

/** The largest 1, 2 or 5 × 10ⁿ metres that fit. */
export function scaleBarMeters(limit: number): number {
  const power = 10 ** Math.floor(Math.log10(limit));
  return ([5, 2, 1].find((step) => step * power <= limit) ?? 1) * power;
}
