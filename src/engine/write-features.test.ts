import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { area, degrees, layerOf, rectangle, spot, workspaceOf } from '../../test/support/workspace.ts';
import { createSession } from '../checks/session.ts';
import type { Progress } from '../core/task.ts';
import type { ExportedLayer } from '../formats/export-layer.ts';
import { LAYER_EXPORT_FORMATS } from '../formats/layer-export-formats.ts';
import { readFile } from '../formats/read-file.ts';
import { geometryToGeoJson } from '../geo/geometry-column.ts';
import { valueAt } from '../model/feature-batch.ts';
import type { PlainTable } from '../reports/table.ts';
import type { FeatureSet, FeaturesToWrite } from './feature-sets.ts';
import { writeFeatures } from './write-features.ts';

const soil = layerOf('裸土', 'bareSoil', [
  area('a', [0, 0, 20, 20], { name: '一号', person: '张三' }),
  area('b', [50, 0, 20, 20], { name: '二号', person: '李四' }),
  area('c', [90, 0, 20, 30], { name: '三号', person: '王五' }),
]);
const schools = layerOf('学校', 'receptor', [spot('s', 10, 10, { name: '小学' })]);
const zones = layerOf('网格', 'responsibilityZone', [area('far', [9000, 0, 20, 20], { owner: '甲' })]);
const openSession = () => createSession({ ...workspaceOf([soil, schools, zones]), asOf: '2026-10-31' });

const table: PlainTable = {
  title: '裸土',
  columns: [
    { key: 'name', header: '名称', type: 'text' },
    { key: 'measuredArea', header: '量算面积（m²）', type: 'number' },
  ],
  rows: [
    ['三号', 600],
    ['一号', 400],
  ],
};
const shown: FeatureSet = { of: 'table', table, places: { of: 'layer', layer: '裸土', features: ['c', 'a'] } };

async function write(
  input: FeaturesToWrite,
  session?: Awaited<ReturnType<typeof openSession>>,
): Promise<ExportedLayer> {
  const written = await writeFeatures(session, input, {});
  if (!written.ok) throw new Error(written.problem.code);
  return written.value;
}

async function read({ bytes, extension }: Pick<ExportedLayer, 'bytes' | 'extension'>, only?: string) {
  const files = extension === 'zip' ? unzipSync(bytes) : { [`file.${extension}`]: bytes };
  const name = only ?? Object.keys(files).find((path) => /\.(?!cpg|dbf|prj|shx)\w+$/u.test(path))!;
  const companion = async (ending: string) =>
    files[name.replace(/\w+$/u, ending)]?.slice() as Uint8Array<ArrayBuffer> | undefined;
  const result = await readFile({ name, bytes: files[name]!.slice(), companion }, {}, {});
  if (!result.ok) throw new Error(result.problem.code);
  const { batch } = result.value[0]!;
  return Array.from(batch.rows, (_, index) => ({
    geometry: geometryToGeoJson(batch.geometry, index),
    values: Object.fromEntries([...batch.columns].map(([column, values]) => [column, valueAt(values, index)])),
  }));
}

/** To a centimetre: WKT, KML and others write fewer digits than a double has. */
const near = (position: GeoJSON.Position | undefined) => position?.map((degree) => Number(degree.toFixed(7)));
const cornersOf = (geometry: GeoJSON.Geometry | null) =>
  geometry?.type === 'Polygon' ? new Set(geometry.coordinates[0]?.map((corner) => near(corner)?.join(' '))) : geometry;

describe('a table as geodata', () => {
  it.each(LAYER_EXPORT_FORMATS.filter((format) => format !== 'gpx'))(
    'keeps its rows in their order, its columns with their units, and each row its own shape: %s',
    async (format) => {
      const written = await write({ sets: [shown], format }, await openSession());
      const back = await read(written);
      expect(written.notes.some(({ code }) => code === 'exporting.order-lost')).toBe(format === 'flatgeobuf');
      const area = format === 'shapefile' ? '量算面积m2' : '量算面积（m²）';
      // A shapefile's column names end after ten bytes, and KML has text alone.
      const expected = [
        ['三号', 600, cornersOf(rectangle(90, 0, 20, 30))],
        ['一号', 400, cornersOf(rectangle(0, 0, 20, 20))],
      ];
      // A FlatGeobuf stands in the order of its index.
      if (format === 'flatgeobuf') expected.reverse();
      expect(back.map(({ geometry, values }) => [values.名称, Number(values[area]), cornersOf(geometry)])).toEqual(
        expected,
      );
      expect(back.every(({ values }) => !('person' in values))).toBe(true);
    },
  );

  it('calls features by their names on a phone: in KML, and in GPX as tracks of the outlines', async () => {
    const session = await openSession();
    const kml = new TextDecoder().decode((await write({ sets: [shown], format: 'kml' }, session)).bytes);
    expect(kml).toContain('<Placemark>\n<name>三号</name>'.replace('\n', ''));
    const gpx = await write({ sets: [shown], format: 'gpx' }, session);
    expect(new TextDecoder().decode(gpx.bytes)).toMatch(/<trk><name>三号<\/name>/u);
    expect(gpx.notes).toContainEqual(expect.objectContaining({ code: 'gpx-areas-as-outlines' }));
  });

  it('draws a finding as the map does, or writes its place where it has no shape', async () => {
    const session = await openSession();
    const { findings } = session.check;
    const [first] = findings.filter(({ rule }) => rule === 'source-unassigned');
    const progress: Progress[] = [];
    const one: PlainTable = {
      title: '未覆盖',
      columns: [{ key: 'subjects', header: '对象', type: 'text' }],
      rows: [['甲']],
    };
    const input: FeaturesToWrite = {
      sets: [{ of: 'table', table: one, places: { of: 'findings', findings: [first!.id] }, nameKey: 'subjects' }],
      format: 'geojson',
    };
    const written = await writeFeatures(session, input, { onProgress: (said) => progress.push(said) });
    if (!written.ok) throw new Error(written.problem.code);
    const [back] = await read(written.value);
    expect(cornersOf(back!.geometry)).toEqual(cornersOf((await session.shape(first!.id)) as GeoJSON.Geometry));
    expect(back!.values).toEqual({ 对象: '甲' });
    expect(progress.map(({ stage }) => stage)).toEqual(['write', 'shapes']);
  });

  it('is refused where a row is gone, rather than given the place of another', async () => {
    const session = await openSession();
    const gone: FeatureSet = { of: 'table', table, places: { of: 'layer', layer: '裸土', features: ['c', 'x'] } };
    const answers = [
      await writeFeatures(session, { sets: [gone], format: 'csv' }, {}),
      await writeFeatures(
        session,
        { sets: [{ ...shown, places: { of: 'findings', findings: ['x', 'y'] } }], format: 'csv' },
        {},
      ),
      await writeFeatures(session, { sets: [{ of: 'layer', layer: 'x', options: ALL }], format: 'csv' }, {}),
      await writeFeatures(undefined, { sets: [shown], format: 'csv' }, {}),
    ];
    expect(
      answers.map((answer) => (answer.ok ? undefined : [answer.problem.code, answer.problem.params.count])),
    ).toEqual([
      ['exporting.rows-gone', 1],
      ['exporting.rows-gone', 2],
      ['engine.layer-gone', undefined],
      ['engine.nothing-open', undefined],
    ]);
  });
});

const ALL = { withPersonal: false, labels: {}, words: {} };

describe('several sets', () => {
  const ground: FeatureSet = {
    of: 'table',
    table: { title: '统计范围', columns: [{ key: 'name', header: '名称', type: 'text' }], rows: [['统计范围']] },
    places: { of: 'shapes', shapes: [rectangle(-5, -5, 60, 60)] },
  };
  const sets: FeatureSet[] = [
    ground,
    { of: 'layer', layer: '裸土', options: { ...ALL, only: ['b', 'gone', 'a'] } },
    { of: 'layer', layer: '学校', options: ALL },
  ];

  it('are one zip with a file for each, people left out of layers and that is said by layer', async () => {
    const written = await write({ sets, format: 'geojson' }, await openSession());
    expect([written.extension, Object.keys(unzipSync(written.bytes)).toSorted()]).toEqual([
      'zip',
      ['学校.geojson', '统计范围.geojson', '裸土.geojson'],
    ]);
    const inside = await read(written, '裸土.geojson');
    expect(inside).toMatchObject([{ values: { id: 'b', name: '二号' } }, { values: { id: 'a', name: '一号' } }]);
    expect(inside.some(({ values }) => 'person' in values)).toBe(false);
    expect(await read(written, '学校.geojson')).toMatchObject([
      { geometry: { type: 'Point', coordinates: degrees(10, 10)[0] }, values: { name: '小学' } },
    ]);
    expect(written.notes).toContainEqual({
      code: 'export-columns-left-out',
      params: { columns: 'person' },
      at: { layer: '裸土' },
    });
    const withPeople = { of: 'layer', layer: '裸土', options: { ...ALL, withPersonal: true, only: ['a'] } } as const;
    const [asked] = await read(await write({ sets: [withPeople], format: 'geojson' }, await openSession()));
    expect(asked?.values).toMatchObject({ id: 'a', name: '一号', person: '张三' });
  });

  it('of shapefiles are files side by side, and layers of one name have a number', async () => {
    const twice = [...sets, ground];
    const { bytes } = await write({ sets: twice, format: 'shapefile' }, await openSession());
    const shapes = Object.keys(unzipSync(bytes)).filter((path) => path.endsWith('.shp'));
    expect(shapes.toSorted()).toEqual(['学校.shp', '统计范围.shp', '统计范围_2.shp', '裸土.shp']);
    expect((await read({ bytes, extension: 'zip' }, '统计范围_2.shp'))[0]?.values).toEqual({ 名称: '统计范围' });
  });

  it('need no workspace where all shapes are given', async () => {
    const back = await read(await write({ sets: [ground], format: 'flatgeobuf' }));
    expect(cornersOf(back[0]!.geometry)).toEqual(cornersOf(rectangle(-5, -5, 60, 60)));
  });

  it('stop where they are cancelled', async () => {
    const task = { signal: AbortSignal.abort(new DOMException('cancelled', 'AbortError')) };
    await expect(writeFeatures(await openSession(), { sets, format: 'csv' }, task)).rejects.toThrow('cancelled');
  });
});
