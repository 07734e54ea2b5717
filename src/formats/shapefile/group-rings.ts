/**
 * Which rings of a polygon record belong together: clockwise ones are shells, the others holes of the
 * smallest shell around them (the format stores them in any order). Knows one record's coordinates.
 */
import { Location, locateInRing } from '../../geo/point-in-polygon.ts';
import { buildSpatialIndex, HitList } from '../../geo/spatial-index.ts';

export interface GroupedRings {
  /** Each part's rings by number, its shell first. */
  readonly parts: readonly (readonly number[])[];
  /** Holes outside every shell: each became a part. */
  readonly orphans: number;
  /** Whether shells run counter-clockwise, against the format. */
  readonly isReversed: boolean;
}

/** Edges that may still be looked at, over a whole file: a hostile one could ask for trillions. Holes beyond it count as orphans. */
export interface Effort {
  left: number;
}

interface Ring {
  readonly start: number;
  readonly end: number;
  /** Twice the area, positive for counter-clockwise. */
  readonly area: number;
  readonly box: readonly [minX: number, minY: number, maxX: number, maxY: number];
}

/** `starts`: rings + 1 offsets into positions; no ring is empty. O(rings log rings + edges of the shells around each hole). */
export function groupRings(xy: Float64Array, starts: ArrayLike<number>, effort: Effort): GroupedRings {
  const count = starts.length - 1;
  if (count === 1) return { parts: [[0]], orphans: 0, isReversed: false };
  const rings = Array.from({ length: count }, (_, ring) => describeRing(xy, starts[ring]!, starts[ring + 1]!));
  const asStated = assignHoles(xy, rings, (area) => area <= 0, effort);
  if (asStated.orphans === 0) return asStated;
  // A writer that winds everything the other way: no hole is left alone once sides are changed.
  const reversed = assignHoles(xy, rings, (area) => area >= 0, effort);
  return reversed.orphans === 0 ? { ...reversed, isReversed: true } : asStated;
}

function describeRing(xy: Float64Array, start: number, end: number): Ring {
  let area = 0;
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  const [x0, y0] = [xy[2 * start]!, xy[2 * start + 1]!];
  for (let position = start; position < end; position++) {
    const [x, y] = [xy[2 * position]!, xy[2 * position + 1]!];
    const next = position + 1 < end ? position + 1 : start;
    // Relative to the ring's first position: degrees and metres alike lie far from the origin.
    area += (x - x0) * (xy[2 * next + 1]! - y0) - (xy[2 * next]! - x0) * (y - y0);
    [minX, minY, maxX, maxY] = [Math.min(minX, x), Math.min(minY, y), Math.max(maxX, x), Math.max(maxY, y)];
  }
  return { start, end, area, box: [minX, minY, maxX, maxY] };
}

function assignHoles(
  xy: Float64Array,
  rings: readonly Ring[],
  isShell: (area: number) => boolean,
  effort: Effort,
): GroupedRings {
  const shells = [...rings.keys()].filter((ring) => isShell(rings[ring]!.area));
  const holes = [...rings.keys()].filter((ring) => !isShell(rings[ring]!.area));
  const parts = shells.map((shell) => [shell]);
  if (holes.length === 0) return { parts, orphans: 0, isReversed: false };
  const boxes = Float64Array.from(shells.flatMap((shell) => rings[shell]!.box));
  const areas = Float64Array.from(shells, (shell) => Math.abs(rings[shell]!.area));
  const index = buildSpatialIndex(boxes, shells.length);
  const hits = new HitList();
  const orphans: number[][] = [];
  for (const hole of holes) {
    const part = shells.length > 0 && effort.left > 0 ? findShell(rings[hole]!) : undefined;
    if (part === undefined) orphans.push([hole]);
    else parts[part]!.push(hole);
  }
  return { parts: [...parts, ...orphans], orphans: orphans.length, isReversed: false };

  /** The smallest one around the hole: candidates by their boxes, tried from the smallest on. */
  function findShell(hole: Ring): number | undefined {
    index.search(...hole.box, hits);
    const { items } = hits;
    let count = 0;
    for (let hit = 0; hit < hits.count; hit++) if (holdsBox(boxes, items[hit]!, hole)) items[count++] = items[hit]!;
    effort.left -= hits.count;
    while (count > 0 && effort.left > 0) {
      let least = 0;
      for (let i = 1; i < count; i++) if (isSmaller(items[i]!, items[least]!)) least = i;
      const part = items[least]!;
      if (holdsRing(xy, rings[shells[part]!]!, hole, effort)) return part;
      effort.left -= count;
      items[least] = items[--count]!;
    }
    return undefined;
  }

  /** Of equal ones the earlier. */
  function isSmaller(a: number, b: number): boolean {
    return areas[a]! < areas[b]! || (areas[a] === areas[b] && a < b);
  }
}

function holdsBox(boxes: Float64Array, shell: number, { box }: Ring): boolean {
  const at = 4 * shell;
  return boxes[at]! <= box[0] && boxes[at + 1]! <= box[1] && boxes[at + 2]! >= box[2] && boxes[at + 3]! >= box[3];
}

/** By the hole's first position that is not on the shell itself; one that lies on it entirely is inside if it is smaller. */
function holdsRing(xy: Float64Array, shell: Ring, hole: Ring, effort: Effort): boolean {
  for (let position = hole.start; position < hole.end && effort.left > 0; position++) {
    effort.left -= shell.end - shell.start;
    const location = locateInRing(xy, shell.start, shell.end, xy[2 * position]!, xy[2 * position + 1]!);
    if (location !== Location.edge) return location === Location.inside;
  }
  return effort.left > 0 && Math.abs(hole.area) <= Math.abs(shell.area);
}
