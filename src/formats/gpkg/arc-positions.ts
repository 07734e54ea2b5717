/** Circular arcs as short straight lines. */

const STEP_RADIANS = (4 * Math.PI) / 180;

/**
 * The arc from `a` over `b` to `c`, without `a` and with `c`, in steps of at most 4° (as GDAL does it). With `a` equal
 * to `c` it is a whole circle and `b` lies opposite; three positions in a line stay as they are.
 */
export function arcPositions(a: readonly number[], b: readonly number[], c: readonly number[]): number[][] {
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  const [cx = 0, cy = 0] = c;
  const isCircle = ax === cx && ay === cy;
  const twiceArea = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  const center = isCircle ? [(ax + bx) / 2, (ay + by) / 2] : centerOf(bx - ax, by - ay, cx - ax, cy - ay, twiceArea);
  const [x, y] = isCircle ? (center as [number, number]) : [ax + center[0]!, ay + center[1]!];
  if (!Number.isFinite(x) || !Number.isFinite(y)) return [[...b], [...c]];
  const start = Math.atan2(ay - y, ax - x);
  const turn = isCircle ? 2 * Math.PI : turnBetween(start, Math.atan2(cy - y, cx - x), twiceArea > 0);
  const radius = Math.hypot(ax - x, ay - y);
  const steps = Math.max(1, Math.ceil(Math.abs(turn) / STEP_RADIANS));
  const positions: number[][] = [];
  for (let step = 1; step < steps; step++) {
    const angle = start + (turn * step) / steps;
    positions.push([x + radius * Math.cos(angle), y + radius * Math.sin(angle)]);
  }
  positions.push([...c]);
  return positions;
}

/** The centre of the circle through the origin, b and c; infinite where they lie in a line. */
function centerOf(bx: number, by: number, cx: number, cy: number, twiceArea: number): [number, number] {
  const [b, c] = [bx * bx + by * by, cx * cx + cy * cy];
  return [(cy * b - by * c) / (2 * twiceArea), (bx * c - cx * b) / (2 * twiceArea)];
}

function turnBetween(start: number, end: number, isLeft: boolean): number {
  const turn = (((end - start) % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);
  return isLeft ? turn : turn - 2 * Math.PI;
}
