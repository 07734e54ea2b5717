/** What the rule pack lets one say of a source's dust: a range of PM10, or a class. By the measured area where a finding has it, else the ledger's. */
import { formatTonnesPerYear } from '../../i18n/format.ts';
import type { Language, Translate } from '../../i18n/translate.ts';
import { type FeatureBatch, numberAt, textAt } from '../../model/feature-batch.ts';
import type { Finding } from '../../model/findings.ts';
import { earliestInstant } from '../../model/instant.ts';
import { isSourceKind, type LayerKind } from '../../model/kinds.ts';
import { classifyStockpile, estimatePm10Tonnes } from '../../rules/emissions.ts';
import type { Thresholds } from '../../rules/thresholds.ts';
import type { Fact } from './list-fields.ts';

export interface EstimateInput {
  readonly kind: LayerKind;
  readonly batch: FeatureBatch;
  readonly index: number;
  readonly findings: readonly Finding[];
  readonly asOf: string;
  readonly thresholds: Thresholds;
}

/** Empty where nothing can be defended. */
export function listEstimates(
  { kind, batch, index, findings, asOf, thresholds }: EstimateInput,
  t: Translate,
  language: Language,
): Fact[] {
  if (!isSourceKind(kind)) return [];
  const measured = findings.find(({ subjects, measures }) => subjects.length === 1 && measures.areaSquareMeters);
  const areaSquareMeters = measured?.measures.areaSquareMeters ?? numberAt(batch, 'areaSquareMeters', index);
  if (areaSquareMeters === undefined) return [];
  if (kind === 'stockpile') {
    const name = 'stockpileClass';
    const text = t(`app.feature.stockpileClass.${classifyStockpile(areaSquareMeters, thresholds)}`);
    return [{ name, label: t('app.feature.stockpileClass'), text }];
  }
  const [status, activeFrom, activeTo] = ['status', 'activeFrom', 'activeTo'].map((field) =>
    textAt(batch, field, index),
  );
  const source = { kind, areaSquareMeters, status, activeFrom, activeTo };
  const range = estimatePm10Tonnes(source, earliestInstant(asOf), thresholds);
  const name = 'pm10TonnesPerYear';
  return range ? [{ name, label: t(`measure.${name}`), text: formatTonnesPerYear(...range, language) }] : [];
}
