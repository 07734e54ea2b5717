import { expect, it } from 'vitest';
import { area, layerOf, route, spot, workspaceOf } from '../../test/support/workspace.ts';
import { createInlineSpread } from '../core/spread.ts';
import { openFastWorkspace } from './fast-workspace.ts';
import { MEASURES, type MeasureSpread } from './measure-table.ts';
import { runChecks } from './run-checks.ts';
import type { SourceTable } from './source-table.ts';

/** Sources in, across and beside two kinds of zones that overlap each other, some of them edited. */
function district() {
  const sources = Array.from({ length: 5000 }, (_, i) =>
    i % 9 === 0 ? spot(`s${i}`, i * 3, 50) : area(`s${i}`, [i * 3, 0, 2 + (i % 4), 100 + (i % 3)]),
  );
  const zones = Array.from({ length: 10 }, (_, i) => area(`z${i}`, [i * 1300, i * 10, 1310 - i * 30, 100 - i * 5]));
  const soil = layerOf('soil', 'bareSoil', sources);
  const moved = area('s7', [700, 20, 30, 30]);
  return workspaceOf([
    {
      ...soil,
      edits: new Map([
        ['s7', { id: 's7', ...moved }],
        ['s8', null],
      ]),
    },
    layerOf('zones', 'responsibilityZone', zones),
    layerOf('patrols', 'patrolZone', [area('p', [2000, -50, 3000, 120])]),
    layerOf('routes', 'sweepingRoute', [route('r1', [0, 130, 4000, 130]), route('r2', [9000, 400, 12_000, 180])]),
  ]);
}

/** What the table says, with sets of zones as lists. */
function linesOf(table: SourceTable, zones: Awaited<ReturnType<typeof openFastWorkspace>>['zones']) {
  const kinds = ['responsibilityZone', 'patrolZone'] as const;
  const lists = kinds.map((kind) => Array.from(table.coverage[kind].set, (set) => zones[kind].sets.zonesOf(set)));
  const columns = kinds.map((kind) => ({ ...table.coverage[kind], set: undefined }));
  return { lists, columns, sweeping: table.sweeping };
}

it('fills the table as this thread alone would, however many ranges it is cut into and whoever builds the ground', async () => {
  const alone = await openFastWorkspace(district());
  let cut = 0;
  /** As a helper gets it: a copy, without the ground that this thread has at hand. */
  const elsewhere: MeasureSpread = (job, common, ranges, task) => {
    cut += ranges.count;
    return createInlineSpread(MEASURES)(job, structuredClone(common), ranges, task);
  };
  for (const spread of [elsewhere, createInlineSpread(MEASURES)]) {
    const spreadOut = await openFastWorkspace(district(), { spread });
    expect(linesOf(spreadOut.sources[0]!, spreadOut.zones)).toEqual(linesOf(alone.sources[0]!, alone.zones));
  }
  expect(cut).toBe(3);
  const { fraction } = alone.sources[0]!.coverage.responsibilityZone;
  expect(fraction.filter((share) => share > 0 && share < 1).length).toBeGreaterThan(1000);
});

it('finds the candidates of hotspots as this thread alone would, whoever searches them', async () => {
  const base = district();
  const seen = Array.from({ length: 2500 }, (_, i) =>
    i % 5 === 0
      ? spot(`h${i}`, i * 6, 150 + (i % 40), { scanMeters: 375, trackMeters: 400 })
      : spot(`h${i}`, i * 6, 150 + (i % 40)),
  );
  const document = { ...base, layers: [...base.layers, layerOf('hotspots', 'hotspot', seen)] };
  const ranges = new Map<string, number>();
  const elsewhere: MeasureSpread = (job, common, cut, task) => {
    ranges.set(job, (ranges.get(job) ?? 0) + cut.count);
    return createInlineSpread(MEASURES)(job, structuredClone(common), cut, task);
  };
  const alone = await runChecks(document);
  const spreadOut = await runChecks(document, { spread: elsewhere });
  expect(ranges.get('hotspots')).toBe(3);
  expect(alone.summary.byRule['hotspot-source']!.count).toBe(2500);
  expect(JSON.stringify(spreadOut.findings)).toBe(JSON.stringify(alone.findings));
});
