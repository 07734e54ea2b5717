/**
 * The faces of a planar graph: straight edges between nodes that meet at nodes only. Every face comes
 * as rings of nodes, its shell counter-clockwise, its holes clockwise. Knows metres and node numbers,
 * nothing of zones.
 */

export interface PlanarEdge {
  readonly from: number;
  readonly to: number;
  /** Whether the ground left of from → to counts, and that right of it. */
  readonly left: boolean;
  readonly right: boolean;
}

export interface PlanarFace {
  /** Nodes, the first not repeated; shell first. */
  readonly rings: readonly (readonly number[])[];
  readonly areaSquareMeters: number;
}

interface HalfEdge {
  readonly from: number;
  readonly to: number;
  readonly edge: number;
  readonly counts: boolean;
}
interface Ring {
  readonly nodes: readonly number[];
  readonly edges: ReadonlySet<number>;
  readonly counts: boolean;
  readonly signedArea: number;
}

/**
 * The faces that count. Edges that part nothing (dead ends, bridges) are left out.
 * O(edges log edges + shells × holes).
 *
 * @param xy metres, two per node
 */
export function findFaces(edges: readonly PlanarEdge[], xy: ArrayLike<number>): PlanarFace[] {
  let used = edges;
  let loops = traceLoops(used, xy);
  for (let bridges = bridgesOf(loops); bridges.size > 0; bridges = bridgesOf(loops)) {
    used = used.filter((_, index) => !bridges.has(index));
    loops = traceLoops(used, xy);
  }
  const rings = loops.flatMap(simpleRings).map((ring) => describeRing(ring, xy));
  const shells = rings.filter((ring) => ring.signedArea > 0).sort((a, b) => a.signedArea - b.signedArea);
  const holesOf = new Map<Ring, Ring[]>();
  for (const hole of rings.filter((ring) => ring.signedArea < 0)) {
    const around = shells.find((shell) => !sharesEdge(shell, hole) && holds(shell, hole, xy));
    if (around) holesOf.set(around, [...(holesOf.get(around) ?? []), hole]);
  }
  return shells
    .filter((shell) => shell.counts)
    .map((shell) => {
      const holes = holesOf.get(shell) ?? [];
      return {
        rings: [shell, ...holes].map((ring) => ring.nodes),
        areaSquareMeters: holes.reduce((sum, hole) => sum + hole.signedArea, shell.signedArea),
      };
    });
}

/** Walks every half-edge once, always turning as far left as it can: the ground lies to the left. */
function traceLoops(edges: readonly PlanarEdge[], xy: ArrayLike<number>): HalfEdge[][] {
  const halves: HalfEdge[] = edges.flatMap(({ from, to, left, right }, edge) => [
    { from, to, edge, counts: left },
    { from: to, to: from, edge, counts: right },
  ]);
  const angle = halves.map(({ from, to }) =>
    Math.atan2(xy[2 * to + 1]! - xy[2 * from + 1]!, xy[2 * to]! - xy[2 * from]!),
  );
  const leaving = new Map<number, number[]>();
  halves.forEach(({ from }, half) => {
    const list = leaving.get(from);
    if (list) list.push(half);
    else leaving.set(from, [half]);
  });
  /** The half-edge after each: of those leaving its end, the next clockwise from the way back. */
  const next = new Int32Array(halves.length);
  for (const list of leaving.values()) {
    list.sort((a, b) => angle[a]! - angle[b]!);
    list.forEach((half, place) => {
      next[half ^ 1] = list[(place + list.length - 1) % list.length]!;
    });
  }
  const seen = new Uint8Array(halves.length);
  const loops: HalfEdge[][] = [];
  for (let start = 0; start < halves.length; start++) {
    if (seen[start]) continue;
    const loop: HalfEdge[] = [];
    for (let half = start; !seen[half]; half = next[half]!) {
      seen[half] = 1;
      loop.push(halves[half]!);
    }
    loops.push(loop);
  }
  return loops;
}

/** Edges with the same loop on both sides. */
function bridgesOf(loops: readonly HalfEdge[][]): ReadonlySet<number> {
  const bridges = new Set<number>();
  for (const loop of loops) {
    const met = new Set<number>();
    for (const { edge } of loop) {
      if (met.has(edge)) bridges.add(edge);
      met.add(edge);
    }
  }
  return bridges;
}

/** A loop that comes back to a node falls apart there, so that no ring touches itself. */
function simpleRings(loop: readonly HalfEdge[]): HalfEdge[][] {
  const rings: HalfEdge[][] = [];
  const path: HalfEdge[] = [];
  const placeOf = new Map<number, number>();
  for (const half of loop) {
    const place = placeOf.get(half.from);
    if (place !== undefined) {
      const ring = path.splice(place);
      for (const { from } of ring) placeOf.delete(from);
      rings.push(ring);
    }
    placeOf.set(half.from, path.length);
    path.push(half);
  }
  if (path.length > 0) rings.push(path);
  return rings;
}

function describeRing(ring: readonly HalfEdge[], xy: ArrayLike<number>): Ring {
  const [x0, y0] = [xy[2 * ring[0]!.from]!, xy[2 * ring[0]!.from + 1]!];
  let twice = 0;
  for (const { from, to } of ring) {
    twice += (xy[2 * from]! - x0) * (xy[2 * to + 1]! - y0) - (xy[2 * to]! - x0) * (xy[2 * from + 1]! - y0);
  }
  return {
    nodes: ring.map(({ from }) => from),
    edges: new Set(ring.map(({ edge }) => edge)),
    counts: ring.every(({ counts }) => counts),
    signedArea: twice / 2,
  };
}

function sharesEdge(a: Ring, b: Ring): boolean {
  for (const edge of b.edges) if (a.edges.has(edge)) return true;
  return false;
}

/** By the middle of an edge, which lies on no other edge. */
function holds(shell: Ring, ring: Ring, xy: ArrayLike<number>): boolean {
  const [a, b] = ring.nodes as readonly [number, number];
  return isInside((xy[2 * a]! + xy[2 * b]!) / 2, (xy[2 * a + 1]! + xy[2 * b + 1]!) / 2, shell.nodes, xy);
}

function isInside(x: number, y: number, nodes: readonly number[], xy: ArrayLike<number>): boolean {
  let inside = false;
  nodes.forEach((from, place) => {
    const to = nodes[(place + 1) % nodes.length]!;
    const [x1, y1, x2, y2] = [xy[2 * from]!, xy[2 * from + 1]!, xy[2 * to]!, xy[2 * to + 1]!];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  });
  return inside;
}
