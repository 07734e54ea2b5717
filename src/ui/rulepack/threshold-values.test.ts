import { expect, it } from 'vitest';
import { nationalRulePack } from '../../rules/parse-rule-pack.ts';
import { THRESHOLD_SHAPES } from '../../rules/thresholds.ts';
import { THRESHOLD_GROUPS } from './threshold-groups.ts';
import { textOfValue, valueOfText } from './threshold-values.ts';

it('gives back every value of the national pack as it was', () => {
  for (const threshold of Object.values(nationalRulePack().thresholds))
    expect(valueOfText(threshold.id, textOfValue(threshold)), threshold.id).toEqual(threshold.value);
});

it('reads shares as per cent, lists by any separator, forces as whole numbers only', () => {
  expect(textOfValue({ id: 'coverageTolerance', value: 0.07 })).toBe('7');
  expect(valueOfText('coverageTolerance', '7')).toBe(0.07);
  expect(valueOfText('sweptRoadGrades', '一级、二级， 三级')).toEqual(['一级', '二级', '三级']);
  expect(valueOfText('windStopForce', '4.5')).toBeNaN();
  expect(valueOfText('windStopForce', ' 5 ')).toBe(5);
  expect(valueOfText('bareSoilCoverHours', '')).toBeNaN();
  expect(valueOfText('bareSoilPm10Tonnes', '0.01, x')).toEqual([0.01, Number.NaN]);
});

it('shows every threshold in one group', () => {
  expect(Object.values(THRESHOLD_GROUPS).flat().sort()).toEqual(Object.keys(THRESHOLD_SHAPES).sort());
});
