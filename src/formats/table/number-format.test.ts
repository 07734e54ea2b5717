import { describe, expect, it } from 'vitest';
import { applyNumberFormat, builtInFormat, formatSerialDate, parseNumberFormat } from './number-format.ts';

describe('number formats', () => {
  it.each([
    ['General', 'plain'],
    ['G/通用格式', 'plain'],
    ['0.00_);[Red](0.00)', 'plain'],
    ['#,##0.00"元/月"', 'plain'],
    ['0.00E+00', 'plain'],
    ['yyyy"年"m"月"d"日"', 'date'],
    ['[$-804]yyyy/m/d;@', 'date'],
    ['m"月"d"日"', 'date'],
    ['mmm-yy', 'date'],
    ['h:mm AM/PM', 'clock'],
    ['[h]:mm:ss', 'clock'],
    ['000000', 'zeros'],
    ['@', 'plain'],
  ])('%s is %s', (code, type) => {
    expect(parseNumberFormat(code).type).toBe(type);
  });

  it('are known by number too', () => {
    expect([0, 2, 14, 22, 21, 31, 57, 49].map((id) => builtInFormat(id).type)).toEqual([
      'plain',
      'plain',
      'date',
      'date',
      'clock',
      'date',
      'date',
      'plain',
    ]);
  });

  it('make days, clocks and codes of numbers', () => {
    const show = (value: number, code: string, is1904 = false) =>
      applyNumberFormat(value, parseNumberFormat(code), is1904);
    expect(show(46_349, 'yyyy-mm-dd')).toBe('2026-11-23');
    expect(show(46_349 + 1 / 3, 'yyyy-mm-dd')).toBe('2026-11-23T08:00:00');
    expect(show(46_349, 'yyyy-mm-dd hh:mm')).toBe('2026-11-23T00:00:00');
    expect(show(44_887, 'yyyy-mm-dd', true)).toBe('2026-11-23');
    expect(show(1 / 3, 'h:mm')).toBe('08:00:00');
    expect(show(26.5, '[h]:mm')).toBe(26.5);
    expect(show(12, '000000')).toBe('000012');
    expect(show(1234567, '000000')).toBe(1234567);
    expect(show(12.5, '000000')).toBe(12.5);
    expect(show(-1, 'yyyy')).toBe(-1);
    expect(show(1e9, 'yyyy')).toBe(1e9);
  });

  it('count the days of 1900 as spreadsheets do', () => {
    expect([1, 59, 61].map((day) => formatSerialDate(day, false))).toEqual(['1900-01-01', '1900-02-28', '1900-03-01']);
    expect(formatSerialDate(2_958_465, false)).toBe('9999-12-31');
    expect(formatSerialDate(2_958_466, false)).toBeUndefined();
  });
});
