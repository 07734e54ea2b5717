/**
 * A shape of any type as a flat list of paths, so that points, lines, holes and further parts are
 * edited alike; and the shape again. A closed path does not repeat its first position. Pure.
 */
import { isInsideRing } from './ring-crossing.ts';

type Position = GeoJSON.Position;

export type Shape = Exclude<GeoJSON.Geometry, GeoJSON.GeometryCollection>;

export interface Path {
  readonly part: number;
  /** Of a polygon's part, the first path is its outer ring, the others are holes. */
  readonly role: 'point' | 'line' | 'outer' | 'hole';
  readonly positions: readonly Position[];
}

/** A vertex: which path, and which of its positions. */
export interface VertexAddress {
  readonly path: number;
  readonly vertex: number;
}

export const isClosed = ({ role }: Path): boolean => role === 'outer' || role === 'hole';
/** How few positions a path may have. */
const fewest = ({ role }: Path): number => (role === 'point' ? 1 : role === 'line' ? 2 : 3);

export function pathsOfShape(shape: Shape): Path[] {
  switch (shape.type) {
    case 'Point':
      return [{ part: 0, role: 'point', positions: [shape.coordinates] }];
    case 'MultiPoint':
      return shape.coordinates.map((position, part) => ({ part, role: 'point', positions: [position] }));
    case 'LineString':
      return [{ part: 0, role: 'line', positions: shape.coordinates }];
    case 'MultiLineString':
      return shape.coordinates.map((positions, part) => ({ part, role: 'line', positions }));
    case 'Polygon':
      return ringPaths(shape.coordinates, 0);
    case 'MultiPolygon':
      return shape.coordinates.flatMap(ringPaths);
  }
}

const ringPaths = (rings: readonly Position[][], part: number): Path[] =>
  rings.map((ring, index) => ({ part, role: index === 0 ? 'outer' : 'hole', positions: openRing(ring) }));

/** Without the repeated first position. */
export function openRing(ring: readonly Position[]): readonly Position[] {
  const last = ring.at(-1);
  return ring.length > 1 && last?.[0] === ring[0]?.[0] && last?.[1] === ring[0]?.[1] ? ring.slice(0, -1) : ring;
}

/** Undefined for no paths. A type of several parts stays one where `like` was one. */
export function shapeOfPaths(paths: readonly Path[], like?: Shape): Shape | undefined {
  const [first] = paths;
  if (!first) return undefined;
  const parts = new Map<number, Position[][]>();
  for (const path of paths) {
    const ring = isClosed(path) ? [...path.positions, path.positions[0]!] : [...path.positions];
    parts.set(path.part, [...(parts.get(path.part) ?? []), ring]);
  }
  const coordinates = [...parts.values()];
  const single = coordinates.length === 1 && !like?.type.startsWith('Multi');
  if (first.role === 'point') {
    const points = coordinates.map((rings) => rings[0]![0]!);
    return single ? { type: 'Point', coordinates: points[0]! } : { type: 'MultiPoint', coordinates: points };
  }
  if (first.role === 'line') {
    const lines = coordinates.map((rings) => rings[0]!);
    return single ? { type: 'LineString', coordinates: lines[0]! } : { type: 'MultiLineString', coordinates: lines };
  }
  return single ? { type: 'Polygon', coordinates: coordinates[0]! } : { type: 'MultiPolygon', coordinates };
}

export function withVertexMoved(paths: readonly Path[], { path, vertex }: VertexAddress, to: Position): Path[] {
  return changePath(paths, path, (positions) => positions.with(vertex, to));
}

/** Puts a vertex behind the one addressed. */
export function withVertexInserted(paths: readonly Path[], { path, vertex }: VertexAddress, at: Position): Path[] {
  return changePath(paths, path, (positions) => positions.toSpliced(vertex + 1, 0, at));
}

/**
 * Without the vertex. A hole, or one of several parts, that has too few left goes as a whole; undefined
 * where nothing would be left of the shape.
 */
export function withVertexRemoved(paths: readonly Path[], { path, vertex }: VertexAddress): Path[] | undefined {
  const own = paths[path];
  if (!own) return undefined;
  if (own.positions.length > fewest(own)) {
    return changePath(paths, path, (positions) => positions.toSpliced(vertex, 1));
  }
  const left = own.role === 'hole' ? paths.toSpliced(path, 1) : paths.filter(({ part }) => part !== own.part);
  return left.length > 0 ? left : undefined;
}

function changePath(
  paths: readonly Path[],
  index: number,
  change: (positions: readonly Position[]) => readonly Position[],
): Path[] {
  return paths.map((path, at) => (at === index ? { ...path, positions: change(path.positions) } : path));
}

/** The vertex after the chosen one, or before it, going on around; from none the first or the last. */
export function neighbouringVertex(
  paths: readonly Path[],
  chosen: VertexAddress | undefined,
  by: 1 | -1,
): VertexAddress | undefined {
  const all = paths.flatMap(({ positions }, path) => positions.map((_, vertex): VertexAddress => ({ path, vertex })));
  const at = all.findIndex(({ path, vertex }) => path === chosen?.path && vertex === chosen.vertex);
  return all[(at < 0 && by < 0 ? all.length - 1 : at + by + all.length) % all.length];
}

/** Whether a place lies on the ground of the rings: even-odd over all of them. */
export function holdsPosition(paths: readonly Path[], position: Position): boolean {
  return paths.filter((path) => isClosed(path) && isInsideRing(position, path.positions)).length % 2 === 1;
}

/** Every position through a function. */
export function mapPositions(paths: readonly Path[], change: (position: Position) => Position): Path[] {
  return paths.map((path) => ({ ...path, positions: path.positions.map(change) }));
}

export const samePosition = (a: Position | undefined, b: Position | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

export function samePaths(a: readonly Path[], b: readonly Path[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ positions, part }, index) => {
      const other = b[index]!;
      return (
        part === other.part &&
        positions.length === other.positions.length &&
        positions.every((position, at) => samePosition(position, other.positions[at]))
      );
    })
  );
}
