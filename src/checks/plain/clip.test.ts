import { beforeAll, describe, expect, it } from 'vitest';
import { fail } from '../../core/result.ts';
import { loadGeos } from '../../geo/geos.ts';
import { createFrame } from '../../geo/laea.ts';
import { type Clipper, createClipper, isMereTouch } from './clip.ts';
import { type Areal, areaSquareMeters } from './ellipsoid-measures.ts';

const frame = createFrame([113.6, 34.7]);
const box = (x0: number, y0: number, x1: number, y1: number): GeoJSON.Position[] =>
  [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
    [x0, y0],
  ].map(([x, y]) => frame.unproject(x!, y!));
const rectangle = (...corners: [number, number, number, number]): Areal => ({
  type: 'Polygon',
  coordinates: [box(...corners)],
});
/** Turf refuses a part without rings; GEOS takes it for nothing. */
const withEmptyPart = (...corners: [number, number, number, number]): Areal => ({
  type: 'MultiPolygon',
  coordinates: [[box(...corners)], []],
});

describe('createClipper', () => {
  let clipper: Clipper;
  beforeAll(async () => {
    clipper = createClipper(await loadGeos(), frame);
  });
  const areaOf = (clipped: ReturnType<Clipper['union']>) => (clipped.ok ? areaSquareMeters(clipped.value) : Number.NaN);

  it.each([
    ['Turf', rectangle(0, 0, 100, 100)],
    ['GEOS, where Turf throws', withEmptyPart(0, 0, 100, 100)],
  ])('is answered by %s', (_, ground) => {
    const other = rectangle(60, 0, 200, 100);
    expect(areaOf(clipper.intersection(ground, other))).toBeCloseTo(4000, 0);
    expect(areaOf(clipper.difference(ground, [other, rectangle(0, 0, 10, 100)]))).toBeCloseTo(5000, 0);
    expect(areaOf(clipper.union([ground, other]))).toBeCloseTo(20_000, 0);
    expect(clipper.intersection(ground, rectangle(300, 0, 400, 100))).toMatchObject({ ok: true, value: null });
  });

  it('says so where neither answers', () => {
    const alone = createClipper(fail('geos-unavailable'), frame);
    expect(alone.intersection(withEmptyPart(0, 0, 1, 1), rectangle(0, 0, 1, 1))).toMatchObject({
      ok: false,
      problem: { code: 'turf-failed' },
    });
  });

  it('takes strips under 2 mm for touching', () => {
    expect(isMereTouch(null)).toBe(true);
    expect(isMereTouch(rectangle(0, 0, 0.0015, 100))).toBe(true);
    expect(isMereTouch(rectangle(0, 0, 0.003, 100))).toBe(false);
  });
});
