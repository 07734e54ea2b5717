/** Features of the ground as painted shapes, in the order of the map in the browser: areas, lines, outlines, points. */
import type { LayerKind } from '../../model/kinds.ts';
import type { Drawn, Path } from './drawing.ts';
import { type GroundLayer, ringsOf, shapeOf } from './ground-layers.ts';
import type { MapSymbol } from './map-symbols.ts';
import { type MapWindow, seenPieces } from './map-window.ts';
import { disc } from './stroke-outlines.ts';

/** Bottom first. */
const FILLS: readonly LayerKind[] = [
  'responsibilityZone',
  'patrolZone',
  'industrialPark',
  'constructionSite',
  'stockpile',
  'bareSoil',
  'receptor',
  'hotspot',
];
const LINES: readonly LayerKind[] = ['road', 'haulRoute', 'sweepingRoute'];
const EDGES: readonly LayerKind[] = [
  'responsibilityZone',
  'industrialPark',
  'constructionSite',
  'stockpile',
  'bareSoil',
  'receptor',
  'hotspot',
  'boundary',
  'patrolZone',
];

const DOT_RADIUS_PIXELS = 3.2;
/** A shape smaller than this is a speck: as a speck it costs nothing and is seen. */
const SPECK_PIXELS = 1;
/** Corners nearer to each other than this are one corner. */
const CORNER_PIXELS = 0.35;

/** On the overview of a district roads and routes are a tangle, and outlines would hide what they are around. */
const COARSE_METERS_PER_PIXEL = 15;
const LEFT_OUT_WHEN_COARSE: ReadonlySet<LayerKind> = new Set(['road', 'haulRoute', 'sweepingRoute']);
const COARSE_EDGE_FACTOR = 0.5;

export interface SeenFeature {
  readonly symbol: MapSymbol;
  readonly shape: 'point' | 'line' | 'polygon';
  readonly paths: readonly Path[];
}

/** O(features + positions of those in the window). */
export function drawGround(layers: readonly GroundLayer[], window: MapWindow): Drawn[] {
  const seen = new Map<LayerKind, SeenFeature[]>();
  const isCoarse = window.metersPerPixel > COARSE_METERS_PER_PIXEL;
  for (const layer of layers) {
    if (isCoarse && LEFT_OUT_WHEN_COARSE.has(layer.kind)) continue;
    const features = layer.featuresIn(window.ground).flatMap((feature) => seenFeature(layer, feature, window) ?? []);
    seen.set(layer.kind, [...(seen.get(layer.kind) ?? []), ...features]);
  }
  const of = (kinds: readonly LayerKind[]) => kinds.flatMap((kind) => seen.get(kind) ?? []);
  return [
    ...of(FILLS).flatMap(fillOf),
    ...of(LINES).flatMap((feature) => lineOf(feature, window)),
    ...of(EDGES).flatMap((feature) => edgeOf(feature, window)),
    ...[...seen.values()].flat().flatMap(dotOf),
  ];
}

/** Undefined for a feature without geometry. */
export function seenFeature(layer: GroundLayer, feature: number, window: MapWindow): SeenFeature | undefined {
  const { geometry } = layer.batch;
  const shape = shapeOf(geometry, feature);
  if (shape === undefined) return undefined;
  const symbol = layer.symbolOf(feature);
  return { symbol, shape, paths: Array.from(ringsOf(geometry, feature), (ring) => placed(ring, window)) };
}

/** Degrees as pixels; corners that fall together are one. */
export function placed(ring: ArrayLike<number>, window: MapWindow): Path {
  const path: number[] = [];
  for (let i = 0; i + 1 < ring.length; i += 2) {
    const [x, y] = window.place(ring[i]!, ring[i + 1]!);
    const isLast = i + 3 >= ring.length;
    const last = path.length - 2;
    const isSame = last >= 0 && Math.hypot(x - path[last]!, y - path[last + 1]!) < CORNER_PIXELS;
    if (!isSame || isLast) path.push(x, y);
  }
  return path;
}

function fillOf({ symbol: { fill }, shape, paths }: SeenFeature): Drawn[] {
  if (!fill || fill.opacity === 0 || shape !== 'polygon') return [];
  if (!isSpeck(paths)) return [{ type: 'paths', paths, fill, closed: true }];
  const [x, y] = [paths[0]![0]!, paths[0]![1]!];
  return [{ type: 'paths', paths: [disc(x, y, SPECK_PIXELS, 6)], fill, closed: true }];
}

function lineOf({ symbol: { line }, shape, paths }: SeenFeature, window: MapWindow): Drawn[] {
  const pieces = line && shape === 'line' ? paths.flatMap((path) => seenPieces(path, window)) : [];
  return line && pieces.length > 0 ? [{ type: 'paths', paths: pieces, stroke: line, closed: false }] : [];
}

function edgeOf(feature: SeenFeature, window: MapWindow): Drawn[] {
  const { symbol, shape, paths } = feature;
  const own = shape === 'polygon' ? symbol.edge : symbol.line;
  const isCoarse = window.metersPerPixel > COARSE_METERS_PER_PIXEL;
  const edge = own && isCoarse ? { ...own, width: own.width * COARSE_EDGE_FACTOR } : own;
  if (!edge || shape === 'point' || isSpeck(paths)) return [];
  const pieces = paths.flatMap((path) => seenPieces(shape === 'polygon' ? ended(path) : path, window));
  return pieces.length > 0 ? [{ type: 'paths', paths: pieces, stroke: edge, closed: false }] : [];
}

function dotOf({ symbol: { dot }, shape, paths }: SeenFeature): Drawn[] {
  if (!dot || shape !== 'point') return [];
  const dots = paths.map((path) => disc(path[0]!, path[1]!, DOT_RADIUS_PIXELS));
  return [
    {
      type: 'paths',
      paths: dots,
      fill: dot,
      fillRule: 'nonzero',
      stroke: { color: '#ffffff', opacity: 1, width: 0.8 },
      closed: true,
    },
  ];
}

/** Closed by its first corner, as rings in files mostly are. */
export function ended(path: Path): Path {
  const last = path.length - 2;
  return path[0] === path[last] && path[1] === path[last + 1] ? path : [...path, path[0]!, path[1]!];
}

function isSpeck(paths: readonly Path[]): boolean {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const path of paths) {
    for (let i = 0; i < path.length; i += 2) {
      left = Math.min(left, path[i]!);
      right = Math.max(right, path[i]!);
      top = Math.min(top, path[i + 1]!);
      bottom = Math.max(bottom, path[i + 1]!);
    }
  }
  return right - left < SPECK_PIXELS && bottom - top < SPECK_PIXELS;
}
