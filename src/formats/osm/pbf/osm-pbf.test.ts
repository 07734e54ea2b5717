import { describe, expect, it } from 'vitest';
import {
  blobOf,
  headerBlock,
  joined,
  type MadeBlock,
  pbfOf,
  primitiveBlock,
} from '../../../../test/support/osm-pbf.ts';
import { createRandom } from '../../../core/random.ts';
import { geometryToGeoJson } from '../../../geo/geometry-column.ts';
import { textAt } from '../../../model/feature-batch.ts';
import { readFile } from '../../read-file.ts';

async function read(bytes: Uint8Array<ArrayBuffer>, name = '郑州.osm.pbf') {
  const result = await readFile({ name, bytes }, {}, {});
  if (!result.ok) return { code: result.problem.code, params: result.problem.params };
  const features = result.value.flatMap(({ name: layer, batch }) =>
    Array.from(batch.rows, (_, index) => ({
      layer,
      id: textAt(batch, 'id', index),
      name: textAt(batch, 'name', index),
      geometry: geometryToGeoJson(batch.geometry, index),
    })),
  );
  return { features, notes: result.notes.map(({ code, params }) => ({ code, params })) };
}

const nodes = [
  { id: 9_007_199_254, x: 113.6254321, y: 34.7 },
  { id: 9_007_199_255, x: 113.7, y: -34.7000001, tags: { amenity: 'school', name: '一小' } },
  { id: 9_007_199_250, x: 113.8, y: 34.9 },
];
const road = { id: 1_300_000_001, refs: [9_007_199_254, 9_007_199_255, 9_007_199_250], tags: { highway: 'road' } };
const outer = { id: 5, refs: [...road.refs, 9_007_199_254] };
const site = {
  id: 7,
  members: [
    { type: 1, ref: 5, role: 'outer' },
    { type: 0, ref: 9_007_199_254, role: 'label' },
  ],
  tags: { type: 'multipolygon', landuse: 'construction', name: '工地' },
} as const;
const whole: MadeBlock[] = [{ nodes }, { ways: [road, outer] }, { relations: [site] }];
const line = nodes.map(({ x, y }) => [x, y]);
const expected = [
  { layer: 'roads', id: 'way/1300000001', geometry: { type: 'LineString', coordinates: line } },
  { layer: 'construction', id: 'relation/7', name: '工地', geometry: { coordinates: [[...line, line[0]]] } },
  { layer: 'receptors', id: 'node/9007199255', name: '一小', geometry: { coordinates: line[1] } },
];

describe('PBF', () => {
  it('is known by its first bytes and read exactly, dense or not, in any granularity and order', async () => {
    expect(await read(pbfOf(...whole), '下载')).toMatchObject({ features: expected, notes: [] });
    expect(await read(pbfOf({ relations: [site], ways: [outer, road] }, { nodes, plainNodes: true }))).toMatchObject({
      features: [expected[0], expected[1], expected[2]],
    });
    const shifted = { nodes, granularity: 10, offset: 1_000_000_000 };
    expect(await read(pbfOf(shifted, ...whole.slice(1)))).toMatchObject({ features: expected });
  });

  it('takes positions that stand in the ways', async () => {
    const located = { ...road, positions: nodes.map(({ x, y }) => [x, y] as const) };
    expect(await read(pbfOf({ ways: [located] }))).toMatchObject({ features: [expected[0]] });
  });

  it('reads blobs that are not packed, and passes over blobs of other types', async () => {
    const bytes = joined([
      blobOf('OSMHeader', headerBlock(), 1),
      blobOf('SomethingNew', new Uint8Array(9)),
      ...whole.map((block) => blobOf('OSMData', primitiveBlock(block), 1)),
    ]);
    expect(await read(bytes)).toMatchObject({ features: expected, notes: [] });
  });

  it('refuses what it cannot do, by name', async () => {
    const header = (features: string[]) => joined([blobOf('OSMHeader', headerBlock(features))]);
    expect(await read(header(['OsmSchema-V0.6', 'HistoricalInformation']))).toMatchObject({
      code: 'osm-feature-unsupported',
      params: { feature: 'HistoricalInformation' },
    });
    const zstd = joined([blobOf('OSMHeader', headerBlock()), blobOf('OSMData', primitiveBlock(whole[0]!), 7)]);
    expect(await read(zstd)).toMatchObject({ code: 'osm-packing-unsupported', params: { packing: 'zstd' } });
    expect(await read(header(['OsmSchema-V0.6']))).toMatchObject({ code: 'osm-no-elements' });
    expect(await read(Uint8Array.from([0, 0, 0, 9, 1, 2, 3]))).toMatchObject({ code: 'osm-not-osm' });
  });

  it('keeps the whole blocks of a damaged file, and says which were not', async () => {
    const block = (made: MadeBlock) => blobOf('OSMData', primitiveBlock(made));
    const broken = block({ ways: [{ ...road, id: 2 }] });
    broken[broken.length - 20]! ^= 0xff;
    const head = blobOf('OSMHeader', headerBlock());
    const sound = joined([head, ...whole.map(block)]);
    const found = await read(joined([sound, broken]));
    expect(found).toMatchObject({ features: expected });
    expect(found.notes).toEqual([{ code: 'osm-block-broken', params: { position: expect.any(Number) } }]);
    const cut = await read(joined([sound, broken.subarray(0, 30)]));
    expect(cut.notes).toEqual([{ code: 'osm-cut-off', params: { done: sound.length, total: sound.length + 30 } }]);
  });

  it('believes no size before it has looked: lies, bombs, lengths beyond the file', async () => {
    const block = primitiveBlock(whole[0]!);
    const with_ = (...blobs: Uint8Array[]) => read(joined([blobOf('OSMHeader', headerBlock()), ...blobs]));
    for (const size of [0, 1, block.length - 1, block.length + 1, 2 ** 25, 2 ** 31, 2 ** 52]) {
      expect(await with_(blobOf('OSMData', block, 3, size))).toMatchObject({ code: 'osm-pbf-broken' });
    }
    const bomb = new Uint8Array(2 ** 25);
    expect(await with_(blobOf('OSMData', bomb, 3, 100))).toMatchObject({ code: 'osm-pbf-broken' });
    const zeros = blobOf('OSMData', bomb);
    expect(await with_(...Array.from({ length: 40 }, () => zeros))).toMatchObject({ code: 'osm-unpacks-too-large' });
    const long = Uint8Array.from([0xff, 0xff, 0xff, 0xff, 1, 2, 3]);
    expect(await with_(long)).toMatchObject({ code: 'osm-no-elements' });
  }, 20_000);

  it('answers or refuses whatever becomes of a file, packed or not', async () => {
    const random = createRandom(20261128);
    const packings = [1, 3].map((field) =>
      joined([
        blobOf('OSMHeader', headerBlock(), field),
        ...whole.map((block) => blobOf('OSMData', primitiveBlock(block), field)),
      ]),
    );
    let readable = 0;
    for (let run = 0; run < 1_000; run++) {
      const sound = packings[run % 2]!;
      const bytes = sound.slice(0, run % 4 === 0 ? random.integer(0, sound.length) : sound.length);
      for (let flips = random.integer(0, 3); flips > 0 && bytes.length > 0; flips--)
        bytes[random.integer(0, bytes.length - 1)] = random.integer(0, 255);
      if ((await read(bytes)).features) readable++;
    }
    expect(readable).toBeGreaterThan(100);
  });
});
