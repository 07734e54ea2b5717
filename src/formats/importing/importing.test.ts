import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findCrs } from '../../geo/crs.ts';
import { geometryToGeoJson } from '../../geo/geometry-column.ts';
import { valueAt } from '../../model/feature-batch.ts';
import type { Layer } from '../../model/workspace.ts';
import { gatherSources } from './gather-sources.ts';
import { rememberProfile } from './import-profiles.ts';
import { openImport } from './import-session.ts';
import type { ExaminedLayer, ImportSurroundings, LayerChoices } from './import-types.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const ALONE: ImportSurroundings = { layers: [], profiles: [] };

/** A square whose south-west corner is given, in degrees. */
const square = (lon: number, lat: number, size = 0.001): GeoJSON.Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [lon, lat],
      [lon + size, lat],
      [lon + size, lat + size],
      [lon, lat + size],
      [lon, lat],
    ],
  ],
});

const collection = (features: readonly { geometry: GeoJSON.Geometry; properties: Record<string, unknown> }[]) =>
  bytesOf(
    JSON.stringify({
      type: 'FeatureCollection',
      features: features.map((feature) => ({ type: 'Feature', ...feature })),
    }),
  );

async function examine(files: Record<string, Uint8Array<ArrayBuffer>>, surroundings = ALONE) {
  const list = Object.entries(files).map(([path, bytes]) => ({ path, bytes }));
  const session = await openImport(list, surroundings, {});
  return { session, ...session.examination };
}

async function finish(
  files: Record<string, Uint8Array<ArrayBuffer>>,
  existing: readonly Layer[] = [],
  change: (layer: ExaminedLayer) => LayerChoices = (layer) => layer.choices,
) {
  const { session, layers } = await examine(files, { ...ALONE, layers: existing });
  const choices = Object.fromEntries(layers.map((layer) => [layer.key, change(layer)]));
  const result = await session.finish(
    choices,
    existing,
    existing.map(({ id }) => id),
    {},
  );
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

describe('gathering', () => {
  it('opens archives, passes over what desktops leave behind, names what nobody can read', () => {
    const zip = zipSync({
      '街道/一.csv': bytesOf('经度,纬度\n113,34\n'),
      '__MACOSX/._一.csv': bytesOf('x'),
      'plan.dwg': bytesOf('AC1032'),
    }) as Uint8Array<ArrayBuffer>;
    const { sources, problems } = gatherSources([{ path: '上报.zip', bytes: zip }]);
    expect(sources.map(({ name }) => name)).toEqual(['上报.zip/街道/一.csv']);
    expect(problems).toEqual([{ code: 'import-file-unknown', params: {}, at: { file: '上报.zip/plan.dwg' } }]);
  });
});

describe('guesses', () => {
  it('knows a ledger by its name and columns, maps its fields, keeps codes, reads 亩', async () => {
    const csv =
      '图斑编号,图斑名称,责任单位,包联领导,面积（亩）,覆盖情况,发现时间,经度,纬度\n0012,一号,甲公司,王某,12.4,未覆盖,2026年3月5日,113.61,34.71\n0013,二号,乙公司,王某,3,已苫盖,2026-03-06,113.62,34.72\n';
    const { layers } = await examine({ '裸土台账.csv': bytesOf(csv) });
    const [layer] = layers;
    expect(layer!.choices).toMatchObject({
      kind: 'bareSoil',
      title: '裸土台账',
      included: true,
      fields: {
        id: '图斑编号',
        name: '图斑名称',
        owner: '责任单位',
        leader: '包联领导',
        areaSquareMeters: '面积（亩）',
        status: '覆盖情况',
        openedAt: '发现时间',
      },
      units: { areaSquareMeters: '亩' },
    });
    expect(layer!.kindGuess.isSure).toBe(true);
    expect([layer!.records, layer!.facts.features]).toEqual([2, 2]);
    const { layers: made } = await finish({ '裸土台账.csv': bytesOf(csv) });
    const { base } = made[0]!.layer!;
    expect(base.ids).toEqual(['0012', '0013']);
    expect(valueAt(base.columns.get('areaSquareMeters'), 0)).toBeCloseTo(8266.67, 1);
    expect(valueAt(base.columns.get('status'), 1)).toBe('netted');
    expect(valueAt(base.columns.get('openedAt'), 0)).toBe('2026-03-05');
  });

  it('finds the unit of areas by the shapes where the header says none', async () => {
    const features = [0, 1, 2, 3].map((at) => {
      const size = 0.001 * (at + 1);
      const squareMeters = (size * 111_000) ** 2 * Math.cos((34.7 * Math.PI) / 180);
      return { geometry: square(113.6 + at * 0.01, 34.7, size), properties: { 面积: squareMeters / 666.67 } };
    });
    const { layers } = await examine({ '裸土.geojson': collection(features) });
    expect(layers[0]!.choices.units).toEqual({ areaSquareMeters: '亩' });
    expect(layers[0]!.fieldGuesses.reasons.areaSquareMeters).toContainEqual({
      code: 'import-unit-by-ground',
      params: { column: '面积', unit: '亩', count: 4, total: 4 },
    });
  });

  it('says so where only shapes speak, and leaves the id alone where values repeat', async () => {
    const rows = [1, 1].map((编号, at) => ({ geometry: square(113.6 + at, 34.7), properties: { 编号 } }));
    const { layers } = await examine({ 'x.geojson': collection(rows) });
    expect(layers[0]!.kindGuess).toMatchObject({ kind: 'bareSoil', isSure: false });
    expect(layers[0]!.choices.fields.id).toBeUndefined();
  });
});

describe('where a layer lies', () => {
  const project = async (code: string, at: readonly [number, number]) => {
    const crs = await findCrs(code);
    if (!crs.ok) throw new Error(crs.problem.code);
    return crs.value.fromLonLat(at[0], at[1]);
  };
  const csvOf = (rows: readonly (readonly number[])[]) =>
    bytesOf(`X,Y\n${rows.map((row) => row.join(',')).join('\n')}\n`);
  const positionOf = ({ preview }: ExaminedLayer) => (preview.shapes[0] as GeoJSON.Point).coordinates;

  it('reads a 3° zone by its number, also with northing first', async () => {
    const [x, y] = await project('EPSG:4526', [113.7, 34.7]);
    for (const row of [
      [x, y],
      [y, x],
    ]) {
      const { layers } = await examine({ '点.csv': csvOf([row, row]) });
      const [layer] = layers;
      expect(layer!.choices.reading.crs).toBe('EPSG:4526');
      expect(layer!.choices.reading.swapAxes ?? false).toBe(row[0] === y);
      expect(positionOf(layer!)[0]).toBeCloseTo(113.7, 6);
      expect(positionOf(layer!)[1]).toBeCloseTo(34.7, 6);
    }
  });

  it('asks for the zone where no number says it, unless the workspace tells', async () => {
    const row = await project('EPSG:4547', [113.7, 34.7]);
    const alone = await examine({ '点.csv': csvOf([row, row]) });
    expect(alone.layers[0]!.problem?.code).toBe('coordinates-not-degrees');
    expect(alone.layers[0]!.choices.included).toBe(false);
    expect(alone.layers[0]!.placing.reasons.map(({ code }) => code)).toEqual(['import-crs-zone-open']);
    const there = await examine({ '点.csv': csvOf([row, row]) }, { ...ALONE, near: [113.65, 34.75] });
    expect(there.layers[0]!.choices.reading.crs).toBe('EPSG:4547');
    const chosen = await alone.session.revise(
      alone.layers[0]!.key,
      { ...alone.layers[0]!.choices, reading: { crs: 'EPSG:4547' } },
      undefined,
      {},
    );
    expect(chosen.ok && positionOf(chosen.value)[0]).toBeCloseTo(113.7, 6);
  });

  it('never applies a datum by itself, and shows both places where one is chosen', async () => {
    const file = { 'gcj02_学校.csv': bytesOf('lon,lat,name\n113.7,34.7,一中\n') };
    const { session, layers } = await examine(file);
    expect(layers[0]!.datumGuess.datum).toBe('gcj02');
    expect(positionOf(layers[0]!)).toEqual([113.7, 34.7]);
    const shifted = await session.revise(
      layers[0]!.key,
      { ...layers[0]!.choices, reading: { datum: 'gcj02' } },
      undefined,
      {},
    );
    if (!shifted.ok) throw new Error(shifted.problem.code);
    expect(positionOf(shifted.value)[0]).toBeLessThan(113.698);
    expect(shifted.value.preview.unshifted).toEqual([{ type: 'Point', coordinates: [113.7, 34.7] }]);
  });
});

describe('a table read otherwise', () => {
  it('takes another delimiter, and guesses the fields anew', async () => {
    const { session, layers } = await examine({
      '裸土.csv': bytesOf('图斑名称;a,b;经度;纬度\n一,二,三;1;113.6;34.7\n'),
    });
    const [layer] = layers;
    expect([layer!.facts.delimiter, layer!.choices.fields.name]).toEqual([';', '图斑名称']);
    const { fields: _, units: __, ...asked } = layer!.choices;
    const revised = await session.revise(layer!.key, { ...asked, reading: { delimiter: ',' } }, undefined, {});
    expect(revised.ok && revised.value.facts.delimiter).toBe(',');
    expect(revised.ok && revised.value.choices.fields.name).toBeUndefined();
  });
});

describe('where a layer goes', () => {
  const zones = (names: readonly string[], lon: number) =>
    collection(
      names.map((name, at) => ({
        geometry: square(lon + 0.01 * at, 34.7),
        properties: { 网格编号: name, 网格长: name },
      })),
    );

  it('joins files of one form, numbers what is called alike, and tells', async () => {
    const files = { '东街网格.geojson': zones(['1', '2'], 113.6), '西街网格.geojson': zones(['2', '3'], 113.7) };
    const { layers } = await examine(files);
    expect(layers.map(({ choices }) => choices.target)).toEqual([
      { type: 'new' },
      { type: 'join', with: layers[0]!.key },
    ]);
    const { layers: made, records, features } = await finish(files);
    expect(made).toHaveLength(1);
    expect(made[0]!.id).toBe('街网格');
    expect(made[0]!.layer.base.ids).toEqual(['1', '2', '2#2', '3']);
    expect(made[0]!.notes.map(({ code }) => code)).toEqual(['duplicate-id']);
    expect([records, features]).toEqual([4, 4]);
  });

  it("takes this month's file for the newer version of last month's", async () => {
    const layers = [{ id: 'soil', kind: 'bareSoil' as const, title: '裸土台账2026年10月' }];
    const csv = bytesOf('图斑编号,经度,纬度\n1,113.6,34.7\n');
    const { layers: found } = await examine(
      { '裸土台账2026年11月.csv': csv, '裸土普查.csv': csv },
      { ...ALONE, layers },
    );
    expect(found.map(({ choices }) => choices.target.type)).toEqual(['update', 'new']);
  });

  it('updates by id and by ground, keeps what was edited by hand, and counts all of it', async () => {
    const first = await finish({ '网格.geojson': zones(['A', 'B', 'C', 'D'], 113.6) });
    const { manifest, base } = first.layers[0]!.layer;
    const edits = new Map([['B', { id: 'B', geometry: square(113.61, 34.7), properties: { person: '手工' } }]]);
    const layer: Layer = { id: first.layers[0]!.id, kind: 'responsibilityZone', title: '网格', manifest, base, edits };
    const newer = collection([
      { geometry: square(113.6, 34.7), properties: { 网格编号: 'A', 网格长: 'A' } },
      { geometry: square(113.61, 34.7), properties: { 网格编号: 'B', 网格长: '新人' } },
      { geometry: square(113.62, 34.7, 0.0011), properties: { 网格编号: 'C2', 网格长: 'C' } },
      { geometry: square(113.9, 34.7), properties: { 网格编号: 'E', 网格长: 'E' } },
    ]);
    const second = await finish({ '网格.geojson': newer }, [layer]);
    const [updated] = second.layers;
    expect(updated!.replaces).toBe(true);
    // C2 lies where C lay and keeps its name; D is gone.
    expect(updated!.layer.base.ids).toEqual(['A', 'B', 'C', 'E']);
    expect(updated!.counts).toEqual({ added: 1, changed: 1, unchanged: 1, removed: 1, kept: 1 });
    expect(updated!.layer.edits?.get('B')?.properties.person).toBe('手工');
    expect(updated!.notes.map(({ code, params }) => [code, params.id])).toEqual([['import-merge-edited', 'B']]);
    expect(geometryToGeoJson(updated!.layer.base.geometry, 2)).toEqual(square(113.62, 34.7, 0.0011));
    const kept = await finish({ '网格.geojson': newer }, [layer], ({ choices }) => ({
      ...choices,
      target: { type: 'update', layer: layer.id, keepMissing: true },
    }));
    expect(kept.layers[0]!.layer.base.ids).toEqual(['A', 'B', 'C', 'E', 'D']);
    expect(kept.layers[0]!.counts.removed).toBe(0);
  });
});

describe('profiles', () => {
  it('maps a file of the same form as the last time, whatever was guessed', async () => {
    const csv = bytesOf('编号,甲,乙,lon,lat\n1,x,y,113.7,34.7\n');
    const { layers } = await examine({ 'a.csv': csv });
    const choices: LayerChoices = { ...layers[0]!.choices, kind: 'stockpile', fields: { name: '甲', owner: '乙' } };
    const profiles = rememberProfile([], '住建局', ['编号', '甲', '乙', 'lon', 'lat'], choices);
    const again = await examine({ 'b.csv': csv }, { ...ALONE, profiles });
    expect(again.layers[0]!.profile).toBe('住建局');
    expect(again.layers[0]!.choices).toMatchObject({
      kind: 'stockpile',
      fields: { name: '甲', owner: '乙' },
      title: 'b',
    });
    // A ledger of another form, but with a column that was named by hand once.
    const alike = await examine({ '堆场.csv': bytesOf('甲,丙,lon,lat\nx,y,113.7,34.7\n') }, { ...ALONE, profiles });
    expect([alike.layers[0]!.profile, alike.layers[0]!.choices.fields]).toEqual([undefined, { name: '甲' }]);
    const other = await examine({ 'c.csv': bytesOf('编号,甲,lon,lat\n1,x,113.7,34.7\n') }, { ...ALONE, profiles });
    expect(other.layers[0]!.profile).toBeUndefined();
  });
});

describe('bad input', () => {
  it('tells each file that cannot be read, and goes on with the others', async () => {
    const { layers, problems } = await examine({
      'a.geojson': bytesOf('{"type":"FeatureCollection","features":'),
      'b.csv': bytesOf('lon,lat\n1,2\n'),
      'c.zip': bytesOf('PK\u0003\u0004 broken'),
      'd.geojson': bytesOf(''),
    });
    expect(layers.map(({ file }) => file)).toEqual(['b.csv']);
    expect(problems.map(({ at }) => at?.file).toSorted()).toEqual(['a.geojson', 'c.zip', 'd.geojson']);
  });
});
