import { expect, it } from 'vitest';
import { createTranslator } from '../i18n/translate.ts';
import type { Measures, RuleId } from '../model/findings.ts';
import { nationalRulePack, parseRulePack } from '../rules/parse-rule-pack.ts';
import { THRESHOLD_SHAPES } from '../rules/thresholds.ts';
import { formatThreshold, listThresholds } from './list-thresholds.ts';

const zh = createTranslator('zh-CN');
const national = nationalRulePack();
const about = (rule: RuleId, kind: string, measures: Measures = {}) => ({
  rule,
  measures,
  explain: { code: 'x', params: { kind } },
});
const namesOf = (...given: Parameters<typeof about>) => listThresholds(about(...given), national).map(({ id }) => id);

it('lists what decides the rule for the kind of source, and what the tonnes are computed from', () => {
  expect(namesOf('source-uncontrolled', 'bareSoil')).toEqual(['bareSoilCoverHours', 'bareSoilTreatMonths']);
  expect(namesOf('source-uncontrolled', 'constructionSite', { pm10TonnesPerYear: [0, 1] })).toEqual([
    'sixMeasuresList',
    'constructionTspTonnes',
    'constructionPm10Fraction',
  ]);
  expect(namesOf('source-unassigned', 'stockpile')).toEqual(['coverageTolerance']);
});

it('never lists an unconfirmed value, but what acts in its place', () => {
  const unsure = { thresholds: { bareSoilCoverHours: { value: 6, source: '待查', tag: 'unconfirmed' } } };
  const pack = parseRulePack(new TextEncoder().encode(JSON.stringify(unsure)));
  if (!pack.ok) throw new Error(pack.problem.code);
  expect(listThresholds(about('source-uncontrolled', 'bareSoil'), pack.value)[0]).toMatchObject({ value: 48 });
});

it('puts values into words with their units', () => {
  const format = (name: string) => formatThreshold(national.thresholds[name]!, zh);
  expect(format('bareSoilCoverHours')).toBe('48 小时');
  expect(format('bareSoilTreatMonths')).toBe('3 个月');
  expect(format('windStopForce')).toBe('4 级');
  expect(format('minPassesPerDay')).toBe('0 次/日');
  expect(format('minOverlapAreaSquareMeters')).toBe('20 m²');
  expect(format('coverageTolerance')).toBe('1%');
  expect(format('qualifyingModes')).toBe('清扫、冲洗、洒水');
  expect(format('parkMeasures')).toBe('集中供热、废气集中处理');
  expect(format('sixMeasuresList')).toBe('土方开挖湿法作业');
  expect(format('bareSoilPm10Tonnes')).toBe('0.01–0.28 t/(hm²·a)');
  expect(format('pavedRoadSiltExponent')).toBe('0.91');
});

it('has a label for every threshold', () => {
  for (const name of Object.keys(THRESHOLD_SHAPES))
    expect(zh(`app.threshold.${name}`)).not.toBe(`app.threshold.${name}`);
});
