/**
 * Whether a ring, or the path that is to become one, crosses or touches itself. Exact signs
 * (robust-predicates), so that what is refused here is what the checks would have to repair.
 */
import { orient2d } from 'robust-predicates';

type Position = GeoJSON.Position;
interface Edge {
  readonly from: Position;
  readonly to: Position;
  readonly order: number;
}

/**
 * The start of an edge that meets another one it is not joined to, or folds back on its neighbour;
 * undefined if there is none. Repeated positions are ignored. Sweeps by longitude: O(n log n) for
 * rings as people draw them, O(n²) at worst.
 *
 * @param closed the path is a ring (a repeated first position at the end is optional)
 */
export function findCrossing(path: readonly Position[], closed: boolean): Position | undefined {
  const edges = edgesOf(path, closed);
  const count = edges.length;
  const sweep = [...edges].sort((a, b) => west(a) - west(b));
  let active: Edge[] = [];
  for (const edge of sweep) {
    active = active.filter((other) => east(other) >= west(edge));
    for (const other of active) if (meets(edge, other, count, closed)) return edge.from;
    active.push(edge);
  }
  return undefined;
}

/** Whether any edge of one ring crosses or touches any edge of the other. O(n · m). */
export function ringsMeet(a: readonly Position[], b: readonly Position[]): boolean {
  const others = edgesOf(b, true);
  return edgesOf(a, true).some((edge) => others.some((other) => intersects(edge, other)));
}

/** Even-odd; a position on the edge may count either way. */
export function isInsideRing(position: Position, ring: readonly Position[]): boolean {
  const [x = 0, y = 0] = position;
  let inside = false;
  for (const { from, to } of edgesOf(ring, true)) {
    const [x1 = 0, y1 = 0] = from;
    const [x2 = 0, y2 = 0] = to;
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

function edgesOf(path: readonly Position[], closed: boolean): Edge[] {
  const positions = path.filter((position, index) => index === 0 || !same(position, path[index - 1] as Position));
  if (closed && positions.length > 1 && same(positions[0] as Position, positions.at(-1) as Position)) positions.pop();
  const edges: Edge[] = [];
  const count = closed && positions.length > 2 ? positions.length : positions.length - 1;
  for (let order = 0; order < count; order++) {
    edges.push({
      from: positions[order] as Position,
      to: positions[(order + 1) % positions.length] as Position,
      order,
    });
  }
  return edges;
}

function meets(a: Edge, b: Edge, count: number, closed: boolean): boolean {
  const [first, second] = a.order < b.order ? [a, b] : [b, a];
  if (second.order - first.order === 1) return foldsBack(first, second);
  if (closed && first.order === 0 && second.order === count - 1) return foldsBack(second, first);
  return intersects(a, b);
}

/** `after` starts where `before` ends and runs back over it. */
function foldsBack(before: Edge, after: Edge): boolean {
  if (side(before.from, before.to, after.to) !== 0) return false;
  const [x = 0, y = 0] = before.to;
  const [x1 = 0, y1 = 0] = before.from;
  const [x2 = 0, y2 = 0] = after.to;
  return (x1 - x) * (x2 - x) + (y1 - y) * (y2 - y) > 0;
}

function intersects(a: Edge, b: Edge): boolean {
  if (east(a) < west(b) || east(b) < west(a) || north(a) < south(b) || north(b) < south(a)) return false;
  const b1 = side(a.from, a.to, b.from);
  const b2 = side(a.from, a.to, b.to);
  const a1 = side(b.from, b.to, a.from);
  const a2 = side(b.from, b.to, a.to);
  // Collinear edges whose boxes overlap share more than a point, or touch.
  return b1 * b2 <= 0 && a1 * a2 <= 0;
}

const side = (a: Position, b: Position, c: Position) =>
  Math.sign(orient2d(a[0] ?? 0, a[1] ?? 0, b[0] ?? 0, b[1] ?? 0, c[0] ?? 0, c[1] ?? 0));
const same = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1];
const west = (edge: Edge) => Math.min(edge.from[0] ?? 0, edge.to[0] ?? 0);
const east = (edge: Edge) => Math.max(edge.from[0] ?? 0, edge.to[0] ?? 0);
const south = (edge: Edge) => Math.min(edge.from[1] ?? 0, edge.to[1] ?? 0);
const north = (edge: Edge) => Math.max(edge.from[1] ?? 0, edge.to[1] ?? 0);
