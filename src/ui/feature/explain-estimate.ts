/** The estimate of PM10 with the numbers put in: what is multiplied by what. Screening numbers, as a range. */
import { formatFraction, formatNumber, formatTonnesPerYear } from '../../i18n/format.ts';
import type { Language, Translate } from '../../i18n/translate.ts';
import { type FeatureBatch, textAt } from '../../model/feature-batch.ts';
import { earliestInstant } from '../../model/instant.ts';
import type { LayerKind } from '../../model/kinds.ts';
import { activeMonths, sitePm10Tonnes, soilPm10Tonnes } from '../../rules/emissions.ts';
import type { Thresholds } from '../../rules/thresholds.ts';

export interface FormulaInput {
  readonly kind: LayerKind;
  readonly batch: FeatureBatch;
  readonly index: number;
  readonly areaSquareMeters: number;
  readonly asOf: string;
  readonly thresholds: Thresholds;
}

const SQUARE_METERS_PER_HECTARE = 10_000;

/** One line for the result, one for what bounds it; empty where nothing is estimated. */
export function explainEstimate(
  { kind, batch, index, areaSquareMeters, asOf, thresholds }: FormulaInput,
  t: Translate,
  language: Language,
): string[] {
  if (kind === 'bareSoil') {
    const status = textAt(batch, 'status', index);
    const range = soilPm10Tonnes(areaSquareMeters, status, thresholds);
    if (!range) return [];
    const [low = 0, high = 0] = thresholds.bareSoilPm10Tonnes;
    const formula = t('whatif.formula.soil', {
      hectares: formatNumber(areaSquareMeters / SQUARE_METERS_PER_HECTARE, 2),
      low: status === 'netted' ? 0 : low,
      high,
      result: formatTonnesPerYear(...range, language),
    });
    return status === 'netted' ? [formula, t('whatif.formula.netted')] : [formula];
  }
  if (kind !== 'constructionSite') return [];
  const [from, to] = [textAt(batch, 'activeFrom', index), textAt(batch, 'activeTo', index)];
  const months = activeMonths(from, to, earliestInstant(asOf));
  if (months === undefined) return [];
  const [low, high] = sitePm10Tonnes(areaSquareMeters, months, thresholds);
  return [
    t('whatif.formula.site', {
      squares: formatNumber(areaSquareMeters),
      months: formatNumber(months, 1),
      factor: thresholds.constructionTspTonnes,
      share: formatFraction(thresholds.constructionPm10Fraction),
      result: formatTonnesPerYear(high, high, language),
    }),
    t('whatif.formula.siteLow', {
      result: formatTonnesPerYear(low, low, language),
      range: formatTonnesPerYear(low, high, language),
    }),
  ];
}
