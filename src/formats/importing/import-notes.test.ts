/** Every record of every format is a feature or was skipped with a note of its row, and an import lists all such rows. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../core/result.ts';
import { readFile, readRawLayers } from '../read-file.ts';
import { dbfOf } from '../shapefile/test-files.ts';
import { recordsOf } from './examine-layer.ts';
import { gatherSources } from './gather-sources.ts';
import { openImport } from './import-session.ts';
import { NOTES_PER_CODE } from './import-types.ts';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

async function open(path: string, bytes: Uint8Array<ArrayBuffer>) {
  const session = await openImport([{ path, bytes }], { layers: [], profiles: [] }, {});
  const [layer] = session.examination.layers;
  if (!layer) throw new Error(session.examination.problems[0]?.code);
  return { session, layer };
}

const rowsOf = (notes: readonly Problem[], code: string) =>
  notes.filter((note) => note.code === code).map(({ at }) => at?.row);

describe('three hundred bad rows', () => {
  const header = '图斑编号,面积（亩）,发现时间,经度,纬度';
  const bad = Array.from({ length: 300 }, (_, at) => `B${at},1,待定,不详,不详`);
  const good = Array.from({ length: 700 }, (_, at) => `A${at},1,2026-03-05,113.6,34.7`);
  const csv = bytesOf([header, ...bad, ...good].join('\n'));
  const everyBad = Array.from({ length: 300 }, (_, row) => row);

  it('are all in an import, before it is finished and after', async () => {
    const { session, layer } = await open('裸土台账.csv', csv);
    expect(layer.choices.fields.openedAt).toBe('发现时间');
    for (const code of ['csv-place-unreadable', 'geometry-missing', 'value-unreadable']) {
      expect(rowsOf(layer.notes, code), code).toEqual(everyBad);
    }
    expect(layer.notes.find(({ code }) => code === 'value-unreadable')).toEqual({
      code: 'value-unreadable',
      params: { field: 'openedAt', value: '待定', count: 1 },
      at: { file: '裸土台账.csv', row: 0, line: 2, column: '发现时间' },
    });
    expect(layer.notes.map(({ code }) => code)).not.toContain('more-notes');
    const done = await session.finish({ [layer.key]: layer.choices }, [], [], {});
    if (!done.ok) throw new Error(done.problem.code);
    expect([done.value.records, done.value.features]).toEqual([1000, 1000]);
    expect(rowsOf(done.value.layers[0]!.notes, 'value-unreadable')).toEqual(everyBad);
  });

  it('are twenty and a number elsewhere', async () => {
    const read = await readFile({ name: '裸土台账.csv', bytes: csv }, {}, {});
    if (!read.ok) throw new Error(read.problem.code);
    const notes = read.value[0]!.notes;
    expect(rowsOf(notes, 'geometry-missing')).toEqual(everyBad.slice(0, 20));
    expect(notes.filter(({ code }) => code === 'more-notes').map(({ params }) => params)).toEqual([
      { of: 'csv-place-unreadable', count: 280 },
      { of: 'geometry-missing', count: 280 },
    ]);
  });

  it('are told of files that join another with file and row', async () => {
    const files = ['东街.csv', '西街.csv'].map((path) => ({ path, bytes: csv.slice() }));
    const session = await openImport(files, { layers: [], profiles: [] }, {});
    const { layers } = session.examination;
    const choices = Object.fromEntries(layers.map((layer) => [layer.key, layer.choices]));
    choices[layers[1]!.key] = { ...layers[1]!.choices, target: { type: 'join', with: layers[0]!.key } };
    const done = await session.finish(choices, [], [], {});
    if (!done.ok) throw new Error(done.problem.code);
    const doubled = done.value.layers[0]!.notes.filter(({ code }) => code === 'duplicate-id');
    expect(doubled).toHaveLength(1000);
    expect(doubled[999]!.at).toEqual({ file: '西街.csv', row: 999, line: 1001 });
  });
});

describe('records that are skipped, the last one too', () => {
  const featureCollection = (features: unknown[]) => bytesOf(JSON.stringify({ type: 'FeatureCollection', features }));
  const point = { type: 'Point', coordinates: [113.6, 34.7] };
  const feature = { type: 'Feature', geometry: point, properties: { a: 1 } };
  const topology = (geometries: unknown[]) =>
    bytesOf(JSON.stringify({ type: 'Topology', arcs: [], objects: { a: { type: 'GeometryCollection', geometries } } }));
  const gpx = (inner: string) => bytesOf(`<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">${inner}</gpx>`);

  it.each([
    ['a.csv', bytesOf('名称,经度,纬度\n一,113.6,34.7\n二,113.7,34.7\n合计,,\n'), 'table-total-row', [2], 3],
    ['a.geojson', featureCollection([5, feature, 'x']), 'feature-not-an-object', [0, 2], 3],
    ['a.topojson', topology([point, 5]), 'feature-not-an-object', [1], 2],
    [
      'a.gpx',
      gpx('<wpt lat="x" lon="y"/><wpt lat="34.7" lon="113.6"/><trk><name>空</name></trk><rte/>'),
      'record-without-positions',
      [0, 1, 2],
      4,
    ],
    [
      'a.dbf',
      dbfOf([{ name: 'NAME', type: 'C', width: 4 }], [['a'], ['b']], { deleted: [1] }),
      'shapefile-record-deleted',
      [1],
      2,
    ],
  ] as const)('%s', async (path, bytes, code, rows, records) => {
    const { layer } = await open(path, bytes as Uint8Array<ArrayBuffer>);
    expect(rowsOf(layer.notes, code)).toEqual(rows);
    expect([layer.records, layer.facts.features]).toEqual([records, records - rows.length]);
  });
});

const folder = process.env.CHENTU_REAL_DATA ? join(process.env.CHENTU_REAL_DATA, 'messy') : undefined;
const LARGEST_BYTES = 8e6;

describe.skipIf(!folder)('real files', () => {
  it('have a note with the row of every record that became no feature', { timeout: 300_000 }, async () => {
    const paths = readdirSync(folder!, { recursive: true, encoding: 'utf8' }).filter((path) => {
      const found = statSync(join(folder!, path));
      return found.isFile() && found.size < LARGEST_BYTES;
    });
    const { sources } = gatherSources(
      paths.map((path) => ({ path, bytes: new Uint8Array(readFileSync(join(folder!, path))) })),
    );
    let [layers, skippedInAll] = [0, 0];
    for (const source of sources) {
      const read = await readRawLayers(source, { notesPerCode: NOTES_PER_CODE }, {});
      if (!read.ok) continue;
      for (const layer of read.value) {
        const kept = new Set(layer.batch.rows);
        const noted = new Set(
          layer.notes.flatMap(({ at }) => (at?.row === undefined || kept.has(at.row) ? [] : [at.row])),
        );
        const skipped = recordsOf(layer) - layer.batch.rows.length;
        expect(skipped, `${source.name} ${layer.name}`).toBeGreaterThanOrEqual(0);
        expect(noted.size, `${source.name} ${layer.name}`).toBeGreaterThanOrEqual(skipped);
        layers++;
        skippedInAll += skipped;
      }
    }
    expect(layers).toBeGreaterThan(300);
    expect(skippedInAll).toBeGreaterThan(0);
  });
});
