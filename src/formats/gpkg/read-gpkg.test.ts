import type { SqlDatabase, SqlValue } from 'sql.js/dist/sql-wasm-inline.js';
import { describe, expect, it } from 'vitest';
import { addLayer, createPackage, pointBlob, Sqlite } from '../../../test/support/geopackage.ts';
import { createRandom } from '../../core/random.ts';
import { geometryToGeoJson } from '../../geo/geometry-column.ts';
import { valueAt } from '../../model/feature-batch.ts';
import type { ReadCompanion, ReadLayer } from '../driver.ts';
import { findDriver } from '../drivers.ts';
import { readFile } from '../read-file.ts';

async function read(bytes: Uint8Array<ArrayBuffer>, sublayer?: string, companion?: ReadCompanion) {
  const options = sublayer === undefined ? {} : { sublayer };
  return readFile({ name: '台账.gpkg', bytes, ...(companion ? { companion } : {}) }, options, {});
}

async function readLayers(database: SqlDatabase, sublayer?: string): Promise<readonly ReadLayer[]> {
  const result = await read(database.export(), sublayer);
  if (!result.ok) throw new Error(`${result.problem.code} ${JSON.stringify(result.problem.params)}`);
  return result.value;
}

const problemOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const result = await read(bytes);
  return result.ok ? '' : result.problem.code;
};
const shapesOf = ({ batch }: ReadLayer) => Array.from(batch.rows, (_, i) => geometryToGeoJson(batch.geometry, i));
const rowOf = ({ batch }: ReadLayer, index: number) =>
  Object.fromEntries([...batch.columns].map(([name, column]) => [name, valueAt(column, index)]));
const codesOf = ({ notes }: ReadLayer) => notes.map(({ code, at }) => [code, at?.row]);
const point = (...coordinates: number[]) => ({ type: 'Point', coordinates });

describe('GeoPackage', () => {
  it('gives each value as what it was declared, and loses no digit and no zero', async () => {
    const database = createPackage();
    addLayer(
      database,
      '裸土 "图斑"',
      ', 编号 TEXT(20), 面积 REAL, 数量 MEDIUMINT, 长码 INTEGER, 已核 BOOLEAN, 日期 DATE, 时刻 DATETIME, 照片 BLOB, "select" TEXT, "__proto__" TEXT',
    );
    const insert = `INSERT INTO "裸土 ""图斑""" VALUES (${Array.from({ length: 12 }, () => '?').join(',')})`;
    const row: SqlValue[] = [
      5,
      pointBlob(113.6, 34.7),
      '007',
      12.5,
      3,
      null,
      1,
      '2026-11-26',
      '2026-11-26T08:00:00Z',
      Uint8Array.of(1),
      "a'b",
      '甲',
    ];
    database.run(insert, row);
    database.run(insert.replace('?,?,?,?,?,?', '9,?,?,?,?,410101198001010011'), [
      null,
      '008',
      null,
      null,
      0,
      ...row.slice(7),
    ]);
    const [layer, ...others] = await readLayers(database);
    expect(others).toEqual([]);
    expect(layer).toMatchObject({ name: '裸土 "图斑"', crs: 'EPSG:4326', statedCrs: 'EPSG:4326' });
    expect(rowOf(layer!, 0)).toEqual({
      fid: 5,
      编号: '007',
      面积: 12.5,
      数量: 3,
      长码: null,
      已核: true,
      日期: '2026-11-26',
      时刻: '2026-11-26T08:00:00Z',
      select: "a'b",
      ['__proto__']: '甲',
    });
    expect(rowOf(layer!, 1)).toMatchObject({
      fid: 9,
      编号: '008',
      面积: null,
      长码: '410101198001010011',
      已核: false,
    });
    expect(shapesOf(layer!)).toEqual([point(113.6, 34.7), null]);
    expect(layer!.notes).toEqual([
      { code: 'column-binary', params: {}, at: { file: '台账.gpkg', column: '照片' } },
      { code: 'geometry-missing', params: {}, at: { file: '台账.gpkg', row: 1 } },
    ]);
  });

  it('has a layer for every table of features or attributes, and tells of the others', async () => {
    const database = createPackage();
    addLayer(database, 'a', '', 4526);
    addLayer(database, 'b', '', -1);
    addLayer(database, 'c', '', 100001);
    database.run('INSERT INTO a (geom) VALUES (?)', [pointBlob(38_463_356.4, 3_841_310.7)]);
    database.run('INSERT INTO b (geom) VALUES (?)', [pointBlob(113.6, 34.7)]);
    database.run('INSERT INTO c (geom) VALUES (?)', [pointBlob(500_000, 3_841_310.7)]);
    database.run("CREATE TABLE t (id INTEGER, n TEXT); INSERT INTO t VALUES (1, '甲'), (2, NULL)");
    database.run(
      'CREATE TABLE layer_styles (x); CREATE TABLE own (x); CREATE TABLE tiles (x); CREATE VIEW endless AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c',
    );
    for (const [name, type] of [
      ['T', 'attributes'],
      ['layer_styles', 'attributes'],
      ['tiles', 'tiles'],
      ['endless', 'attributes'],
      ['gone', 'features'],
    ]) {
      database.run('INSERT INTO gpkg_contents (table_name, data_type) VALUES (?, ?)', [name!, type!]);
    }
    const layers = await readLayers(database);
    expect(layers.map(({ name, crs, batch }) => [name, crs.slice(0, 12), batch.rows.length])).toEqual([
      ['a', 'EPSG:4526', 1],
      ['b', 'EPSG:4326', 1],
      ['c', 'PROJCS["own"', 1],
      ['t', 'EPSG:4326', 2],
    ]);
    const places = layers.slice(0, 3).map((layer) => (shapesOf(layer)[0] as GeoJSON.Point).coordinates);
    for (const [longitude = 0, latitude = 0] of places) {
      expect(Math.abs(longitude - 113.6)).toBeLessThan(1e-4);
      expect(Math.abs(latitude - 34.7)).toBeLessThan(2e-2);
    }
    expect(codesOf(layers[0]!)).toEqual([['gpkg-tables-left-out', undefined]]);
    expect(layers[0]!.notes[0]!.params.tables).toBe('layer_styles, own, tiles, endless');
    expect(codesOf(layers[3]!)).toEqual([['gpkg-table-without-geometry', undefined]]);
    expect((await readLayers(database, 'b')).map(({ name }) => name)).toEqual(['b']);
  });

  it('keeps the attributes of what has no sound geometry, and notes what a cell holds against its kind', async () => {
    const database = createPackage();
    addLayer(database, 'a', ', n TEXT');
    const blobs: SqlValue[] = [null, Uint8Array.of(), pointBlob(1, 2).slice(0, 20), 'POINT(1 2)', pointBlob(1, 2)];
    for (const blob of blobs) database.run('INSERT INTO a (geom, n) VALUES (?, ?)', [blob, 'x']);
    database.run('INSERT INTO a (geom, n) VALUES (?, ?)', [pointBlob(3, 4), Uint8Array.of(1, 2)]);
    const [layer] = await readLayers(database);
    expect(shapesOf(layer!)).toEqual([null, null, null, null, point(1, 2), point(3, 4)]);
    expect(codesOf(layer!)).toEqual([
      ['geometry-missing', 0],
      ['gpkg-geometry-broken', 1],
      ['gpkg-geometry-broken', 2],
      ['gpkg-geometry-broken', 3],
      ['column-binary', 5],
    ]);
  });

  it('says what a file is that holds no layers', async () => {
    expect(await problemOf(createPackage().export())).toBe('gpkg-no-layers');
    const other = new Sqlite();
    other.run('CREATE TABLE x (y)');
    expect(await problemOf(other.export())).toBe('gpkg-not-a-geopackage');
    expect(await problemOf(new TextEncoder().encode('SQLite format 3\0 and nothing else'))).toBe('gpkg-broken');
    expect(findDriver('x.bin', createPackage().export())?.id).toBe('gpkg');
  });

  it('that was left open elsewhere is read as it is, and told where a log lies beside it', async () => {
    const database = createPackage();
    addLayer(database, 'a', '');
    database.run('INSERT INTO a (geom) VALUES (?)', [pointBlob(1, 2)]);
    const bytes = database.export();
    bytes[18] = 2;
    bytes[19] = 2;
    const codes = async (companion?: ReadCompanion) => {
      const result = await read(bytes, undefined, companion);
      return result.ok ? result.value.flatMap(codesOf) : result.problem;
    };
    expect(await codes()).toEqual([]);
    expect(await codes(async (ending) => (ending === 'gpkg-wal' ? Uint8Array.of(1) : undefined))).toEqual([
      ['gpkg-log-beside', undefined],
    ]);
    expect([bytes[18], bytes[19]]).toEqual([2, 2]);
  });

  it('cut off gives the rows before the cut', async () => {
    const database = createPackage();
    addLayer(database, 'a', ', t TEXT');
    database.run('BEGIN');
    for (let n = 0; n < 5_000; n++)
      database.run('INSERT INTO a (geom, t) VALUES (?, ?)', [pointBlob(n % 180, 1), `${n}`.padStart(40, '0')]);
    database.run('COMMIT');
    const whole = database.export();
    for (const fraction of [0.3, 0.6, 0.9]) {
      const result = await read(whole.slice(0, Math.floor(fraction * whole.length)));
      if (!result.ok) {
        expect(result.problem.code).toBe('gpkg-broken');
        continue;
      }
      const [layer] = result.value;
      expect(codesOf(layer!)).toEqual([['gpkg-table-cut-off', layer!.batch.rows.length]]);
      expect(layer!.batch.rows.length).toBeGreaterThan(1000 * fraction);
    }
  });

  it('answers or refuses whatever becomes of a file', async () => {
    const database = createPackage();
    addLayer(database, 'a', ', t TEXT');
    for (let n = 0; n < 200; n++)
      database.run('INSERT INTO a (geom, t) VALUES (?, ?)', [pointBlob(n % 180, 1), '裸土'.repeat(n)]);
    const sound = database.export();
    const random = createRandom(20261126);
    for (let run = 0; run < 300; run++) {
      const bytes = sound.slice(0, run % 3 === 0 ? random.integer(16, sound.length) : sound.length);
      for (let flips = random.integer(1, 20); flips > 0; flips--)
        bytes[random.integer(16, bytes.length - 1)] = random.integer(0, 255);
      const result = await read(bytes);
      expect(result.ok ? result.value.length : result.problem.code.length).toBeGreaterThan(0);
      if (result.ok)
        for (const { batch } of result.value) expect(batch.rows.length).toBeLessThan(sound.length + 2 ** 20);
    }
  });

  it('of many rows can be stopped', async () => {
    const database = createPackage();
    addLayer(database, 'a', '');
    database.run(
      'WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 30000) INSERT INTO a (fid) SELECT x FROM c',
    );
    const controller = new AbortController();
    let turns = 0;
    const pause = async () => {
      if (++turns === 3) controller.abort(new Error('stopped'));
    };
    const file = { name: 'x.gpkg', bytes: database.export() };
    await expect(readFile(file, {}, { pause, signal: controller.signal })).rejects.toThrow('stopped');
    expect(turns).toBe(3);
  });
});
