import { describe, expect, it } from 'vitest';
import { createRandom } from '../../core/random.ts';
import { geometryToGeoJson } from '../../geo/geometry-column.ts';
import { type Value, valueAt } from '../../model/feature-batch.ts';
import type { ReadOptions } from '../driver.ts';
import { readFile } from '../read-file.ts';

async function read(content: string | Uint8Array<ArrayBuffer>, options: ReadOptions = {}, name = '台账.csv') {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const result = await readFile({ name, bytes }, options, {});
  if (!result.ok) return { code: result.problem.code };
  const { batch, notes, crs, encoding } = result.value[0]!;
  const rows = Array.from(batch.rows, (_, index) =>
    Object.fromEntries([...batch.columns].map(([column, values]): [string, Value] => [column, valueAt(values, index)])),
  );
  const places = Array.from(batch.rows, (_, index) => geometryToGeoJson(batch.geometry, index));
  return { rows, places, crs, encoding, notes: notes.map(({ code }) => code), where: notes.map(({ at }) => at) };
}
const pointAt = (...coordinates: number[]) => ({ type: 'Point', coordinates });

describe('CSV', () => {
  it('takes places from longitude and latitude, however they are written', async () => {
    const found = await read(
      '编号,中心经度,中心纬度,面积(亩)\n1,113.6,34.7,12.5\n2,"116°14\'37.289""E","28°40\'00.000""N",3\n3,113度36分0秒,34度42分0秒,\n',
    );
    expect(found.places?.[0]).toEqual(pointAt(113.6, 34.7));
    const [, second, third] = found.places as GeoJSON.Point[];
    expect(second?.coordinates[0]).toBeCloseTo(116 + 14 / 60 + 37.289 / 3600, 12);
    expect(second?.coordinates[1]).toBeCloseTo(28 + 40 / 60, 12);
    expect(third?.coordinates[0]).toBeCloseTo(113.6, 12);
    expect(found.rows?.map((row) => row['面积(亩)'])).toEqual([12.5, 3, null]);
    expect(found.notes).toEqual(['csv-geometry-from']);
  });

  it('keeps codes as text, and a column of numbers with one word in it as text as a whole', async () => {
    const { rows } = await read(
      '区划代码,图斑编号,数量,lon,lat\n410101001001,007,1,113.6,34.7\n410101001002,008,约2,113.6,34.7',
    );
    expect(rows?.map((row) => [row.区划代码, row.图斑编号, row.数量])).toEqual([
      ['410101001001', '007', '1'],
      ['410101001002', '008', '约2'],
    ]);
  });

  it('reads GBK, UTF-16, tabs and semicolons, and quotes with line breaks', async () => {
    // 名称 in GBK.
    const gbk = Uint8Array.from([0xc3, 0xfb, 0xb3, 0xc6, ...new TextEncoder().encode('\tx\ty\nA\t113.6\t34.7\n')]);
    expect(await read(gbk, {}, 'a.tsv')).toMatchObject({
      encoding: 'gb18030',
      rows: [{ 名称: 'A' }],
      places: [pointAt(113.6, 34.7)],
    });
    const text = '\uFEFF名称;经度;纬度\n"一号\n裸土";113.6;34.7\n';
    const utf16 = new Uint8Array(2 * text.length);
    for (let i = 0; i < text.length; i++) new DataView(utf16.buffer).setUint16(2 * i, text.charCodeAt(i), true);
    expect(await read(utf16)).toMatchObject({ encoding: 'utf-16le', rows: [{ 名称: '一号\n裸土' }] });
  });

  it('takes shapes from WKT, with its coordinate system, and both coordinates from one cell', async () => {
    const wkt = await read('name,wkt\na,"SRID=4490;POLYGON((113 34,114 34,114 35,113 34))"\nb,POINT EMPTY\nc,nonsense');
    expect(wkt.crs).toBe('EPSG:4490');
    expect(wkt.places?.map((shape) => shape?.type)).toEqual(['Polygon', undefined, undefined]);
    expect(wkt.notes).toContain('csv-place-unreadable');
    expect(await read('名称,经纬度\na,"113.6, 34.7"\nb,34.7N 113.6E')).toMatchObject({
      places: [pointAt(113.6, 34.7), pointAt(113.6, 34.7)],
    });
  });

  it('follows what the user says: columns, system, datum', async () => {
    const options = { geometry: { lon: '东', lat: '北' }, crs: 'EPSG:4526' };
    const { places, crs } = await read('东,北\n38463356.4,3841310.7\n', options);
    expect(crs).toBe('EPSG:4526');
    const [place] = places as GeoJSON.Point[];
    expect(place?.coordinates[0]).toBeCloseTo(113.6, 3);
    expect(await read('东,北\n1,2\n')).toMatchObject({ places: [null] });
  });

  it('tells every row and cell that did not fit, and loses none', async () => {
    const found = await read('名称,名称,,经度,纬度\na,b,c,113.6,34.7,多,余\nd,e,f,一百一十三,34.7\n\n\n');
    expect(found.rows).toEqual([
      { 名称: 'a', '名称#2': 'b', '#3': 'c', 经度: '113.6', 纬度: 34.7 },
      { 名称: 'd', '名称#2': 'e', '#3': 'f', 经度: '一百一十三', 纬度: 34.7 },
    ]);
    expect(new Set(found.notes)).toEqual(
      new Set([
        'csv-column-renamed',
        'csv-geometry-from',
        'csv-cells-too-many',
        'csv-place-unreadable',
        'geometry-missing',
      ]),
    );
    expect(found.where?.find((at) => at?.column !== undefined)).toMatchObject({ row: 1, column: '经度, 纬度' });
    expect(await read('名称,数量\na,1\n')).toMatchObject({ rows: [{ 名称: 'a', 数量: 1 }], places: [null] });
    expect(await read(' \n\n')).toEqual({ code: 'file-empty' });
  });

  it('passes over titles, blank rows, totals, repeated headers and signatures, and tells each with its row', async () => {
    const found = await read(
      '裸土台账,,,\n填报单位：环保局,,,日期：2026-11\n编号,名称,经度,纬度\nA1,甲,113.6,34.7\n,,,\nA2,乙,113.7,34.8\n编号,名称,经度,纬度\n小计,,,\nA3,合计,113.8,34.9\n合　计,2,,\n填表人：张三,,审核人：李四,\n',
    );
    expect(found.rows?.map(({ 编号 }) => 编号)).toEqual(['A1', 'A2', 'A3']);
    expect(found.places?.[2]).toEqual(pointAt(113.8, 34.9));
    expect(found.notes?.map((code, at) => [code, found.where?.[at]?.row, found.where?.[at]?.line])).toEqual([
      ['table-header-below', undefined, undefined],
      ['csv-geometry-from', undefined, undefined],
      ['table-header-again', 2, 7],
      ['table-total-row', 3, 8],
      ['table-total-row', 5, 10],
      ['table-footer-row', 6, 11],
      ['table-blank-rows', undefined, 5],
    ]);
  });

  it('names the columns of a table without a header by number, and keeps its first row', async () => {
    const found = await read('a,113.61,34.72\nb,113.62,34.73\n');
    expect(found.rows).toEqual([
      { '#1': 'a', '#2': 113.61, '#3': 34.72 },
      { '#1': 'b', '#2': 113.62, '#3': 34.73 },
    ]);
    expect(found.notes).toContain('table-without-header');
  });

  it('reads angles in three columns each, under a header in two rows', async () => {
    const { places, rows } = await read('名称,经度,,,纬度,,\n,度,分,秒,度,分,秒\n甲,113,36,36,34,42,\n');
    expect(Object.keys(rows![0]!)).toEqual(['名称', '经度/度', '经度/分', '经度/秒', '纬度/度', '纬度/分', '纬度/秒']);
    expect((places![0] as GeoJSON.Point).coordinates).toEqual([113 + 36 / 60 + 36 / 3600, 34.7]);
    const { places: flat } = await read(
      '经度度,经度分,经度秒,纬度度,纬度分,纬度秒\n113°,36′,36″,34,42,0\n113,60,0,34,42,0\n',
    );
    expect((flat![0] as GeoJSON.Point).coordinates).toEqual([113 + 36 / 60 + 36 / 3600, 34.7]);
    expect(flat![1]).toBeNull();
  });

  it('tells longitudes and latitudes that look swapped, and leaves them', async () => {
    const { places, notes } = await read('经度,纬度\n43.8,87.6\n43.9,87.5\n');
    expect(places?.[0]).toEqual(pointAt(43.8, 87.6));
    expect(notes).toContain('table-lon-lat-swapped');
    expect(await read('经度,纬度\n34.7,113.6\n')).toEqual({ code: 'coordinates-swapped' });
  });

  it('reads digits of an input method and thousands in coordinates, and leaves other cells as they stand', async () => {
    const { places, rows } = await read('面积;比例;数;lon;lat\n1,5;12%;1,234.5;１１３．６;34.7\n');
    expect(places?.[0]).toEqual(pointAt(113.6, 34.7));
    expect(rows?.[0]).toEqual({ 面积: '1,5', 比例: '12%', 数: '1,234.5', lon: '１１３．６', lat: 34.7 });
  });

  it('takes the guard from before formulas and codes', async () => {
    const { rows } = await read("备注,号\n'=1+1,'0012\n'-a,'12\n'好,13\n");
    expect(rows).toEqual([
      { 备注: '=1+1', 号: '0012' },
      { 备注: '-a', 号: '12' },
      { 备注: "'好", 号: '13' },
    ]);
  });

  it('takes hostile names for names', async () => {
    const { rows } = await read('__proto__,constructor,lon,lat\n<b>x</b>,1,113.6,34.7\n');
    expect(Object.entries(rows![0]!).slice(0, 2)).toEqual([
      ['__proto__', '<b>x</b>'],
      ['constructor', 1],
    ]);
    const result = await readFile({ name: 'a.csv', bytes: new TextEncoder().encode('__proto__,b\nx,1\n') }, {}, {});
    expect(result.ok && [...result.value[0]!.batch.columns.keys()]).toEqual(['__proto__', 'b']);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('reports, pauses and stops while it reads', async () => {
    const bytes = new TextEncoder().encode(`编号,lon,lat\n${'1,113.6,34.7\n'.repeat(100_000)}`);
    const done: number[] = [];
    const abort = new AbortController();
    const task = {
      signal: abort.signal,
      onProgress: (progress: { done: number }) => done.push(progress.done),
      pause: async () => {
        if (done.length === 2) abort.abort();
      },
    };
    await expect(readFile({ name: 'a.csv', bytes }, {}, task)).rejects.toThrow();
    expect(done).toEqual([2 ** 19, 2 ** 20]);
  });

  it('refuses what would not fit into memory, before it is there', async () => {
    const wide = Array.from({ length: 100_000 }, (_, column) => `c${column}`).join(',');
    const late = `${wide}\n${'1\n'.repeat(5_000)}${'1,'.repeat(100_000)}\n`;
    expect(await read(late)).toEqual({ code: 'table-too-large' });
    expect(await read('a,'.repeat(300_000))).toEqual({ code: 'table-too-wide' });
  });

  it('names a hundred thousand columns that are called alike', async () => {
    const { rows } = await read(`${Array.from({ length: 100_000 }, () => 'a').join(',')}\n1,2,3\n`);
    expect(rows?.[0]).toMatchObject({ a: 1, 'a#2': 2, 'a#3': 3 });
    expect(Object.keys(rows?.[0] ?? {})).toHaveLength(100_000);
  });

  it('answers or refuses whatever becomes of a file', async () => {
    const sound = new TextEncoder().encode('编号,经度,纬度,__proto__\n1,113.6,34.7,"<b>x</b>"\n2,113.7,34.8,=1+1\n');
    const random = createRandom(20261126);
    for (let run = 0; run < 400; run++) {
      const bytes = sound.slice(0, run % 2 === 0 ? random.integer(0, sound.length) : sound.length);
      for (let flips = random.integer(0, 5); flips > 0 && bytes.length > 0; flips--)
        bytes[random.integer(0, bytes.length - 1)] = random.integer(0, 255);
      const found = await read(bytes);
      expect(found.code ?? found.rows).toBeDefined();
    }
  });
});
