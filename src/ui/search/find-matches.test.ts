import { pinyin } from 'pinyin-pro';
import { expect, it } from 'vitest';
import { buildNameIndex } from '../../model/name-index.ts';
import { buildTestFeatures } from '../test-features.ts';
import { findMatches } from './find-matches.ts';
import { createIndexBuilder } from './search-index.ts';

const toSyllables = (text: string) => pinyin(text, { toneType: 'none', type: 'array', v: true });
const features = buildTestFeatures([
  {
    id: 'soil',
    kind: 'bareSoil',
    rows: [
      { id: 'S1', name: '裸土一号', owner: '东城街道办', person: '王五' },
      { id: 'S2', name: '裸土', owner: '东城街道办', address: '裸土路 3 号' },
      { id: 'S3', name: '老裸土', owner: '西城街道办' },
    ],
  },
  { id: 'routes', kind: 'sweepingRoute', rows: [{ id: 'R1', name: '临潼路', operator: '东城环卫' }] },
]);
const ids = ['source-unswept', 'zone-gap'] as const;
const rules = { ids, index: await buildNameIndex(['未覆盖清扫', '责任空白'], toSyllables) };
const index = await createIndexBuilder().build(features, toSyllables, {});
const find = (needle: string, limit = 10) =>
  findMatches({ index, features, rules }, needle, limit).map(({ key, count, matches }) => [
    key,
    count,
    ...matches.map((match) =>
      match.type === 'feature' ? `${match.title}|${match.detail}` : match.type === 'owner' ? match.owner : match.rule,
    ),
  ]);

it('ranks whole names, beginnings, pinyin and insides, and has the best category first', () => {
  expect(find('裸土')).toEqual([['bareSoil', 3, '裸土|东城街道办', '裸土一号|东城街道办', '老裸土|西城街道办']]);
  expect(find('lt')).toEqual([
    ['bareSoil', 3, '裸土一号|东城街道办', '裸土|东城街道办', '老裸土|西城街道办'],
    ['sweepingRoute', 1, '临潼路|东城环卫'],
  ]);
  expect(find('裸土', 1)).toEqual([['bareSoil', 3, '裸土|东城街道办']]);
});

it('finds units once, people and addresses after names, ids, and kinds of findings', () => {
  expect(find('东城')).toEqual([
    ['owner', 2, '东城街道办', '东城环卫'],
    ['bareSoil', 2, '裸土一号|东城街道办', '裸土|东城街道办'],
    ['sweepingRoute', 1, '临潼路|东城环卫'],
  ]);
  expect(find('ww')).toEqual([['bareSoil', 1, '裸土一号|王五']]);
  expect(find('路 3')).toEqual([['bareSoil', 1, '裸土|裸土路 3 号']]);
  expect(find('r1')).toEqual([['sweepingRoute', 1, '临潼路|R1']]);
  expect(find('zrkb')).toEqual([['rule', 1, 'zone-gap']]);
  expect(find('')).toEqual([]);
});

it('uses again what it knows of columns that did not change', async () => {
  const builder = createIndexBuilder();
  let asked = 0;
  const counting = (text: string) => {
    asked += 1;
    return toSyllables(text);
  };
  const first = await builder.build(features, counting, {});
  const once = asked;
  const second = await builder.build(features, counting, {});
  expect([once, asked]).toEqual([9, 9]);
  expect(second.map((field) => field.index)).toEqual(first.map((field) => field.index));
});
