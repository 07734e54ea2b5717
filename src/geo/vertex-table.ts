/**
 * Vertices of several shapes by place: one node for all that lie within a millimetre of each other,
 * with the exact position it came with. What is computed in metres finds its way back through it.
 */
import type { Frame } from './laea.ts';

/** What is nearer than this is the same place, as in the checks, which snap to it. */
export const SAME_PLACE_METERS = 1e-3;

export interface VertexTable {
  /** Metres, two per node. */
  readonly xy: readonly number[];
  readonly positions: readonly GeoJSON.Position[];
  readonly nodeAt: (position: GeoJSON.Position) => number;
  /** The exact position of a place, if a vertex lies there; else a new one, the same for the same place. */
  readonly positionAt: (x: number, y: number) => GeoJSON.Position;
  /** The node within a millimetre of a place. */
  readonly find: (x: number, y: number) => number | undefined;
  /** That, or a new one. */
  readonly nodeOfPlace: (x: number, y: number) => number;
}

export function createVertexTable(frame: Frame): VertexTable {
  const xy: number[] = [];
  const positions: GeoJSON.Position[] = [];
  const byPosition = new Map<string, number>();
  const cells = new Map<string, number[]>();
  const place: [number, number] = [0, 0];

  const find = (x: number, y: number): number | undefined => {
    const [column, row] = [Math.floor(x / SAME_PLACE_METERS), Math.floor(y / SAME_PLACE_METERS)];
    let best: number | undefined;
    let bestDistance = SAME_PLACE_METERS;
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const node of cells.get(`${column + dx} ${row + dy}`) ?? []) {
          const distance = Math.hypot(xy[2 * node]! - x, xy[2 * node + 1]! - y);
          if (distance < bestDistance) [best, bestDistance] = [node, distance];
        }
      }
    }
    return best;
  };
  const add = (position: GeoJSON.Position, x: number, y: number): number => {
    const node = positions.push(position) - 1;
    xy.push(x, y);
    const key = `${Math.floor(x / SAME_PLACE_METERS)} ${Math.floor(y / SAME_PLACE_METERS)}`;
    cells.set(key, [...(cells.get(key) ?? []), node]);
    return node;
  };
  const nodeOfPlace = (x: number, y: number) => find(x, y) ?? add(frame.unproject(x, y), x, y);

  return {
    xy,
    positions,
    find,
    nodeOfPlace,
    nodeAt(position) {
      const key = `${position[0]},${position[1]}`;
      const known = byPosition.get(key);
      if (known !== undefined) return known;
      frame.project(position[0]!, position[1]!, place, 0);
      const node = find(...place) ?? add(position, ...place);
      byPosition.set(key, node);
      return node;
    },
    positionAt: (x, y) => positions[nodeOfPlace(x, y)]!,
  };
}

/**
 * Gives every ring the vertices of the other shapes that lie on its edges, so that borders which
 * follow each other meet vertex by vertex. Changes the rings. O(edges × vertices near them).
 *
 * @param shapes rings of nodes by shape
 */
export function conformRings(shapes: readonly number[][][], { xy }: VertexTable): void {
  const nodesOf = shapes.map((rings) => [...new Set(rings.flat())].sort((a, b) => xy[2 * a]! - xy[2 * b]!));
  shapes.forEach((rings, own) => {
    const others = nodesOf.flatMap((nodes, shape) => (shape === own ? [] : [nodes]));
    for (const ring of rings) {
      for (let i = ring.length - 1; i > 0; i--) {
        const along = others.flatMap((nodes) => nodesOnEdge(ring[i - 1]!, ring[i]!, nodes, xy));
        along.sort((a, b) => a[1] - b[1]);
        const inserted = along.map(([node]) => node).filter((node, at, list) => node !== list[at - 1]);
        ring.splice(i, 0, ...inserted);
      }
    }
  });
}

/** Nodes strictly between the ends, with how far along they are. `nodes` go by x. */
function nodesOnEdge(
  from: number,
  to: number,
  nodes: readonly number[],
  xy: readonly number[],
): [node: number, along: number][] {
  const [ax, ay] = [xy[2 * from]!, xy[2 * from + 1]!];
  const [dx, dy] = [xy[2 * to]! - ax, xy[2 * to + 1]! - ay];
  const squared = dx * dx + dy * dy;
  if (squared === 0) return [];
  const found: [number, number][] = [];
  const east = Math.max(ax, ax + dx) + SAME_PLACE_METERS;
  for (let i = firstFrom(nodes, Math.min(ax, ax + dx) - SAME_PLACE_METERS, xy); i < nodes.length; i++) {
    const node = nodes[i]!;
    const [x, y] = [xy[2 * node]!, xy[2 * node + 1]!];
    if (x > east) break;
    if (node === from || node === to) continue;
    const t = ((x - ax) * dx + (y - ay) * dy) / squared;
    if (t > 0 && t < 1 && Math.hypot(ax + t * dx - x, ay + t * dy - y) < SAME_PLACE_METERS) found.push([node, t]);
  }
  return found;
}

/** The first of the nodes that is not west of x. */
function firstFrom(nodes: readonly number[], x: number, xy: readonly number[]): number {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (xy[2 * nodes[middle]!]! < x) low = middle + 1;
    else high = middle;
  }
  return low;
}
