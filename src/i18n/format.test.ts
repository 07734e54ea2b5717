import { describe, expect, it } from 'vitest';
import {
  formatArea,
  formatBearing,
  formatBytes,
  formatCoordinates,
  formatDate,
  formatDateTime,
  formatFraction,
  formatLength,
  formatNumber,
  formatTonnesPerYear,
} from './format.ts';
import { formatParam } from './format-param.ts';
import { TEXTS } from './texts.ts';

const ZH = { language: 'zh-CN', nameOf: (key: string) => TEXTS['zh-CN'][key] } as const;
const EN = { language: 'en', nameOf: (key: string) => TEXTS.en[key] } as const;

describe('areas', () => {
  it('are in mu and m², hectares from 10,000 m², km² from 1,000 hectares', () => {
    expect(formatArea(8266.7, 'zh-CN')).toBe('12.4 亩（8,267 m²）');
    expect(formatArea(10_000, 'zh-CN')).toBe('15.0 亩（1.00 公顷）');
    expect(formatArea(9_999.6, 'en')).toBe('15.0 mu (1.00 ha)');
    expect(formatArea(25_000_000, 'en')).toBe('37,500 mu (25.00 km²)');
    expect(formatArea(0, 'zh-CN')).toBe('0.0 亩（0 m²）');
  });
  it('are one unit in a sentence', () => {
    expect(formatArea(8266.7, 'zh-CN', 'short')).toBe('12.4 亩');
    expect(formatArea(25.04, 'zh-CN', 'short')).toBe('25.0 m²');
    expect(formatArea(8266.7, 'en', 'short')).toBe('8,267 m²');
    expect(formatArea(1.234, 'en', 'short')).toBe('1.23 m²');
    expect(formatArea(20, 'zh-CN', 'short')).toBe('20 m²');
  });
});

it('lengths are in m, then km', () => {
  expect([0, 2, 0.04, 3.14, 35.2, 999.4, 999.6, 3000, 1234, 12_345, 123_456].map(formatLength)).toEqual([
    '0 m',
    '2 m',
    '0.040 m',
    '3.1 m',
    '35 m',
    '999 m',
    '1.00 km',
    '3 km',
    '1.23 km',
    '12.3 km',
    '123 km',
  ]);
});

it('a share is never rounded to all or to nothing', () => {
  expect([0, 0.00001, 0.004, 0.41, 0.985, 0.9899, 0.99999, 1].map(formatFraction)).toEqual([
    '0%',
    '0.01%',
    '0.40%',
    '41%',
    '99%',
    '99%',
    '99.99%',
    '100%',
  ]);
});

it('numbers, dates, places', () => {
  expect(formatNumber(-0.001, 1)).toBe('0.0');
  expect(formatNumber(1234567.891, 3)).toBe('1,234,567.891');
  expect(formatNumber(Number.NaN)).toBe('—');
  expect(formatDate('2026-11-23T08:00:00+08:00')).toBe('2026-11-23');
  expect(formatDateTime('2026-11-23T08:00:00+08:00')).toBe('2026-11-23 08:00');
  expect(formatDateTime('2026-11-23')).toBe('2026-11-23');
  expect(formatDate('去年')).toBe('去年');
  expect(formatCoordinates(113.6, 34.7000049)).toBe('113.60000, 34.70000');
  expect(formatBearing(-135, 'zh-CN')).toBe('西南（225°）');
  expect(formatTonnesPerYear(1.234, 13.6, 'zh-CN')).toBe('1.2–14 吨/年');
  expect(formatTonnesPerYear(0.00123, 0.00123, 'en')).toBe('0.0012 t/year');
  expect(formatBytes(14_200)).toBe('14.2 kB');
});

it('params are formatted by their names', () => {
  expect(formatParam('areaSquareMeters', 8266.7, ZH)).toBe('12.4 亩');
  expect(formatParam('toleranceFraction', 0.01, EN)).toBe('1%');
  expect(formatParam('missingFields', 'owner,person', ZH)).toBe('责任单位、责任人');
  expect(formatParam('kind', 'bareSoil', EN)).toBe('Bare soil');
  expect(formatParam('owner', '环卫一队,二队', ZH)).toBe('环卫一队,二队');
  expect(formatParam('epsg', 4326, EN)).toBe('4326');
  expect(formatParam('count', 12345, EN)).toBe('12,345');
  expect(formatParam('since', '2026-11-23T08:00:00+08:00', ZH)).toBe('2026-11-23 08:00');
  expect(formatParam('owner', null, EN)).toBe('—');
});
