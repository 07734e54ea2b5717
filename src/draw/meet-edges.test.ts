import { expect, it } from 'vitest';
import { appendGeoJson, createGeometryBuilder } from '../geo/geometry-column.ts';
import { createFrame } from '../geo/laea.ts';
import { meetEdges } from './meet-edges.ts';

type Position = GeoJSON.Position;
const frame = createFrame([113.6, 34.7]);
const at = (x: number, y: number): Position => frame.unproject(x, y);
const square = (x: number, size: number): GeoJSON.Polygon => {
  const corners = [at(x, 0), at(x + size, 0), at(x + size, size), at(x, size)];
  return { type: 'Polygon', coordinates: [[...corners, corners[0]!]] };
};
const [left, right] = [square(0, 1000), square(1000, 1000)];
function source() {
  const builder = createGeometryBuilder();
  for (const geometry of [left, right]) appendGeoJson(builder, geometry);
  const batch = { geometry: builder.finish(), columns: new Map(), rows: new Uint32Array(0), ids: ['left', 'right'] };
  return { layer: 'z', batch };
}
const subjectOf = (feature: string) => ({ layer: 'z', feature });
const ringOf = (shape: GeoJSON.Geometry | undefined) => (shape as GeoJSON.Polygon).coordinates[0]!;

it('gives both zones of a common border the vertex that was put onto it, bit for bit', () => {
  const vertex = at(1000, 400);
  const met = meetEdges([source()], [vertex, at(500, 500)], [], undefined, frame);
  expect(met.map(({ subject }) => subject.feature)).toEqual(['left', 'right']);
  for (const { shape } of met) expect(ringOf(shape).filter((position) => position === vertex)).toHaveLength(1);
  expect(ringOf(met[0]!.shape).indexOf(vertex)).toBe(2);
});

it('leaves alone what is edited, what has the vertex already, and what it only comes near to', () => {
  const corner = [...left.coordinates[0]![1]!];
  expect(meetEdges([source()], [corner, at(1000.001, 400)], [], undefined, frame)).toEqual([]);
  const met = meetEdges([source()], [at(1000, 400)], [], subjectOf('left'), frame);
  expect(met.map(({ subject }) => subject)).toEqual([subjectOf('right')]);
});

it('goes on from a neighbour that the edit has reshaped, and keeps one that it does not meet', () => {
  const reshaped = { subject: subjectOf('left'), shape: square(-100, 1100) };
  const met = meetEdges([source()], [at(400, 1100)], [reshaped], undefined, frame);
  expect(met).toEqual([reshaped]);
  const vertex = at(1000, 300);
  const [first] = meetEdges([source()], [vertex], [reshaped], subjectOf('right'), frame);
  expect(first?.subject).toEqual(reshaped.subject);
  expect(ringOf(first?.shape)).toContain(vertex);
  expect(ringOf(first?.shape)[0]).toEqual(at(-100, 0));
});
