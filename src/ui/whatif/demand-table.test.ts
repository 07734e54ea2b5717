import { expect, it } from 'vitest';
import { layerOf, spot } from '../../../test/support/workspace.ts';
import { createTranslator } from '../../i18n/translate.ts';
import { effectiveBatch } from '../../model/effective-batch.ts';
import { createLayerFeatures } from '../store/layer-features.ts';
import { demandTable } from './demand-table.ts';

const layer = layerOf('sites', 'constructionSite', [
  spot('a', 0, 0, {
    name: '=甲工地',
    owner: '甲公司',
    person: '张三',
    phone: '13800000000',
    stage: '拆除',
    address: '一路',
  }),
  spot('b', 9, 9, { areaSquareMeters: 1200 }),
]);
const features = new Map([['sites', createLayerFeatures(layer, effectiveBatch(layer))]]);
const measure = {
  colours: ['yellow'],
  action: 'stop',
  kinds: ['constructionSite'],
  text: { 'zh-CN': '停止拆除。', en: 'Demolition stops.' },
} as const;

it('names what is asked, by which words, of whom and where; no phone number', () => {
  const rows = [
    { subject: { layer: 'sites', feature: 'a' }, demands: ['stop', 'cover'], measures: [measure] },
    { subject: { layer: 'sites', feature: 'b' }, demands: ['ask'], measures: [] },
    { subject: { layer: 'sites', feature: 'gone' }, demands: ['stop'], measures: [] },
  ] as const;
  const table = demandTable('清单', rows, features, createTranslator('zh-CN'), 'zh-CN');
  expect(table.columns.map(({ key }) => key)).toEqual([
    'demand',
    'measure',
    'kind',
    'name',
    'state',
    'area',
    'owner',
    'person',
    'leader',
    'address',
  ]);
  expect([...table.rows]).toEqual([
    ['须停工（停运）、须覆盖', '停止拆除。', '工地', '=甲工地', '拆除', null, '甲公司', '张三', null, '一路'],
    ['须核实是否停工', '', '工地', 'b', null, 1200, null, null, null, null],
  ]);
});
