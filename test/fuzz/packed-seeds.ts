/** Whole files of the formats that other programs pack: workbooks of several sheets, databases, extracts. */
import { type BookType, utils, type WorkBook, write } from '@e965/xlsx';
import type { PathAndBytes } from '../../src/formats/workspace/workspace-path.ts';
import { formatWkb } from '../../src/geo/geos-wkb.ts';
import { addLayer, createPackage, pointBlob } from '../support/geopackage.ts';
import { joined, pbfOf } from '../support/osm-pbf.ts';

export function packedSeeds(): PathAndBytes[] {
  return [
    { path: 'w.xlsx', bytes: workbookOf('xlsx') },
    { path: 'x.xls', bytes: workbookOf('biff8') },
    { path: 'y.xls', bytes: workbookOf('xlml') },
    { path: 'z.gpkg', bytes: geoPackage() },
    { path: 'za.osm.pbf', bytes: extract() },
  ];
}

/** A title over the header, merged cells, days, a total, an empty sheet and a hidden one. */
function makeWorkbook(): WorkBook {
  const sheet = utils.aoa_to_sheet([
    ['扬尘台账'],
    ['编号', '责任单位', '经度', '纬度', '日期', '已覆盖'],
    ['0012', '甲单位', 113.6, 34.7, 46_349, true],
    ['0013', null, 113.7, 34.8, 46_349.5, false],
    ['合计', null, null, null, 2],
  ]);
  sheet['!merges'] = [
    { s: { r: 0, c: 0 }, e: { r: 0, c: 5 } },
    { s: { r: 2, c: 1 }, e: { r: 3, c: 1 } },
  ];
  sheet.E3.z = 'yyyy-mm-dd';
  sheet.E4.z = 'yyyy-mm-dd hh:mm';
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '裸土');
  utils.book_append_sheet(book, utils.aoa_to_sheet([]), '空');
  const wkt = [
    ['名称', 'WKT'],
    ['一', 'POLYGON((113 34,113.1 34,113.1 34.1,113 34))'],
  ];
  utils.book_append_sheet(book, utils.aoa_to_sheet(wkt), '地块');
  book.Workbook = { Sheets: [{}, {}, { Hidden: 1 }] };
  return book;
}

function workbookOf(bookType: BookType): Uint8Array<ArrayBuffer> {
  return new Uint8Array(write(makeWorkbook(), { type: 'array', bookType, compression: true }));
}

/** Two layers in two systems, a table without shapes, a polygon with a hole. */
function geoPackage(): Uint8Array<ArrayBuffer> {
  const database = createPackage();
  try {
    addLayer(database, '裸土', ', 编号 TEXT(20), 面积 REAL, 已核 BOOLEAN, 日期 DATE, 照片 BLOB');
    addLayer(database, '工地', ', 名称 TEXT', 4526);
    const insert = 'INSERT INTO "裸土" (geom, 编号, 面积, 已核, 日期, 照片) VALUES (?, ?, ?, ?, ?, ?)';
    for (let n = 0; n < 12; n++) {
      const shape = n % 2 === 0 ? pointBlob(113.6 + n / 100, 34.7) : polygonBlob(113.6 + n / 100, 34.7);
      database.run(insert, [shape, `00${n}`, 12.5 * n, n % 2, '2026-03-05', Uint8Array.of(1, 2)]);
    }
    database.run('INSERT INTO "工地" (geom, 名称) VALUES (?, ?)', [pointBlob(38_463_356.4, 3_841_310.7), '甲']);
    database.run("CREATE TABLE 单位 (id INTEGER, 名称 TEXT); INSERT INTO 单位 VALUES (1, '甲'), (2, NULL)");
    database.run("INSERT INTO gpkg_contents (table_name, data_type) VALUES ('单位', 'attributes')");
    return database.export();
  } finally {
    database.close();
  }
}

function polygonBlob(x: number, y: number): Uint8Array {
  const ring = (side: number) => Float64Array.of(x, y, x + side, y, x + side, y + side, x, y + side, x, y);
  const head = pointBlob(0, 0).subarray(0, 8);
  return joined([head, formatWkb([[ring(0.01), ring(0.004)]])]);
}

function extract(): Uint8Array<ArrayBuffer> {
  const nodes = [
    { id: 1, x: 113.6, y: 34.7 },
    { id: 2, x: 113.7, y: 34.7, tags: { amenity: 'school', name: '一小' } },
    { id: 3, x: 113.7, y: 34.8 },
  ];
  const ways = [
    { id: 5, refs: [1, 2, 3, 1] },
    { id: 6, refs: [1, 2, 3], tags: { highway: 'primary', name: '大道' } },
  ];
  const members = [{ type: 1, ref: 5, role: 'outer' }] as const;
  const relations = [{ id: 7, members, tags: { type: 'multipolygon', landuse: 'construction' } }];
  return pbfOf(
    { nodes },
    { nodes: [{ id: 4, x: 113.65, y: 34.75, tags: { amenity: 'hospital' } }], plainNodes: true },
    { ways },
    { relations },
  );
}
