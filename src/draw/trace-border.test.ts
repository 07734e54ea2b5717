import { expect, it } from 'vitest';
import { appendGeoJson, createGeometryBuilder } from '../geo/geometry-column.ts';
import { createFrame } from '../geo/laea.ts';
import { traceBorder } from './trace-border.ts';

type Position = GeoJSON.Position;
const frame = createFrame([113.6, 34.7]);
const at = (x: number, y: number): Position => frame.unproject(x, y);
function source(...geometries: GeoJSON.Geometry[]) {
  const builder = createGeometryBuilder();
  for (const geometry of geometries) appendGeoJson(builder, geometry);
  const ids = geometries.map((_, index) => String(index));
  return { layer: 'z', batch: { geometry: builder.finish(), columns: new Map(), rows: new Uint32Array(0), ids } };
}
const corners = [at(0, 0), at(1000, 0), at(1000, 1000), at(0, 1000)] as const;
const square: GeoJSON.Polygon = { type: 'Polygon', coordinates: [[...corners, corners[0]]] };
const road: GeoJSON.LineString = { type: 'LineString', coordinates: [at(0, -50), at(300, -60), at(900, -50)] };

it('goes the shorter way around a ring by its own vertices, and the other way when asked', () => {
  const [from, to] = [at(300, 0), at(1000, 400)];
  expect(traceBorder([source(square)], frame, from, to)).toEqual([corners[1]]);
  expect(traceBorder([source(square)], frame, to, from)).toEqual([corners[1]]);
  expect(traceBorder([source(square)], frame, from, to, true)).toEqual([corners[0], corners[3], corners[2]]);
});

it('goes past the ring’s first vertex, and from vertex to vertex', () => {
  expect(traceBorder([source(square)], frame, at(0, 200), at(200, 0))).toEqual([corners[0]]);
  expect(traceBorder([source(square)], frame, corners[3], corners[1])).toHaveLength(1);
  expect(traceBorder([source(square)], frame, corners[0], corners[1])).toEqual([]);
});

it('follows a road, and nothing where no border has both places', () => {
  expect(traceBorder([source(square, road)], frame, at(0, -50), at(900, -50))).toEqual([road.coordinates[1]]);
  expect(traceBorder([source(square, road)], frame, at(0, -50), corners[2])).toBeUndefined();
});
