/**
 * Distances between shapes, and the nearest of many: edges in a flatbush index, searched in growing
 * boxes. Touching and crossing is distance 0.
 */
import { booleanIntersects, lineString, nearestPointOnLine } from '@turf/turf';
import Flatbush from 'flatbush';
import type { Nearest } from '../weigh-source.ts';
import { type Areal, curvatureRadii, distanceMeters, ringsIn } from './ellipsoid-measures.ts';
import type { Box, PlainShape } from './plain-shape.ts';

export interface NearestIndex {
  /** The feature nearest to `from`, within `reachMeters`; the first of equals. undefined if none is that near. */
  find(from: PlainShape, reachMeters: number): Nearest | undefined;
}

const FIRST_REACH_METERS = 64;

export function createNearestIndex(shapes: readonly PlainShape[]): NearestIndex {
  const edges = shapes.flatMap((shape) => edgesOf(shape.geometry).map((edge) => ({ shape, edge })));
  if (edges.length === 0) return { find: () => undefined };
  const index = new Flatbush(edges.length);
  for (const { edge } of edges) index.add(...edgeBox(edge));
  index.finish();
  const shapeIndex = createShapeIndex(shapes);

  return {
    find(from, reachMeters) {
      const touching = shapeIndex.search(from.box).find((shape) => booleanIntersects(from.geometry, shape.geometry));
      if (touching) return { ref: touching.ref, distanceMeters: 0 };
      const fromEdges = edgesOf(from.geometry);
      for (let reach = Math.min(FIRST_REACH_METERS, reachMeters); ; reach = Math.min(4 * reach, reachMeters)) {
        const found = index.search(...widenBox(from.box, reach));
        // Nearer ones first, so that most of the others need no look.
        found.sort((a, b) => centersApart(from.box, edges[a]!.edge) - centersApart(from.box, edges[b]!.edge));
        let best: (Nearest & { readonly order: number }) | undefined;
        for (const i of found) {
          const { shape, edge } = edges[i]!;
          const bound = best?.distanceMeters ?? reach;
          const meters = distanceToEdge(fromEdges, edge, bound);
          if (meters > bound || (meters === best?.distanceMeters && i > best.order)) continue;
          best = { ref: shape.ref, distanceMeters: meters, order: i };
        }
        if (best || reach >= reachMeters || found.length === edges.length) {
          return best && { ref: best.ref, distanceMeters: best.distanceMeters };
        }
      }
    },
  };
}

/** Between two shapes. */
export function distanceBetween(a: PlainShape, b: PlainShape): number {
  if (boxesMeet(a.box, b.box) && booleanIntersects(a.geometry, b.geometry)) return 0;
  const edges = edgesOf(a.geometry);
  // Nearer ones first, so that most of the others need no look.
  const others = edgesOf(b.geometry).sort((p, q) => centersApart(a.box, p) - centersApart(a.box, q));
  return others.reduce((least, edge) => Math.min(least, distanceToEdge(edges, edge, least)), Infinity);
}

/** For ordering alone: squared, in degrees. */
function centersApart([west, south, east, north]: Box, [a, b]: Edge): number {
  return (west + east - a[0]! - b[0]!) ** 2 + (south + north - a[1]! - b[1]!) ** 2;
}

export interface EdgeIndex {
  /** Edges whose boxes share a point with the box, with the shapes that they belong to. */
  search(box: Box): { readonly shape: PlainShape; readonly edge: Edge }[];
  /** Shapes with an edge at most so far from the position, each once, in their order. */
  shapesNear(position: GeoJSON.Position, meters: number): PlainShape[];
}

export function createEdgeIndex(shapes: readonly PlainShape[]): EdgeIndex {
  const edges = shapes.flatMap((shape, order) => edgesOf(shape.geometry).map((edge) => ({ order, edge })));
  if (edges.length === 0) return { search: () => [], shapesNear: () => [] };
  const index = new Flatbush(edges.length);
  for (const { edge } of edges) index.add(...edgeBox(edge));
  index.finish();
  return {
    search: (box) =>
      index
        .search(...box)
        .sort((a, b) => a - b)
        .map((i) => ({ shape: shapes[edges[i]!.order]!, edge: edges[i]!.edge })),
    shapesNear: (position, meters) => {
      const [x, y] = position as [number, number];
      const found = index.search(...widenBox([x, y, x, y], meters)).map((i) => edges[i]!);
      const near = found.filter(({ edge }) => pointToEdge(position, edge) <= meters).map(({ order }) => order);
      return [...new Set(near)].sort((a, b) => a - b).map((order) => shapes[order]!);
    },
  };
}

export interface ShapeIndex<S extends PlainShape> {
  /** Shapes whose boxes share a point with the box, in their order. */
  search(box: Box): S[];
}

export function createShapeIndex<S extends PlainShape>(shapes: readonly S[]): ShapeIndex<S> {
  if (shapes.length === 0) return { search: () => [] };
  const index = new Flatbush(shapes.length);
  for (const { box } of shapes) index.add(...box);
  index.finish();
  return {
    search: (box) =>
      index
        .search(...box)
        .sort((a, b) => a - b)
        .map((i) => shapes[i]!),
  };
}

export type Edge = readonly [from: GeoJSON.Position, to: GeoJSON.Position];

/** Edges of lines and rings; a point is an edge from itself to itself. */
export function edgesOf(geometry: GeoJSON.Geometry): Edge[] {
  return pathsOf(geometry).flatMap((path) =>
    path.length === 1 ? [[path[0]!, path[0]!] as const] : path.slice(1).map((to, i) => [path[i]!, to] as const),
  );
}

/** Every position, the closing ones too. */
export function positionsOf(geometry: GeoJSON.Geometry): GeoJSON.Position[] {
  return pathsOf(geometry).flat();
}

function pathsOf(geometry: GeoJSON.Geometry): GeoJSON.Position[][] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'MultiPoint':
      return geometry.coordinates.map((position) => [position]);
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
      return geometry.coordinates;
    case 'Polygon':
    case 'MultiPolygon':
      return ringsIn(geometry satisfies Areal);
    case 'GeometryCollection':
      return geometry.geometries.flatMap(pathsOf);
  }
}

/**
 * Between an edge and others that it does not cross: at a corner of one of them. Others whose box is
 * farther than `boundMeters` are passed over; Infinity if all are.
 */
function distanceToEdge(others: readonly Edge[], edge: Edge, boundMeters: number): number {
  const reach = Number.isFinite(boundMeters) ? widenBox(edgeBox(edge), boundMeters) : undefined;
  let least = Infinity;
  for (const other of others) {
    if (reach && !boxesMeet(reach, edgeBox(other))) continue;
    if (isPoint(other)) {
      least = Math.min(least, pointToEdge(other[0], edge));
      continue;
    }
    least = Math.min(
      least,
      pointToEdge(other[0], edge),
      pointToEdge(other[1], edge),
      pointToEdge(edge[0], other),
      pointToEdge(edge[1], other),
    );
  }
  return least;
}

function isPoint([a, b]: Edge): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

export function pointToEdge(point: GeoJSON.Position, [a, b]: Edge): number {
  if (isPoint([a, b])) return distanceMeters(point, a);
  return distanceMeters(point, nearestPointOnLine(lineString([a, b]), point).geometry.coordinates);
}

export function edgeBox([a, b]: Edge): Box {
  return [Math.min(a[0]!, b[0]!), Math.min(a[1]!, b[1]!), Math.max(a[0]!, b[0]!), Math.max(a[1]!, b[1]!)];
}

/** The box and at least so many metres around it. */
export function widenBox([west, south, east, north]: Box, meters: number): Box {
  const latitude = Math.max(Math.abs(south), Math.abs(north));
  const radii = curvatureRadii(latitude);
  const dy = ((meters / radii.north) * 180 * 1.01) / Math.PI;
  const dx = ((meters / radii.east) * 180 * 1.01) / Math.PI / Math.cos((latitude * Math.PI) / 180);
  return [west - dx, south - dy, east + dx, north + dy];
}
