/** What is written and read again is the same, within what a format can hold; the rest stands in the notes. */

import fc from 'fast-check';
import { unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { appendGeoJson, createGeometryBuilder, geometryToGeoJson } from '../geo/geometry-column.ts';
import { createColumnsBuilder } from '../model/column-builder.ts';
import { type FeatureBatch, type Value, valueAt } from '../model/feature-batch.ts';
import type { FormatId, SourceFile } from './driver.ts';
import { readFile } from './read-file.ts';
import { stripFormulaGuard, tableOf } from './table-of.ts';
import { writeFile } from './write-file.ts';

type Row = Readonly<Record<string, Value>>;
interface Sample {
  readonly geometry: GeoJSON.Geometry | null;
  readonly row: Row;
}

const degrees = (low: number, high: number) => fc.integer({ min: low * 1e7, max: high * 1e7 }).map((n) => n / 1e7);
const position = fc.tuple(degrees(100, 120), degrees(20, 40));
const path = fc.uniqueArray(position, { minLength: 2, maxLength: 5, selector: String });
/** A box counter-clockwise, its hole clockwise. */
const boxAt = ([x, y]: readonly [number, number], hasHole: boolean): GeoJSON.Position[][] => {
  const ring = (inset: number): GeoJSON.Position[] => [
    [x + inset, y + inset],
    [x + 0.01 - inset, y + inset],
    [x + 0.01 - inset, y + 0.01 - inset],
    [x + inset, y + 0.01 - inset],
    [x + inset, y + inset],
  ];
  return hasHole ? [ring(0), ring(0.002).toReversed()] : [ring(0)];
};
const far = (part: number, [x, y]: readonly [number, number]): [number, number] => [x + part, y];

const points: fc.Arbitrary<GeoJSON.Geometry> = position.map((coordinates) => ({ type: 'Point', coordinates }));
const lines: fc.Arbitrary<GeoJSON.Geometry> = fc.oneof(
  path.map((coordinates) => ({ type: 'LineString' as const, coordinates })),
  fc
    .array(path, { minLength: 2, maxLength: 3 })
    .map((coordinates) => ({ type: 'MultiLineString' as const, coordinates })),
);
const polygons: fc.Arbitrary<GeoJSON.Geometry> = fc.oneof(
  fc.tuple(position, fc.boolean()).map(([at, hole]) => ({ type: 'Polygon' as const, coordinates: boxAt(at, hole) })),
  fc.array(fc.tuple(position, fc.boolean()), { minLength: 2, maxLength: 3 }).map((parts) => ({
    type: 'MultiPolygon' as const,
    coordinates: parts.map(([at, hole], part) => boxAt(far(20 * part, at), hole)),
  })),
);

/** Text that is no number whatever its end, as names and remarks are; formulas among them. */
const words = fc
  .tuple(
    fc.constantFrom('裸土', '=A', '+', '-x', '@', '①', 'é', '𠮷', '<b>&"'),
    fc.array(fc.constantFrom('甲', 'b', ',', '"', ' c', '\nd', '€', '0'), { maxLength: 6 }),
  )
  .map(([head, tail]) => head + tail.join(''));
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((value) => value + 0);
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const rows: fc.Arbitrary<Row> = fc.record({
  名称: words,
  面积: orNull(number),
  已核: orNull(fc.boolean()),
  日期: orNull(fc.constantFrom('2026-11-23', '2025-02-28')),
  备注: orNull(words),
});
const layerOf = (geometries: fc.Arbitrary<GeoJSON.Geometry>, isWhole = false): fc.Arbitrary<Sample[]> =>
  fc
    .array(fc.record({ geometry: isWhole ? geometries : orNull(geometries), row: rows }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((samples) => samples.map(({ geometry, row }, index) => ({ geometry, row: { ...row, 序: `第${index}条` } })));
const oneType = fc.oneof(layerOf(points), layerOf(lines), layerOf(polygons));
const anyTypes = fc.oneof(oneType, layerOf(fc.oneof(points, lines, polygons)));

function batchOf(samples: readonly Sample[]): FeatureBatch {
  const geometries = createGeometryBuilder();
  const columns = createColumnsBuilder();
  for (const [index, { geometry, row }] of samples.entries()) {
    appendGeoJson(geometries, geometry);
    for (const [name, value] of Object.entries(row)) columns.set(index, name, value);
  }
  const count = samples.length;
  return {
    geometry: geometries.finish(),
    columns: columns.finish(count),
    rows: Uint32Array.from(samples.keys()),
    ids: [],
  };
}

async function write(format: FormatId, samples: readonly Sample[]) {
  const written = await writeFile(format, { name: '图层', batch: batchOf(samples) });
  if (!written.ok) throw new Error(written.problem.code);
  return { bytes: written.value, codes: written.notes.map(({ code }) => code) };
}

async function read(file: SourceFile): Promise<Sample[]> {
  const result = await readFile(file, {}, {});
  if (!result.ok) throw new Error(result.problem.code);
  const { batch } = result.value[0]!;
  return Array.from(batch.rows, (_, index) => ({
    geometry: geometryToGeoJson(batch.geometry, index),
    row: Object.fromEntries([...batch.columns].map(([name, column]) => [name, valueAt(column, index)])),
  }));
}

/** Nine decimals, outer rings counter-clockwise: which way a ring runs is each format's own. */
function plain(geometry: GeoJSON.Geometry | null): unknown {
  const round = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(round) : Math.round((value as number) * 1e9) / 1e9;
  if (geometry === null || geometry.type === 'GeometryCollection') return geometry;
  const wind = (rings: GeoJSON.Position[][]) =>
    rings.map((ring, index) => (isCounterClockwise(ring) === (index === 0) ? ring : ring.toReversed()));
  const { type } = geometry;
  if (type === 'Polygon') return { type, coordinates: round(wind(geometry.coordinates)) };
  if (type === 'MultiPolygon') return { type, coordinates: round(geometry.coordinates.map(wind)) };
  return { type, coordinates: round(geometry.coordinates) };
}

const isCounterClockwise = (ring: GeoJSON.Position[]): boolean =>
  ring.slice(1).reduce((sum, [x = 0, y = 0], i) => sum + ring[i]![0]! * y - x * ring[i]![1]!, 0) > 0;

/** By their numbers, since an index may bring features into another order. `convert` says how the format holds a value. */
function expectSame(found: readonly Sample[], samples: readonly Sample[], convert: (value: Value) => Value = (v) => v) {
  const byNumber = new Map(found.map((sample) => [sample.row.序, sample]));
  expect(byNumber.size).toBe(samples.length);
  for (const { geometry, row } of samples) {
    const other = byNumber.get(row.序!)!;
    expect(plain(other.geometry)).toEqual(plain(geometry));
    for (const [name, value] of Object.entries(row)) {
      expect([name, convert(other.row[name] ?? null)]).toEqual([name, convert(value)]);
    }
  }
}

const asText = (value: Value): Value => (value === null ? null : stripFormulaGuard(String(value)));
const holds = async (samples: fc.Arbitrary<Sample[]>, check: (samples: Sample[]) => Promise<void>) =>
  fc.assert(fc.asyncProperty(samples, check), { numRuns: 40, seed: 20261126 });

describe('written and read again', () => {
  it.each(['geojson', 'flatgeobuf'] as const)('%s holds everything', (format) =>
    holds(anyTypes, async (samples) => {
      const { bytes, codes } = await write(format, samples);
      expect(codes).toEqual([]);
      expectSame(await read({ name: '图层', bytes }), samples);
    }),
  );

  it('KML holds everything as text', () =>
    holds(anyTypes, async (samples) => {
      const { bytes, codes } = await write('kml', samples);
      const isTyped = samples.some(({ row }) => row.面积 !== null || row.已核 !== null);
      expect(codes).toEqual(isTyped ? ['kml-values-as-text'] : []);
      expectSame(await read({ name: '图层.kml', bytes }), samples, asText);
    }));

  it('CSV holds everything, shapes other than points as WKT', () =>
    holds(anyTypes, async (samples) => {
      const { bytes, codes } = await write('csv', samples);
      expect(codes).toEqual([]);
      expectSame(await read({ name: '图层.csv', bytes }), samples, asText);
    }));

  it('XLSX holds what the table holds', () =>
    holds(anyTypes, async (samples) => {
      const { bytes, codes } = await write('xlsx', samples);
      expect(codes).toEqual([]);
      const { header, rows: expected } = tableOf(batchOf(samples));
      const [found] = await readExcelFile(bytes.buffer);
      const cells = found!.data.map((row) => header.map((_, at) => asText((row[at] ?? null) as Value)));
      expect(cells).toEqual([header, ...expected.map((row) => row.map(asText))]);
    }));

  it('a shapefile holds layers of one type, and is several files for a mixed one', () =>
    holds(anyTypes, async (samples) => {
      const { bytes, codes } = await write('shapefile', samples);
      const files = unzipSync(bytes);
      const bases = Object.keys(files).filter((name) => name.endsWith('.shp'));
      expect(codes).toEqual(bases.length > 1 ? ['shapefile-split'] : []);
      const found: Sample[] = [];
      for (const base of bases) {
        const of = (extension: string) => files[base.replace(/shp$/, extension)]?.slice() as Uint8Array<ArrayBuffer>;
        found.push(...(await read({ name: base, bytes: of('shp'), companion: async (ending) => of(ending) })));
      }
      expectSame(found, samples);
    }));

  it('GPX holds points and lines with their names, and the other columns in words', () =>
    holds(fc.oneof(layerOf(points, true), layerOf(lines, true)), async (samples) => {
      const named = samples.map(({ geometry, row }) => ({ geometry, row: { name: row.序!, 名称: row.名称! } }));
      const { bytes, codes } = await write('gpx', named);
      expect(codes).toEqual(['gpx-columns-in-description']);
      const found = await read({ name: '图层.gpx', bytes });
      expect(found.map(({ geometry, row }) => [plain(geometry), row.name, row.desc])).toEqual(
        named.map(({ geometry, row }) => [plain(geometry), row.name, `名称: ${String(row.名称)}`]),
      );
    }));
});

describe('what a format cannot hold', () => {
  const sample = (geometry: GeoJSON.Geometry | null, row: Row = { name: '一号' }): Sample => ({ geometry, row });
  const box: GeoJSON.Geometry = { type: 'Polygon', coordinates: boxAt([113, 34], true) };
  const several: GeoJSON.Geometry = {
    type: 'MultiPoint',
    coordinates: [
      [113, 34],
      [114, 35],
    ],
  };

  it('is told by GPX: areas, several points, no shape', async () => {
    const { bytes, codes } = await write('gpx', [sample(box), sample(several), sample(null)]);
    expect(codes).toEqual(['gpx-areas-as-outlines', 'gpx-points-split', 'gpx-features-left-out']);
    const found = await read({ name: 'a.gpx', bytes });
    expect(found.map(({ geometry, row }) => [geometry?.type, row.name])).toEqual([
      ['MultiLineString', '一号'],
      ['Point', '一号'],
      ['Point', '一号'],
    ]);
  });

  it('is told by KML, GPX and XLSX: control characters', async () => {
    for (const format of ['kml', 'gpx', 'xlsx'] as const) {
      const { codes } = await write(format, [sample(several, { name: 'a\u0001b' })]);
      expect(codes).toContain('xml-characters-left-out');
    }
  });

  it('is told by XLSX: shapes and texts longer than a cell', async () => {
    const long: GeoJSON.Geometry = {
      type: 'LineString',
      coordinates: Array.from({ length: 3000 }, (_, i) => [113 + i / 1e6, 34 + i / 1e6]),
    };
    const { bytes, codes } = await write('xlsx', [
      sample(long, { 备注: '长'.repeat(40_000) }),
      sample(box, { 备注: '短' }),
    ]);
    expect(codes).toEqual(['xlsx-texts-cut', 'shapes-left-out']);
    const [sheet] = await readExcelFile(bytes.buffer);
    expect(sheet!.data[1]).toEqual(['长'.repeat(32_767), null]);
    expect(sheet!.data[2]).toEqual(['短', expect.stringContaining('POLYGON')]);
  });
});
