/** A finding's measures in words, in one fixed order. */
import { formatArea, formatFraction, formatLength, formatTonnesPerYear } from '../i18n/format.ts';
import type { Language, Translate } from '../i18n/translate.ts';
import { type Measures, NUMBER_MEASURES } from '../model/findings.ts';

export interface MeasureText {
  readonly name: keyof Measures;
  readonly label: string;
  readonly text: string;
}

const ORDER = [...NUMBER_MEASURES, 'pm10TonnesPerYear'] as const;

/** What is not measured is not listed. */
export function listMeasures(measures: Measures, t: Translate, language: Language): MeasureText[] {
  return ORDER.flatMap((name) => {
    const text = formatMeasure(measures, name, language);
    return text === undefined ? [] : [{ name, label: t(`measure.${name}`), text }];
  });
}

export function formatMeasure(measures: Measures, name: keyof Measures, language: Language): string | undefined {
  if (name === 'pm10TonnesPerYear') {
    const range = measures[name];
    return range && formatTonnesPerYear(range[0], range[1], language);
  }
  const value = measures[name];
  if (value === undefined) return undefined;
  if (name.endsWith('SquareMeters')) return formatArea(value, language, 'both');
  return name.endsWith('Meters') ? formatLength(value) : formatFraction(value);
}
