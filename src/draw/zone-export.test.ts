import { describe, expect, it } from 'vitest';
import { type ExportFormat, formatFeatures } from './zone-export.ts';

const ring = (x: number, y: number, size: number): GeoJSON.Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const zone = {
  id: 'P-001',
  geometry: { type: 'Polygon', coordinates: [ring(113, 34, 1).toReversed(), ring(113.2, 34.2, 0.1)] },
  properties: { id: 'P-001', name: '东区 <1>', owner: '城管', person: '张某', phone: '010', 备用: '李某' },
} as const;
const options = (format: ExportFormat, withPersonal = false) => ({
  format,
  withPersonal,
  knownFields: new Set(['id', 'name', 'owner', 'person', 'phone', 'leader']),
  labelOf: (field: string) => field,
  textOf: (_: string, value: unknown) => String(value),
  title: '巡查区',
});
const write = (format: ExportFormat, withPersonal = false) =>
  formatFeatures([structuredClone(zone) as never], options(format, withPersonal));

describe('plain files of a zone', () => {
  it('GeoJSON winds outer rings counter-clockwise, holes clockwise, and moves nothing', () => {
    const { features } = JSON.parse(write('geojson')) as GeoJSON.FeatureCollection<GeoJSON.Polygon>;
    expect(features[0]?.geometry.coordinates).toEqual([ring(113, 34, 1), ring(113.2, 34.2, 0.1).toReversed()]);
    expect(features[0]?.properties).toEqual({ id: 'P-001', name: '东区 <1>', owner: '城管' });
  });

  it('names people and foreign columns only when asked to', () => {
    for (const format of ['geojson', 'kml', 'gpx'] as const) {
      expect(write(format)).not.toMatch(/张某|李某|010/);
      expect(write(format, true)).toMatch(/张某/);
      expect(write(format, true)).toMatch(/李某/);
    }
  });

  it('KML has the border with its hole, GPX a segment for each', () => {
    expect(write('kml')).toContain('<name>东区 &lt;1&gt;</name>');
    expect(write('kml').match(/<LinearRing>/g)).toHaveLength(2);
    expect(write('kml')).toContain('<innerBoundaryIs><LinearRing><coordinates>113.2,34.2 ');
    expect(write('gpx').match(/<trkseg>/g)).toHaveLength(2);
    expect(write('gpx')).toContain('<trkpt lat="34" lon="113"></trkpt>');
  });
});
