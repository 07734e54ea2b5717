/** The one unit in which charts and rankings state areas: mu in Chinese, hectares in English. */
import { SQUARE_METERS_PER_MU } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';

const SQUARE_METERS_PER_HECTARE = 10_000;

export interface AreaUnit {
  /** Text key. */
  readonly key: 'charts.unit.mu' | 'charts.unit.hectare';
  from(squareMeters: number): number;
}

export function areaUnitOf(language: Language): AreaUnit {
  return language === 'zh-CN'
    ? { key: 'charts.unit.mu', from: (squareMeters) => squareMeters / SQUARE_METERS_PER_MU }
    : { key: 'charts.unit.hectare', from: (squareMeters) => squareMeters / SQUARE_METERS_PER_HECTARE };
}
