/**
 * A polygon cut along a line. Vertices that were there stay as they are to the last bit, and where
 * the line meets a border both pieces get the same new vertex. Pure; knows no layers.
 */
import { fail, ok, type Result } from '../core/result.ts';
import { createFrame, type Frame } from './laea.ts';
import { findFaces, type PlanarEdge, type PlanarFace } from './planar-faces.ts';
import { createVertexTable, SAME_PLACE_METERS, type VertexTable } from './vertex-table.ts';

type Position = GeoJSON.Position;
type Areal = GeoJSON.Polygon | GeoJSON.MultiPolygon;

/**
 * The pieces, largest first; outer rings counter-clockwise. The line may run past the polygon, cross
 * itself, end inside (that end parts nothing), close a ring inside (which cuts a piece out of the middle), touch holes. Parts that the line
 * does not part stay with the largest piece. Edges are straight in the frame.
 *
 * Fails with `split.line-misses` where the line parts nothing. O(edges of the line × edges of the polygon).
 *
 * @param frame the workspace's; default: one around the polygon's first vertex
 */
export function splitPolygon(
  polygon: Areal,
  line: GeoJSON.LineString,
  frame: Frame = frameAround(polygon),
): Result<Areal[]> {
  const parts = polygon.type === 'Polygon' ? [polygon.coordinates] : polygon.coordinates;
  const nodes = createVertexTable(frame);
  const rings = parts.flatMap((part) =>
    part.flatMap((ring, index) => segmentsOf(oriented(ring, index === 0).map(nodes.nodeAt))),
  );
  const path = segmentsOf(line.coordinates.map(nodes.nodeAt));
  path.forEach((segment, at) => {
    for (const ring of rings) meet(segment, ring, nodes);
    for (let other = at + 1; other < path.length; other++) meet(segment, path[other]!, nodes);
  });

  const edges: PlanarEdge[] = [];
  const border = new Set<string>();
  for (const segment of rings) {
    for (const [from, to] of stretches(segment)) {
      border.add(keyOf(from, to));
      edges.push({ from, to, left: true, right: false });
    }
  }
  const known = new Set(border);
  for (const segment of path) {
    for (const [from, to] of stretches(segment)) {
      const key = keyOf(from, to);
      if (known.has(key) || !isInside(nodes.xy, from, to, rings)) continue;
      known.add(key);
      edges.push({ from, to, left: true, right: true });
    }
  }
  return gather(findFaces(edges, nodes.xy), border, nodes.positions);
}

/** A face that has nothing but old border was not parted. */
function gather(
  faces: readonly PlanarFace[],
  border: ReadonlySet<string>,
  positions: readonly Position[],
): Result<Areal[]> {
  const cut: Position[][][] = [];
  const whole: Position[][][] = [];
  for (const { rings } of faces.toSorted((a, b) => b.areaSquareMeters - a.areaSquareMeters)) {
    const isOld = rings.every((ring) => ring.every((node, i) => border.has(keyOf(node, ring[(i + 1) % ring.length]!))));
    (isOld ? whole : cut).push(rings.map((ring) => [...ring, ring[0]!].map((node) => positions[node]!)));
  }
  const [largest, ...rest] = cut;
  if (!largest || rest.length === 0) return fail('split.line-misses');
  const first: Areal =
    whole.length === 0
      ? { type: 'Polygon', coordinates: largest }
      : { type: 'MultiPolygon', coordinates: [largest, ...whole] };
  return ok([first, ...rest.map((coordinates): Areal => ({ type: 'Polygon', coordinates }))]);
}

function frameAround(polygon: Areal): Frame {
  const [longitude = 0, latitude = 0] =
    (polygon.type === 'Polygon' ? polygon.coordinates[0]?.[0] : polygon.coordinates[0]?.[0]?.[0]) ?? [];
  return createFrame([longitude, latitude]);
}

interface Segment {
  readonly from: number;
  readonly to: number;
  /** Nodes along it, by how far along they are. */
  readonly cuts: Map<number, number>;
}

function segmentsOf(path: readonly number[]): Segment[] {
  const segments: Segment[] = [];
  for (let i = 1; i < path.length; i++) {
    const from = path[i - 1]!;
    const to = path[i]!;
    if (from === to) continue;
    const cuts = new Map([
      [from, 0],
      [to, 1],
    ]);
    segments.push({ from, to, cuts });
  }
  return segments;
}

/** Counter-clockwise as a shell, clockwise as a hole: the ground lies to the left. Signs alone count: degrees do. */
function oriented(ring: readonly Position[], isShell: boolean): readonly Position[] {
  let twice = 0;
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  for (let i = 1; i < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i - 1]!;
    const [x2 = 0, y2 = 0] = ring[i]!;
    twice += (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  }
  return twice > 0 === isShell ? ring : ring.toReversed();
}

/** Notes on both segments where they meet: at a common place, or along a common stretch. */
function meet(a: Segment, b: Segment, nodes: VertexTable): void {
  const { xy } = nodes;
  if (!boxesMeet(a, b, xy)) return;
  const before = a.cuts.size + b.cuts.size;
  for (const [segment, other] of [
    [a, b],
    [b, a],
  ] as const) {
    for (const node of [other.from, other.to]) {
      const t = placeOn(segment, xy[2 * node]!, xy[2 * node + 1]!, xy);
      if (t !== undefined) segment.cuts.set(node, t);
    }
  }
  const share = a.from === b.from || a.from === b.to || a.to === b.from || a.to === b.to;
  if (share || a.cuts.size + b.cuts.size > before) return;
  const [ax, ay, bx, by] = [xy[2 * a.from]!, xy[2 * a.from + 1]!, xy[2 * b.from]!, xy[2 * b.from + 1]!];
  const [adx, ady] = [xy[2 * a.to]! - ax, xy[2 * a.to + 1]! - ay];
  const [bdx, bdy] = [xy[2 * b.to]! - bx, xy[2 * b.to + 1]! - by];
  const cross = adx * bdy - ady * bdx;
  if (cross === 0) return;
  const t = ((bx - ax) * bdy - (by - ay) * bdx) / cross;
  const u = ((bx - ax) * ady - (by - ay) * adx) / cross;
  if (t <= 0 || t >= 1 || u <= 0 || u >= 1) return;
  const node = nodes.nodeOfPlace(ax + t * adx, ay + t * ady);
  a.cuts.set(node, t);
  b.cuts.set(node, u);
}

/** How far along a segment a place lies; undefined beside it. Its own ends are not asked for. */
function placeOn({ from, to }: Segment, x: number, y: number, xy: readonly number[]): number | undefined {
  const [ax, ay] = [xy[2 * from]!, xy[2 * from + 1]!];
  const [dx, dy] = [xy[2 * to]! - ax, xy[2 * to + 1]! - ay];
  const t = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
  if (t < 0 || t > 1) return undefined;
  return Math.hypot(ax + t * dx - x, ay + t * dy - y) < SAME_PLACE_METERS ? t : undefined;
}

function boxesMeet(a: Segment, b: Segment, xy: readonly number[]): boolean {
  for (const axis of [0, 1]) {
    const [a1, a2] = [xy[2 * a.from + axis]!, xy[2 * a.to + axis]!];
    const [b1, b2] = [xy[2 * b.from + axis]!, xy[2 * b.to + axis]!];
    if (Math.max(a1, a2) < Math.min(b1, b2) - SAME_PLACE_METERS) return false;
    if (Math.max(b1, b2) < Math.min(a1, a2) - SAME_PLACE_METERS) return false;
  }
  return true;
}

/** A segment from node to node, in its own direction. */
function stretches({ cuts }: Segment): [from: number, to: number][] {
  const along = [...cuts].sort((a, b) => a[1] - b[1]).map(([node]) => node);
  const result: [number, number][] = [];
  for (let i = 1; i < along.length; i++) if (along[i - 1] !== along[i]) result.push([along[i - 1]!, along[i]!]);
  return result;
}

const keyOf = (a: number, b: number) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Even-odd, of the middle of an edge. */
function isInside(xy: readonly number[], from: number, to: number, rings: readonly Segment[]): boolean {
  const [x, y] = [(xy[2 * from]! + xy[2 * to]!) / 2, (xy[2 * from + 1]! + xy[2 * to + 1]!) / 2];
  let inside = false;
  for (const ring of rings) {
    const [x1, y1, x2, y2] = [xy[2 * ring.from]!, xy[2 * ring.from + 1]!, xy[2 * ring.to]!, xy[2 * ring.to + 1]!];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}
