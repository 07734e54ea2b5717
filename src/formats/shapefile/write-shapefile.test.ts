import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { appendGeoJson, createGeometryBuilder, geometryToGeoJson } from '../../geo/geometry-column.ts';
import { createColumnsBuilder } from '../../model/column-builder.ts';
import { type FeatureBatch, valueAt } from '../../model/feature-batch.ts';
import { readFile } from '../read-file.ts';
import { writeFile } from '../write-file.ts';
import { createGb18030Encoder } from './encode-gb18030.ts';
import { hole, shell } from './test-files.ts';

type Row = Readonly<Record<string, unknown>>;

function batchOf(geometries: readonly (GeoJSON.Geometry | null)[], rows: readonly Row[]): FeatureBatch {
  const builder = createGeometryBuilder();
  const columns = createColumnsBuilder();
  for (const geometry of geometries) appendGeoJson(builder, geometry);
  for (const [index, row] of rows.entries())
    for (const [name, value] of Object.entries(row)) columns.set(index, name, value);
  const count = geometries.length;
  return { geometry: builder.finish(), columns: columns.finish(count), rows: Uint32Array.from(rows.keys()), ids: [] };
}

async function write(batch: FeatureBatch, name = '图斑') {
  const written = await writeFile('shapefile', { name, batch });
  if (!written.ok) throw new Error(written.problem.code);
  return { files: unzipSync(written.value), notes: written.notes, bytes: written.value };
}

async function readMember(files: Readonly<Record<string, Uint8Array>>, base: string) {
  const of = (extension: string) => files[`${base}.${extension}`]?.slice() as Uint8Array<ArrayBuffer>;
  const file = { name: `${base}.shp`, bytes: of('shp'), companion: async (extension: string) => of(extension) };
  const result = await readFile(file, {}, {});
  if (!result.ok) throw new Error(result.problem.code);
  const { batch, notes } = result.value[0]!;
  const rows = Array.from(batch.rows, (_, index) =>
    Object.fromEntries([...batch.columns].map(([column, values]) => [column, valueAt(values, index)])),
  );
  return { rows, shapes: Array.from(batch.rows, (_, index) => geometryToGeoJson(batch.geometry, index)), notes };
}

const place = (x: number, y: number): GeoJSON.Point => ({ type: 'Point', coordinates: [x, y] });
const square: GeoJSON.Polygon = {
  type: 'Polygon',
  coordinates: [hole(113, 34, 1), shell(113.2, 34.2, 0.1)] as unknown as GeoJSON.Position[][],
};

describe('GB18030', () => {
  it('encodes what the platform decodes: letters, ideographs of two and four bytes, and beyond 16 bits', () => {
    const encode = createGb18030Encoder();
    expect([...encode('A裸土€', 99).bytes]).toEqual([0x41, 0xc2, 0xe3, 0xcd, 0xc1, 0xa2, 0xe3]);
    expect([...encode('\u{20000}', 99).bytes]).toEqual([0x95, 0x32, 0x82, 0x36]);
    const all = Array.from({ length: 0x10000 }, (_, point) => String.fromCharCode(point)).filter(
      (letter) => letter > '\0' && !/[\uD800-\uDFFF\uE000-\uF8FF\uFFFD]/u.test(letter),
    );
    const text = `${all.join('')}𠮷😀`;
    const { bytes, isCut, lost } = encode(text, 1_000_000);
    expect(new TextDecoder('gb18030', { ignoreBOM: true }).decode(bytes)).toBe(text);
    expect([isCut, lost]).toEqual([false, 0]);
    expect(encode('a\uD800\0b', 9)).toMatchObject({ lost: 2, bytes: Uint8Array.of(0x61, 0x3f, 0x3f, 0x62) });
    expect(encode('裸土', 3)).toMatchObject({ isCut: true, bytes: Uint8Array.of(0xc2, 0xe3) });
  });
});

describe('a written shapefile', () => {
  it('has its five files, and gives the same features back: shells clockwise, every digit, the types', async () => {
    const rows = [
      { 名称: '一号裸土', 面积: 1 / 3, 编号: '0041', 已核: true, 日期: '2026-11-23', 数: -12 },
      { 名称: null, 面积: 1.5e-9, 编号: '12', 已核: false, 日期: null, 数: 2 ** 53 - 1 },
    ];
    const { files, notes } = await write(batchOf([square, null], rows));
    expect(Object.keys(files).sort()).toEqual(['cpg', 'dbf', 'prj', 'shp', 'shx'].map((ending) => `图斑.${ending}`));
    expect(new TextDecoder().decode(files['图斑.cpg'])).toBe('GB18030');
    const back = await readMember(files, '图斑');
    expect(back.rows).toEqual(rows);
    expect(back.shapes).toEqual([{ type: 'Polygon', coordinates: [shell(113, 34, 1), hole(113.2, 34.2, 0.1)] }, null]);
    expect([notes, back.notes.map(({ code }) => code)]).toEqual([[], ['geometry-missing']]);
  });

  it('is several files where the layer is mixed, and says which', async () => {
    const line: GeoJSON.LineString = {
      type: 'LineString',
      coordinates: [
        [113, 34],
        [114, 35],
      ],
    };
    const several: GeoJSON.MultiPoint = {
      type: 'MultiPoint',
      coordinates: [
        [113, 34],
        [114, 35],
      ],
    };
    const rows = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name }));
    const { files, notes } = await write(batchOf([square, place(113, 34), several, line, null], rows), 'a/b c');
    expect(notes).toMatchObject([
      { code: 'shapefile-split', params: { names: 'a_b_c_point, a_b_c_line, a_b_c_polygon' } },
    ]);
    const points = await readMember(files, 'a_b_c_point');
    expect(points.rows).toEqual([{ name: 'b' }, { name: 'c' }, { name: 'e' }]);
    expect(points.shapes).toEqual([place(113, 34), several, null]);
    expect(await readMember(files, 'a_b_c_line')).toMatchObject({ rows: [{ name: 'd' }], shapes: [line] });
    expect(await readMember(files, 'a_b_c_polygon')).toMatchObject({ rows: [{ name: 'a' }] });
  });

  it('tells what it cannot hold: names, long texts, characters, blanks, infinity, open rings', async () => {
    const open = { type: 'Polygon' as const, coordinates: [square.coordinates[0]!.slice(0, -1)] };
    const row = {
      责任单位名称一: '甲'.repeat(200),
      责任单位名称二: 'a\uD800',
      Name: ' x ',
      name: Number.POSITIVE_INFINITY,
    };
    const { files, notes } = await write(batchOf([open], [row]));
    expect(notes.map(({ code, params, at }) => [code, params.count, at?.column])).toEqual([
      ['shapefile-texts-cut', 1, '责任单位名称一'],
      ['shapefile-characters-lost', 1, '责任单位名称二'],
      ['shapefile-blanks-lost', 1, 'Name'],
      ['shapefile-numbers-lost', 1, 'name'],
      ['shapefile-names-changed', 3, undefined],
      ['ring-closed', 1, undefined],
    ]);
    expect(notes[4]?.params.names).toBe('责任单位名称一 → 责任单位名, 责任单位名称二 → 责任单位_1, name → name_1');
    const { rows, shapes } = await readMember(files, '图斑');
    expect(rows).toEqual([{ 责任单位名: '甲'.repeat(127), 责任单位_1: 'a?', Name: 'x', name_1: null }]);
    expect(shapes[0]).toMatchObject({ coordinates: [shell(113, 34, 1)] });
  });

  it('leaves out columns beyond what a table holds, by name', async () => {
    const row = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`c${index}`, index]));
    const { files, notes } = await write(batchOf([place(1, 2)], [row]));
    expect(notes.map(({ code, params }) => [code, params.count])).toEqual([['shapefile-columns-left-out', 45]]);
    expect(Object.keys((await readMember(files, '图斑')).rows[0]!)).toHaveLength(255);
  });

  it('numbers the features where there are no columns, and is the same on any day', async () => {
    const batch = batchOf([place(113, 34)], [{}]);
    const first = await write(batch);
    expect(await readMember(first.files, '图斑')).toMatchObject({ rows: [{ FID: 0 }], shapes: [place(113, 34)] });
    expect((await write(batch)).bytes).toEqual(first.bytes);
  });
});
