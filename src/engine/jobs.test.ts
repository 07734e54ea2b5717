import { describe, expect, it } from 'vitest';
import { createInlineSpread } from '../core/spread.ts';
import { createEngineClient } from './engine-client.ts';
import { ENGINE_MEASURES } from './engine-measures.ts';
import { createInlinePort } from './engine-port.ts';
import { createJobs } from './jobs.ts';
import type { WorkspaceFile } from './protocol.ts';

/** A square of 0.001° steps at (x, y). */
const square = (x: number, y: number, size: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [113.6 + x, 34.7 + y],
      [113.6 + x + size, 34.7 + y],
      [113.6 + x + size, 34.7 + y + size],
      [113.6 + x, 34.7 + y + size],
      [113.6 + x, 34.7 + y],
    ],
  ],
});
const collection = (features: readonly [id: string, geometry: unknown, properties?: object][]) => ({
  type: 'FeatureCollection',
  features: features.map(([id, geometry, properties]) => ({
    type: 'Feature',
    geometry,
    properties: { id, ...properties },
  })),
});
const file = (path: string, content: unknown): WorkspaceFile => ({
  path,
  bytes: new TextEncoder().encode(JSON.stringify(content)),
});

/** One zone, one source inside it and one beside it. */
const workspace = (): WorkspaceFile[] => [
  file('workspace.json', {
    format: 'chentu-workspace',
    version: 1,
    name: '测试区',
    layers: [
      { id: 'zones', kind: 'responsibilityZone', file: 'zones.geojson' },
      { id: 'soil', kind: 'bareSoil', file: 'soil.geojson' },
      { id: 'lost', kind: 'road', file: 'lost.geojson' },
    ],
  }),
  file('zones.geojson', collection([['z1', square(0, 0, 0.01), { owner: '甲街道', person: '甲' }]])),
  file(
    'soil.geojson',
    collection([
      ['inside', square(0.002, 0.002, 0.001)],
      ['outside', square(0.02, 0.02, 0.001)],
    ]),
  ),
];

const open = () => createEngineClient({ openPort: createInlinePort(async () => createJobs()) });

describe('jobs', () => {
  it('opens a workspace: data first, then findings; a layer that is missing is a problem and the rest is open', async () => {
    const client = open();
    const order: string[] = [];
    const result = await client.open(
      { files: workspace(), patches: [], engine: 'fast' },
      {
        onOpened: (data) => order.push(`data ${data.document.layers.length}`),
        onDrawn: (layer) => order.push(`drawn ${layer}`),
      },
    );
    order.push('findings');
    if (!result.ok) throw new Error(JSON.stringify(result.problem));
    expect(order).toEqual(['data 2', 'drawn zones', 'drawn soil', 'findings']);
    expect(result.value.problems.map((problem) => problem.at?.layer)).toContain('lost');
    expect(Object.keys(result.value.drawables)).toEqual(['zones', 'soil']);
    const unassigned = result.value.check.findings.filter((finding) => finding.rule === 'source-unassigned');
    expect(unassigned.map((finding) => finding.subjects[0]?.feature)).toEqual(['outside']);
  });

  it('has helpers draw beside the check where there are any: findings need not wait for the map, the answer does', async () => {
    const pool = { threads: 2, spread: createInlineSpread(ENGINE_MEASURES), prepare() {} };
    const client = createEngineClient({ openPort: createInlinePort(async () => createJobs(pool)) });
    const order: string[] = [];
    const result = await client.open(
      { files: workspace(), patches: [], engine: 'fast' },
      {
        onOpened: () => order.push('data'),
        onDrawn: (layer) => order.push(`drawn ${layer}`),
        onFindings: () => order.push('findings'),
      },
    );
    order.push('answer');
    // Here the other thread is this one, which draws when its turn has come.
    expect(order).toEqual(['data', 'findings', 'drawn zones', 'drawn soil', 'answer']);
    expect(result.ok && Object.keys(result.value.drawables)).toEqual(['zones', 'soil']);
  });

  it('keeps to patches made since, applies further ones, picks, and saves what is open', async () => {
    const client = open();
    const moveIn = {
      label: { code: 'zone-reshaped', params: {} },
      operations: [
        {
          op: 'feature' as const,
          layer: 'soil',
          id: 'outside',
          feature: {
            id: 'outside',
            geometry: square(0.005, 0.005, 0.001) as GeoJSON.Polygon,
            properties: { id: 'outside' },
          },
        },
      ],
    };
    const opened = await client.open({ files: workspace(), patches: [], engine: 'fast' });
    const before = opened.ok ? opened.value.check.findings.filter((one) => one.rule === 'source-unassigned') : [];
    const applied = await client.apply(moveIn);
    if (!applied.ok) throw new Error(JSON.stringify(applied.problem));
    expect(applied.value.delta.removed).toContain(before[0]?.id);
    expect(Object.keys(applied.value.drawables)).toEqual(['soil']);

    const picked = await client.pick({ at: [113.6055, 34.7055], toleranceMeters: 1, layers: ['zones', 'soil'] });
    expect(picked.ok && picked.value.map((subject) => subject.feature)).toEqual(['outside', 'z1']);

    const saved = await client.save();
    if (!saved.ok) throw new Error(JSON.stringify(saved.problem));
    const again = await open().open({
      files: [{ path: 'test.chentu', bytes: saved.value }],
      patches: [],
      engine: 'fast',
    });
    const fresh = await open().open({ files: workspace(), patches: [moveIn], engine: 'fast' });
    const idsOf = (result: typeof again) => result.ok && result.value.check.findings.map((finding) => finding.id);
    expect(idsOf(again)).toEqual(idsOf(fresh));
    expect(idsOf(fresh)).not.toContain(before[0]?.id);
  });

  it('tells where the open findings of a kept month lay', async () => {
    const client = open();
    const finding = (id: string, status: string) => ({
      id,
      rule: 'source-unassigned',
      priority: 1,
      severity: 0.5,
      status,
      subjects: [{ layer: 'soil', feature: 'outside' }],
      at: [113.62, 34.72],
      measures: {},
      explain: { code: 'explain.source-unassigned', params: {} },
    });
    const october = file('snapshots/2026-10/findings.json', {
      format: 'chentu-findings',
      version: 1,
      workspace: '测试区',
      asOf: '2026-10-31',
      rulePack: { id: 'cn-national', version: '1' },
      summary: {},
      findings: [finding('open', 'open'), finding('excepted', 'exception')],
    });
    await client.open({ files: [...workspace(), october], patches: [], engine: 'fast' });
    expect(await client.findingsOfMonth('2026-10')).toMatchObject({
      ok: true,
      value: [
        {
          id: 'open',
          rule: 'source-unassigned',
          at: [113.62, 34.72],
          subjects: [{ layer: 'soil', feature: 'outside' }],
        },
      ],
    });
    expect(await client.findingsOfMonth('2026-09')).toMatchObject({
      ok: false,
      problem: { code: 'months-not-kept', params: { month: '2026-09' } },
    });
    client.close();
  });

  it('answers that nothing is open', async () => {
    const result = await open().shape('x');
    expect(!result.ok && result.problem.code).toBe('engine.nothing-open');
  });
});
