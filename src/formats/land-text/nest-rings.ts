/** Which rings of a parcel are outlines and which are holes: by where they lie, whatever their numbers say. */
import { orient2d } from 'robust-predicates';

export type Ring = readonly (readonly [x: number, y: number])[];

/** Beyond these the work grows without end; no parcel of real life comes near. */
const MAX_RINGS = 1000;
const MAX_RINGS_TIMES_POSITIONS = 2e8;

/**
 * Polygons of one outline each with its holes. A ring inside an odd number of others is a hole of the innermost
 * of them; a ring that touches another from outside is beside it. Rings are closed, of at least 4 positions.
 * Undefined for more than a thousand rings, or fewer of too many positions. O(rings × positions).
 */
export function nestRings(rings: readonly Ring[]): Ring[][] | undefined {
  if (rings.length === 1) return [[rings[0]!]];
  const positions = rings.reduce((sum, ring) => sum + ring.length, 0);
  if (rings.length > MAX_RINGS || rings.length * positions > MAX_RINGS_TIMES_POSITIONS) return undefined;
  const boxes = rings.map(boxOf);
  const holders = rings.map((ring, at) =>
    rings.flatMap((_, other) =>
      other !== at && boxHolds(boxes[other]!, boxes[at]!) && ringHolds(rings[other]!, ring) ? [other] : [],
    ),
  );
  const polygons = new Map<number, Ring[]>();
  for (const [at, held] of holders.entries()) if (held.length % 2 === 0) polygons.set(at, [rings[at]!]);
  for (const [at, held] of holders.entries()) {
    if (held.length % 2 === 0) continue;
    // The innermost holder is the one that most others hold.
    const innermost = held.reduce((a, b) => (holders[b]!.length > holders[a]!.length ? b : a));
    const polygon = polygons.get(innermost);
    // Rings that cross may have no outline around them: better a part of its own than gone.
    if (polygon) polygon.push(rings[at]!);
    else polygons.set(at, [rings[at]!]);
  }
  return [...polygons.values()];
}

type Box = readonly [minX: number, minY: number, maxX: number, maxY: number];

function boxOf(ring: Ring): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }
  return [minX, minY, maxX, maxY];
}

const boxHolds = (outer: Box, inner: Box): boolean =>
  outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];

/** By the first position of the inner ring, or middle of one of its edges, that does not lie on the outer one. Equal rings do not hold each other. */
function ringHolds(outer: Ring, inner: Ring): boolean {
  for (let i = 0; i + 1 < inner.length; i++) {
    const [ax, ay] = inner[i]!;
    const side = sideOf(outer, ax, ay);
    if (side !== 0) return side > 0;
  }
  for (let i = 0; i + 1 < inner.length; i++) {
    const [[ax, ay], [bx, by]] = [inner[i]!, inner[i + 1]!];
    const side = sideOf(outer, (ax + bx) / 2, (ay + by) / 2);
    if (side !== 0) return side > 0;
  }
  return false;
}

/** 1 inside, 0 on the ring, -1 outside; exact for the numbers as they are. */
function sideOf(ring: Ring, x: number, y: number): number {
  let isInside = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i]!, ring[i + 1]!];
    if (ay > y !== by > y) {
      const turn = orient2d(ax, ay, bx, by, x, y);
      if (turn === 0) return 0;
      if (turn < 0 === by > ay) isInside = !isInside;
    } else if (ay === y && by === y && (ax - x) * (bx - x) <= 0) return 0;
    else if (ax === x && ay === y) return 0;
  }
  return isInside ? 1 : -1;
}
