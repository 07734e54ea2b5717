import { describe, expect, it } from 'vitest';
import { explainFinding, explainProblem } from './explain.ts';
import { TEXTS } from './texts.ts';
import { createTranslator } from './translate.ts';

const zh = createTranslator('zh-CN');
const en = createTranslator('en');

describe('translate', () => {
  it('gives the text of a key, and the key where there is none', () => {
    expect(zh('rule.source-unassigned')).toBe('未落实责任');
    expect(en('kind.bareSoil')).toBe('Bare soil');
    expect(zh('no.such.key')).toBe('no.such.key');
  });

  it('puts params in as they are: text of the data names no keys and asks for no options', () => {
    const layer = '<b>$t(rule.zone-gap) {{layer}}</b>';
    expect(en('place.layer', { layer, lng: 'zh-CN', context: 'x' })).toBe(`layer "${layer}"`);
  });

  it('shows rows from 1', () => {
    expect(zh('place.row', { row: 0 })).toBe('第 1 条记录');
  });

  it('does not throw or invent where a param is missing', () => {
    expect(en('place.layer')).toContain('layer');
  });
});

describe('explain', () => {
  it('says the place of a problem first', () => {
    const at = { file: 'layers/soil.csv', layer: 'soil', row: 2, column: '面积' };
    expect(explainProblem({ code: 'x', params: {}, at }, zh)).toBe(
      'layers/soil.csv，图层“soil”，第 3 条记录，“面积”列：problem.x',
    );
    expect(explainProblem({ code: 'x', params: {} }, en)).toBe('problem.x');
  });

  it('explains a finding by its code', () => {
    const code = Object.keys(TEXTS.en).find((key) => key.startsWith('explain.'));
    if (!code) return;
    const sentence = explainFinding({ explain: { code: code.slice('explain.'.length), params: {} } }, en);
    expect(sentence).not.toContain('explain.');
  });
});

it('takes a value that is a text in both languages from the param of its language', () => {
  const params = { kind: 'bareSoil', name: '甲', field: 'fence', 'basis.zh-CN': '条例', 'basis.en': 'regulation' };
  const zh = createTranslator('zh-CN')('explain.source-uncontrolled.park-plain', params);
  const en = createTranslator('en')('explain.source-uncontrolled.park-plain', params);
  expect(zh).toContain('依据：条例');
  expect(en).toContain('source: regulation');
});
