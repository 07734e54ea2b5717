import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { area, layerOf, spot, workspaceOf } from '../../test/support/workspace.ts';
import type { WorkspaceException } from '../model/workspace.ts';
import { createFindingIds, findingId } from './finding-id.ts';
import { runChecks } from './run-checks.ts';

const layers = () => [
  layerOf('soil', 'bareSoil', [
    area('small', [200, 0, 10, 10]),
    area('big', [300, 0, 90, 90]),
    area('netted', [500, 0, 90, 90], { status: 'netted' }),
  ]),
  layerOf('zones', 'responsibilityZone', [
    area('a', [0, 0, 100, 100], { owner: '甲' }),
    area('b', [90, 0, 50, 100], { owner: '乙' }),
  ]),
  layerOf('hot', 'hotspot', [spot('h', -10, -10)]),
];

describe('runChecks', () => {
  it('orders by priority, then severity downwards, then id', async () => {
    const { findings } = await runChecks(workspaceOf(layers()));
    expect(findings.map(({ rule, subjects }) => `${rule} ${subjects[0]!.feature}`)).toEqual([
      'source-unassigned big',
      'source-unassigned netted',
      'source-unassigned small',
      'hotspot-unattended h',
      'zone-overlap a',
      'hotspot-source h',
    ]);
  });

  it('gives the same bytes on every run', async () => {
    const [first, second] = await Promise.all([runChecks(workspaceOf(layers())), runChecks(workspaceOf(layers()))]);
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
  });

  it('keeps an excepted finding with its status and leaves it out of the counts', async () => {
    const subjects = [
      { layer: 'zones', feature: 'b' },
      { layer: 'zones', feature: 'a' },
    ];
    const exceptions: WorkspaceException[] = [{ rule: 'zone-overlap', subjects, kind: 'joint', reason: '共管' }];
    const { findings, summary } = await runChecks(workspaceOf(layers(), { exceptions }));
    expect(findings.find(({ rule }) => rule === 'zone-overlap')!.status).toBe('joint');
    expect(summary.byRule['zone-overlap']).toMatchObject({ count: 0, areaSquareMeters: 0, excepted: 1 });
    expect(summary.byZone[0]!.counts['zone-overlap']).toBeUndefined();
    const oneOfTwo = [{ rule: 'zone-overlap', subjects: [subjects[0]!], kind: 'exception' } as const];
    const other = await runChecks(workspaceOf(layers(), { exceptions: oneOfTwo }));
    expect(other.summary.byRule['zone-overlap']).toMatchObject({ count: 1, excepted: 0 });
  });

  it('gives source findings their shape when asked: of a partly covered one the part outside', async () => {
    const made = [
      layerOf('soil', 'bareSoil', [area('s', [80, 0, 40, 10])]),
      layerOf('zones', 'responsibilityZone', [area('z', [0, 0, 100, 100])]),
    ];
    const plain = await runChecks(workspaceOf(made));
    expect(plain.findings[0]!.geometry).toBeUndefined();
    const shaped = await runChecks(workspaceOf(made), { shapes: true });
    const west = (shaped.findings[0]!.geometry as GeoJSON.Polygon).coordinates[0]!.map(([longitude]) => longitude!);
    const edge = area('edge', [100, 0, 1, 1]).geometry as GeoJSON.Polygon;
    expect(Math.min(...west)).toBeCloseTo(edge.coordinates[0]![0]![0]!, 7);
  });

  it('takes its clock from the workspace, else from the newest date in the data, never from today', async () => {
    const dated = layerOf('soil', 'bareSoil', [
      area('a', [0, 0, 9, 9], { openedAt: '2026-10-01', treatedAt: '2026-11-20T23:00:00Z' }),
      area('b', [20, 0, 9, 9], { openedAt: '2026-11-21' }),
    ]);
    // 23:00 in Greenwich is 07:00 of the 21st in Beijing, after that day's beginning.
    expect((await runChecks(workspaceOf([dated]))).asOf).toBe('2026-11-20T23:00:00Z');
    expect((await runChecks({ ...workspaceOf([dated]), asOf: '2026-01-01' })).asOf).toBe('2026-01-01');
    expect((await runChecks(workspaceOf([dated]), { asOf: '2025-01-01' })).asOf).toBe('2025-01-01');
    expect((await runChecks(workspaceOf([]))).asOf).toBe('1970-01-01');
  });

  it('stops when it is cancelled', async () => {
    const controller = new AbortController();
    controller.abort(new Error('enough'));
    await expect(runChecks(workspaceOf(layers()), { task: { signal: controller.signal } })).rejects.toThrow('enough');
  });
});

describe('findingId', () => {
  it('is FNV-1a over the UTF-16 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(findingId('rule', [], text)).toBe(referenceHash(`rule|${text}`));
      }),
    );
  });

  it('does not depend on the order of the subjects, and keeps neighbours apart', () => {
    const [a, b] = [
      { layer: 'x', feature: '1' },
      { layer: 'x', feature: '2' },
    ];
    expect(findingId('zone-overlap', [a, b])).toBe(findingId('zone-overlap', [b, a]));
    const ids = Array.from({ length: 100_000 }, (_, i) => findingId('r', [{ layer: 'soil', feature: String(i) }]));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

function referenceHash(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i++) {
    for (const byte of [text.charCodeAt(i) & 0xff, text.charCodeAt(i) >>> 8]) {
      hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
    }
  }
  return hash.toString(16).padStart(16, '0');
}

it('gives the same ids whether the beginning is remembered or not', () => {
  const idOf = createFindingIds();
  for (const feature of ['a', '网格-7', 'b'.repeat(70), '']) {
    const subjects = [{ layer: '裸土', feature }];
    expect(idOf('source-unswept', subjects)).toBe(findingId('source-unswept', subjects));
    expect(idOf('zone-gap', subjects, 'x@1,2')).toBe(findingId('zone-gap', subjects, 'x@1,2'));
  }
});
