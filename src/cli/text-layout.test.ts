import { expect, it } from 'vitest';
import { displayWidth } from '../i18n/display-width.ts';
import { layOutList, layOutTable, wrap } from './text-layout.ts';

it('aligns Chinese and Latin cells', () => {
  const columns = [
    { header: '问题类别', align: 'left' },
    { header: '数量', align: 'right' },
  ] as const;
  expect(
    layOutTable(columns, [
      ['责任重叠', '12'],
      ['gap', '1,234'],
    ]),
  ).toBe('问题类别   数量\n────────  ─────\n责任重叠     12\ngap       1,234\n');
});

it('wraps within the width, keeps punctuation off the start of a line, loses nothing', () => {
  const text = '汇总表打印在屏幕上；加 --out 时写出 findings.json 和 --format 所列格式。同样的输入，字节相同。';
  const lines = wrap(text, 30);
  for (const line of lines) {
    expect(displayWidth(line)).toBeLessThanOrEqual(32);
    expect(line).not.toMatch(/^[，。；]/);
  }
  expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
  expect(wrap('', 8)).toEqual([]);
});

it('lists names beside wrapped texts', () => {
  expect(
    layOutList(
      [
        ['--a', 'first'],
        ['--bc', 'second'],
      ],
      80,
    ),
  ).toBe('  --a   first\n  --bc  second\n');
});
