/**
 * How densely points lie, as bands of equal density: a Gaussian kernel over a raster in the metric frame, and the
 * raster's contours (marching squares of d3-contour). Has a unit, unlike a heatmap in screen pixels: points per km².
 */
import { contours } from 'd3-contour';

export interface DensityRaster {
  readonly width: number;
  readonly height: number;
  /** The lower left corner of the raster and the side of its cells, metres in the frame. */
  readonly left: number;
  readonly bottom: number;
  readonly cellMeters: number;
  readonly bandwidthMeters: number;
  /** Points per km² at the middles of the cells, rows from south to north. */
  readonly values: Float64Array;
}

export interface DensityBand {
  /** Where the density is at least this, points per km². */
  readonly from: number;
  /** Polygons of rings in metres of the frame, as a GeoJSON MultiPolygon has them. */
  readonly polygons: [x: number, y: number][][][];
}

/** Cells in a bandwidth: putting a point into the middle of its cell moves it by an eighth of a bandwidth at most. */
const CELLS_PER_BANDWIDTH = 4;
/** The kernel is cut here; 0.3% of it lies farther out in each direction. */
const REACH_BANDWIDTHS = 3;
/** A side of the raster has at most so many cells: points strewn over a province get a wider kernel. */
const MAX_CELLS = 420;
const SQUARE_METERS_PER_KM2 = 1e6;

/** Undefined without a point. O(points + cells × kernel). */
export function measureDensity(
  xy: Float64Array,
  keep: Uint8Array | undefined,
  askedBandwidthMeters: number,
): DensityRaster | undefined {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let point = 0; point < xy.length / 2; point++) {
    const x = xy[2 * point]!;
    if (keep?.[point] === 0 || Number.isNaN(x)) continue;
    const y = xy[2 * point + 1]!;
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  if (left > right) return undefined;
  const margin = 2 * REACH_BANDWIDTHS * CELLS_PER_BANDWIDTH + 4;
  const side = Math.max(right - left, top - bottom);
  const cellMeters = Math.max(askedBandwidthMeters / CELLS_PER_BANDWIDTH, side / (MAX_CELLS - margin));
  const pad = (REACH_BANDWIDTHS * CELLS_PER_BANDWIDTH + 1) * cellMeters;
  left -= pad;
  bottom -= pad;
  const width = Math.ceil((right + pad - left) / cellMeters) + 1;
  const height = Math.ceil((top + pad - bottom) / cellMeters) + 1;
  const counts = new Float64Array(width * height);
  for (let point = 0; point < xy.length / 2; point++) {
    const x = xy[2 * point]!;
    if (keep?.[point] === 0 || Number.isNaN(x)) continue;
    const column = Math.floor((x - left) / cellMeters);
    const row = Math.floor((xy[2 * point + 1]! - bottom) / cellMeters);
    counts[row * width + column]! += 1;
  }
  const kernel = gaussian();
  const across = smooth(counts, width, height, 1, width, kernel);
  const values = smooth(across, height, width, width, 1, kernel);
  const perKm2 = SQUARE_METERS_PER_KM2 / (cellMeters * cellMeters);
  for (let cell = 0; cell < values.length; cell++) values[cell]! *= perKm2;
  return { width, height, left, bottom, cellMeters, bandwidthMeters: CELLS_PER_BANDWIDTH * cellMeters, values };
}

/** Weights from the middle outwards, over cells; all of them, both ways, add up to 1. */
function gaussian(): Float64Array {
  const reach = REACH_BANDWIDTHS * CELLS_PER_BANDWIDTH;
  const weights = Float64Array.from({ length: reach + 1 }, (_, cells) =>
    Math.exp(-0.5 * (cells / CELLS_PER_BANDWIDTH) ** 2),
  );
  const sum = weights.reduce((total, weight, cells) => total + (cells === 0 ? weight : 2 * weight), 0);
  return weights.map((weight) => weight / sum);
}

/** One direction of the kernel: `length` cells `step` apart, in `lines` lines `stride` apart. Empty cells cost nothing. */
function smooth(
  values: Float64Array,
  length: number,
  lines: number,
  step: number,
  stride: number,
  kernel: Float64Array,
): Float64Array {
  const smoothed = new Float64Array(values.length);
  const reach = kernel.length - 1;
  for (let line = 0; line < lines; line++) {
    for (let cell = 0; cell < length; cell++) {
      const value = values[line * stride + cell * step]!;
      if (value === 0) continue;
      const end = Math.min(length - 1, cell + reach);
      for (let near = Math.max(0, cell - reach); near <= end; near++) {
        smoothed[line * stride + near * step]! += value * kernel[Math.abs(near - cell)]!;
      }
    }
  }
  return smoothed;
}

/** One band for each threshold, in their order; a band nothing reaches has no polygons. O(cells × thresholds). */
export function bandsOf(raster: DensityRaster, thresholds: readonly number[]): DensityBand[] {
  const { width, height, left, bottom, cellMeters, values } = raster;
  const made = contours()
    .size([width, height])
    .thresholds([...thresholds])(values as unknown as number[]);
  return made.map(({ value, coordinates }) => ({
    from: value,
    polygons: coordinates.map((polygon) =>
      polygon.map((ring) => ring.map(([x, y]) => [left + x! * cellMeters, bottom + y! * cellMeters])),
    ),
  }));
}

/** Bounds at even distances of 1, 2 or 5 and their tenfolds, below the peak, at most `most` of them, ascending; none without a peak. */
export function evenSteps(peak: number, most: number): number[] {
  if (!(peak > 0)) return [];
  const power = 10 ** Math.floor(Math.log10(peak / most));
  const step = [1, 2, 5, 10].map((digit) => digit * power).find((candidate) => peak / candidate <= most + 1)!;
  // Products of powers of ten are exact to the digits shown, not to the last bit.
  const bounds = Array.from({ length: most }, (_, index) => Number(((index + 1) * step).toPrecision(6)));
  return bounds.filter((bound) => bound < peak);
}
