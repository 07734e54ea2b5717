/**
 * Borders as arcs: every stretch of border between two leaf zones is stored once and used by all
 * zones of all levels on either side, so that shared borders share each vertex. A fault of a zone
 * is then an override of one arc for that zone alone. Knows no names, owners or rules.
 */
import { invariant } from '../../src/core/invariant.ts';
import type { Mesh } from './mesh.ts';
import { isInside, type Point, signedArea, simplifyPath } from './plane.ts';

/** The leaf number outside of the district. */
export const OUTSIDE = -1;

export interface Arc {
  readonly id: number;
  /** Vertex ids where it starts and ends; equal for a closed arc. */
  readonly start: number;
  readonly end: number;
  /** Leaves on its left and right. */
  readonly left: number;
  readonly right: number;
  /** From start to end. May gain points, never lose any. */
  points: Point[];
}

/** Part → ring → open point list; outer rings counter-clockwise, holes clockwise. */
export type Polygons = Point[][][];

export function buildArcs(mesh: Mesh, leafOf: (face: number) => number): Arc[] {
  const next = new Map<number, { to: number; left: number; right: number }[]>();
  for (const [a, b] of mesh.edges()) {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const left = leafAt(mesh, leafOf, from, to);
      const right = leafAt(mesh, leafOf, to, from);
      if (left === right) continue;
      const list = next.get(from) ?? [];
      list.push({ to, left, right });
      next.set(from, list);
    }
  }
  const done = new Set<string>();
  const arcs: Arc[] = [];
  const follow = (from: number, step: { to: number; left: number; right: number }) => {
    const path = [from];
    let previous = from;
    let current = step.to;
    while (true) {
      done.add(`${previous}/${current}`).add(`${current}/${previous}`);
      path.push(current);
      const onward = next.get(current)!;
      if (onward.length !== 2 || current === from) break;
      const following = onward[0]!.to === previous ? onward[1]! : onward[0]!;
      previous = current;
      current = following.to;
    }
    const points = simplifyPath(
      path.map((vertex) => mesh.points[vertex]!),
      0.3,
    );
    arcs.push({ id: arcs.length, start: from, end: current, left: step.left, right: step.right, points });
  };
  // First the arcs between junctions, then the closed ones that meet no junction.
  for (const wantsJunction of [true, false]) {
    for (const [from, steps] of next) {
      if (wantsJunction && steps.length === 2) continue;
      for (const step of steps) if (!done.has(`${from}/${step.to}`)) follow(from, step);
    }
  }
  return arcs;
}

const leafAt = (mesh: Mesh, leafOf: (face: number) => number, from: number, to: number): number => {
  const face = mesh.leftOf(from, to);
  return face === undefined ? OUTSIDE : leafOf(face);
};

/** Which arcs touch a leaf; made once, since a district has many zones. */
export function arcsByLeaf(arcs: readonly Arc[]): Map<number, Arc[]> {
  const map = new Map<number, Arc[]>();
  for (const arc of arcs) {
    for (const leaf of [arc.left, arc.right]) {
      const list = map.get(leaf);
      if (list) list.push(arc);
      else map.set(leaf, [arc]);
    }
  }
  return map;
}

interface DirectedArc {
  readonly arc: Arc;
  readonly from: number;
  readonly to: number;
  readonly points: readonly Point[];
}

/** The outline of a set of leaves, with the overrides of its zone (arc id → points from start to end). */
export function outlineOfLeaves(
  leaves: ReadonlySet<number>,
  byLeaf: ReadonlyMap<number, readonly Arc[]>,
  overrides: ReadonlyMap<number, readonly Point[]> = new Map(),
): Polygons {
  const outgoing = new Map<number, DirectedArc[]>();
  const all: DirectedArc[] = [];
  for (const leaf of leaves) {
    for (const arc of byLeaf.get(leaf) ?? []) {
      const isLeft = leaves.has(arc.left);
      if (isLeft === leaves.has(arc.right)) continue;
      const points = overrides.get(arc.id) ?? arc.points;
      const directed = isLeft
        ? { arc, from: arc.start, to: arc.end, points }
        : { arc, from: arc.end, to: arc.start, points: points.toReversed() };
      all.push(directed);
      const list = outgoing.get(directed.from);
      if (list) list.push(directed);
      else outgoing.set(directed.from, [directed]);
    }
  }
  const used = new Set<DirectedArc>();
  const rings: Point[][] = [];
  for (const first of all) {
    if (used.has(first)) continue;
    const ring: Point[] = [];
    for (let current = first; !used.has(current); ) {
      used.add(current);
      for (const point of current.points) pushDifferent(ring, point);
      const choices = (outgoing.get(current.to) ?? []).filter((candidate) => !used.has(candidate));
      if (
        current.to === first.from &&
        (choices.length === 0 || turnFrom(current, first) < Math.min(...choices.map((c) => turnFrom(current, c))))
      )
        break;
      const onward = choices.sort((p, q) => turnFrom(current, p) - turnFrom(current, q))[0];
      invariant(onward, 'a zone border that does not close');
      current = onward;
    }
    while (ring.length > 1 && same(ring[0]!, ring[ring.length - 1]!)) ring.pop();
    rings.push(ring);
  }
  return nestRings(rings);
}

/** At a pinch, the first border counter-clockwise from where we came: so outer rings and holes come out apart. */
function turnFrom(arriving: DirectedArc, leaving: DirectedArc): number {
  const at =
    arriving.arc.points[
      arriving.from === arriving.arc.start && arriving.to === arriving.arc.end ? arriving.arc.points.length - 1 : 0
    ]!;
  const back = arriving.points[arriving.points.length - 2]!;
  const on = leaving.points[1]!;
  const turn = Math.atan2(on[1] - at[1], on[0] - at[0]) - Math.atan2(back[1] - at[1], back[0] - at[0]);
  return turn <= 0 ? turn + 2 * Math.PI : turn;
}

function nestRings(rings: Point[][]): Polygons {
  const outers = rings.filter((ring) => signedArea(ring) > 0).map((ring) => [ring]);
  for (const hole of rings.filter((ring) => signedArea(ring) < 0)) {
    const owner = outers.find(([outer]) => hole.some((point) => isInside(point, outer!))) ?? outers[0];
    invariant(owner, 'a zone that has only holes');
    owner.push(hole);
  }
  return outers;
}

const same = (a: Point, b: Point) => a[0] === b[0] && a[1] === b[1];

function pushDifferent(ring: Point[], point: Point): void {
  const last = ring[ring.length - 1];
  if (!last || !same(last, point)) ring.push(point);
}

export const areaOfPolygons = (polygons: Polygons): number =>
  polygons.reduce((sum, rings) => sum + rings.reduce((part, ring) => part + signedArea(ring), 0), 0);
