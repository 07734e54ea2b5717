/**
 * Topology in whole numbers without any rounding: for what the kernel and GEOS answer differently.
 * GEOS decides on a turn with about 106 bits; a corner that misses an edge by less than that, 1e-14 m
 * and far below, touches it for GEOS.
 */
import type { MetricPolygons } from '../../src/geo/geos-wkb.ts';
import { Location, type LocationCode } from '../../src/geo/point-in-polygon.ts';

/** Every number of a case is a whole multiple of 2^-80: a thousandth has its last bit at 2^-62. */
const SCALE = 2 ** 80;

interface Position {
  readonly x: bigint;
  readonly y: bigint;
}
type Edge = readonly [from: Position, to: Position];

const exactly = (x: number, y: number): Position => ({ x: BigInt(x * SCALE), y: BigInt(y * SCALE) });

function edgesOf(polygons: MetricPolygons): Edge[] {
  return polygons.flat().flatMap((ring) => {
    const positions = Array.from({ length: ring.length / 2 }, (_, i) => exactly(ring[2 * i]!, ring[2 * i + 1]!));
    return positions.slice(1).map((to, i): Edge => [positions[i]!, to]);
  });
}

/** Positive where c lies to the left of a → b. */
const turnOf = (a: Position, b: Position, c: Position) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
const isInBox = ([a, b]: Edge, { x, y }: Position) => (x - a.x) * (x - b.x) <= 0n && (y - a.y) * (y - b.y) <= 0n;
const isOn = (edge: Edge, place: Position) => turnOf(...edge, place) === 0n && isInBox(edge, place);

export function locateExactly(polygons: MetricPolygons, x: number, y: number): LocationCode {
  return locate(edgesOf(polygons), exactly(x, y));
}

function locate(edges: readonly Edge[], place: Position): LocationCode {
  if (edges.some((edge) => isOn(edge, place))) return Location.edge;
  const crossed = edges.filter(([a, b]) => a.y > place.y !== b.y > place.y && turnOf(a, b, place) > 0n === b.y > a.y);
  return crossed.length % 2 === 1 ? Location.inside : Location.outside;
}

/** Whether two polygons have a point in common. */
export function meetExactly(a: MetricPolygons, b: MetricPolygons): boolean {
  const [edgesA, edgesB] = [edgesOf(a), edgesOf(b)];
  if (edgesA.some((edge) => edgesB.some((other) => edgesMeet(edge, other)))) return true;
  const startsIn = (edges: readonly Edge[], others: readonly Edge[]) =>
    edges.some(([from]) => locate(others, from) !== Location.outside);
  return startsIn(edgesA, edgesB) || startsIn(edgesB, edgesA);
}

function edgesMeet(p: Edge, q: Edge): boolean {
  if (isOn(p, q[0]) || isOn(p, q[1]) || isOn(q, p[0]) || isOn(q, p[1])) return true;
  const areApart = (edge: Edge, [from, to]: Edge) => turnOf(...edge, from) > 0n === turnOf(...edge, to) > 0n;
  return !areApart(p, q) && !areApart(q, p);
}
