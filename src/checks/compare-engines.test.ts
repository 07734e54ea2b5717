import { expect, it } from 'vitest';
import type { CheckResult, Finding, Measures, RuleId } from '../model/findings.ts';
import { nationalRulePack } from '../rules/parse-rule-pack.ts';
import { thresholdsInForce } from '../rules/thresholds.ts';
import { compareResults } from './compare-engines.ts';
import { PLAIN_ENGINE_TOLERANCE } from './plain/ellipsoid-measures.ts';

const thresholds = thresholdsInForce(nationalRulePack());

function finding(id: string, rule: RuleId, measures: Measures, west = 113): Finding {
  const square = [
    [west, 34],
    [west + 0.01, 34],
    [west + 0.01, 34.01],
    [west, 34.01],
    [west, 34],
  ];
  return {
    id,
    rule,
    priority: 1,
    severity: 0,
    status: 'open',
    subjects: [],
    at: [west, 34],
    measures,
    explain: { code: rule, params: { kind: 'patrolZone' } },
    geometry: { type: 'Polygon', coordinates: [square] },
  };
}

function compare(fast: Finding[], turf: Finding[]) {
  const resultOf = (findings: Finding[]) => ({ findings }) as unknown as CheckResult;
  const { onlyFast, onlyTurf, near, different } = compareResults(
    resultOf(fast),
    resultOf(turf),
    thresholds,
    PLAIN_ENGINE_TOLERANCE,
  );
  return { onlyFast, onlyTurf, near, different };
}

const nothing = { onlyFast: [], onlyTurf: [], near: [], different: [] };

it('takes numbers within the stated accuracy for equal', () => {
  const ours = { areaSquareMeters: 5000, widthMeters: 40 };
  const pair = (theirs: Measures) =>
    compare([finding('a', 'zone-overlap', ours)], [finding('a', 'zone-overlap', theirs)]);
  expect(pair({ areaSquareMeters: 5000.1, widthMeters: 40.01 })).toEqual(nothing);
  expect(pair({ areaSquareMeters: 5001, widthMeters: 40 })).toEqual({ ...nothing, different: ['a'] });
  expect(pair({ areaSquareMeters: 5000, widthMeters: 40.1 })).toEqual({ ...nothing, different: ['a'] });
});

it('tells findings of one engine from those at a threshold, on either side', () => {
  const far = finding('far', 'source-unswept', { distanceMeters: 80 });
  const atLimit = finding('limit', 'source-unswept', { distanceMeters: 50.001 });
  const covered = finding('covered', 'source-unassigned', { areaSquareMeters: 1000, coveredFraction: 0.98999 });
  expect(compare([far, atLimit], [covered])).toEqual({ ...nothing, onlyFast: ['far'], near: ['limit', 'covered'] });
  expect(compare([covered], [far])).toEqual({ ...nothing, onlyTurf: ['far'], near: ['covered'] });
});

it('knows a gap again by its ground, though its id differs', () => {
  const measures = { areaSquareMeters: 9e5, widthMeters: 900 };
  expect(compare([finding('a', 'zone-gap', measures)], [finding('b', 'zone-gap', measures)])).toEqual(nothing);
  expect(compare([finding('a', 'zone-gap', measures)], [finding('b', 'zone-gap', measures, 114)])).toEqual({
    ...nothing,
    onlyFast: ['a'],
    onlyTurf: ['b'],
  });
});
