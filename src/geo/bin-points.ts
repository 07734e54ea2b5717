/** Points put into equal squares or hexagons of the metric frame. Flat arrays in, flat arrays out; knows no layers. */
import type { Frame } from './laea.ts';

export interface PointBins {
  readonly shape: 'square' | 'hexagon';
  /** Side of a square; of a hexagon the distance between opposite sides, which stand east and west. Metres. */
  readonly sizeMeters: number;
  /** Bins that hold a point. */
  readonly count: number;
  /** The bin of each point; -1 for one that is left out. */
  readonly binOf: Int32Array;
  readonly counts: Uint32Array;
  /** Place in the grid: squares count from the frame's centre, hexagons in rows of which odd ones stand half a width to the east. */
  readonly columns: Int32Array;
  readonly rows: Int32Array;
}

/** Squares whose lower left corners are multiples of the size; a point on a side belongs to the upper or right one. */
export function binIntoSquares(xy: Float64Array, keep: Uint8Array | undefined, sizeMeters: number): PointBins {
  return binBy('square', xy, keep, sizeMeters);
}

/** Each point belongs to the hexagon whose centre is nearest. */
export function binIntoHexagons(xy: Float64Array, keep: Uint8Array | undefined, sizeMeters: number): PointBins {
  return binBy('hexagon', xy, keep, sizeMeters);
}

type PutPlace = (x: number, y: number, sizeMeters: number, place: [column: number, row: number]) => void;

const putSquare: PutPlace = (x, y, sizeMeters, place) => {
  place[0] = Math.floor(x / sizeMeters);
  place[1] = Math.floor(y / sizeMeters);
};

const putHexagon: PutPlace = (x, y, sizeMeters, place) => {
  const rowMeters = rowHeight(sizeMeters);
  // Of the two rows around the point, each has one nearest centre.
  const low = Math.floor(y / rowMeters);
  let nearest = Infinity;
  for (let row = low; row <= low + 1; row++) {
    const shift = isOdd(row) ? 0.5 : 0;
    const column = Math.round(x / sizeMeters - shift);
    const distance = Math.hypot(x - (column + shift) * sizeMeters, y - row * rowMeters);
    if (distance < nearest) {
      nearest = distance;
      place[0] = column;
      place[1] = row;
    }
  }
};

const PUT: Readonly<Record<PointBins['shape'], PutPlace>> = { square: putSquare, hexagon: putHexagon };

/** Room for the rows of one column in a key: half a million to either side. */
const KEY_ROWS = 2 ** 20;

/** Points that are not kept or have no place (NaN) are left out. O(points). */
function binBy(
  shape: PointBins['shape'],
  xy: Float64Array,
  keep: Uint8Array | undefined,
  sizeMeters: number,
): PointBins {
  const put = PUT[shape];
  const binOf = new Int32Array(xy.length / 2).fill(-1);
  const known = new Map<number, number>();
  const [columns, rows, counts]: [number[], number[], number[]] = [[], [], []];
  const place: [number, number] = [0, 0];
  for (let point = 0; point < binOf.length; point++) {
    const x = xy[2 * point]!;
    if (keep?.[point] === 0 || Number.isNaN(x)) continue;
    put(x, xy[2 * point + 1]!, sizeMeters, place);
    const key = place[0] * KEY_ROWS + place[1];
    let bin = known.get(key);
    if (bin === undefined) {
      bin = columns.push(place[0]) - 1;
      rows.push(place[1]);
      counts.push(0);
      known.set(key, bin);
    }
    counts[bin]! += 1;
    binOf[point] = bin;
  }
  return {
    shape,
    sizeMeters,
    count: columns.length,
    binOf,
    counts: Uint32Array.from(counts),
    columns: Int32Array.from(columns),
    rows: Int32Array.from(rows),
  };
}

/** The bin at a place of its grid; undefined where that holds no point. O(bins). */
export function findBin({ columns, rows, count }: PointBins, column: number, row: number): number | undefined {
  for (let bin = 0; bin < count; bin++) if (columns[bin] === column && rows[bin] === row) return bin;
  return undefined;
}

/** The bin whose ground holds a place, metres in the frame, by the rule that points are put by; undefined where it holds no point. O(bins). */
export function findBinAt(bins: PointBins, x: number, y: number): number | undefined {
  const place: [number, number] = [0, 0];
  PUT[bins.shape](x, y, bins.sizeMeters, place);
  return findBin(bins, ...place);
}

/** The ground of one bin, square metres. */
export function areaOfBin({ shape, sizeMeters }: Pick<PointBins, 'shape' | 'sizeMeters'>): number {
  return shape === 'square' ? sizeMeters ** 2 : (sizeMeters ** 2 * Math.sqrt(3)) / 2;
}

/** The outline of a bin, metres in the frame, closed, counterclockwise. */
export function outlineOfBin({ shape, sizeMeters, columns, rows }: PointBins, bin: number): [x: number, y: number][] {
  const [column, row] = [columns[bin]!, rows[bin]!];
  if (shape === 'square') {
    const [left, bottom] = [column * sizeMeters, row * sizeMeters];
    const [right, top] = [left + sizeMeters, bottom + sizeMeters];
    return [
      [left, bottom],
      [right, bottom],
      [right, top],
      [left, top],
      [left, bottom],
    ];
  }
  const x = (column + (isOdd(row) ? 0.5 : 0)) * sizeMeters;
  const y = row * rowHeight(sizeMeters);
  const radius = sizeMeters / Math.sqrt(3);
  return Array.from({ length: 7 }, (_, corner) => {
    const angle = ((corner % 6) * 60 + 30) * (Math.PI / 180);
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/** The outline of a bin in degrees. */
export function binPolygon(bins: PointBins, bin: number, frame: Frame): GeoJSON.Polygon {
  return { type: 'Polygon', coordinates: [outlineOfBin(bins, bin).map(([x, y]) => frame.unproject(x, y))] };
}

/** The mean place of the points of each bin, metres, interleaved. O(points). */
export function meanPlaces({ binOf, counts, count }: PointBins, xy: Float64Array): Float64Array {
  const sums = new Float64Array(2 * count);
  for (let point = 0; point < binOf.length; point++) {
    const bin = binOf[point]!;
    if (bin < 0) continue;
    sums[2 * bin]! += xy[2 * point]!;
    sums[2 * bin + 1]! += xy[2 * point + 1]!;
  }
  for (let bin = 0; bin < count; bin++) {
    sums[2 * bin]! /= counts[bin]!;
    sums[2 * bin + 1]! /= counts[bin]!;
  }
  return sums;
}

const isOdd = (row: number) => (row & 1) === 1;
const rowHeight = (sizeMeters: number) => (sizeMeters * Math.sqrt(3)) / 2;
