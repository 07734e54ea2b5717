import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../core/random.ts';
import { geometryToGeoJson } from '../../geo/geometry-column.ts';
import { valueAt } from '../../model/feature-batch.ts';
import type { ReadOptions, SourceFile } from '../driver.ts';
import { readFile } from '../read-file.ts';
import {
  dbfOf,
  fileOf,
  gbk,
  hole,
  nullContent,
  partsContent,
  pointContent,
  shell,
  shpOf,
  shxOf,
  type TestField,
  utf8,
} from './test-files.ts';

async function read(file: SourceFile, options: ReadOptions = {}) {
  const result = await readFile(file, options, {});
  if (!result.ok) return { code: result.problem.code };
  const { batch, notes, crs, statedCrs, encoding } = result.value[0]!;
  const rows = Array.from(batch.rows, (_, index) =>
    Object.fromEntries([...batch.columns].map(([column, values]) => [column, valueAt(values, index)])),
  );
  const shapes = Array.from(batch.rows, (_, index) => geometryToGeoJson(batch.geometry, index));
  const codes = notes.map(({ code }) => code);
  return { rows, shapes, numbers: [...batch.rows], crs, statedCrs, encoding, notes, codes };
}

const WGS84 = utf8(
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
);
const NAME: TestField = { name: 'NAME', type: 'C', width: 12 };
const point = shpOf([pointContent(113.6, 34.7)], 1);
const withTable = (dbf: Uint8Array<ArrayBuffer>, beside: Record<string, Uint8Array<ArrayBuffer>> = {}) =>
  fileOf('图斑.shp', point, { dbf, shx: shxOf(point), prj: WGS84, ...beside });
const withShapes = (shp: Uint8Array<ArrayBuffer>, shx: Uint8Array<ArrayBuffer> | null = shxOf(shp)) =>
  fileOf('图斑.shp', shp, shx ? { shx, prj: WGS84 } : { prj: WGS84 });

describe('encoding of a shapefile', () => {
  it.each(['GBK', '936', 'ANSI 936', 'cp936', 'LDID/77', 'GB2312', 'gb18030\r\n'])(
    'follows a .cpg of %j',
    async (cpg) => {
      const found = await read(withTable(dbfOf([NAME], [[gbk('裸土一号')]]), { cpg: utf8(cpg) }));
      expect(found).toMatchObject({ rows: [{ NAME: '裸土一号' }], encoding: 'gb18030', codes: [] });
    },
  );

  it.each([
    ['Big-5', [0xb0, 0xea, 0xbb, 0x79], '國語'],
    ['EUC-KR', [0xc7, 0xd1, 0xb1, 0xb9], '한국'],
    ['koi8r', [0xd2, 0xd5], 'ру'],
    ['1251', [0xd0, 0xd3], 'РУ'],
    ['shiftjis', [0x83, 0x4a], 'カ'],
    ['88591', [0xe9], 'é'],
  ])('follows a .cpg of %s', async (cpg, bytes, text) => {
    const found = await read(withTable(dbfOf([NAME], [[Uint8Array.from(bytes)]]), { cpg: utf8(cpg) }));
    expect(found).toMatchObject({ rows: [{ NAME: text }], codes: [] });
  });

  it('follows the language byte, and takes 87 for none', async () => {
    const rows = [[gbk('裸土')]];
    expect(await read(withTable(dbfOf([NAME], rows, { languageByte: 77 })))).toMatchObject({
      rows: [{ NAME: '裸土' }],
      codes: [],
    });
    expect(await read(withTable(dbfOf([NAME], rows, { languageByte: 87 })))).toMatchObject({
      rows: [{ NAME: '裸土' }],
      codes: ['encoding-guessed'],
    });
    const utf = await read(withTable(dbfOf([NAME], [[utf8('裸土')]])));
    expect(utf).toMatchObject({ rows: [{ NAME: '裸土' }], encoding: 'utf-8', codes: [] });
  });

  it('does not follow what the bytes contradict, and says so', async () => {
    const wrongUtf8 = await read(withTable(dbfOf([NAME], [[gbk('裸土')]]), { cpg: utf8('UTF-8') }));
    expect(wrongUtf8).toMatchObject({ rows: [{ NAME: '裸土' }], encoding: 'gb18030' });
    expect(wrongUtf8.notes).toMatchObject([
      { code: 'dbf-encoding-contradicted', params: { stated: 'utf-8', encoding: 'gb18030' } },
    ]);
    const wrongGbk = await read(withTable(dbfOf([NAME], [[utf8('责任单位')]], { languageByte: 77 })));
    expect(wrongGbk).toMatchObject({ rows: [{ NAME: '责任单位' }], codes: ['dbf-encoding-contradicted'] });
    const wrongLatin = await read(withTable(dbfOf([NAME], [[gbk('城市管理综合')]]), { cpg: utf8('ISO-8859-1') }));
    expect(wrongLatin).toMatchObject({ rows: [{ NAME: '城市管理综合' }], codes: ['dbf-encoding-contradicted'] });
    const system = await read(withTable(dbfOf([NAME], [[gbk('裸土')]]), { cpg: utf8('System') }));
    expect(system).toMatchObject({ rows: [{ NAME: '裸土' }], codes: ['dbf-codepage-unknown', 'encoding-guessed'] });
  });

  it('takes the user’s word above all, and refuses what it does not know', async () => {
    const file = withTable(dbfOf([NAME], [[gbk('裸土')]]), { cpg: utf8('UTF-8') });
    expect(await read(file, { encoding: 'gbk' })).toMatchObject({ rows: [{ NAME: '裸土' }], codes: [] });
    expect(await read(file, { encoding: 'klingon' })).toEqual({ code: 'encoding-unknown' });
    expect(await read(file, { encoding: 'utf-8' })).toMatchObject({ codes: ['dbf-texts-damaged'] });
  });

  it('keeps what is readable of names and texts that were cut in the middle of a character', async () => {
    const name = gbk('责任单位名称').slice(0, 9);
    const fields = [
      { name, type: 'C', width: 5 },
      { name, type: 'C', width: 5 },
    ];
    const found = await read(withTable(dbfOf(fields, [[gbk('城管局').slice(0, 5), 'a']]), { cpg: utf8('GBK') }));
    expect(found).toMatchObject({
      rows: [{ 责任单位: '城管', '责任单位#2': 'a' }],
      codes: ['dbf-field-renamed', 'dbf-texts-cut'],
    });
  });
});

describe('values of a .dbf', () => {
  it('come as what they are: days, yes and no, numbers, codes, nothing', async () => {
    const fields = [
      { name: 'DAY', type: 'D', width: 8 },
      { name: 'OK', type: 'L', width: 1 },
      { name: 'AREA', type: 'F', width: 19, decimals: 11 },
      { name: 'CODE', type: 'N', width: 4 },
      { name: 'LONG', type: 'N', width: 19 },
      { name: 'RATIO', type: 'N', width: 20, decimals: 15 },
      { name: 'DLBM', type: 'C', width: 4 },
    ];
    const rows = [
      ['20261123', 'T', '1.20829536234e+000', '0041', '4101010010010000123', '0.123456789012345678', '0101'],
      ['00000000', '?', '*******************', '  12', '', '-.5', '12'],
      ['2026x123', 'X', 'abc', '', '1', '0', ''],
    ];
    const found = await read(fileOf('a.dbf', dbfOf(fields, rows)));
    expect(found.rows).toEqual([
      {
        DAY: '2026-11-23',
        OK: true,
        AREA: 1.20829536234,
        CODE: '0041',
        LONG: '4101010010010000123',
        RATIO: 0.12345678901234568,
        DLBM: '0101',
      },
      { DAY: null, OK: null, AREA: null, CODE: '12', LONG: null, RATIO: -0.5, DLBM: '12' },
      { DAY: null, OK: null, AREA: null, CODE: null, LONG: '1', RATIO: 0, DLBM: null },
    ]);
    expect(found.notes?.map(({ code, at }) => [code, at?.row, at?.column])).toEqual([
      ['dbf-value-unreadable', 2, 'DAY'],
      ['dbf-value-unreadable', 2, 'OK'],
      ['dbf-number-overflow', 1, 'AREA'],
      ['dbf-value-unreadable', 2, 'AREA'],
      ['shapefile-table-alone', undefined, undefined],
    ]);
  });

  it('reads long texts from .dbt and .fpt, and says when they are not there', async () => {
    const table = dbfOf([{ name: 'MEMO', type: 'M', width: 10 }], [['         1'], ['         1'], ['']]);
    const dbase3 = new Uint8Array(1024);
    dbase3.set([...utf8('长文字'), 0x1a, 0x1a], 512);
    const dbase4 = new Uint8Array(1024);
    dbase4.set([0xff, 0xff, 8, 0, 17, 0, 0, 0, ...utf8('长文字')], 512);
    const foxpro = new Uint8Array(128);
    foxpro.set([0, 64], 6);
    foxpro.set([0, 0, 0, 1, 0, 0, 0, 9, ...utf8('长文字')], 64);
    for (const beside of [{ dbt: dbase3 }, { dbt: dbase4 }, { fpt: foxpro }]) {
      const { rows } = await read(fileOf('a.dbf', table, beside));
      expect(rows?.map(({ MEMO }) => MEMO)).toEqual(['长文字', '长文字', null]);
    }
    expect(await read(fileOf('a.dbf', table))).toMatchObject({ codes: ['dbf-memo-missing', 'shapefile-table-alone'] });
  });

  it('leaves out deleted records with their shapes, and keeps the numbers of the others', async () => {
    const shp = shpOf([pointContent(113, 34), pointContent(114, 35), pointContent(115, 36)], 1);
    const dbf = dbfOf([NAME], [['a'], ['b'], ['c']], { deleted: [1] });
    const found = await read(fileOf('a.shp', shp, { dbf, shx: shxOf(shp), prj: WGS84 }));
    expect(found).toMatchObject({ numbers: [0, 2], rows: [{ NAME: 'a' }, { NAME: 'c' }] });
    expect(found.shapes?.[1]).toEqual({ type: 'Point', coordinates: [115, 36] });
    expect(found.notes).toMatchObject([{ code: 'shapefile-record-deleted', at: { row: 1 } }]);
  });

  it('believes the file’s length more than the number of records it states', async () => {
    const more = await read(fileOf('a.dbf', dbfOf([NAME], [['a'], ['b']], { records: 4_000_000_000 })));
    expect(more).toMatchObject({ rows: [{ NAME: 'a' }, { NAME: 'b' }] });
    const less = await read(fileOf('a.dbf', dbfOf([NAME], [['a'], ['b']], { records: 0 })));
    expect(less).toMatchObject({ rows: [{ NAME: 'a' }, { NAME: 'b' }] });
    expect(less.notes?.[0]).toMatchObject({ code: 'dbf-count-wrong', params: { expected: 0, found: 2 } });
    expect(await read(fileOf('a.dbf', dbfOf([], [[], []])))).toEqual({ code: 'dbf-broken' });
    // None stated, and lengths by which none begins where it should.
    const shifted = dbfOf([NAME], [['a'], ['b']], { records: 0 });
    shifted[8]! += 1;
    expect(await read(fileOf('a.dbf', shifted))).toEqual({ code: 'dbf-broken' });
    const blank = dbfOf([NAME], [[''], ['']], { records: 0 }).map((byte, at) => (at < 65 ? byte : 0));
    expect(await read(fileOf('a.dbf', blank))).toMatchObject({ rows: [] });
  });
});

describe('shapes of a .shp', () => {
  it('puts each hole into the smallest shell around it, whatever the order', async () => {
    const island = shell(113.04, 34.04, 0.02);
    const rings = [hole(113.03, 34.03, 0.04), shell(113, 34, 0.1), island, hole(113.045, 34.045, 0.01)];
    const { shapes, codes } = await read(withShapes(shpOf([partsContent(5, rings)])));
    expect(shapes).toEqual([
      {
        type: 'MultiPolygon',
        coordinates: [
          [rings[1], rings[0]],
          [island, rings[3]],
        ],
      },
    ]);
    expect(codes).toEqual(['shapefile-table-missing']);
  });

  it('makes parts of holes outside every shell, and sees when everything is wound the other way', async () => {
    const outside = await read(withShapes(shpOf([partsContent(5, [shell(113, 34, 0.1), hole(114, 34, 0.1)])])));
    expect(outside.shapes).toEqual([
      { type: 'MultiPolygon', coordinates: [[shell(113, 34, 0.1)], [hole(114, 34, 0.1)]] },
    ]);
    expect(outside.codes).toContain('shapefile-holes-outside');
    const reversed = await read(withShapes(shpOf([partsContent(5, [hole(113, 34, 0.1), shell(113.02, 34.02, 0.01)])])));
    expect(reversed.shapes).toEqual([
      { type: 'Polygon', coordinates: [hole(113, 34, 0.1), shell(113.02, 34.02, 0.01)] },
    ]);
    expect(reversed.codes).toContain('shapefile-rings-reversed');
    const single = await read(withShapes(shpOf([partsContent(5, [hole(113, 34, 0.1)])])));
    expect(single).toMatchObject({ shapes: [{ type: 'Polygon' }], codes: ['shapefile-table-missing'] });
  });

  it('has a feature for every record: null shapes, multipatches, coordinates that are no numbers', async () => {
    const nowhere = pointContent(Number.NaN, Number.NaN);
    const contents = [nullContent(), partsContent(31, [shell(113, 34, 0.1)], 200), nowhere, pointContent(113, 34)];
    const broken = partsContent(3, [
      [
        [113, 34],
        [Number.POSITIVE_INFINITY, 34],
      ],
    ]);
    const found = await read(withShapes(shpOf([...contents, broken])));
    expect(found.shapes?.map((shape) => shape?.type)).toEqual([undefined, undefined, undefined, 'Point', undefined]);
    expect(found.notes?.map(({ code, at }) => [code, at?.row])).toEqual([
      ['shapefile-table-missing', undefined],
      ['geometry-missing', 0],
      ['shapefile-multipatch', 1],
      ['geometry-missing', 2],
      ['shapefile-coordinates-wrong', 4],
    ]);
  });

  it.each([
    [11, 8],
    [11, 16],
    [21, 8],
  ])('leaves out heights and measures of type %i with %i bytes of them', async (type, extra) => {
    const shp = shpOf([pointContent(113, 34, type, extra), pointContent(114, 35, type, extra)], type);
    for (const shx of [shxOf(shp), null]) {
      const { shapes, notes } = await read(withShapes(shp, shx));
      expect(shapes).toEqual([
        { type: 'Point', coordinates: [113, 34] },
        { type: 'Point', coordinates: [114, 35] },
      ]);
      expect(notes?.find(({ code }) => code === 'heights-left-out')?.params).toEqual({ count: 2 });
    }
  });

  it('finds records without an index, and past one whose length lies', async () => {
    const line = partsContent(3, [
      [
        [113, 34],
        [114, 35],
      ],
    ]);
    const shp = shpOf([line, line, line], 3);
    const second = 100 + 8 + line.length;
    new DataView(shp.buffer).setInt32(second + 4, 4);
    const lying = await read(withShapes(shp, null));
    expect(lying.shapes?.map((shape) => shape?.type)).toEqual(['LineString', 'LineString', 'LineString']);
    expect(lying.notes).toContainEqual(
      expect.objectContaining({ code: 'shapefile-record-length-wrong', at: expect.objectContaining({ row: 1 }) }),
    );
    // A record of nonsense: the next one is found by its number.
    shp.fill(0xab, second + 4, second + 8 + line.length);
    const damaged = await read(withShapes(shp, null));
    expect(damaged.shapes?.map((shape) => shape?.type)).toEqual(['LineString', undefined, 'LineString']);
    expect(damaged.codes).toContain('shapefile-record-damaged');
  });

  it('does not use an index of another file, and tells of what was cut off', async () => {
    const shp = shpOf([pointContent(113, 34), pointContent(114, 35)], 1);
    const other = shxOf(shpOf([partsContent(5, [shell(1, 2, 3)]), nullContent(), partsContent(5, [shell(1, 2, 3)])]));
    const found = await read(withShapes(shp, other));
    expect(found.shapes).toHaveLength(2);
    expect(found.codes).toContain('shapefile-index-wrong');
    const cut = shp.slice(0, shp.length - 6);
    for (const shx of [shxOf(shp), null]) {
      const { shapes, codes } = await read(withShapes(cut, shx));
      expect(shapes?.[0]).toEqual({ type: 'Point', coordinates: [113, 34] });
      expect(codes).toContain('shapefile-cut-off');
    }
  });

  it('keeps rows without shapes and shapes without rows, and says that the numbers differ', async () => {
    const dbf = dbfOf([NAME], [['a'], ['b']]);
    const found = await read(fileOf('a.shp', point, { dbf, shx: shxOf(point), prj: WGS84 }));
    expect(found).toMatchObject({ rows: [{ NAME: 'a' }, { NAME: 'b' }], shapes: [{ type: 'Point' }, null] });
    expect(found.notes).toMatchObject([{ code: 'shapefile-counts-differ', params: { shapes: 1, records: 2 } }]);
  });

  it('refuses an index, and what only begins like a shapefile', async () => {
    expect(await read(fileOf('a.shx', shxOf(point)))).toEqual({ code: 'shapefile-only-index' });
    expect(await read(fileOf('a.shp', point.slice(0, 60)))).toEqual({ code: 'shapefile-broken' });
    expect(await read(fileOf('a.shp', utf8('nonsense')))).toEqual({ code: 'shapefile-broken' });
  });
});

describe('hostile shapefiles', () => {
  it('cost no time and no memory: huge counts, records that share their bytes, rings by the ten thousand', async () => {
    const huge = partsContent(5, [shell(113, 34, 0.1)]);
    new DataView(huge.buffer).setInt32(40, 0x7fffffff, true);
    expect(await read(withShapes(shpOf([huge])))).toMatchObject({ shapes: [null] });
    const shp = shpOf([partsContent(5, [shell(113, 34, 0.1)])]);
    const repeated = new Uint8Array(100 + 8 * 100_000);
    repeated.set(shxOf(shp).subarray(0, 100));
    new DataView(repeated.buffer).setInt32(24, repeated.length / 2);
    for (let at = 100; at < repeated.length; at += 8) repeated.set(shxOf(shp).subarray(100), at);
    expect(await read(withShapes(shp, repeated))).toMatchObject({ shapes: [{ type: 'Polygon' }] });
    const nested = Array.from({ length: 10_000 }, (_, i) => (i % 2 === 0 ? shell : hole)(113, 34, 0.1 + i * 1e-6));
    const before = performance.now();
    expect((await read(withShapes(shpOf([partsContent(5, nested)])))).shapes).toHaveLength(1);
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  it('answers or refuses whatever becomes of a file', async () => {
    const rings = [shell(113, 34, 0.1), hole(113.02, 34.02, 0.01)];
    const shp = shpOf([partsContent(5, rings), nullContent(), partsContent(15, rings, 176)]);
    const fields = [NAME, { name: '__proto__', type: 'N', width: 5 }, { name: 'M', type: 'M', width: 10 }];
    const dbf = dbfOf(fields, [
      [gbk('裸土'), '12', '1'],
      ['b', 'x', '2'],
      ['c', '', ''],
    ]);
    const random = createRandom(20261126);
    const spoil = (bytes: Uint8Array) => {
      const copy = bytes.slice(0, random.next() < 0.3 ? random.integer(0, bytes.length) : bytes.length);
      for (let flips = random.integer(0, 5); flips > 0 && copy.length > 0; flips--)
        copy[random.integer(0, copy.length - 1)] = random.integer(0, 255);
      return copy as Uint8Array<ArrayBuffer>;
    };
    let readable = 0;
    for (let run = 0; run < 600; run++) {
      const beside = {
        shx: spoil(shxOf(shp)),
        dbf: spoil(dbf),
        prj: spoil(WGS84),
        cpg: spoil(utf8('GBK')),
        dbt: spoil(dbf),
      };
      const found = await read(fileOf('a.shp', spoil(shp), run % 4 === 0 ? { ...beside, shx: undefined } : beside));
      expect(found.code ?? found.rows).toBeDefined();
      if (found.rows) readable++;
    }
    expect(readable).toBeGreaterThan(100);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

const realData = process.env.CHENTU_REAL_DATA;
const gardens = join(realData ?? '', 'messy/唐家泊果园.shp');

describe.skipIf(!realData || !existsSync(gardens))('a shapefile of an office', () => {
  it('has a field name in GBK', async () => {
    const { readSources } = await import('../../cli/read-source.ts');
    const found = await read((await readSources(gardens, '/')).sources[0]!);
    expect(Object.keys(found.rows?.[0] ?? {})).toEqual(['OBJECTID', 'NAME', '所属省', 'Shape_Leng', 'Shape_Area']);
    expect(found).toMatchObject({ statedCrs: 'EPSG:4326', encoding: 'gb18030', codes: [] });
  });
});
