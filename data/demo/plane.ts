/**
 * Plane geometry that the generator draws with: metres east and north of the district's centre,
 * rounded to the millimetre so that what it builds survives the engine's snapping unchanged.
 * Knows nothing of streets or zones.
 */

/**
 * Plane geometry that the generator draws with: metres east and north of the district's centre,
 * rounded to the millimetre so that what it builds survives the engine's snapping unchanged.
 * Knows nothing of streets or zones.
 */
export type Point = readonly [x: number, y: number];

export type Box = readonly [minX: number, minY: number, maxX: number, maxY: number];

const roundMillimeter = (meters: number): number => Math.round(meters * 1000) / 1000;

export const roundPoint = (point: Point): Point => [roundMillimeter(point[0]), roundMillimeter(point[1])];

export const distance = (a: Point, b: Point): number => Math.hypot(b[0] - a[0], b[1] - a[1]);

export const add = (a: Point, b: Point, scale = 1): Point => [a[0] + b[0] * scale, a[1] + b[1] * scale];

export const middle = (a: Point, b: Point, at = 0.5): Point => [a[0] + (b[0] - a[0]) * at, a[1] + (b[1] - a[1]) * at];

export function direction(from: Point, to: Point): Point {
  const length = distance(from, to) || 1;
  return [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
}

/** Positive for a counter-clockwise ring. The ring is open (first point not repeated). */
export function signedArea(ring: readonly Point[]): number {
  const [originX, originY] = ring[0] ?? [0, 0];
  let doubled = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[j]!;
    const b = ring[i]!;
    doubled += (a[0] - originX) * (b[1] - originY) - (b[0] - originX) * (a[1] - originY);
  }
  return doubled / 2;
}

export function centroidOf(ring: readonly Point[]): Point {
  let doubled = 0;
  let x = 0;
  let y = 0;
  const [originX, originY] = ring[0]!;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const ax = ring[j]![0] - originX;
    const ay = ring[j]![1] - originY;
    const bx = ring[i]![0] - originX;
    const by = ring[i]![1] - originY;
    const cross = ax * by - bx * ay;
    doubled += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return doubled === 0 ? ring[0]! : [originX + x / (3 * doubled), originY + y / (3 * doubled)];
}

export function boxOf(points: readonly Point[]): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    if (x < minX) minX = x;
    if (y < minY) minY = y;
    if (x > maxX) maxX = x;
    if (y > maxY) maxY = y;
  }
  return [minX, minY, maxX, maxY];
}

export const boxesMeet = (a: Box, b: Box): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

export function isInside(point: Point, ring: readonly Point[]): boolean {
  const [x, y] = point;
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i]!;
    const b = ring[j]!;
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
}

function distanceToSegment(point: Point, a: Point, b: Point): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const squared = dx * dx + dy * dy;
  const t = squared === 0 ? 0 : Math.max(0, Math.min(1, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / squared));
  return Math.hypot(point[0] - a[0] - t * dx, point[1] - a[1] - t * dy);
}

export function distanceToRing(point: Point, ring: readonly Point[]): number {
  let nearest = Infinity;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    nearest = Math.min(nearest, distanceToSegment(point, ring[j]!, ring[i]!));
  }
  return nearest;
}

export function distanceToPath(point: Point, path: readonly Point[]): number {
  let nearest = Infinity;
  for (let i = 1; i < path.length; i++) nearest = Math.min(nearest, distanceToSegment(point, path[i - 1]!, path[i]!));
  return nearest;
}

/** Where two segments cross, as fractions along each; undefined if they do not or run parallel. Ends count on the start side only. */
export function crossing(a: Point, b: Point, c: Point, d: Point): readonly [along: number, across: number] | undefined {
  const rx = b[0] - a[0];
  const ry = b[1] - a[1];
  const sx = d[0] - c[0];
  const sy = d[1] - c[1];
  const denominator = rx * sy - ry * sx;
  if (denominator === 0) return undefined;
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / denominator;
  const s = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / denominator;
  return t >= 0 && t < 1 && s >= 0 && s < 1 ? [t, s] : undefined;
}

export function pathLength(path: readonly Point[]): number {
  let sum = 0;
  for (let i = 1; i < path.length; i++) sum += distance(path[i - 1]!, path[i]!);
  return sum;
}

/** The point at a distance along a path; clamps to its ends. */
export function pointAlong(path: readonly Point[], meters: number): Point {
  let left = meters;
  for (let i = 1; i < path.length; i++) {
    const length = distance(path[i - 1]!, path[i]!);
    if (left <= length && length > 0) return middle(path[i - 1]!, path[i]!, Math.max(0, left) / length);
    left -= length;
  }
  return path[path.length - 1]!;
}

/** Douglas-Peucker: the kept indices of a path; both ends always stay. */
function keptIndices(path: readonly Point[], toleranceMeters: number): number[] {
  const keep = new Uint8Array(path.length);
  keep[0] = 1;
  keep[path.length - 1] = 1;
  const stack: [number, number][] = [[0, path.length - 1]];
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [from, to] = span;
    let worst = toleranceMeters;
    let at = -1;
    for (let i = from + 1; i < to; i++) {
      const off = distanceToSegment(path[i]!, path[from]!, path[to]!);
      if (off > worst) {
        worst = off;
        at = i;
      }
    }
    if (at < 0) continue;
    keep[at] = 1;
    stack.push([from, at], [at, to]);
  }
  return [...keep.keys()].filter((i) => keep[i] === 1);
}

export const simplifyPath = (path: readonly Point[], toleranceMeters: number): Point[] =>
  keptIndices(path, toleranceMeters).map((i) => path[i]!);

/** The part of a convex-ish ring on the left of a directed line. May be empty. */
export function clipLeft(ring: readonly Point[], through: Point, along: Point): Point[] {
  const side = (p: Point) => along[0] * (p[1] - through[1]) - along[1] * (p[0] - through[0]);
  const kept: Point[] = [];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[j]!;
    const b = ring[i]!;
    const sideA = side(a);
    const sideB = side(b);
    if (sideA >= 0 !== sideB >= 0) kept.push(middle(a, b, sideA / (sideA - sideB)));
    if (sideB >= 0) kept.push(b);
  }
  return kept;
}

/** A counter-clockwise ring moved inwards; undefined where it would collapse or fold. */
export function insetRing(ring: readonly Point[], meters: number): Point[] | undefined {
  const count = ring.length;
  const moved: Point[] = [];
  for (let i = 0; i < count; i++) {
    const before = direction(ring[(i + count - 1) % count]!, ring[i]!);
    const after = direction(ring[i]!, ring[(i + 1) % count]!);
    const normal: Point = [-before[1] - after[1], before[0] + after[0]];
    const size = Math.hypot(normal[0], normal[1]);
    if (size < 0.3) return undefined;
    const reach = Math.min(3, 2 / size) * meters;
    moved.push(add(ring[i]!, [normal[0] / size, normal[1] / size], reach));
  }
  for (let i = 0; i < count; i++) {
    const kept = direction(ring[i]!, ring[(i + 1) % count]!);
    const now = direction(moved[i]!, moved[(i + 1) % count]!);
    if (kept[0] * now[0] + kept[1] * now[1] <= 0) return undefined;
    if (!isInside(moved[i]!, ring)) return undefined;
  }
  return signedArea(moved) > 0 ? moved : undefined;
}
