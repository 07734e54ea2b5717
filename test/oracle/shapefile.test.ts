/**
 * Shapefiles of others as GDAL reads them (shapefile_answers.py). With CHENTU_SHAPEFILES naming a folder,
 * our own are written there with what must be in them, for the same script to read with GDAL.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSources } from '../../src/cli/read-source.ts';
import type { RawLayer } from '../../src/formats/driver.ts';
import { readFile } from '../../src/formats/read-file.ts';
import { readShapefile } from '../../src/formats/shapefile/read-shapefile.ts';
import { writeFile } from '../../src/formats/write-file.ts';
import { geometryToGeoJson } from '../../src/geo/geometry-column.ts';
import { type FeatureBatch, valueAt } from '../../src/model/feature-batch.ts';
import answers from './shapefile-answers.json' with { type: 'json' };

const realData = process.env.CHENTU_REAL_DATA;
const target = process.env.CHENTU_SHAPEFILES;

interface Answer {
  readonly fields: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly shapes: readonly ({ positions: number; box: readonly number[]; area: number } | null)[];
}
const layers = answers.layers as unknown as Readonly<Record<string, Answer>>;

/** Where GDAL is not followed: it does not know the spelling of this .cpg, and reads UTF-16 names as nothing. */
const DIFFERENT: Readonly<Record<string, Partial<Answer>>> = {
  'messy/dbf_encodings/shiftjis.dbf': { rows: [['カタカナひらがな']] },
  'messy/dbf_encodings/utf16.dbf': { fields: ['i', 'N'] },
};

const square = (x: number, y: number, size: number): GeoJSON.Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];

async function read(path: string): Promise<RawLayer> {
  const source = (await readSources(path, '/')).sources[0]!;
  const result = await readShapefile({ ...source, options: {} }, {});
  if (!result.ok) throw new Error(result.problem.code);
  return result.value[0]!;
}

const rowsOf = (batch: FeatureBatch) =>
  Array.from(batch.rows, (_, index) => [...batch.columns.values()].map((column) => valueAt(column, index)));

function ringsOf(batch: FeatureBatch, index: number): GeoJSON.Position[][] | null {
  const geometry = geometryToGeoJson(batch.geometry, index);
  switch (geometry?.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'MultiPoint':
      return geometry.coordinates.map((position) => [position]);
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    default:
      return null;
  }
}

function summaryOf(rings: GeoJSON.Position[][] | null): Answer['shapes'][number] {
  if (!rings) return null;
  const positions = rings.flat() as [number, number][];
  const xs = positions.map(([x]) => x);
  const ys = positions.map(([, y]) => y);
  const low = (values: number[]) => values.reduce((a, b) => Math.min(a, b));
  const high = (values: number[]) => values.reduce((a, b) => Math.max(a, b));
  const area = rings.flatMap((ring) =>
    ring.slice(1).map(([x = 0, y = 0], i) => (ring[i]![0]! * y - x * ring[i]![1]!) / 2),
  );
  return {
    positions: positions.length,
    box: [low(xs), low(ys), high(xs), high(ys)],
    area: area.reduce((a, b) => a + b, 0),
  };
}

describe.skipIf(!realData)('shapefiles of others (needs CHENTU_REAL_DATA)', () => {
  it.each(Object.keys(layers))('%s is read as GDAL reads it', async (path) => {
    const { batch } = await read(join(realData!, path));
    const expected = { ...layers[path]!, ...DIFFERENT[path] };
    expect([...batch.columns.keys()]).toEqual(expected.fields);
    expect(rowsOf(batch)).toEqual(expected.rows);
    for (const [index, shape] of expected.shapes.entries()) {
      const found = summaryOf(ringsOf(batch, index));
      expect(found?.positions).toBe(shape?.positions);
      if (!found || !shape) continue;
      for (const [side, value] of shape.box.entries()) expect(Math.abs(found.box[side]! - value)).toBeLessThan(1e-9);
      expect(Math.abs(found.area - shape.area)).toBeLessThan(1e-9);
    }
  });
});

// Writes what the script then gives to GDAL: only where it asks for it.
if (realData && target)
  describe('our shapefiles for GDAL', () => {
    const sources = [
      'shanghai/上海_区县界_area.shp',
      'messy/唐家泊果园.shp',
      'cambridge/DPW_StreetSweepingRoads.geojson',
      'cambridge/TRANS_MajorRoads.geojson',
      'cambridge/CDD_SpecialPermits.geojson',
      'cambridge/CDD_SpecialPermitAreas.geojson',
      'shanghai/datav_GCJ02_310000_districts.json',
    ];

    /** Texts of two and four bytes, types, digits, holes, several parts, a row without a shape. */
    const madeUp = {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: {
            名称: '裸土𠮷€①',
            已核: true,
            日期: '2026-11-23',
            数: 9007199254740991,
            小: 1.5e-9,
            编号: '0041',
          },
          geometry: {
            type: 'MultiPolygon',
            coordinates: [[square(113, 34, 0.1), square(113.02, 34.02, 0.01)], [square(114, 34, 0.1)]],
          },
        },
        { type: 'Feature', properties: { 名称: '甲'.repeat(127), 已核: false, 数: -12, 小: 0.1 }, geometry: null },
      ],
    };

    it.each(['made-up.geojson', ...sources])('%s', async (path) => {
      const bytes = new TextEncoder().encode(JSON.stringify(madeUp));
      const source =
        path === 'made-up.geojson'
          ? { name: path, bytes }
          : (await readSources(join(realData!, path), '/')).sources[0]!;
      const result = await readFile(source, {}, {});
      if (!result.ok) throw new Error(result.problem.code);
      const { batch } = result.value[0]!;
      const base = basename(path).replace(/\..*$/u, '');
      const written = await writeFile('shapefile', { name: base, batch });
      if (!written.ok) throw new Error(written.problem.code);
      mkdirSync(target!, { recursive: true });
      for (const [name, content] of Object.entries(unzipSync(written.value)))
        writeFileSync(join(target!, name), content);
      const own = (await read(join(target!, `${base}.shp`))).batch;
      if (written.notes.length === 0) expect(rowsOf(own)).toEqual(rowsOf(batch));
      const shapes = Array.from(own.rows, (_, index) => ringsOf(own, index));
      const content = { crs: 'EPSG:4326', fields: [...own.columns.keys()], rows: rowsOf(own), shapes };
      writeFileSync(join(target!, `${base}.json`), JSON.stringify(content));
    });
  });
