import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ok } from '../../core/result.ts';
import { geometryToGeoJson } from '../../geo/geometry-column.ts';
import { explainProblem } from '../../i18n/explain.ts';
import { createTranslator, LANGUAGES } from '../../i18n/translate.ts';
import { effectiveBatch } from '../../model/effective-batch.ts';
import { type FeatureBatch, textAt, valueAt } from '../../model/feature-batch.ts';
import { applyPatch } from '../../model/patch.ts';
import type { RulePack } from '../../model/rule-pack.ts';
import type { EditedFeature, WorkspaceDocument } from '../../model/workspace.ts';
import { parseRulePack as parseRules } from '../../rules/parse-rule-pack.ts';
import { type OpenedWorkspace, openWorkspace } from './open-workspace.ts';
import { saveWorkspace } from './save-workspace.ts';
import { filesInMemory } from './workspace-files.ts';
import type { PathAndBytes } from './workspace-path.ts';
import { unzipFiles, zipFiles } from './zip.ts';

const pack: RulePack = { id: 'p', version: '1', name: { 'zh-CN': '', en: '' }, thresholds: {}, priorities: {} };
const parseRulePack = () => ok(pack);

const bytesOf = (content: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
const filesOf = (files: Readonly<Record<string, unknown>>): PathAndBytes[] =>
  Object.entries(files).map(([path, content]) => ({
    path,
    bytes: content instanceof Uint8Array ? (content as Uint8Array<ArrayBuffer>) : bytesOf(content),
  }));

async function open(files: readonly PathAndBytes[]): Promise<OpenedWorkspace> {
  const opened = await openWorkspace(filesInMemory(files), parseRulePack, {});
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
}

async function save(document: WorkspaceDocument): Promise<PathAndBytes[]> {
  const saved = await saveWorkspace(document);
  if (!saved.ok) throw new Error(saved.problem.code);
  return saved.value;
}

const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const feature = (geometry: unknown, properties: unknown = {}) => ({ type: 'Feature', properties, geometry });
const point = (x: number, y: number) => ({ type: 'Point', coordinates: [x, y] });
const manifestOf = (layers: unknown[], more = {}) => ({
  format: 'chentu-workspace',
  version: 1,
  name: '示范',
  layers,
  ...more,
});

describe('a workspace with every fault', () => {
  const folder = 'test/fixtures/broken-workspace';
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'make.mjs')
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(folder.length + 1), bytes: new Uint8Array(readFileSync(path)) }));

  it('opens all that can be opened', async () => {
    const { document } = await open(files);
    expect(document.layers.map((layer) => `${layer.id} ${layer.base.rows.length}`)).toEqual([
      'zones 3',
      'soil 2',
      'half 9',
      'empty 0',
      'without-geometry 3',
      'three-point-rings 3',
      'out-of-range 3',
      'zone-with-points 3',
      'rows 4',
    ]);
  });

  it('names file, layer and fault of what cannot', async () => {
    const { problems } = await open(files);
    expect(problems.map(({ code, at }) => [code, at?.layer, at?.file])).toEqual([
      ['manifest-key-left-aside', undefined, 'workspace.json'],
      ['rule-pack-missing', undefined, 'workspace.json'],
      ['layer-file-missing', 'missing-file', 'layers/nowhere.geojson'],
      ['crs-unknown', 'wrong-crs', 'layers/soil.geojson'],
      ['json-broken', 'broken-json', 'layers/broken.geojson'],
      ['flatgeobuf-header-broken', 'header-cut', 'layers/header-cut.fgb'],
      ['coordinates-not-degrees', 'metres', 'layers/metres.geojson'],
      ['layer-kind-unknown', 'wrong-kind', 'workspace.json'],
      ['layer-id-duplicate', 'soil', 'workspace.json'],
      ['path-escapes', 'outside', 'workspace.json'],
      ['manifest-key-wrong', 'wrong-key', 'workspace.json'],
    ]);
    const metres = problems.find((found) => found.code === 'coordinates-not-degrees');
    expect(metres?.params.guess).toBe('EPSG:4526');
  });

  it('notes every bad row of what is open', async () => {
    const { notes } = await open(files);
    expect(notes.map(({ layer, row, problem }) => [problem.code, layer, row])).toEqual([
      ['flatgeobuf-cut-off', 'half', 9],
      ['layer-empty', 'empty', undefined],
      ['geometry-missing', 'without-geometry', 1],
      ['geometry-missing', 'without-geometry', 2],
      ['geometry-not-for-kind', 'zone-with-points', 1],
      ['geometry-not-for-kind', 'zone-with-points', 2],
      ['coordinates-are-text', 'rows', 2],
      ['geometry-malformed', 'rows', 3],
      ['feature-not-an-object', 'rows', 4],
      ['field-column-missing', 'rows', undefined],
      ['value-unreadable', 'rows', 1],
      ['value-not-in-list', 'rows', 1],
      ['value-unreadable', 'rows', 1],
      ['duplicate-id', 'rows', 1],
    ]);
  });

  it('puts each into a sentence in both languages', async () => {
    const { problems, notes } = await open(files);
    for (const language of LANGUAGES) {
      const translate = createTranslator(language);
      for (const found of [...problems, ...notes.map((note) => note.problem)]) {
        const sentence = explainProblem(found, translate);
        expect(sentence).not.toMatch(/problem\.|\{\{|undefined|\[object/);
        expect(sentence, found.code).toContain(found.at?.file);
      }
    }
  });

  it('keeps the layers that could not be read, and their files, when saved', async () => {
    const { document } = await open(files);
    const again = await open(await save(document));
    const names = again.problems.map(({ code, at }) => [code, at?.layer]);
    expect(names).toContainEqual(['json-broken', 'broken-json']);
    expect(names).toContainEqual(['layer-file-missing', 'missing-file']);
    expect(names).toContainEqual(['manifest-key-left-aside', undefined]);
    expect(names.length).toBe((await open(files)).problems.length);
  });
});

describe('opening', () => {
  const simple = {
    'workspace.json': manifestOf([{ id: 'a', kind: 'hotspot', file: 'a.geojson' }]),
    'a.geojson': point(1, 2),
  };

  it('finds the workspace in a sub-folder or in a zip, made on any system', async () => {
    const inFolder = Object.fromEntries(Object.entries(simple).map(([path, content]) => [`示范区\\${path}`, content]));
    const zipped = { '示范.chentu': zipFiles(filesOf(simple)), '__MACOSX/x.zip': '' };
    for (const files of [simple, inFolder, zipped]) {
      expect((await open(filesOf(files))).document.layers[0]?.base.rows.length).toBe(1);
    }
  });

  it.each([
    [{ 'readme.txt': 'x' }, 'workspace-json-missing'],
    [{ 'workspace.json': '{ "format": ' }, 'json-ends-early'],
    [{ 'workspace.json': { format: 'other' } }, 'workspace-format-wrong'],
    [{ 'workspace.json': { ...manifestOf([]), version: 2 } }, 'workspace-version-later'],
    [{ 'workspace.json': { format: 'chentu-workspace', version: 1 } }, 'manifest-key-wrong'],
    [{ 'a/workspace.json': {}, 'b/workspace.json': {} }, 'workspace-json-several'],
    [{ 'a.zip': 'no zip' }, 'zip-broken'],
  ])('refuses %j', async (files, code) => {
    const opened = await openWorkspace(filesInMemory(filesOf(files)), parseRulePack, {});
    expect(opened.ok ? '' : opened.problem.code).toBe(code);
  });

  it('applies where, fields, units, defaults and datum; rows count before the filter', async () => {
    const features = [
      feature(point(113.606, 34.6987), { 状态: '已覆盖', 面积: 1 }),
      feature(point(113.606, 34.6987), { 状态: '未覆盖', 面积: 3, 负责: '甲' }),
    ];
    const layer = {
      id: 's',
      kind: 'bareSoil',
      file: 's.json',
      datum: 'gcj02',
      where: { 状态: '未覆盖' },
      fields: { areaSquareMeters: '面积', person: '负责', status: '状态' },
      units: { areaSquareMeters: 'mu' },
      defaults: { owner: '住建局', person: '乙' },
    };
    const { document } = await open(
      filesOf({ 'workspace.json': manifestOf([layer]), 's.json': collection(...features) }),
    );
    const { base } = document.layers[0]!;
    expect([base.ids, [...base.rows]]).toEqual([['1'], [1]]);
    expect(textAt(base, 'status', 0)).toBe('uncovered');
    expect(textAt(base, 'person', 0)).toBe('甲');
    expect(textAt(base, 'owner', 0)).toBe('住建局');
    expect(valueAt(base.columns.get('areaSquareMeters'), 0)).toBeCloseTo(2000, 6);
    // GCJ-02 lies some 600 m south-east of WGS84 here.
    expect(base.geometry.coordinates[0]).toBeGreaterThan(113.599);
    expect(base.geometry.coordinates[0]).toBeLessThan(113.601);
  });
});

/** Everything of a layer by feature name, independent of order. */
function contentOf(batch: FeatureBatch) {
  return Object.fromEntries(
    batch.ids.map((id, index) => {
      const values = [...batch.columns].map(([name, column]) => [name, valueAt(column, index)]);
      return [
        id,
        { geometry: geometryToGeoJson(batch.geometry, index), values: Object.fromEntries(values) as unknown },
      ];
    }),
  );
}

function documentContent(document: WorkspaceDocument) {
  const layers = document.layers.map(({ id, kind, title, ...layer }) => {
    return { id, kind, title, content: contentOf(effectiveBatch({ id, kind, title, ...layer })) };
  });
  const { name, asOf, frame, exceptions, scenes, cases, carried, unread } = document;
  return { name, asOf, frame, exceptions, scenes, cases, carried, unread, layers };
}

describe('saving and opening again', () => {
  const value = fc.oneof(
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  );
  const column = fc.constantFrom(
    'id',
    'name',
    '单位',
    'areaSquareMeters',
    '面积',
    'openedAt',
    'status',
    'chentu_id',
    'x',
  );
  const geometry = fc.oneof(
    fc.constant(null),
    fc
      .tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }))
      .map(([x, y]) => point(x + 0, y + 0)),
  );
  const features = fc.array(fc.tuple(geometry, fc.dictionary(column, value)), { maxLength: 12 });
  const layer = fc.record(
    {
      fields: fc.dictionary(fc.constantFrom('id', 'owner', 'areaSquareMeters', 'openedAt'), column),
      units: fc.constantFrom({ areaSquareMeters: '亩' }, { areaSquareMeters: 'furlong' }),
      defaults: fc.constant({ owner: '住建局' }),
      note: fc.string(),
    },
    { requiredKeys: [] },
  );

  it('loses and changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(features, layer, fc.jsonValue(), async (rows, more, unknown) => {
        const files = filesOf({
          'workspace.json': manifestOf([{ ...more, id: '裸土/1', kind: 'bareSoil', file: 's.geojson' }], {
            asOf: '2026-11-23T08:00:00+08:00',
            frame: [113.6, 34.7],
            series: [{ id: 'pm10', file: 'series/s1.csv' }],
            cases: [
              { finding: 'f', status: 'open', photos: ['照片.jpg'], extra: 1 },
              {
                finding: 'h',
                status: 'verified',
                assignedAt: '2026-11-24',
                verifiedAt: '2026-12-02',
                photosBefore: [],
              },
              { finding: 'i', status: 'assigned', photosBefore: '前.jpg' },
              { finding: 'g', status: 'lost' },
              7,
            ],
            exceptions: [
              { rule: 'zone-overlap', subjects: [{ layer: 'a', feature: '1' }], kind: 'joint', extra: 1 },
              7,
            ],
            scenes: [
              {
                id: 's',
                title: '一',
                camera: { center: [1, 2], zoom: 1, bearing: 0, pitch: 0 },
                layers: {},
                rules: [],
              },
            ],
            future: unknown,
          }),
          's.geojson': collection(...rows.map(([g, p]) => feature(g, p))),
          'series/s1.csv': '时间,PM10\n',
          'attachments/照片.jpg': Uint8Array.of(1, 2, 3),
          'elsewhere.txt': 'not carried',
        });
        const first = (await open(files)).document;
        const saved = await save(first);
        const second = (await open(saved)).document;
        expect(documentContent(second)).toEqual(documentContent(first));
        // Once saved, saving again changes no byte.
        expect(await save(second)).toEqual(saved);
        expect(saved.map((file) => file.path)).toEqual([
          'workspace.json',
          'layers/裸土_1.fgb',
          'attachments/照片.jpg',
          'series/s1.csv',
        ]);
      }),
      { numRuns: 200 },
    );
  });

  it('saves edits in place of what they changed', async () => {
    const files = filesOf({
      'workspace.json': manifestOf([{ id: 'a', kind: 'hotspot', file: 'a.geojson', fields: { id: 'n' } }]),
      'a.geojson': collection(...['A', 'B', 'C'].map((n, i) => feature(point(i, i), { n, note: `旧${n}` }))),
    });
    const { document } = await open(files);
    const edited = (id: string, note: string): EditedFeature => ({
      id,
      geometry: { type: 'Point', coordinates: [9, 9] },
      properties: { note },
    });
    const edits = { A: null, B: edited('B', '新'), D: edited('D', '加') };
    const operations = Object.entries(edits).map(([id, change]) => ({
      op: 'feature' as const,
      layer: 'a',
      id,
      feature: change,
    }));
    const changed = applyPatch(document, { label: { code: 'x', params: {} }, operations }).document;
    const { document: again } = await open(await save(changed));
    expect(contentOf(again.layers[0]!.base)).toEqual(contentOf(effectiveBatch(changed.layers[0]!)));
    expect(Object.keys(contentOf(again.layers[0]!.base)).sort()).toEqual(['B', 'C', 'D']);
  });
});

describe('changed rules', () => {
  const layers = [{ id: 'soil', kind: 'bareSoil', file: 'soil.geojson' }];
  const files = (more: object) =>
    filesOf({
      'workspace.json': manifestOf(layers, more),
      'soil.geojson': collection(),
      'city/r.json': { id: 'city' },
    });
  const national = parseRules();
  const changed: RulePack = {
    ...(national.ok ? national.value : pack),
    id: 'local',
    priorities: { ...(national.ok ? national.value.priorities : {}), 'zone-gap': 1 },
  };
  const edit = (document: WorkspaceDocument) =>
    applyPatch(document, {
      label: { code: 'edit.sample', params: {} },
      operations: [{ op: 'rulePack', rulePack: changed, isOwn: true }],
    });

  it.each([
    ['in the file that was named', { rulePack: './city/r.json' }, 'city/r.json'],
    ['in a file of their own where none was named', {}, 'rules.json'],
  ])('are saved %s, and say the same when opened', async (_, more, path) => {
    const { document } = await open(files(more));
    const saved = await save(edit(document).document);
    expect(saved.map((file) => file.path)).toEqual(['workspace.json', 'layers/soil.fgb', path]);
    const reopened = await openWorkspace(filesInMemory(saved), parseRules, {});
    expect(reopened.ok && reopened.value.document.rulePack).toEqual(changed);
    expect(reopened.ok && reopened.value.problems).toEqual([]);
  });

  it('leave the file as it was once they are taken back', async () => {
    const { document } = await open(files({ rulePack: 'city/r.json' }));
    const { document: edited, inverse } = edit(document);
    expect(await save(applyPatch(edited, inverse).document)).toEqual(await save(document));
  });
});

describe('zip', () => {
  it('gives the same bytes whatever the order, and the files back', () => {
    const files = filesOf({ 'b/c.txt': 'c', 'workspace.json': '{}', '图层.fgb': Uint8Array.of(0, 1) });
    const zipped = zipFiles(files);
    expect(zipFiles(files.toReversed())).toEqual(zipped);
    const unzipped = unzipFiles(zipped);
    expect(unzipped.ok && unzipped.value.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual(
      files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    );
  });

  it('refuses a bomb and a path that leaves the folder', () => {
    const bomb = zipFiles([{ path: 'a', bytes: new Uint8Array(4_000_000) }]);
    // The central directory says how large the file is unpacked: 24 bytes into its record.
    const record = bomb.findIndex((_, i) => bomb[i] === 0x50 && bomb[i + 1] === 0x4b && bomb[i + 2] === 1);
    new DataView(bomb.buffer).setUint32(record + 24, 3_000_000_000, true);
    const opened = unzipFiles(bomb);
    expect(opened.ok ? '' : opened.problem.code).toBe('zip-too-large');
    const escaping = unzipFiles(zipFiles([{ path: '../a', bytes: Uint8Array.of(1) }]));
    expect(escaping.ok ? '' : escaping.problem.code).toBe('path-escapes');
  });
});
