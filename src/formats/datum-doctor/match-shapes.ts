/**
 * Shapes of the layer found again among the references by their size: where each would have to be moved to lie over
 * its twin. One pair says little; many pairs with one and the same offset say how the layer stands off.
 */
import { type GeometryColumn, GeometryType } from '../../geo/geometry-column.ts';
import type { Frame } from '../../geo/laea.ts';
import { buildSpatialIndex, HitList } from '../../geo/spatial-index.ts';
import type { Vector } from './datum-types.ts';
import { median } from './measure-fit.ts';
import { meetsRegion, REACH_METERS, type Region } from './region.ts';
import { layOut } from './sample-layer.ts';

const MAX_SHAPES = 300;
const MAX_REFERENCES = 10_000;
/** Sides and areas of twins differ by less than this; where they were drawn anew, hardly by more. */
const SIZE_TOLERANCE = 0.03;
const SIZE_TOLERANCE_METERS = 1;
/** Smaller ones are all alike. */
const MIN_SIDE_METERS = 8;
/** A shape with more lookalikes than this says nothing. */
const MAX_TWINS = 60;

interface Shape {
  readonly longitude: number;
  readonly latitude: number;
  readonly widthMeters: number;
  readonly heightMeters: number;
  readonly areaSquareMeters: number;
}

export interface ShapeMatch {
  /** Shapes of the layer that have at least one lookalike within reach. */
  readonly shapes: number;
  /** Per candidate of DATUMS: how many of them lie over one if the layer is read so. */
  readonly matched: readonly number[];
  /** The offset that most shapes share, layer as it stands less reference, and how many do. */
  readonly peak: Vector & { readonly pairs: number };
  /** Per candidate: how far those shapes lie from their twins once the layer is read so. */
  readonly residualMeters: readonly number[];
  /** Within this two shapes lie over each other. */
  readonly toleranceMeters: number;
}

/** Undefined where nothing has a lookalike. O(features + shapes × lookalikes within 2 km). */
export function matchShapes(
  layer: GeometryColumn,
  references: readonly GeometryColumn[],
  frame: Frame,
  region: Region,
): ShapeMatch | undefined {
  const shapes = shapesOf(layer, MAX_SHAPES, frame, region);
  const others = references.flatMap((geometry) => shapesOf(geometry, MAX_REFERENCES, frame, region));
  if (shapes.length === 0 || others.length === 0) return undefined;
  const places = layOut(Float64Array.from(shapes.flatMap(({ longitude, latitude }) => [longitude, latitude])), frame);
  const middles = new Float64Array(2 * others.length);
  for (const [at, { longitude, latitude }] of others.entries()) frame.project(longitude, latitude, middles, 2 * at);
  const boxes = new Float64Array(4 * others.length);
  for (let at = 0; at < others.length; at++)
    boxes.set([middles[2 * at]!, middles[2 * at + 1]!, middles[2 * at]!, middles[2 * at + 1]!], 4 * at);
  const index = buildSpatialIndex(boxes);
  const hits = new HitList();
  const pairs: Pair[] = [];
  const sides: number[] = [];
  for (const [at, shape] of shapes.entries()) {
    const [x, y] = [places[0]![2 * at]!, places[0]![2 * at + 1]!];
    index.search(x - REACH_METERS, y - REACH_METERS, x + REACH_METERS, y + REACH_METERS, hits);
    const twins: number[] = [];
    for (let k = 0; k < hits.count; k++) if (isAlike(shape, others[hits.items[k]!]!)) twins.push(hits.items[k]!);
    if (twins.length === 0 || twins.length > MAX_TWINS) continue;
    sides.push(Math.max(shape.widthMeters, shape.heightMeters));
    for (const twin of twins)
      pairs.push({ shape: at, dx: x - middles[2 * twin]!, dy: y - middles[2 * twin + 1]!, twin });
  }
  if (pairs.length === 0) return undefined;
  const toleranceMeters = Math.min(60, Math.max(4, 0.004 * median(sides)));
  const offsets = places.map((xy) =>
    pairs.map(({ shape, twin }): readonly [number, number] => [
      xy[2 * shape]! - middles[2 * twin]!,
      xy[2 * shape + 1]! - middles[2 * twin + 1]!,
    ]),
  );
  const lying = offsets.map((of) => pairs.filter((_, at) => Math.hypot(...of[at]!) <= 2 * toleranceMeters));
  const matched = lying.map(countShapes);
  // A shift is not quite the same all over a layer: pairs that one datum brings together stand above those alike as they are.
  const most = Math.max(...matched);
  const together = lying[matched.indexOf(most)]!;
  const densest = 2 * most >= sides.length ? together : densestOf(pairs, toleranceMeters);
  const chosen = new Set(2 * most >= countShapes(densest) ? together : densest);
  const centreOf = (of: readonly (readonly [number, number])[]): [number, number] => {
    const own = of.filter((_, at) => chosen.has(pairs[at]!));
    return [median(own.map(([dx]) => dx)), median(own.map(([, dy]) => dy))];
  };
  const [eastMeters, northMeters] = centreOf(offsets[0]!);
  return {
    shapes: sides.length,
    matched,
    peak: { eastMeters, northMeters, pairs: countShapes([...chosen]) },
    residualMeters: offsets.map((of) => Math.hypot(...centreOf(of))),
    toleranceMeters,
  };
}

const countShapes = (pairs: readonly Pair[]): number => new Set(pairs.map(({ shape }) => shape)).size;

interface Pair {
  readonly shape: number;
  readonly twin: number;
  readonly dx: number;
  readonly dy: number;
}

/** More than there are cells from north to south, counted from the middle both ways. */
const ROWS = 4096;

/** The pairs at the densest place among the offsets: cells as wide as the tolerance, each with its neighbours. */
function densestOf(pairs: readonly Pair[], toleranceMeters: number): Pair[] {
  const cells = new Map<number, Set<number>>();
  const cellOf = (value: number) => Math.round(value / (2 * toleranceMeters));
  for (const { dx, dy, shape } of pairs) {
    for (let i = -1; i <= 1; i++) {
      for (let j = -1; j <= 1; j++) {
        const key = (cellOf(dx) + i) * ROWS + cellOf(dy) + j;
        const shapes = cells.get(key) ?? new Set();
        cells.set(key, shapes.add(shape));
      }
    }
  }
  let [best, size] = [0, 0];
  for (const [key, shapes] of cells) if (shapes.size > size) [best, size] = [key, shapes.size];
  const column = Math.round(best / ROWS);
  const row = best - column * ROWS;
  return pairs.filter(({ dx, dy }) => Math.abs(cellOf(dx) - column) <= 1 && Math.abs(cellOf(dy) - row) <= 1);
}

function isAlike(a: Shape, b: Shape): boolean {
  const close = (x: number, y: number) => Math.abs(x - y) <= SIZE_TOLERANCE * x + SIZE_TOLERANCE_METERS;
  return (
    close(a.widthMeters, b.widthMeters) &&
    close(a.heightMeters, b.heightMeters) &&
    Math.abs(a.areaSquareMeters - b.areaSquareMeters) <= 2 * SIZE_TOLERANCE * a.areaSquareMeters + 5
  );
}

/** Polygons that meet the region, at even steps. A shift changes sizes by less than a thousandth. */
function shapesOf(geometry: GeometryColumn, most: number, frame: Frame, region: Region): Shape[] {
  const polygons: number[] = [];
  for (let i = 0; i < geometry.count; i++)
    if (geometry.type[i] === GeometryType.polygon && meetsRegion(geometry, i, region)) polygons.push(i);
  const step = Math.max(1, polygons.length / most);
  const shapes: Shape[] = [];
  for (let at = 0; at < polygons.length; at += step) {
    const shape = shapeOf(geometry, polygons[Math.floor(at)]!, frame);
    if (shape) shapes.push(shape);
  }
  return shapes;
}

function shapeOf(geometry: GeometryColumn, feature: number, frame: Frame): Shape | undefined {
  const { partStart, ringStart, positionStart, coordinates } = geometry;
  const out = [0, 0];
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  let [doubled, cx, cy] = [0, 0, 0];
  let [x0, y0] = [Number.NaN, Number.NaN];
  for (let part = partStart[feature]!; part < partStart[feature + 1]!; part++) {
    for (let ring = ringStart[part]!; ring < ringStart[part + 1]!; ring++) {
      // Outlines count up and holes down, whichever way they run.
      let [ringDoubled, ringX, ringY] = [0, 0, 0];
      let [ax, ay] = [0, 0];
      for (let p = positionStart[ring]!; p < positionStart[ring + 1]!; p++) {
        frame.project(coordinates[2 * p]!, coordinates[2 * p + 1]!, out, 0);
        if (Number.isNaN(x0)) [x0, y0] = out as [number, number];
        const [bx, by] = [out[0]! - x0, out[1]! - y0];
        if (p > positionStart[ring]!) {
          const cross = ax * by - bx * ay;
          ringDoubled += cross;
          ringX += (ax + bx) * cross;
          ringY += (ay + by) * cross;
        }
        [ax, ay] = [bx, by];
        minX = Math.min(minX, bx);
        maxX = Math.max(maxX, bx);
        minY = Math.min(minY, by);
        maxY = Math.max(maxY, by);
      }
      const sign = Math.sign(ringDoubled) * (ring === ringStart[part]! ? 1 : -1);
      doubled += sign * ringDoubled;
      cx += sign * ringX;
      cy += sign * ringY;
    }
  }
  const [widthMeters, heightMeters] = [maxX - minX, maxY - minY];
  if (!(doubled > 0) || !(Math.max(widthMeters, heightMeters) >= MIN_SIDE_METERS)) return undefined;
  const [longitude, latitude] = frame.unproject(x0 + cx / (3 * doubled), y0 + cy / (3 * doubled));
  return { longitude, latitude, widthMeters, heightMeters, areaSquareMeters: doubled / 2 };
}
