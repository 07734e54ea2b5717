/** Which rings of a parcel are outlines and which are holes: by where they lie, whatever their numbers say. */
import { Location, locateInRing } from '../../geo/point-in-polygon.ts';

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
  const flat = rings.map((ring) => Float64Array.from(ring.flat()));
  const holders = rings.map((ring, at) =>
    rings.flatMap((_, other) =>
      other !== at && boxHolds(boxes[other]!, boxes[at]!) && ringHolds(flat[other]!, ring) ? [other] : [],
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
function ringHolds(outer: Float64Array, inner: Ring): boolean {
  const sideOf = (x: number, y: number) => locateInRing(outer, 0, outer.length / 2, x, y);
  for (const [x, y] of inner) {
    const side = sideOf(x, y);
    if (side !== Location.edge) return side === Location.inside;
  }
  for (let i = 0; i + 1 < inner.length; i++) {
    const [[ax, ay], [bx, by]] = [inner[i]!, inner[i + 1]!];
    const side = sideOf((ax + bx) / 2, (ay + by) / 2);
    if (side !== Location.edge) return side === Location.inside;
  }
  return false;
}
