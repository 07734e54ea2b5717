/**
 * Hotspots drawn as something else than one mark each: clusters, hexagons, cells, bands of density, with the classes
 * that their legend shows. Shapes for `setOverlay`; what is counted, and how, is decided elsewhere.
 */
import { binPolygon, type PointBins } from '../geo/bin-points.ts';
import type { DensityBand } from '../geo/density-bands.ts';
import type { Frame } from '../geo/laea.ts';
import { type Hex, mix } from './color.ts';
import type { MapTheme, OverlayShape } from './map-types.ts';
import { THEMES } from './theme.ts';

/** One step of a scale: from here up to the next one's `from`. */
export interface ScaleClass {
  readonly from: number;
  readonly color: Hex;
}

const CLASSES = 5;
const HOTSPOT: Hex = '#e02424';
const DEEPEST: Hex = '#6b0f1a';
const CELL_OPACITY = 0.66;
const BAND_OPACITY = 0.24;

/** From the paper's side to the darkest (on dark paper: the brightest), so that it reads in greyscale too. */
export function rampOf(theme: MapTheme, steps: number): Hex[] {
  const { paper } = THEMES[theme];
  const isDark = theme === 'dark';
  const far: Hex = isDark ? '#ffd9c9' : DEEPEST;
  return Array.from({ length: steps }, (_, step) => {
    const share = steps === 1 ? 0.5 : step / (steps - 1);
    return share < 0.5 ? mix(mix(paper, HOTSPOT, 0.3), HOTSPOT, share * 2) : mix(HOTSPOT, far, share * 2 - 1);
  });
}

/** Classes with about as many values each, at bounds of two digits; fewer where values are few. O(n log n). */
export function classify(values: Iterable<number>, theme: MapTheme): ScaleClass[] {
  const sorted = Float64Array.from([...values].filter((value) => value > 0)).sort();
  if (sorted.length === 0) return [];
  const bounds = new Set<number>([roundDown(sorted[0]!)]);
  for (let step = 1; step < CLASSES; step++) {
    bounds.add(roundDown(sorted[Math.floor((step * sorted.length) / CLASSES)]!));
  }
  const ascending = [...bounds].sort((a, b) => a - b);
  const ramp = rampOf(theme, ascending.length);
  return ascending.map((from, step) => ({ from, color: ramp[step]! }));
}

/** To two digits, never above the value. */
function roundDown(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Number((Math.floor(value / unit + 1e-9) * unit).toPrecision(2));
}

/** Bins with a value, filled by its class; those without (NaN, 0) are left out. */
export function binShapes(
  bins: PointBins,
  values: ArrayLike<number>,
  classes: readonly ScaleClass[],
  frame: Frame,
): OverlayShape[] {
  const shapes: OverlayShape[] = [];
  for (let bin = 0; bin < bins.count; bin++) {
    const color = classes.findLast(({ from }) => values[bin]! >= from)?.color;
    if (color === undefined || !(values[bin]! > 0)) continue;
    shapes.push({
      geometry: binPolygon(bins, bin, frame),
      fill: { color, opacity: CELL_OPACITY },
      line: { color, width: 0.6 },
    });
  }
  return shapes;
}

/** The denser bands lie in the thinner ones, so that their colours add up. */
export function bandShapes(
  bands: readonly DensityBand[],
  classes: readonly ScaleClass[],
  frame: Frame,
): OverlayShape[] {
  return bands.flatMap(({ polygons }, step): OverlayShape[] => {
    const color = classes[step]?.color;
    if (color === undefined || polygons.length === 0) return [];
    const coordinates = polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => frame.unproject(x, y))));
    return [
      {
        geometry: { type: 'MultiPolygon', coordinates },
        fill: { color, opacity: BAND_OPACITY },
        line: { color, width: 0.8 },
      },
    ];
  });
}

const LEAST_CLUSTER_PIXELS = 10;
const MOST_CLUSTER_PIXELS = 30;
const ALONE_PIXELS = 4;
const LEAST_HIT_PIXELS = 12;

/** Of the circle of a cluster, before the theme's factor for glyphs. */
function clusterRadius(count: number, most: number): number {
  const share = Math.sqrt((count - 1) / Math.max(1, most - 1));
  return count === 1 ? ALONE_PIXELS : LEAST_CLUSTER_PIXELS + (MOST_CLUSTER_PIXELS - LEAST_CLUSTER_PIXELS) * share;
}

/**
 * The cluster whose circle holds a place, both in metres; of several the nearest. A circle is hit as far as a finger
 * of 24 pixels reaches, though it is drawn smaller. O(clusters).
 */
export function findCluster(
  counts: Uint32Array,
  places: Float64Array,
  [x, y]: readonly [number, number],
  metersPerPixel: number,
  theme: MapTheme,
): number | undefined {
  const most = counts.reduce((largest, count) => Math.max(largest, count), 1);
  let [found, nearest]: [number | undefined, number] = [undefined, Infinity];
  for (let cluster = 0; cluster < counts.length; cluster++) {
    const distance = Math.hypot(places[2 * cluster]! - x, places[2 * cluster + 1]! - y) / metersPerPixel;
    const reach = Math.max(LEAST_HIT_PIXELS, clusterRadius(counts[cluster]!, most) * THEMES[theme].glyphFactor);
    if (distance <= reach && distance < nearest) [found, nearest] = [cluster, distance];
  }
  return found;
}

/** Circles whose area grows with the count, with the count on them; a hotspot alone is a dot. */
export function clusterShapes(counts: Uint32Array, places: Float64Array, frame: Frame): OverlayShape[] {
  const most = counts.reduce((largest, count) => Math.max(largest, count), 1);
  return Array.from(counts, (count, cluster) => {
    const [longitude, latitude] = frame.unproject(places[2 * cluster]!, places[2 * cluster + 1]!);
    const radiusPixels = clusterRadius(count, most);
    return {
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
      line: { color: HOTSPOT, width: 1.5 },
      radiusPixels,
      ...(count === 1
        ? { fill: { color: HOTSPOT, opacity: 0.85 } }
        : { fill: { color: HOTSPOT, opacity: 0.3 }, label: String(count), labelCentered: true }),
    };
  });
}

/** A cell that an alarm points at: its outline, and the alarm's short name in its middle. */
export function alarmShapes(
  bins: PointBins,
  cell: number,
  look: { readonly label: string; readonly dashed: boolean },
  theme: MapTheme,
  frame: Frame,
): OverlayShape[] {
  const polygon = binPolygon(bins, cell, frame);
  const [x, y] = [bins.columns[cell]! + 0.5, bins.rows[cell]! + 0.5];
  const { ink } = THEMES[theme];
  return [
    { geometry: polygon, line: { color: ink, width: 4, dashed: look.dashed } },
    {
      geometry: { type: 'Point', coordinates: frame.unproject(x * bins.sizeMeters, y * bins.sizeMeters) },
      radiusPixels: 0,
      label: look.label,
      labelCentered: true,
    },
  ];
}
