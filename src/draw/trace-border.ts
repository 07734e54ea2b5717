/**
 * Along a border from one place on it to another, by the border's own vertices: what is drawn this way
 * shares the border exactly. Pure.
 */
import { type GeometryColumn, GeometryType } from '../geo/geometry-column.ts';
import type { Frame } from '../geo/laea.ts';
import type { SnapSource } from './draw-types.ts';
import { openRing } from './shape-paths.ts';
import { placeOf } from './transform-shape.ts';

type Position = GeoJSON.Position;

/** How far from a border a place may lie that was snapped to it. */
const ON_BORDER_METERS = 2e-3;

/**
 * The vertices strictly between two places of one ring or line, in order; of the borders that have both
 * and the ways around each, the shortest, or with `longWay` the other way round the same ring. Undefined
 * where no border has both. O(positions of the features whose box has both).
 */
export function traceBorder(
  sources: Iterable<SnapSource>,
  frame: Frame,
  from: Position,
  to: Position,
  longWay = false,
): readonly Position[] | undefined {
  let best: { readonly ways: readonly Way[]; readonly shortest: number } | undefined;
  for (const { batch } of sources) {
    for (const border of bordersWith(batch.geometry, from, to)) {
      const ways = waysBetween(border, frame, from, to);
      const shortest = Math.min(...ways.map(({ meters }) => meters));
      if (ways.length > 0 && (!best || shortest < best.shortest)) best = { ways, shortest };
    }
  }
  if (!best) return undefined;
  const sorted = best.ways.toSorted((a, b) => a.meters - b.meters);
  return (longWay ? sorted.at(-1) : sorted[0])?.between;
}

interface Border {
  readonly positions: readonly Position[];
  readonly isRing: boolean;
}
interface Way {
  readonly between: readonly Position[];
  readonly meters: number;
}

function* bordersWith(geometry: GeometryColumn, from: Position, to: Position): Iterable<Border> {
  const { type, partStart, ringStart, positionStart, coordinates } = geometry;
  for (let feature = 0; feature < geometry.count; feature++) {
    if (type[feature] !== GeometryType.polygon && type[feature] !== GeometryType.line) continue;
    const end = ringStart[partStart[feature + 1]!]!;
    for (let ring = ringStart[partStart[feature]!]!; ring < end; ring++) {
      if (!boxHas(coordinates, positionStart[ring]!, positionStart[ring + 1]!, from, to)) continue;
      const positions: Position[] = [];
      for (let p = positionStart[ring]!; p < positionStart[ring + 1]!; p++) {
        positions.push([coordinates[2 * p]!, coordinates[2 * p + 1]!]);
      }
      yield { positions, isRing: type[feature] === GeometryType.polygon };
    }
  }
}

/** Some metres of slack: edges that are straight in metres bulge in degrees. */
const SLACK_DEGREES = 1e-5;

function boxHas(coordinates: Float64Array, start: number, end: number, ...places: readonly Position[]): boolean {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let p = start; p < end; p++) {
    west = Math.min(west, coordinates[2 * p]!);
    east = Math.max(east, coordinates[2 * p]!);
    south = Math.min(south, coordinates[2 * p + 1]!);
    north = Math.max(north, coordinates[2 * p + 1]!);
  }
  return places.every(
    ([x = Number.NaN, y = Number.NaN]) =>
      x >= west - SLACK_DEGREES &&
      x <= east + SLACK_DEGREES &&
      y >= south - SLACK_DEGREES &&
      y <= north + SLACK_DEGREES,
  );
}

function waysBetween({ positions, isRing }: Border, frame: Frame, from: Position, to: Position): Way[] {
  const path = isRing ? openRing(positions) : positions;
  const places = path.map((position) => placeOf(frame, position));
  const start = locate(places, isRing, placeOf(frame, from));
  const end = locate(places, isRing, placeOf(frame, to));
  if (start === undefined || end === undefined || start === end) return [];
  const [low, high] = [Math.min(start, end), Math.max(start, end)];
  const forward = verticesBetween(path, low, high);
  const ways = [start < end ? forward : forward.toReversed()];
  if (isRing) {
    const around = verticesBetween(path, high, low + path.length);
    ways.push(start < end ? around.toReversed() : around);
  }
  return ways.map((between) => ({ between, meters: lengthOf([from, ...between, to], frame) }));
}

/** Vertices with a number strictly between two places along the path; numbers go on around a ring. */
function verticesBetween(path: readonly Position[], low: number, high: number): Position[] {
  const found: Position[] = [];
  for (let vertex = Math.floor(low) + 1; vertex < high; vertex++) found.push(path[vertex % path.length]!);
  return found;
}

/** How far along a path a place lies: a vertex's number, and a fraction between two; undefined beside it. */
function locate(
  places: readonly (readonly [number, number])[],
  isRing: boolean,
  [x, y]: readonly [number, number],
): number | undefined {
  let best: number | undefined;
  let bestDistance = ON_BORDER_METERS;
  const edges = isRing ? places.length : places.length - 1;
  for (let i = 0; i < edges; i++) {
    const [ax, ay] = places[i]!;
    const [bx, by] = places[(i + 1) % places.length]!;
    const [dx, dy] = [bx - ax, by - ay];
    const squared = dx * dx + dy * dy;
    const t = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / squared));
    const distance = Math.hypot(ax + t * dx - x, ay + t * dy - y);
    if (distance >= bestDistance) continue;
    bestDistance = distance;
    best = t === 1 && i + 1 === places.length && isRing ? 0 : i + t;
  }
  return best;
}

function lengthOf(path: readonly Position[], frame: Frame): number {
  const places = path.map((position) => placeOf(frame, position));
  return places.reduce(
    (sum, [x, y], index) => (index === 0 ? 0 : sum + Math.hypot(x - places[index - 1]![0], y - places[index - 1]![1])),
    0,
  );
}
