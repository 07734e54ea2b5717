import { expect, it } from 'vitest';
import { createGeometryBuilder } from '../../geo/geometry-column.ts';
import { createTranslator } from '../../i18n/translate.ts';
import { createColumnsBuilder } from '../../model/column-builder.ts';
import type { FeatureBatch, Value } from '../../model/feature-batch.ts';
import type { Finding } from '../../model/findings.ts';
import type { LayerKind } from '../../model/kinds.ts';
import { nationalRulePack } from '../../rules/parse-rule-pack.ts';
import { thresholdsInForce } from '../../rules/thresholds.ts';
import { listEstimates } from './list-estimates.ts';

const thresholds = thresholdsInForce(nationalRulePack());

function estimate(kind: LayerKind, fields: Readonly<Record<string, Value>>, measuredSquareMeters?: number) {
  const columns = createColumnsBuilder();
  for (const [name, value] of Object.entries(fields)) columns.set(0, name, value);
  const geometry = createGeometryBuilder().finish();
  const batch: FeatureBatch = { geometry, columns: columns.finish(1), rows: Uint32Array.of(0), ids: ['a'] };
  const found = { subjects: [{ layer: 'l', feature: 'a' }], measures: { areaSquareMeters: measuredSquareMeters } };
  const findings = measuredSquareMeters === undefined ? [] : [found as unknown as Finding];
  const input = { kind, batch, index: 0, findings, asOf: '2026-11-23T08:00:00+08:00', thresholds };
  return listEstimates(input, createTranslator('zh-CN'), 'zh-CN').map(({ label, text }) => `${label} ${text}`);
}

it('gives a range for sites and soil, a class for stockpiles, nothing for parks and roads', () => {
  const site = { areaSquareMeters: 10_000, activeFrom: '2026-09-11T08:00' };
  expect(estimate('constructionSite', site)).toEqual(['PM10 排放量估算 0–3.2 吨/年']);
  expect(estimate('bareSoil', { areaSquareMeters: 10_000, status: 'uncovered' })).toEqual([
    'PM10 排放量估算 0.010–0.28 吨/年',
  ]);
  expect(estimate('stockpile', { areaSquareMeters: 1000 })).toEqual(['起尘档次 中']);
  expect(estimate('industrialPark', { areaSquareMeters: 1e6 })).toEqual([]);
  expect(estimate('road', { areaSquareMeters: 1e6 })).toEqual([]);
});

it('goes by what was measured before what the ledger states, and says nothing without either', () => {
  expect(estimate('stockpile', { areaSquareMeters: 500 }, 6000)).toEqual(['起尘档次 高']);
  expect(estimate('stockpile', { areaSquareMeters: 500 })).toEqual(['起尘档次 低']);
  expect(estimate('stockpile', { name: '甲' })).toEqual([]);
});
