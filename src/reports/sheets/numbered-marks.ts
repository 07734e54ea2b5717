/**
 * Numbers on a map, each at its place, or beside it on the end of a line where another stands there already. The
 * same places give the same layout. Pure.
 */
import type { Drawn, Hex, Path } from './drawing.ts';
import { CASING, INK } from './map-symbols.ts';
import type { PixelSize } from './map-window.ts';
import { strokesWidth, writeStrokes } from './stroke-letters.ts';
import { disc } from './stroke-outlines.ts';

export interface NumberedPlace {
  readonly x: number;
  readonly y: number;
  readonly number: number;
  /** Of the rim and of the dot. */
  readonly color: Hex;
}

export interface NumberedMarks {
  readonly items: readonly Drawn[];
  /** Those that have a dot alone: after many others, or without room for a number within reach. */
  readonly unnumbered: number;
}

/** Left, top, right, bottom in pixels. */
export type PixelBox = readonly [left: number, top: number, right: number, bottom: number];

/** From 1.7 to 2.6 mm in print: a few numbers can be read from afar, many need their room. */
const LETTER_HEIGHTS: readonly (readonly [mostPlaces: number, pixels: number])[] = [
  [30, 10],
  [80, 8],
  [Infinity, 6.5],
];
/** Around a number, and the width of its strokes, of its height. */
const PADDING_SHARE = 0.36;
const STROKE_SHARE = 0.17;
const GAP = 1.2;
const RIM = 4;
/** A line longer than this no longer says where it leads. */
const REACH_PIXELS = 48;
/** More numbers hide the ground that they are to be found on. */
const MOST_NUMBERS = 120;
const RING_STEP = 9;
const DOT_RADIUS = 2.2;

/**
 * In the order of the places: the first have the best room, the last dots alone. What lies outside of the drawing is left out.
 * O(places²) boxes at worst.
 *
 * @param taken where no number may stand: scale bar, arrow
 */
export function drawNumberedMarks(
  places: readonly NumberedPlace[],
  size: PixelSize,
  taken: readonly PixelBox[] = [],
): NumberedMarks {
  const letterHeight = LETTER_HEIGHTS.find(([most]) => places.length <= most)?.[1] ?? 0;
  const occupied = [...taken];
  const placed: Placed[] = [];
  const dots: NumberedPlace[] = [];
  for (const place of places) {
    if (place.x < 0 || place.y < 0 || place.x > size.widthPixels || place.y > size.heightPixels) continue;
    const box = placed.length < MOST_NUMBERS ? findRoom(place, letterHeight, size, occupied) : undefined;
    if (box) {
      occupied.push(box);
      placed.push({ place, box });
    } else dots.push(place);
  }
  const lines = placed.filter(({ place, box }) => !contains(box, place));
  return {
    items: [
      ...drawLines(lines),
      ...byColor([...dots, ...lines.map(({ place }) => place)]).flatMap(([color, own]) => drawDots(own, color)),
      ...byColor(placed.map(({ place, box }) => ({ ...place, box }))).flatMap(([color, own]) => drawPlates(own, color)),
      ...drawNumbers(placed, letterHeight),
    ],
    unnumbered: dots.length,
  };
}

interface Placed {
  readonly place: NumberedPlace;
  readonly box: PixelBox;
}

const contains = ([left, top, right, bottom]: PixelBox, { x, y }: NumberedPlace) =>
  x >= left && x <= right && y >= top && y <= bottom;

function findRoom(
  place: NumberedPlace,
  letterHeight: number,
  size: PixelSize,
  occupied: readonly PixelBox[],
): PixelBox | undefined {
  const padding = PADDING_SHARE * letterHeight;
  const width = strokesWidth(String(place.number), letterHeight) + 2 * padding;
  const height = letterHeight + 2 * padding;
  for (const [x, y] of spotsAround(place)) {
    const box: PixelBox = [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
    if (isInside(box, size) && occupied.every((other) => isApart(box, other))) return box;
  }
  return undefined;
}

/** The place itself, then rings around it, the nearest first; a little wider than high, as the plates are. */
function* spotsAround({ x, y }: NumberedPlace): Generator<readonly [number, number]> {
  yield [x, y];
  for (let radius = RING_STEP + 4; radius <= REACH_PIXELS; radius += RING_STEP) {
    const spots = Math.max(8, Math.round((2 * Math.PI * radius) / 10));
    for (let spot = 0; spot < spots; spot++) {
      const angle = (2 * Math.PI * spot) / spots - Math.PI / 4;
      yield [x + 1.25 * radius * Math.cos(angle), y + radius * Math.sin(angle)];
    }
  }
}

const isInside = ([left, top, right, bottom]: PixelBox, { widthPixels, heightPixels }: PixelSize) =>
  left >= RIM && top >= RIM && right <= widthPixels - RIM && bottom <= heightPixels - RIM;
const isApart = (a: PixelBox, b: PixelBox) =>
  a[2] + GAP < b[0] || b[2] + GAP < a[0] || a[3] + GAP < b[1] || b[3] + GAP < a[1];

/** One shape of each colour: hundreds of numbers stay a small file. In the order in which colours first come. */
function byColor<T extends { readonly color: Hex }>(marks: readonly T[]): [Hex, T[]][] {
  const groups = new Map<Hex, T[]>();
  for (const mark of marks) {
    const own = groups.get(mark.color);
    if (own) own.push(mark);
    else groups.set(mark.color, [mark]);
  }
  return [...groups];
}

function drawLines(lines: readonly Placed[]): Drawn[] {
  if (lines.length === 0) return [];
  const paths = lines.map(({ place, box }): Path => [place.x, place.y, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2]);
  return [
    { type: 'paths', paths, stroke: { color: CASING, opacity: 0.85, width: 2.4 }, closed: false },
    { type: 'paths', paths, stroke: { color: INK, opacity: 1, width: 0.8 }, closed: false },
  ];
}

function drawDots(places: readonly NumberedPlace[], color: Hex): Drawn[] {
  const discs = (radius: number) => places.map(({ x, y }) => disc(x, y, radius, 10));
  return [
    {
      type: 'paths',
      paths: discs(DOT_RADIUS + 0.7),
      fill: { color: CASING, opacity: 1 },
      fillRule: 'nonzero',
      closed: true,
    },
    { type: 'paths', paths: discs(DOT_RADIUS), fill: { color, opacity: 1 }, fillRule: 'nonzero', closed: true },
  ];
}

function drawPlates(plates: readonly { readonly box: PixelBox }[], color: Hex): Drawn[] {
  const paths = plates.map(
    ({ box: [left, top, right, bottom] }): Path => [left, top, right, top, right, bottom, left, bottom],
  );
  return [
    {
      type: 'paths',
      paths,
      fill: { color: CASING, opacity: 1 },
      stroke: { color, opacity: 1, width: 1.2 },
      closed: true,
    },
  ];
}

function drawNumbers(placed: readonly Placed[], letterHeight: number): Drawn[] {
  if (placed.length === 0) return [];
  const padding = PADDING_SHARE * letterHeight;
  const paths = placed.flatMap(({ place, box }) =>
    writeStrokes(String(place.number), box[0] + padding, box[1] + padding, letterHeight),
  );
  const stroke = { color: INK, opacity: 1, width: STROKE_SHARE * letterHeight };
  return [{ type: 'paths', paths, stroke, closed: false }];
}
