/**
 * Which rings are outlines and which are holes in them: by where they lie, since roles in the database are
 * often missing or wrong. A ring within an even number of others is an outline, else a hole of the
 * smallest around it. Rings do not cross; they may touch in nodes and run along each other.
 */
import { checkpoint, type Task } from '../../core/task.ts';
import type { AssembledRing } from './assemble-rings.ts';
import type { NodeTable } from './node-table.ts';

export interface NestedRings {
  /** Each an outline and its holes, as flat closed rings of longitude and latitude. */
  readonly parts: number[][][];
  /** Rings whose role says the other thing than their place. */
  readonly rolesCorrected: number;
  /** Holes whose outline is not there: only where rings are known to be missing. */
  readonly holesWithoutOutline: number;
}

const RINGS_PER_CHECKPOINT = 1_000;

interface PlacedRing extends AssembledRing {
  /** Closed: the first position again at the end. */
  readonly xy: number[];
  readonly area: number;
  nodes?: ReadonlySet<number>;
}

/** `isWhole`: no ring is missing, so that a hole without an outline is an outline. O(rings² + the positions of rings that enclose others). */
export async function nestRings(
  rings: readonly AssembledRing[],
  table: NodeTable,
  isWhole: boolean,
  task: Task,
): Promise<NestedRings> {
  const placed = rings.map((ring) => placeRing(ring, table)).sort((a, b) => b.area - a.area);
  const boxes = boxesOf(placed);
  const depths: number[] = [];
  const partOf: (number[][] | undefined)[] = [];
  const parts: number[][][] = [];
  let [rolesCorrected, holesWithoutOutline] = [0, 0];
  for (const [index, ring] of placed.entries()) {
    if (index % RINGS_PER_CHECKPOINT === RINGS_PER_CHECKPOINT - 1) await checkpoint(task);
    const parent = findSmallestAround(index, placed, boxes);
    const isStray = parent < 0 && ring.role === 'inner' && !isWhole;
    const depth = parent < 0 ? Number(isStray) : depths[parent]! + 1;
    depths.push(depth);
    if (isStray) {
      holesWithoutOutline++;
      partOf.push(undefined);
      continue;
    }
    const isHole = depth % 2 === 1;
    if (ring.role === (isHole ? 'outer' : 'inner')) rolesCorrected++;
    if (isHole) {
      partOf[parent]?.push(ring.xy);
      partOf.push(undefined);
    } else {
      const part = [ring.xy];
      parts.push(part);
      partOf.push(part);
    }
  }
  return { parts, rolesCorrected, holesWithoutOutline };
}

function placeRing(ring: AssembledRing, table: NodeTable): PlacedRing {
  const xy: number[] = [];
  for (const ref of [...ring.refs, ring.refs[0]!]) {
    const node = table.indexOf(ref);
    xy.push(table.longitudeAt(node), table.latitudeAt(node));
  }
  return { ...ring, xy, area: areaOf(xy) };
}

/** West, south, east, north of each ring, in one array: thousands of rings make millions of pairs. */
function boxesOf(rings: readonly PlacedRing[]): Float64Array {
  const boxes = new Float64Array(4 * rings.length);
  for (const [index, { xy }] of rings.entries()) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = 0; at < xy.length; at += 2) {
      west = Math.min(west, xy[at]!);
      south = Math.min(south, xy[at + 1]!);
      east = Math.max(east, xy[at]!);
      north = Math.max(north, xy[at + 1]!);
    }
    boxes.set([west, south, east, north], 4 * index);
  }
  return boxes;
}

/** The smallest of the larger rings that this one lies in; -1 for none. */
function findSmallestAround(index: number, rings: readonly PlacedRing[], boxes: Float64Array): number {
  const west = boxes[4 * index]!;
  const south = boxes[4 * index + 1]!;
  const east = boxes[4 * index + 2]!;
  const north = boxes[4 * index + 3]!;
  for (let other = index - 1; other >= 0; other--) {
    const at = 4 * other;
    if (west < boxes[at]! || south < boxes[at + 1]! || east > boxes[at + 2]! || north > boxes[at + 3]!) continue;
    if (liesWithin(rings[index]!, rings[other]!)) return other;
  }
  return -1;
}

/** In square degrees: only to be compared. */
function areaOf(xy: readonly number[]): number {
  let twice = 0;
  const [x, y] = [xy[0]!, xy[1]!];
  for (let at = 0; at + 3 < xy.length; at += 2) {
    twice += (xy[at]! - x) * (xy[at + 3]! - y) - (xy[at + 2]! - x) * (xy[at + 1]! - y);
  }
  return Math.abs(twice) / 2;
}

function liesWithin(ring: PlacedRing, other: PlacedRing): boolean {
  other.nodes ??= new Set(other.refs);
  const { nodes } = other;
  const free = ring.refs.findIndex((ref) => !nodes.has(ref));
  if (free >= 0) return isInside(ring.xy[2 * free]!, ring.xy[2 * free + 1]!, other.xy);
  return isEdgeInside(ring, other);
}

/** Every node of the ring is one of the other's: the middle of an edge that is not tells. */
function isEdgeInside(ring: PlacedRing, other: PlacedRing): boolean {
  const placeOf = new Map(other.refs.map((ref, at) => [ref, at]));
  const count = other.refs.length;
  for (const [at, ref] of ring.refs.entries()) {
    const gap = Math.abs(placeOf.get(ref)! - placeOf.get(ring.refs[(at + 1) % ring.refs.length]!)!);
    if (gap === 1 || gap === count - 1) continue;
    const [x, y, nextX, nextY] = ring.xy.slice(2 * at, 2 * at + 4) as [number, number, number, number];
    return isInside((x + nextX) / 2, (y + nextY) / 2, other.xy);
  }
  return false;
}

/** By crossings of a ray to the right. O(n). */
function isInside(x: number, y: number, xy: readonly number[]): boolean {
  let inside = false;
  for (let at = 0; at + 3 < xy.length; at += 2) {
    const [ax, ay, bx, by] = [xy[at]!, xy[at + 1]!, xy[at + 2]!, xy[at + 3]!];
    if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside;
  }
  return inside;
}
