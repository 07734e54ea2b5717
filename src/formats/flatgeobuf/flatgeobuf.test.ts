import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import { GeometryType as FileType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { buildFeature } from 'flatgeobuf/lib/mjs/generic/feature.js';
import { buildHeader, mapColumn } from 'flatgeobuf/lib/mjs/generic/featurecollection.js';
import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createRandom } from '../../core/random.ts';
import { appendGeoJson, createGeometryBuilder, geometryToGeoJson } from '../../geo/geometry-column.ts';
import { createColumnsBuilder } from '../../model/column-builder.ts';
import { type FeatureBatch, type Value, valueAt } from '../../model/feature-batch.ts';
import { joinBytes } from '../join-bytes.ts';
import { MAGIC_BYTES } from './magic-bytes.ts';
import { hilbert } from './packed-rtree.ts';
import { readFlatGeobuf } from './read-flatgeobuf.ts';
import { boxesOf, writeFlatGeobuf } from './write-flatgeobuf.ts';

// The reference library talks to the console on every query.
beforeAll(() => {
  vi.spyOn(console, 'debug').mockReturnValue(undefined);
});

type Sample = readonly [GeoJSON.Geometry | null, Readonly<Record<string, Value>>];

function batchOf(samples: readonly Sample[]): FeatureBatch {
  const geometries = createGeometryBuilder();
  const columns = createColumnsBuilder();
  samples.forEach(([geometry, properties], row) => {
    appendGeoJson(geometries, geometry);
    for (const [name, value] of Object.entries(properties)) columns.set(row, name, value);
  });
  const rows = Uint32Array.from(samples.keys());
  return { geometry: geometries.finish(), columns: columns.finish(samples.length), rows, ids: [] };
}

async function write(batch: FeatureBatch): Promise<Uint8Array<ArrayBuffer>> {
  const written = await writeFlatGeobuf({ name: '图层', batch }, {});
  if (!written.ok) throw new Error(written.problem.code);
  return written.value;
}

async function read(bytes: Uint8Array<ArrayBuffer>) {
  const result = await readFlatGeobuf({ name: 'x.fgb', bytes, options: {} }, {});
  if (!result.ok) throw new Error(result.problem.code);
  return result.value[0]!;
}

const square = (x: number, y: number, size = 0.001): GeoJSON.Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ],
  ],
});

/** Squares over a district, seeded, with a few features without geometry between. */
function manySquares(count: number): FeatureBatch {
  const random = createRandom(7);
  return batchOf(
    Array.from({ length: count }, (_, i): Sample => {
      const geometry = i % 97 === 50 ? null : square(random.between(113.5, 113.8), random.between(34.6, 34.8));
      return [geometry, { n: i, name: `图斑${i % 50}` }];
    }),
  );
}

const degrees = fc.double({ min: -180, max: 180, noNaN: true });
const position = fc.tuple(degrees, degrees);
const ring = fc.array(position, { minLength: 3, maxLength: 6 }).map((positions) => [...positions, positions[0]!]);
const polygon = fc.array(ring, { minLength: 1, maxLength: 3 });
const line = fc.array(position, { minLength: 2, maxLength: 5 });
const several = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { minLength: 2, maxLength: 3 });
const geometryArbitrary: fc.Arbitrary<GeoJSON.Geometry | null> = fc.oneof(
  fc.constant(null),
  position.map((coordinates) => ({ type: 'Point' as const, coordinates })),
  several(position).map((coordinates) => ({ type: 'MultiPoint' as const, coordinates })),
  line.map((coordinates) => ({ type: 'LineString' as const, coordinates })),
  several(line).map((coordinates) => ({ type: 'MultiLineString' as const, coordinates })),
  polygon.map((coordinates) => ({ type: 'Polygon' as const, coordinates })),
  several(polygon).map((coordinates) => ({ type: 'MultiPolygon' as const, coordinates })),
);
const propertiesArbitrary = fc.record({
  text: fc.option(fc.string({ minLength: 1, unit: 'grapheme' })),
  number: fc.option(fc.double({ noNaN: true })),
  whole: fc.option(fc.integer()),
  flag: fc.option(fc.boolean()),
});

describe('FlatGeobuf, written and read', () => {
  it('gives every feature back, found by its number, whatever the mixture', async () => {
    const samples = fc.array(fc.tuple(geometryArbitrary, propertiesArbitrary), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(samples, async (features) => {
        const batch = batchOf(features.map(([geometry, values], i): Sample => [geometry, { ...values, i }]));
        const { batch: again, crs } = await read(await write(batch));
        expect(crs).toBe('EPSG:4326');
        expect(again.rows.length).toBe(features.length);
        for (let index = 0; index < again.rows.length; index++) {
          const i = valueAt(again.columns.get('i'), index) as number;
          expect(geometryToGeoJson(again.geometry, index)).toEqual(features[i]![0]);
          for (const [name, value] of Object.entries(features[i]![1])) {
            expect(valueAt(again.columns.get(name), index)).toBe(value);
          }
        }
      }),
    );
  });

  it('gives the same bytes for the same layer', async () => {
    expect(await write(manySquares(500))).toEqual(await write(manySquares(500)));
  });

  it('writes an empty layer that reads as one', async () => {
    const { batch, notes, name } = await read(await write(batchOf([])));
    expect([batch.rows.length, notes, name]).toEqual([0, [], '图层']);
  });

  it.each([1, 2, 16, 17, 256, 257, 4097])('answers box queries over %i features as brute force does', async (count) => {
    const batch = manySquares(count);
    const bytes = await write(batch);
    const boxes = boxesOf(batch.geometry);
    const random = createRandom(count);
    for (let query = 0; query < 20; query++) {
      const [minX, minY] = [random.between(113.4, 113.8), random.between(34.5, 34.8)];
      const [maxX, maxY] = [minX + random.between(0, 0.1), minY + random.between(0, 0.1)];
      const expected = Array.from({ length: count }, (_, i) => i).filter(
        (i) =>
          boxes[4 * i]! <= maxX && boxes[4 * i + 2]! >= minX && boxes[4 * i + 1]! <= maxY && boxes[4 * i + 3]! >= minY,
      );
      const found: number[] = [];
      for await (const feature of deserialize(bytes, { rect: { minX, minY, maxX, maxY } })) {
        found.push(Number(feature.properties?.n));
      }
      expect(found.sort((a, b) => a - b)).toEqual(expected);
    }
  });
});

describe('the Hilbert curve', () => {
  it('visits the cells of a corner each once, step by step', () => {
    const cells = Array.from({ length: 64 }, (_, i): [number, number] => [i % 8, Math.floor(i / 8)]);
    const sorted = cells.toSorted((a, b) => hilbert(...a) - hilbert(...b));
    const positions = sorted.map((cell) => hilbert(...cell));
    expect(positions).toEqual(Array.from({ length: 64 }, (_, i) => positions[0]! + i));
    for (let i = 1; i < 64; i++) {
      expect(Math.abs(sorted[i]![0] - sorted[i - 1]![0]) + Math.abs(sorted[i]![1] - sorted[i - 1]![1])).toBe(1);
    }
  });
});

describe('damaged FlatGeobuf', () => {
  it('reads what stands before a cut and says where it broke, at every length', async () => {
    const bytes = await write(
      batchOf(Array.from({ length: 9 }, (_, i): Sample => [square(i, i), { n: i, s: `第${i}` }])),
    );
    const outcomes = new Set<string>();
    for (let length = 1; length < bytes.length; length++) {
      const result = await readFlatGeobuf({ name: 'x.fgb', bytes: bytes.slice(0, length), options: {} }, {});
      if (!result.ok) outcomes.add(result.problem.code);
      else {
        const { batch, notes } = result.value[0]!;
        const cut = notes.find((note) => note.code === 'flatgeobuf-cut-off');
        expect(cut).toEqual({
          code: 'flatgeobuf-cut-off',
          params: { done: batch.rows.length, total: 9 },
          at: { row: batch.rows.length },
        });
        outcomes.add(`${batch.rows.length} read`);
      }
    }
    const counts = Array.from({ length: 9 }, (_, i) => `${i} read`);
    expect([...outcomes]).toEqual(['flatgeobuf-magic', 'flatgeobuf-header-broken', ...counts]);
  });

  it('never throws on flipped bytes', async () => {
    const bytes = await write(manySquares(30));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 6 }), async (flips) => {
        const damaged = bytes.slice();
        for (const [at, value] of flips) damaged[at] = value;
        const result = await readFlatGeobuf({ name: 'x.fgb', bytes: damaged, options: {} }, {});
        expect(typeof result.ok).toBe('boolean');
      }),
      { numRuns: 500 },
    );
  });

  it('refuses other content under its name', async () => {
    const result = await readFlatGeobuf(
      { name: 'x.fgb', bytes: new TextEncoder().encode('PK......'), options: {} },
      {},
    );
    expect(result.ok ? '' : result.problem.code).toBe('flatgeobuf-magic');
  });
});

describe('FlatGeobuf of other writers', () => {
  /** One point with one attribute, without index, by the reference library. */
  function foreignFile(type: ColumnType, value: unknown): Uint8Array<ArrayBuffer> {
    const column = { ...mapColumn({ v: '' }, 'v'), type };
    const header = {
      geometryType: FileType.Point,
      columns: [column],
      envelope: null,
      featuresCount: 1,
      indexNodeSize: 0,
      crs: null,
      title: null,
      description: null,
      metadata: null,
    };
    const geometry = { xy: [113.6, 34.7], type: FileType.Point } as Parameters<typeof buildFeature>[0];
    const feature = buildFeature(geometry, { v: value } as Parameters<typeof buildFeature>[1], header);
    return joinBytes([Uint8Array.of(...MAGIC_BYTES, 0), buildHeader(header, 4490), feature]);
  }

  it.each([
    [ColumnType.Bool, true, true],
    [ColumnType.Short, -300, -300],
    [ColumnType.UShort, 60_000, 60_000],
    [ColumnType.Int, -70_000, -70_000],
    [ColumnType.UInt, 4_000_000_000, 4_000_000_000],
    [ColumnType.Long, 9_007_199_254_740_991n, 9_007_199_254_740_991],
    [ColumnType.Long, 410_102_199_001_011_234n, '410102199001011234'],
    [ColumnType.Float, 0.5, 0.5],
    [ColumnType.Double, 0.1, 0.1],
    [ColumnType.String, '裸土', '裸土'],
    [ColumnType.DateTime, '2026-11-23T08:00:00Z', '2026-11-23T08:00:00Z'],
    [ColumnType.Json, { a: 1 }, '{"a":1}'],
  ])('reads a column of type %i: %s', async (type, value, expected) => {
    const { batch, crs } = await read(foreignFile(type, value));
    expect(valueAt(batch.columns.get('v'), 0)).toBe(expected);
    expect([...batch.geometry.coordinates]).toEqual([113.6, 34.7]);
    expect(crs).toBe('EPSG:4490');
  });

  it('leaves a binary column out and says so', async () => {
    const { batch, notes } = await read(foreignFile(ColumnType.Binary, Uint8Array.of(1, 2, 3)));
    expect([...batch.columns.keys()]).toEqual([]);
    expect(notes).toEqual([{ code: 'column-binary', params: {}, at: { column: 'v' } }]);
  });
});

const realData = process.env.CHENTU_REAL_DATA;

describe.skipIf(!realData)('a real city (needs CHENTU_REAL_DATA)', () => {
  const parcels = () => new Uint8Array(readFileSync(join(realData!, 'cambridge/ASSESSING_ParcelsFY2014.fgb')));

  it('reads all parcels as the reference library does', async () => {
    const bytes = parcels();
    const { batch } = await read(bytes);
    expect(batch.rows.length).toBe(13_115);
    let index = 0;
    for await (const feature of deserialize(bytes)) {
      expect(batch.columns.has('ML')).toBe(true);
      expect(valueAt(batch.columns.get('ML'), index)).toBe(feature.properties?.ML ?? null);
      if (index % 100 === 0) expect(geometryToGeoJson(batch.geometry, index)).toEqual(simplified(feature.geometry));
      index++;
    }
    expect(index).toBe(13_115);
  });

  it('writes an index that gives the number of parcels that GDAL counts in the original', async () => {
    // Boxes: ogrinfo ASSESSING_ParcelsFY2014.fgb -dialect sqlite -sql "select count(*) from ASSESSING_ParcelsFY2014
    //   where MbrMaxX(geometry)>=-71.11 and MbrMinX(geometry)<=-71.10 and MbrMaxY(geometry)>=42.37 and MbrMinY(geometry)<=42.38"
    //   (GDAL 3.6.2) → 937.
    // Shapes: ogrinfo -al -so -spat -71.11 42.37 -71.10 42.38 gives 935 on the original and on the file written here.
    const { batch } = await read(parcels());
    const written = await write(batch);
    let count = 0;
    const rect = { minX: -71.11, minY: 42.37, maxX: -71.1, maxY: 42.38 };
    for await (const feature of deserialize(written, { rect })) count += feature.type === 'Feature' ? 1 : 0;
    expect(count).toBe(937);
  });
});

/** A multi type with one part is the single type here. */
function simplified(geometry: GeoJSON.Geometry): GeoJSON.Geometry {
  if (geometry.type !== 'MultiPolygon' || geometry.coordinates.length !== 1) return geometry;
  return { type: 'Polygon', coordinates: geometry.coordinates[0]! };
}
