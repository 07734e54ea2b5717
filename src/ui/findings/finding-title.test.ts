import { expect, it } from 'vitest';
import { createTranslator } from '../../i18n/translate.ts';
import type { Finding } from '../../model/findings.ts';
import { buildTestFeatures } from '../test-features.ts';
import { titleOfFinding } from './finding-title.ts';

it('tells the findings of one site apart by the measure that fails', () => {
  const features = buildTestFeatures([{ id: 'sites', kind: 'constructionSite', rows: [{ id: 's', name: '青棠里' }] }]);
  const titleOf = (params: object) =>
    titleOfFinding(
      {
        rule: 'source-uncontrolled',
        subjects: [{ layer: 'sites', feature: 's' }],
        explain: { code: 'x', params },
      } as unknown as Finding,
      features,
      createTranslator('zh-CN'),
    );
  expect(titleOf({ field: 'fence' })).toBe('青棠里 · 工地周边围挡');
  expect(titleOf({ field: 'wetWork.demolition' })).toBe('青棠里 · 拆迁工地湿法作业');
  expect(titleOf({})).toBe('青棠里');
});
