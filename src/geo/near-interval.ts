/**
 * Which part of a segment lies within a distance of another one: a single interval, since the ground
 * within a distance of a segment is convex. Solved, not sampled. Plain numbers, no layers.
 */

/**
 * Writes where the part of a → b within `meters` of c → d begins and ends, as fractions of a → b, and says
 * whether there is one of any length. Exactly that far is within. c → d may be of no length, a → b may not.
 */
export function findNearInterval(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
  meters: number,
  interval: Float64Array,
): boolean {
  const ux = bx - ax;
  const uy = by - ay;
  const lengthSquared = ux * ux + uy * uy;
  let from = Infinity;
  let to = -Infinity;
  const widen = (low: number, high: number) => {
    if (low > high) return;
    if (low < from) from = low;
    if (high > to) to = high;
  };
  // The ground around c → d is a disc at either end and a strip between: the hull of what each has of the line.
  for (let end = 0; end < 2; end++) {
    const wx = (end === 0 ? cx : dx) - ax;
    const wy = (end === 0 ? cy : dy) - ay;
    const across = ux * wy - uy * wx;
    const halfSquared = meters * meters - (across * across) / lengthSquared;
    if (halfSquared < 0) continue;
    const middle = (ux * wx + uy * wy) / lengthSquared;
    const half = Math.sqrt(halfSquared / lengthSquared);
    widen(middle - half, middle + half);
  }
  const vx = dx - cx;
  const vy = dy - cy;
  const otherSquared = vx * vx + vy * vy;
  if (otherSquared > 0) {
    const qx = ax - cx;
    const qy = ay - cy;
    const reach = meters * Math.sqrt(otherSquared);
    const along = clipLinear(qx * vx + qy * vy, ux * vx + uy * vy, 0, otherSquared, -Infinity, Infinity);
    if (along) {
      const strip = clipLinear(vx * qy - vy * qx, vx * uy - vy * ux, -reach, reach, along[0], along[1]);
      if (strip) widen(strip[0], strip[1]);
    }
  }
  from = Math.max(0, from);
  to = Math.min(1, to);
  interval[0] = from;
  interval[1] = to;
  return from < to;
}

/** Where start + slope · t lies between two bounds, within [from, to]; undefined where it never does. */
function clipLinear(
  start: number,
  slope: number,
  low: number,
  high: number,
  from: number,
  to: number,
): [number, number] | undefined {
  if (slope === 0) return start >= low && start <= high ? [from, to] : undefined;
  const [first, second] = [(low - start) / slope, (high - start) / slope];
  const [enter, leave] = slope > 0 ? [first, second] : [second, first];
  const [begin, end] = [Math.max(from, enter), Math.min(to, leave)];
  return begin <= end ? [begin, end] : undefined;
}
