/** Where pieces of ground that were cut along the sides of tiles belong together again. */
import type { MetricPolygons } from '../geo/geos-wkb.ts';
import type { GapPiece } from './gap-tiles.ts';

/** Pieces that share less of a side touch in a point, but for rounding. */
const MIN_SHARED_METERS = 1e-6;
/** A corner that cutting has put into a straight edge lies beside it by less. */
const STRAIGHT_METERS = 1e-7;

/** Whether two pieces share a stretch of the side between their tiles: `upright` for tiles side by side, else the second lies above the first. */
export function piecesMeetAlong(a: GapPiece, b: GapPiece, upright: boolean, side: number): boolean {
  const line = (upright ? b.column : b.row) * side;
  const stretches = stretchesOn(b, upright, line);
  return stretchesOn(a, upright, line).some(([from, to]) =>
    stretches.some(([low, high]) => Math.min(to, high) - Math.max(from, low) > MIN_SHARED_METERS),
  );
}

/** Edges of a piece that lie on a tile's side, as intervals along it. */
function stretchesOn({ rings }: GapPiece, upright: boolean, line: number): [from: number, to: number][] {
  const [across, along] = upright ? [0, 1] : [1, 0];
  const stretches: [number, number][] = [];
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      if (ring[i + across] !== line || ring[i + 2 + across] !== line) continue;
      const [p, q] = [ring[i + along]!, ring[i + 2 + along]!];
      stretches.push([Math.min(p, q), Math.max(p, q)]);
    }
  }
  return stretches;
}

/** The rings without the corners that cutting into tiles has put into straight edges. */
export function withoutSideVertices(rings: MetricPolygons[number], side: number): MetricPolygons[number] {
  return rings.map((ring) => dropSideVertices(ring, side));
}

function dropSideVertices(ring: Float64Array, side: number): Float64Array {
  const count = ring.length / 2 - 1;
  const kept: number[] = [];
  for (let p = 0; p < count; p++) {
    const [x, y] = [ring[2 * p]!, ring[2 * p + 1]!];
    if (x % side !== 0 && y % side !== 0) {
      kept.push(x, y);
      continue;
    }
    const before = 2 * ((p + count - 1) % count);
    const after = 2 * ((p + 1) % count);
    if (!isStraight(ring[before]!, ring[before + 1]!, x, y, ring[after]!, ring[after + 1]!)) kept.push(x, y);
  }
  if (kept.length < 6) return ring;
  kept.push(kept[0]!, kept[1]!);
  return Float64Array.from(kept);
}

/** Whether b lies on the way from a to c, but for rounding. */
function isStraight(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): boolean {
  const length = Math.hypot(cx - ax, cy - ay);
  if (length === 0) return false;
  const beside = Math.abs((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / length;
  const along = (bx - ax) * (cx - ax) + (by - ay) * (cy - ay);
  return beside < STRAIGHT_METERS && along > 0 && along < length * length;
}
