/** A feature's fields as people read them: the canonical ones under their names in the language, the ledger's own as they are. */

import { wordOfField } from '../../i18n/field-words.ts';
import { formatArea, formatNumber } from '../../i18n/format.ts';
import { type CodeNames, formatParam } from '../../i18n/format-param.ts';
import type { Language } from '../../i18n/language.ts';
import { namesFrom, type Translate } from '../../i18n/make-translator.ts';
import { type FeatureBatch, type Value, valueAt } from '../../model/feature-batch.ts';
import { fieldsOfKind } from '../../model/kinds.ts';

export interface Fact {
  readonly name: string;
  readonly label: string;
  readonly text: string;
}

/** Canonical fields first, in the order of the forms; then the file's own columns under their own names. */
export function listFields(
  kind: Parameters<typeof fieldsOfKind>[0],
  batch: FeatureBatch,
  index: number,
  t: Translate,
  language: Language,
): Fact[] {
  const canonical = Object.keys(fieldsOfKind(kind));
  const own = [...batch.columns.keys()].filter((name) => !canonical.includes(name) && name !== 'chentu_id');
  const names = namesFrom(t, language);
  return [...canonical, ...own].flatMap((name) => {
    const value = valueAt(batch.columns.get(name), index);
    if (value === null || value === '') return [];
    const isCanonical = canonical.includes(name);
    const label = isCanonical ? t(`field.${name}`) : name;
    return [{ name, label, text: isCanonical ? formatField(name, value, names) : String(value) }];
  });
}

/** A field's value as people read it: codes as words, numbers with their unit. */
export function formatField(name: string, value: Value, names: CodeNames): string {
  if (typeof value === 'number') {
    if (name === 'areaSquareMeters') return formatArea(value, names.language, 'both');
    const text = formatNumber(value, Number.isInteger(value) ? 0 : 2);
    return name === 'siltLoadingGramsPerSquareMeter' ? `${text} g/m²` : text;
  }
  return typeof value === 'string' ? wordOfField(name, value, names) : formatParam('state', value, names);
}
