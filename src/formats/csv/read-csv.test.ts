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
