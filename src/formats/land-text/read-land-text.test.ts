import { describe, expect, it } from 'vitest';
import ANSWERS from '../../../test/oracle/land-text-answers.json' with { type: 'json' };
import { createRandom } from '../../core/random.ts';
import { geometryToGeoJson } from '../../geo/geometry-column.ts';
import { type Value, valueAt } from '../../model/feature-batch.ts';
import type { ReadOptions } from '../driver.ts';
import { findDriver } from '../drivers.ts';
import { readFile } from '../read-file.ts';
import { landTextDriver } from './driver.ts';

const HEAD: Record<string, string> = {
  格式版本号: '1.01版本',
  数据产生单位: '云河区自然资源局',
  坐标系: '2000国家大地坐标系',
  几度分带: '3',
  投影类型: '高斯克吕格',
  计量单位: '米',
  带号: '37',
  精度: '0.01',
  转换参数: ',,,,,,',
};
const headOf = (changes: Record<string, string> = {}) =>
  ['[属性描述]', ...Object.entries({ ...HEAD, ...changes }).map(([key, value]) => `${key}=${value}`)].join('\n');

const NORTH = 3_845_000;
const EAST = 37_512_000;
type Point = [north: number, east: number];
const square = (north: number, east: number, side: number): Point[] => [
  [north, east],
  [north + side, east],
  [north + side, east + side],
  [north, east + side],
  [north, east],
];
/** A parcel's line and points, rings numbered from 1. */
function parcel(line: string, ...rings: Point[][]): string {
  const points = rings.flatMap((ring, at) => ring.map(([a, b], n) => `J${n + 1},${at + 1},${a},${b}`));
  return [`${line},@`, ...points].join('\n');
}
const land = (head: string, ...parcels: string[]) => `${head}\n[地块坐标]\n${parcels.join('\n')}\n`;

async function read(content: string | Uint8Array<ArrayBuffer>, options: ReadOptions = {}) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const result = await readFile({ name: '报批地块.txt', bytes }, options, {});
  if (!result.ok) return { code: result.problem.code, params: result.problem.params };
  const layers = result.value.map(({ name, batch, crs, encoding, notes }) => ({
    name,
    crs,
    encoding,
    rows: [...batch.rows],
    properties: Array.from(batch.rows, (_, index) =>
      Object.fromEntries([...batch.columns].map(([key, column]): [string, Value] => [key, valueAt(column, index)])),
    ),
    shapes: Array.from(batch.rows, (_, index) => geometryToGeoJson(batch.geometry, index)),
    notes: notes.filter(({ code }) => code !== 'land-point-names-left-out'),
  }));
  return { layers, layer: layers[0], codes: layers[0]?.notes.map(({ code }) => code) };
}

describe('land-bureau text', () => {
  it('reads parcels with their cells, where they lie, and what the head says of them', async () => {
    const { layer, codes } = await read(
      land(
        headOf(),
        parcel('5,1,K001,一号地块,面,I49H010,工业用地,0601', square(NORTH, EAST, 100)),
        parcel('4,0.25,K002,二号地块,面,,,,乙', square(NORTH, EAST + 500, 50).slice(0, 4)),
      ),
    );
    expect(layer).toMatchObject({ name: '报批地块', crs: 'EPSG:4525', encoding: 'utf-8', rows: [0, 1] });
    expect(codes).toEqual([]);
    expect(layer?.properties).toEqual([
      {
        界址点数: 5,
        '地块面积(公顷)': 1,
        地块编号: 'K001',
        地块名称: '一号地块',
        图形属性: '面',
        图幅号: 'I49H010',
        地块用途: '工业用地',
        地类编码: '0601',
        属性9: null,
        格式版本号: '1.01版本',
        数据产生单位: '云河区自然资源局',
        精度: '0.01',
      },
      {
        界址点数: 4,
        '地块面积(公顷)': 0.25,
        地块编号: 'K002',
        地块名称: '二号地块',
        图形属性: '面',
        图幅号: null,
        地块用途: null,
        地类编码: null,
        属性9: '乙',
        格式版本号: '1.01版本',
        数据产生单位: '云河区自然资源局',
        精度: '0.01',
      },
    ]);
    const [outline = []] = (layer!.shapes[1] as GeoJSON.Polygon).coordinates;
    expect(outline).toHaveLength(5);
    expect(outline[0]).toEqual(outline[4]);
  });

  it.each(ANSWERS)('lies where PROJ has it: $crs', async ({ crs, x, y, lon, lat }) => {
    const zone = crs === 'EPSG:4546' ? '37' : crs === 'EPSG:4549' ? '40' : crs === 'EPSG:4508' ? '19' : '';
    const width = crs === 'EPSG:4497' || crs === 'EPSG:4508' ? '6' : '3';
    const head = headOf({ 带号: zone, 几度分带: width });
    for (const pair of [`${y},${x}`, `${x},${y}`]) {
      const { layer, codes } = await read(land(head, `1,,P,点,点,,,,@\nJ1,1,${pair}`));
      expect(layer?.crs).toBe(crs);
      expect(codes).toEqual(pair.startsWith(String(x)) ? ['land-east-first'] : []);
      const [longitude, latitude] = (layer!.shapes[0] as GeoJSON.Point).coordinates;
      expect(Math.abs(longitude! - lon)).toBeLessThan(1e-9);
      expect(Math.abs(latitude! - lat)).toBeLessThan(1e-9);
    }
  });

  it('reads GBK, full-width signs, lines of Windows and heads with other sections', async () => {
    // [属性描述] 坐标系=2000国家大地坐标系 [地块坐标] 名 in GBK.
    const gbk = Uint8Array.from(
      [
        ...'5bcaf4d0d4c3e8caf65d0d0ad7f8b1eacfb53d32303030b9fabcd2b4f3b5d8d7f8b1eacfb50d0a5bb5d8bfe9d7f8b1ea5d0d0a'.matchAll(
          /../g,
        ),
      ]
        .map(([hex]) => Number.parseInt(hex, 16))
        .concat([
          ...new TextEncoder().encode('1,,7,'),
          0xc3,
          0xfb,
          ...new TextEncoder().encode(`,,,,,@\r\nJ1,1,${NORTH},${EAST}\r\n`),
        ]),
    );
    expect((await read(gbk)).layer).toMatchObject({
      encoding: 'gb18030',
      properties: [{ 地块名称: '名', 地块编号: '7' }],
    });
    const typed = `[项目信息]\n项目名称＝示范\n【属性描述】\n坐标系＝2000国家大地坐标系\n【地块坐标】\n１，，，名，点，，，，＠\nJ1，１，${NORTH}，${EAST}\n`;
    expect((await read(typed)).layer).toMatchObject({
      crs: 'EPSG:4525',
      properties: [{ 项目名称: '示范', 地块名称: '名' }],
    });
  });

  it('tells holes from parts by where they lie, also where all rings are numbered 1', async () => {
    const yard = square(NORTH, EAST, 100);
    const hole = square(NORTH + 10, EAST + 10, 50);
    const other = square(NORTH, EAST + 200, 20);
    const { layer, codes } = await read(land(headOf(), parcel('15,0.79,1,院,面,,,', yard, hole, other)));
    const shape = layer?.shapes[0] as GeoJSON.MultiPolygon;
    expect(shape.coordinates.map((rings) => rings.length)).toEqual([2, 1]);
    expect(codes).toEqual(['land-rings-by-place']);
    expect(layer?.notes[0]?.params).toEqual({ count: 1, parts: 2, holes: 1 });
    const sameNumber = land(headOf(), parcel('15,0.79,1,院,面,,,', [...yard, ...hole, ...other]));
    expect((await read(sameNumber)).layer?.shapes).toEqual(layer?.shapes);
  });

  it('draws lines and points where the line says so', async () => {
    const { layer } = await read(
      land(
        headOf(),
        parcel('2,,1,渠,线,,,', [
          [NORTH, EAST],
          [NORTH + 5, EAST],
        ]),
        parcel('2,,2,桩,点,,,', [
          [NORTH, EAST],
          [NORTH + 5, EAST],
        ]),
      ),
    );
    expect(layer?.shapes.map((shape) => shape?.type)).toEqual(['LineString', 'MultiPoint']);
  });

  it('compares the area given with that of the outline, and finds out its unit', async () => {
    const shapes = [100, 50, 40].map((side, at) => square(NORTH, EAST + 200 * at, side));
    const areas = (texts: string[]) =>
      land(headOf(), ...shapes.map((shape, at) => parcel(`5,${texts[at]},${at},,面,,,`, shape)));
    const wrong = await read(areas(['1', '0.25', '0.20']));
    expect(wrong.layer?.notes).toMatchObject([
      { code: 'land-area-differs', at: { row: 2 }, params: { statedSquareMeters: 2000 } },
    ]);
    expect(wrong.layer?.notes[0]?.params.measuredSquareMeters).toBeCloseTo(1600, 6);
    // Half a unit of the last digit is no difference: 1,600 m² is 0.2 ha to one decimal.
    expect((await read(areas(['1.0', '0.3', '0.2']))).codes).toEqual([]);
    const squareMeters = await read(areas(['10000', '2500.0', '1600']));
    expect(squareMeters.codes).toEqual(['land-area-unit']);
    expect(squareMeters.layer?.properties[1]).toMatchObject({ '地块面积(平方米)': 2500 });
    const own = await read(areas(['1公顷', '2500平方米', '2.4亩']));
    expect(own.codes).toEqual([]);
    expect(own.layer?.properties.map((row) => row.地块面积)).toEqual(['1公顷', '2500平方米', '2.4亩']);
  });

  it('tells counts and lines that are wrong, and loses no parcel', async () => {
    const text = land(
      headOf(),
      parcel('9,,1,甲,面,,,', square(NORTH, EAST, 100)),
      `5,,2,乙,面,,,,@\nJ1,1,${NORTH},${EAST}\nJ2,1,38*.***,***\nJ3,1,${NORTH + 9},${EAST}\nJ4,1,${NORTH},${EAST + 9}\nJ5,1,${NORTH},38${'512000'}\n`,
      '3,,3,丙,面,,,,@',
    );
    const { layer } = await read(text);
    expect(layer?.rows).toEqual([0, 1, 2]);
    expect(layer?.shapes.map((shape) => shape?.type)).toEqual(['Polygon', 'Polygon', undefined]);
    expect(layer?.notes.map(({ code, at }) => [code, at?.row])).toEqual([
      ['land-line-unreadable', 1],
      ['land-point-astray', 1],
      ['land-point-count', 0],
      ['land-point-count', 1],
      ['land-point-count', 2],
      ['geometry-missing', 2],
    ]);
    const bare = await read(
      `[地块坐标]\nJ1,1,${NORTH},${EAST}\nJ2,1,${NORTH + 9},${EAST}\nJ3,1,${NORTH},${EAST + 9}\n`,
    );
    expect(bare.codes).toEqual(['land-parcel-line-missing', 'land-system-assumed']);
    expect(bare.layer?.shapes[0]?.type).toBe('Polygon');
  });

  it('reads degrees as degrees, whichever comes first', async () => {
    const head = headOf({ 带号: '', 计量单位: '度', 投影类型: '' });
    for (const pair of ['34.7,113.6', '113.6,34.7']) {
      const { layer } = await read(land(head, `1,,,,点,,,,@\nJ1,1,${pair}`));
      expect(layer).toMatchObject({ crs: 'EPSG:4490', shapes: [{ coordinates: [113.6, 34.7] }] });
    }
    const hectare: Point[] = [
      [34.7, 113.6],
      [34.700901, 113.6],
      [34.700901, 113.601092],
      [34.7, 113.601092],
    ];
    expect((await read(land(head, parcel('4,1.0,,,面,,,', hectare)))).codes).toEqual([]);
  });

  it('gives a layer per zone, and follows the coordinates where the head says otherwise', async () => {
    const second = square(NORTH, 38_300_000, 100);
    const { layers, codes } = await read(
      land(headOf(), parcel('5,1,1,,面,,,', square(NORTH, EAST, 100)), parcel('5,1,2,,面,,,', second)),
    );
    expect(layers?.map(({ crs, rows, name }) => [crs, rows, name])).toEqual([
      ['EPSG:4525', [0], '报批地块 EPSG:4525'],
      ['EPSG:4526', [1], '报批地块 EPSG:4526'],
    ]);
    expect(codes).toEqual(['land-zone-differs']);
    expect(layers?.[0]?.notes[0]?.params).toEqual({ stated: '几度分带=3, 带号=37', found: 38 });
  });

  it('does not place what it cannot place exactly, unless told how', async () => {
    const parcels = parcel('5,1,1,,面,,,', square(NORTH, EAST, 100));
    for (const 坐标系 of ['80国家大地坐标系', '1980西安坐标系', '1954年北京坐标系', '西安80', '北京54坐标系'])
      expect(await read(land(headOf({ 坐标系 }), parcels))).toMatchObject({
        code: 'land-old-datum',
        params: { system: 坐标系 },
      });
    for (const 坐标系 of ['上海2000坐标系', '云河城市坐标系'])
      expect(await read(land(headOf({ 坐标系 }), parcels))).toMatchObject({ code: 'land-system-unknown' });
    const bare = parcel('5,1,1,,面,,,', square(NORTH, 512_000, 100));
    expect(await read(land(headOf({ 带号: '' }), bare))).toMatchObject({ code: 'land-zone-missing' });
    expect(await read(land(headOf({ 带号: '', 中央子午线: '111' }), bare))).toMatchObject({
      layer: { crs: 'EPSG:4546' },
    });
    expect(await read(land(headOf(), '1,,,,点,,,,@\nJ1,1,77628.8,88928.4'))).toMatchObject({
      code: 'land-local-coordinates',
    });
    const told = await read(land(headOf({ 坐标系: '80国家大地坐标系' }), parcels), { crs: 'EPSG:4525' });
    expect(told).toMatchObject({ layer: { crs: 'EPSG:4525' }, codes: ['land-system-overridden'] });
    const [parameters] = (await read(land(headOf({ 转换参数: '1.5,0,0,0,0,0,0' }), parcels))).codes ?? [];
    expect(parameters).toBe('land-parameters-not-applied');
    expect(await read('[属性描述]\n坐标系=2000国家大地坐标系\n')).toMatchObject({ code: 'land-no-parcels' });
  });

  it('is told from tables by its heads alone', () => {
    const encode = (text: string) => new TextEncoder().encode(text);
    expect(landTextDriver.matches(encode(' [属性描述]\n'))).toBe(true);
    expect(landTextDriver.matches(encode('[扩展信息]\n甲=1\n[地块坐标]\n'))).toBe(true);
    expect(landTextDriver.matches(encode('名称,[地块坐标]\n'))).toBe(false);
    expect(findDriver('台账.txt', encode('名称,经度,纬度\n甲,113,34\n'))?.id).toBe('csv');
    expect(findDriver('台账.csv', encode('[地块坐标]\n'))?.id).toBe('land-text');
  });

  it('loses nothing of a large file', async () => {
    const parcels = Array.from({ length: 20_000 }, (_, at) =>
      parcel(`5,0.01,${at},,面,,,`, square(NORTH + at, EAST, 10)),
    );
    const { layer } = await read(land(headOf(), ...parcels));
    expect(layer?.rows).toHaveLength(20_000);
  });

  it('answers or refuses whatever becomes of a file', async () => {
    const sound = new TextEncoder().encode(
      land(
        headOf({ ['__proto__']: 'x' }),
        parcel('10,0.75,1,<b>,面,,,', square(NORTH, EAST, 100), square(NORTH + 10, EAST + 10, 50)),
      ),
    );
    const random = createRandom(20261126);
    for (let run = 0; run < 400; run++) {
      const bytes = sound.slice(0, run % 2 === 0 ? random.integer(0, sound.length) : sound.length);
      for (let flips = random.integer(0, 5); flips > 0 && bytes.length > 0; flips--)
        bytes[random.integer(0, bytes.length - 1)] = random.integer(0, 255);
      const found = await read(bytes);
      expect(found.code ?? found.layers).toBeDefined();
    }
  });
});
