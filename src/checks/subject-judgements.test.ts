import { expect, it } from 'vitest';
import { area, layerOf, route, spot, workspaceOf } from '../../test/support/workspace.ts';
import type { LayerKind } from '../model/kinds.ts';
import { runChecks } from './run-checks.ts';
import { judgementsOf } from './subject-judgements.ts';

const FAR_PAST = { openedAt: '2026-01-01' };
const LAYERS = [
  layerOf('soil', 'bareSoil', [
    area('held', [0, 0, 50, 50], { status: 'netted', treatedAt: '2026-02-01', ...FAR_PAST }),
    area('open', [5000, 0, 50, 50], { status: 'uncovered', ...FAR_PAST }),
    area('undated', [100, 0, 50, 50], { status: 'uncovered' }),
  ]),
  layerOf('piles', 'stockpile', [spot('p', 20, 20)]),
  layerOf('zones', 'responsibilityZone', [area('z', [-500, -500, 1000, 1000], { owner: '甲', person: '乙' })]),
  layerOf('routes', 'sweepingRoute', [route('r', [-100, 60, 300, 60])]),
];

async function judge(layer: string, feature: string, kind: LayerKind, isUndated = false) {
  const check = await runChecks({ ...workspaceOf(LAYERS), asOf: '2026-11-23T08:00:00+08:00' });
  const source = { subject: { layer, feature }, kind, hasGeometry: true, isUndated };
  const kinds = new Set(LAYERS.map((one) => one.kind));
  return judgementsOf(check, source, (one) => kinds.has(one)).map((one) => [
    one.rule,
    one.verdict,
    ...(one.verdict === 'finding' ? [one.findings.length] : []),
    ...(one.verdict === 'unjudged' ? [one.problem?.code] : []),
  ]);
}

it('says of each rule whether it holds; rules without their layers are left out, or say why', async () => {
  expect(await judge('soil', 'held', 'bareSoil')).toEqual([
    ['source-unassigned', 'holds'],
    ['source-unswept', 'holds'],
    ['source-uncontrolled', 'holds'],
  ]);
  expect(await judge('soil', 'open', 'bareSoil')).toEqual([
    ['source-unassigned', 'finding', 1],
    ['source-unswept', 'finding', 1],
    ['source-uncontrolled', 'finding', 1],
  ]);
  expect(await judge('soil', 'undated', 'bareSoil', true)).toContainEqual([
    'source-uncontrolled',
    'unjudged',
    'soil-undated',
  ]);
  expect(await judge('piles', 'p', 'stockpile')).toContainEqual(['source-uncontrolled', 'unjudged', undefined]);
});
