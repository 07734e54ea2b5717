import { Geodesic } from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { layerOf, rectangle, spot } from '../../test/support/workspace.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import { footprintOf, geometryWithFootprints } from './hotspot-footprint.ts';

const { base } = layerOf('fires', 'hotspot', [
  spot('pixel', 4000, 3000, { scanMeters: 780, trackMeters: 400 }),
  spot('half', 0, 0, { scanMeters: 390 }),
  { geometry: rectangle(0, 0, 100, 100), properties: { id: 'area', scanMeters: 390, trackMeters: 390 } },
  { geometry: null, properties: { id: 'nowhere', scanMeters: 390, trackMeters: 390 } },
]);

const meters = ([lon1, lat1]: number[], [lon2, lat2]: number[]) =>
  Geodesic.WGS84.Inverse(lat1!, lon1!, lat2!, lon2!).s12!;

describe('the pixel of a satellite', () => {
  it('is as wide as the scan and as high as the track, by the geodesic', () => {
    const [ring] = footprintOf(base, 0)!.coordinates;
    expect(meters(ring![0]!, ring![1]!)).toBeCloseTo(780, 1);
    expect(meters(ring![1]!, ring![2]!)).toBeCloseTo(400, 1);
    const middle = [(ring![0]![0]! + ring![2]![0]!) / 2, (ring![0]![1]! + ring![2]![1]!) / 2];
    const [longitude, latitude] = base.geometry.coordinates;
    expect(meters(middle, [longitude!, latitude!])).toBeLessThan(0.001);
    expect(ring![4]).toEqual(ring![0]);
  });

  it('stands in for points with both sides, and for nothing else', () => {
    expect([1, 2, 3].map((index) => footprintOf(base, index))).toEqual([undefined, undefined, undefined]);
    const { type, count } = geometryWithFootprints(base);
    expect(count).toBe(4);
    expect([...type]).toEqual([GeometryType.polygon, GeometryType.point, GeometryType.polygon, GeometryType.none]);
    const plain = layerOf('plain', 'hotspot', [spot('a', 0, 0)]).base;
    expect(geometryWithFootprints(plain)).toBe(plain.geometry);
  });
});
