/**
 * A fast answer to "is this polygon surely valid?" in the sense of OGC Simple Features, as GEOS
 * isValid. `true` is a proof; `false` only means that GEOS must look. It never proves an invalid
 * polygon, because it refuses whenever any two edges share a point that ring neighbours need not
 * share: crossings, spikes, T-touches, shared borders, and also the harmless touches that OGC allows.
 * Exact on integer coordinates (whole millimetres). Orientation is not looked at.
 */
import { orient2d } from 'robust-predicates';
import { segmentsMeet } from './segment-distance.ts';

export interface ValidityTest {
  reset(): void;
  /** Adds a closed ring of n positions (first = last, no duplicates in a row, at least 4). A ring that is no hole begins a new part. */
  addRing(ring: Float64Array, n: number, isHole: boolean): void;
  /** Of all rings since reset. O(positions) for one star-shaped ring; else O(e log e + pairs of edges that overlap along the longer axis). */
  isSurelyValid(): boolean;
}

/** Below this extent in millimetres, differences have 26 bits and their products are exact. */
const EXACT_EXTENT = 2 ** 26;
/** Up to this many edges all pairs are looked at; sorting costs more. */
const SMALL = 64;

/** A test with its own scratch memory: reuse it for many features. */
export function createValidityTest(): ValidityTest {
  let xy = new Float64Array(1024);
  let ringStart: number[] = [0];
  let partOfRing: number[] = [];
  let parts = 0;

  function addRing(ring: Float64Array, n: number, isHole: boolean): void {
    const begin = ringStart[ringStart.length - 1]!;
    if (xy.length < 2 * (begin + n)) {
      const larger = new Float64Array(4 * (begin + n));
      larger.set(xy.subarray(0, 2 * begin));
      xy = larger;
    }
    for (let i = 0; i < 2 * n; i++) xy[2 * begin + i] = ring[i]!;
    if (!isHole) parts++;
    ringStart.push(begin + n);
    partOfRing.push(parts - 1);
  }

  return {
    reset() {
      ringStart = [0];
      partOfRing = [];
      parts = 0;
    },
    addRing,
    isSurelyValid() {
      if (partOfRing.length === 1 && isStarShaped(xy, ringStart[1]!)) return true;
      return edgesAreApart(xy, ringStart) && ringsAreNestedRightly(xy, ringStart, partOfRing);
    },
  };
}

/**
 * Whether a closed ring of n positions turns strictly one way around the mean of its vertices, once:
 * then it cannot meet itself. Most drawn patches do, and this is the only look they need.
 */
function isStarShaped(xy: Float64Array, n: number): boolean {
  let sumX = 0;
  let sumY = 0;
  for (let i = 0; i < n - 1; i++) {
    sumX += xy[2 * i]!;
    sumY += xy[2 * i + 1]!;
  }
  const centerX = Math.round(sumX / (n - 1));
  const centerY = Math.round(sumY / (n - 1));
  let x0 = xy[0]! - centerX;
  let y0 = xy[1]! - centerY;
  let sign = 0;
  let upward = 0;
  for (let i = 1; i < n; i++) {
    const x1 = xy[2 * i]! - centerX;
    const y1 = xy[2 * i + 1]! - centerY;
    if (!(x1 < EXACT_EXTENT && x1 > -EXACT_EXTENT && y1 < EXACT_EXTENT && y1 > -EXACT_EXTENT)) return false;
    const turn = x0 * y1 - x1 * y0;
    if (turn === 0) return false;
    if (sign === 0) sign = turn > 0 ? 1 : -1;
    else if (turn > 0 !== sign > 0) return false;
    if (y0 < 0 && y1 >= 0) upward++;
    x0 = x1;
    y0 = y1;
  }
  return upward === 1;
}

/** Whether no two edges of all rings share a point, but for the common end of ring neighbours. */
function edgesAreApart(xy: Float64Array, ringStart: readonly number[]): boolean {
  const edges: number[] = [];
  const next = new Map<number, number>();
  for (let ring = 0; ring + 1 < ringStart.length; ring++) {
    const begin = ringStart[ring]!;
    const last = ringStart[ring + 1]! - 2;
    for (let p = begin; p <= last; p++) edges.push(p);
    // An edge is named by its first position; the ring's last edge is followed by its first.
    next.set(last, begin);
  }
  const areNeighbours = (a: number, b: number) => (next.get(a) ?? a + 1) === b;
  const axis = longerAxis(xy, edges);
  const low = (p: number) => Math.min(xy[2 * p + axis]!, xy[2 * p + 2 + axis]!);
  if (edges.length > SMALL) edges.sort((a, b) => low(a) - low(b));
  for (let i = 0; i < edges.length; i++) {
    const a = edges[i]!;
    const ax = xy[2 * a]!;
    const ay = xy[2 * a + 1]!;
    const bx = xy[2 * a + 2]!;
    const by = xy[2 * a + 3]!;
    const minX = Math.min(ax, bx);
    const maxX = Math.max(ax, bx);
    const minY = Math.min(ay, by);
    const maxY = Math.max(ay, by);
    const high = axis === 0 ? maxX : maxY;
    for (let j = i + 1; j < edges.length; j++) {
      const c = edges[j]!;
      const cx = xy[2 * c]!;
      const cy = xy[2 * c + 1]!;
      const dx = xy[2 * c + 2]!;
      const dy = xy[2 * c + 3]!;
      if ((cx > maxX && dx > maxX) || (cy > maxY && dy > maxY)) {
        if (edges.length > SMALL && (axis === 0 ? cx > high && dx > high : cy > high && dy > high)) break;
        continue;
      }
      if ((cx < minX && dx < minX) || (cy < minY && dy < minY)) continue;
      if (areNeighbours(a, c)) {
        if (foldsBack(ax, ay, bx, by, dx, dy)) return false;
      } else if (areNeighbours(c, a)) {
        if (foldsBack(cx, cy, ax, ay, bx, by)) return false;
      } else if (segmentsMeet(ax, ay, bx, by, cx, cy, dx, dy)) return false;
    }
  }
  return true;
}

function longerAxis(xy: Float64Array, edges: readonly number[]): 0 | 1 {
  let [minX, minY, maxX, maxY] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -Infinity, -Infinity];
  for (const p of edges) {
    minX = Math.min(minX, xy[2 * p]!);
    maxX = Math.max(maxX, xy[2 * p]!);
    minY = Math.min(minY, xy[2 * p + 1]!);
    maxY = Math.max(maxY, xy[2 * p + 1]!);
  }
  return maxX - minX >= maxY - minY ? 0 : 1;
}

/** Whether b → c runs back over a → b. */
function foldsBack(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): boolean {
  return orient2d(ax, ay, bx, by, cx, cy) === 0 && (ax - bx) * (cx - bx) + (ay - by) * (cy - by) > 0;
}

/** For rings that nowhere meet: holes lie in their shell and not in each other, shells not in another's ground. */
function ringsAreNestedRightly(xy: Float64Array, ringStart: readonly number[], partOfRing: readonly number[]): boolean {
  const count = partOfRing.length;
  const isShell = (ring: number) => ring === 0 || partOfRing[ring] !== partOfRing[ring - 1];
  const isInside = (inner: number, outer: number) =>
    ringHolds(xy, ringStart[outer]!, ringStart[outer + 1]!, ringStart[inner]!);
  for (let inner = 0; inner < count; inner++) {
    for (let shell = 0; shell < count; shell++) {
      if (shell === inner || !isShell(shell)) continue;
      const samePart = partOfRing[shell] === partOfRing[inner];
      if (!samePart && !isShell(inner)) continue;
      const inShell = isInside(inner, shell);
      if (samePart !== inShell) {
        if (samePart) return false;
        if (!isInAHole(inner, shell)) return false;
      }
    }
    if (!isShell(inner) && isInAHole(inner, partOfRing.indexOf(partOfRing[inner]!))) return false;
  }
  return true;

  function isInAHole(inner: number, shell: number): boolean {
    for (let hole = shell + 1; hole < count && !isShell(hole); hole++) {
      if (hole !== inner && isInside(inner, hole)) return true;
    }
    return false;
  }
}

/** Whether position p lies inside the closed ring begin..end, on none of whose edges it lies. */
function ringHolds(xy: Float64Array, begin: number, end: number, p: number): boolean {
  const x = xy[2 * p]!;
  const y = xy[2 * p + 1]!;
  let inside = false;
  for (let i = begin; i + 1 < end; i++) {
    const ay = xy[2 * i + 1]!;
    const by = xy[2 * i + 3]!;
    if (ay > y === by > y) continue;
    const side = orient2d(xy[2 * i]!, ay, xy[2 * i + 2]!, by, x, y);
    if (side > 0 === by > ay) inside = !inside;
  }
  return inside;
}
