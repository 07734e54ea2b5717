import { describe, expect, it } from 'vitest';
import { appendGeoJson, createGeometryBuilder } from '../geo/geometry-column.ts';
import { createFrame } from '../geo/laea.ts';
import { type Box, buildSnapIndex } from './snap-index.ts';

const EXACT = 113 + 2 / 3;
const frame = createFrame([EXACT, 34]);
function source(layer: string, rings: number[][][]) {
  const builder = createGeometryBuilder();
  for (const ring of rings) appendGeoJson(builder, { type: 'Polygon', coordinates: [ring] });
  const ids = rings.map((_, i) => String(i));
  return { layer, batch: { geometry: builder.finish(), columns: new Map(), rows: new Uint32Array(rings.length), ids } };
}
const ring = (x: number, y: number) => [
  [x, y],
  [x + 0.001, y],
  [x + 0.001, y + 0.001],
  [x, y + 0.001],
  [x, y],
];
/** 100,000 pixels a degree: the zone is 100 pixels wide. North is up. */
const project = (longitude: number, latitude: number) => ({ x: (longitude - EXACT) * 1e5, y: (34 - latitude) * 1e5 });
const VIEW: Box = [113, 33, 115, 35];
const around = (x: number, y: number): Box => {
  const longitude = EXACT + x / 1e5;
  const latitude = 34 - y / 1e5;
  return [longitude - 2e-4, latitude - 2e-4, longitude + 2e-4, latitude + 2e-4];
};

describe('snapping', () => {
  const index = buildSnapIndex([source('z', [ring(EXACT, 34)])], VIEW, frame);
  const nearest = (x: number, y: number) => index.nearest({ x, y }, around(x, y), project, 12);

  it('gives the vertex to the last bit', () => {
    expect(nearest(5, -4)).toEqual({ position: [EXACT, 34], on: 'vertex' });
  });

  it('prefers a vertex in reach to a nearer edge', () => {
    expect(nearest(9, -1)?.on).toBe('vertex');
  });

  it('gives the point on the edge between vertices', () => {
    const snap = nearest(50, 6);
    expect(snap?.on).toBe('edge');
    expect(snap?.position[0]).toBeCloseTo(EXACT + 0.0005, 9);
    expect(snap?.position[1]).toBeCloseTo(34, 8);
  });

  it('leaves the pointer alone beyond the tolerance', () => {
    expect(nearest(50, 14)).toBeUndefined();
    expect(nearest(50, -50)).toBeUndefined();
  });

  it('leaves out the feature being edited, and what is not in view', () => {
    const sources = [source('z', [ring(EXACT, 34), ring(EXACT + 0.5, 34)])];
    const edited = buildSnapIndex(sources, VIEW, frame, (layer, feature) => layer === 'z' && feature === '0');
    expect(edited.nearest({ x: 0, y: 0 }, around(0, 0), project, 12)).toBeUndefined();
    const elsewhere = buildSnapIndex(sources, [114, 33.9, 114.5, 34.5], frame);
    expect(elsewhere.nearest({ x: 0, y: 0 }, around(0, 0), project, 12)).toBeUndefined();
    expect(buildSnapIndex([], VIEW, frame).nearest({ x: 0, y: 0 }, VIEW, project, 12)).toBeUndefined();
  });
});
