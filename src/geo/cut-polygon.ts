/**
 * One polygon with, without or within others, as GeoJSON in and out. GEOS does it in the metric
 * frame; every vertex that was there comes back to the last bit, so that what shared a border shares
 * it still. Borders nearer than a millimetre are one border. Pure; knows no layers.
 */
import { ok, type Result } from '../core/result.ts';
import type { Geos } from './geos.ts';
import type { MetricPolygons } from './geos-wkb.ts';
import type { Frame } from './laea.ts';
import { isTouching, measurePieces } from './overlay.ts';
import { conformRings, createVertexTable, type VertexTable } from './vertex-table.ts';

export type Areal = GeoJSON.Polygon | GeoJSON.MultiPolygon;

/** Shapes must be valid; those that overlap each other may. Fails as GEOS does. The answer has no parts that are mere seams. */
export function uniteShapes(geos: Geos, frame: Frame, shapes: readonly Areal[]): Result<Areal | undefined> {
  return withMetric(frame, shapes, (metric) => geos.unionAll(metric.flat()));
}

/** What `shape` has outside of all the others; undefined where nothing is left. */
export function clipFrom(geos: Geos, frame: Frame, shape: Areal, others: readonly Areal[]): Result<Areal | undefined> {
  return withMetric(frame, [shape, ...others], ([own = [], ...rest]) => {
    const cover = geos.unionAll(rest.flat());
    return cover.ok ? geos.difference(own, cover.value) : cover;
  });
}

/** What `shape` has inside the others taken together; undefined where they only touch. */
export function clipTo(geos: Geos, frame: Frame, shape: Areal, others: readonly Areal[]): Result<Areal | undefined> {
  return withMetric(frame, [shape, ...others], ([own = [], ...rest]) => {
    const cover = geos.unionAll(rest.flat());
    return cover.ok ? geos.intersection(own, cover.value) : cover;
  });
}

function withMetric(
  frame: Frame,
  shapes: readonly Areal[],
  run: (metric: MetricPolygons[]) => Result<MetricPolygons>,
): Result<Areal | undefined> {
  const table = createVertexTable(frame);
  const nodes = shapes.map((shape) => partsOf(shape).map((rings) => rings.map((ring) => ring.map(table.nodeAt))));
  conformRings(
    nodes.map((parts) => parts.flat()),
    table,
  );
  const found = run(nodes.map((parts) => parts.map((rings) => rings.map((ring) => placesOf(ring, table)))));
  return found.ok ? ok(fromMetric(found.value, table)) : found;
}

export const partsOf = (shape: Areal): GeoJSON.Position[][][] =>
  shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;

function placesOf(ring: readonly number[], { xy }: VertexTable): Float64Array {
  return Float64Array.from(ring.flatMap((node) => [xy[2 * node]!, xy[2 * node + 1]!]));
}

/** Seams, parts and holes of no width, are dropped. */
function fromMetric(polygons: MetricPolygons, table: VertexTable): Areal | undefined {
  const parts = polygons
    .filter((rings) => !isTouching(measurePieces([[rings[0]!]])))
    .map((rings) =>
      rings
        .filter((ring, index) => index === 0 || !isTouching(measurePieces([[ring]])))
        .map((ring) => {
          const positions: GeoJSON.Position[] = [];
          for (let i = 0; i + 1 < ring.length; i += 2) positions.push(table.positionAt(ring[i]!, ring[i + 1]!));
          return positions;
        }),
    );
  if (parts.length === 0) return undefined;
  return parts.length === 1
    ? { type: 'Polygon', coordinates: parts[0]! }
    : { type: 'MultiPolygon', coordinates: parts };
}
