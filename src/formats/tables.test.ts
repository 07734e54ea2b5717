import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { appendGeoJson, createGeometryBuilder } from '../geo/geometry-column.ts';
import { createColumnsBuilder } from '../model/column-builder.ts';
import type { FeatureBatch } from '../model/feature-batch.ts';
import type { FormatId } from './driver.ts';
import { neutralizeFormula, stripFormulaGuard, tableOf } from './table-of.ts';
import { writeFile } from './write-file.ts';

function batchOf(geometries: readonly GeoJSON.Geometry[], rows: readonly Record<string, unknown>[]): FeatureBatch {
  const builder = createGeometryBuilder();
  const columns = createColumnsBuilder();
  for (const geometry of geometries) appendGeoJson(builder, geometry);
  rows.forEach((row, index) => {
    for (const [name, value] of Object.entries(row)) columns.set(index, name, value);
  });
  const count = geometries.length;
  return { geometry: builder.finish(), columns: columns.finish(count), rows: Uint32Array.from(rows.keys()), ids: [] };
}

const sample = batchOf(
  [
    { type: 'Point', coordinates: [113.6, 34.7] },
    { type: 'Point', coordinates: [113.7, 34.8] },
  ],
  [
    { 名称: '=HYPERLINK("x")', 编号: '0041', 面积: -12.5, 已核: true },
    { 名称: '甲,"乙"\n丙', 编号: '+86 138' },
  ],
);

async function write(format: FormatId, batch = sample): Promise<Uint8Array> {
  const written = await writeFile(format, { name: '图斑[1]', batch });
  if (!written.ok) throw new Error(written.problem.code);
  return written.value;
}

describe('tables', () => {
  it('go to CSV with a mark, positions of points, quotes, and no formula alive', async () => {
    const bytes = await write('csv');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe(
      [
        'lon,lat,名称,编号,面积,已核',
        '113.6,34.7,"\'=HYPERLINK(""x"")",0041,-12.5,true',
        '113.7,34.8,"甲,""乙""\n丙",\'+86 138,,',
        '',
      ].join('\r\n'),
    );
  });

  it('go to Excel with numbers as numbers and codes as text', async () => {
    const files = unzipSync(await write('xlsx'));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml']!);
    const texts = strFromU8(files['xl/sharedStrings.xml']!);
    expect(sheet).toContain('<v>-12.5</v>');
    for (const text of ["'=HYPERLINK", '0041', "'+86 138"]) expect(texts.replaceAll('&apos;', "'")).toContain(text);
    expect(strFromU8(files['xl/workbook.xml']!)).toContain('name="图斑 1"');
    expect(sheet).not.toContain('<f>');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['-a', "'-a"],
    ['  @x', "'  @x"],
    ['＝1', "'＝1"],
    ['\tx', "'\tx"],
    ['a=1', 'a=1'],
    ['裸土', '裸土'],
    ["'=1", "''=1"],
    ["'裸土'", "'裸土'"],
    ["''", "''"],
  ])('make %j harmless, and give it back', (text, expected) => {
    expect(neutralizeFormula(text)).toBe(expected);
    expect(stripFormulaGuard(expected)).toBe(text);
  });

  it('say where features lie so that a reader cannot mistake it', () => {
    const places: GeoJSON.Geometry[] = [
      { type: 'Point', coordinates: [113.6, 34.7] },
      { type: 'Point', coordinates: [113.7, 34.8] },
    ];
    const headerOf = (rows: readonly Record<string, unknown>[], geometries = places) =>
      tableOf(batchOf(geometries, rows)).header;
    expect(headerOf([{ a: 1 }, { a: 2 }])).toEqual(['lon', 'lat', 'a']);
    // Columns that came along with the layer and say the same need no others beside them.
    const same = [
      { lon: 113.6, lat: 34.7 },
      { lon: 113.7, lat: 34.8 },
    ];
    expect(headerOf(same)).toEqual(['lon', 'lat']);
    // Shifted ones, or WKT of another system, would be taken for the places.
    expect(headerOf([same[1]!, same[0]!])).toEqual(['lon', 'lat', 'wkt']);
    expect(headerOf([{ wkt: 'POINT (38500000 3800000)' }, {}])).toEqual(['wkt_wgs84', 'wkt']);
    const line: GeoJSON.Geometry = {
      type: 'LineString',
      coordinates: [places[0], places[1]].map((place) => (place as GeoJSON.Point).coordinates),
    };
    expect(tableOf(batchOf([places[0]!, line], [{}, {}])).rows).toEqual([
      ['POINT (113.6 34.7)'],
      ['LINESTRING (113.6 34.7,113.7 34.8)'],
    ]);
  });
});

describe('KML', () => {
  it('holds shapes with holes, names and all columns, escaped', async () => {
    const square = (a: number, b: number): GeoJSON.Position[] => [
      [a, a],
      [b, a],
      [b, b],
      [a, a],
    ];
    const geometry: GeoJSON.Polygon = { type: 'Polygon', coordinates: [square(0, 9), square(2, 3)] };
    const text = new TextDecoder().decode(await write('kml', batchOf([geometry], [{ name: 'A & <B>\u0001', n: 1 }])));
    expect(text).toContain('<name>A &amp; &lt;B&gt;</name>');
    expect(text).toContain('<Data name="n"><value>1</value></Data>');
    expect(text).toContain('<innerBoundaryIs><LinearRing><coordinates>2,2 3,2 3,3 2,2</coordinates>');
  });
});
