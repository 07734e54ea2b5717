import { expect, it } from 'vitest';
import { createGeometryBuilder } from '../../geo/geometry-column.ts';
import { createTranslator } from '../../i18n/translate.ts';
import { createColumnsBuilder } from '../../model/column-builder.ts';
import type { Value } from '../../model/feature-batch.ts';
import type { LayerKind } from '../../model/kinds.ts';
import { nationalRulePack } from '../../rules/parse-rule-pack.ts';
import { thresholdsInForce } from '../../rules/thresholds.ts';
import { explainEstimate } from './explain-estimate.ts';

function explain(kind: LayerKind, fields: Readonly<Record<string, Value>>, areaSquareMeters = 10_000) {
  const columns = createColumnsBuilder();
  for (const [name, value] of Object.entries(fields)) columns.set(0, name, value);
  const geometry = createGeometryBuilder().finish();
  const batch = { geometry, columns: columns.finish(1), rows: Uint32Array.of(0), ids: ['a'] };
  const thresholds = thresholdsInForce(nationalRulePack());
  const input = { kind, batch, index: 0, areaSquareMeters, asOf: '2026-11-23T08:00:00+08:00', thresholds };
  return explainEstimate(input, createTranslator('zh-CN'), 'zh-CN');
}

it('puts the numbers into the formula of a site', () => {
  // 73 of 365 days are 2.4 of 12 months: 10,000 · 2.4 · 2.69e-4 · 0.49 = 3.16 t.
  const [formula, bounds] = explain('constructionSite', { activeFrom: '2026-09-11T08:00' });
  expect(formula).toBe('上限：10,000 m² × 2.4 个月 × 0.000269 t/(m²·月) × 49% = 3.2 吨/年');
  expect(bounds).toContain('0–3.2 吨/年');
  expect(explain('constructionSite', {})).toEqual([]);
});

it('puts the numbers into the formula of soil, from nothing where it is netted', () => {
  expect(explain('bareSoil', { status: 'uncovered' }, 25_000)).toEqual([
    '2.50 公顷 × 0.01 至 0.28 t/(公顷·年) = 0.025–0.70 吨/年',
  ]);
  expect(explain('bareSoil', { status: 'netted' })[0]).toBe('1.00 公顷 × 0 至 0.28 t/(公顷·年) = 0–0.28 吨/年');
  expect(explain('bareSoil', { status: 'greened' })).toEqual([]);
  expect(explain('stockpile', {})).toEqual([]);
});
