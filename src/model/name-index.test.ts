import { pinyin } from 'pinyin-pro';
import { expect, it } from 'vitest';
import { buildNameIndex, MatchRank } from './name-index.ts';

const toSyllables = (text: string) => pinyin(text, { toneType: 'none', type: 'array', v: true });
const NAMES = ['裸土', '3 号裸土图斑', '临潼路', '重庆路', '朱家村', '绿地', 'Site LT-7', '', '裸土堆'];
const { exact, prefix, pinyinPrefix, inside, pinyinInside, none } = MatchRank;

const index = await buildNameIndex(NAMES, toSyllables);
const found = (needle: string) =>
  Object.fromEntries([...index.rank(needle)].flatMap((rank, name) => (rank === none ? [] : [[NAMES[name], rank]])));

it('has the name itself first, then its beginning, then anywhere', () => {
  expect(found('裸土')).toEqual({ 裸土: exact, 裸土堆: prefix, '3 号裸土图斑': inside });
  expect(found(' ＬＴ－７ ')).toEqual({ 'Site LT-7': inside });
  expect(found('')).toEqual({});
});

it('finds first letters of syllables, full pinyin and what has been typed of it so far', () => {
  expect(found('lt')).toEqual({
    裸土: pinyinPrefix,
    裸土堆: pinyinPrefix,
    临潼路: pinyinPrefix,
    '3 号裸土图斑': pinyinInside,
    'Site LT-7': inside,
  });
  expect(found('luotu')).toEqual({ 裸土: pinyinPrefix, 裸土堆: pinyinPrefix, '3 号裸土图斑': pinyinInside });
  expect(found('luot')).toEqual(found('luotu'));
  expect(found('luo tu dui')).toEqual({ 裸土堆: pinyinPrefix });
  expect(found('lvdi')).toEqual({ 绿地: pinyinPrefix });
});

it('reads characters with several sounds by their word, and begins at syllables only', () => {
  expect(found('chongqing')).toEqual({ 重庆路: pinyinPrefix });
  expect(found('hujia')).toEqual({});
  expect(found('zhujia')).toEqual({ 朱家村: pinyinPrefix });
});

it('works without pinyin, and stops when cancelled', async () => {
  const plain = await buildNameIndex(['裸土'], undefined);
  expect([...plain.rank('lt')]).toEqual([none]);
  expect([...plain.rank('土')]).toEqual([inside]);
  const stop = new AbortController();
  const many = Array.from({ length: 60_000 }, (_, i) => `${i} 号裸土图斑`);
  const pause = async () => stop.abort(new Error('enough'));
  await expect(buildNameIndex(many, toSyllables, { pause, signal: stop.signal })).rejects.toThrow('enough');
});
