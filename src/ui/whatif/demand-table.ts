/** What is asked of whom as a table to hand on: names, owners and addresses; no phone numbers. */

import type { Language } from '../../i18n/language.ts';
import { namesFrom, type Translate } from '../../i18n/make-translator.ts';
import { numberAt, textAt } from '../../model/feature-batch.ts';
import type { Table, TableCell } from '../../reports/table.ts';
import { formatField } from '../feature/list-fields.ts';
import { type FeaturesByLayer, titleOf, unitOf } from '../store/layer-features.ts';
import type { DemandRow } from './demand-rows.ts';

const FIELDS = ['person', 'leader', 'address'] as const;

/** One row for each feature; the plan's own words stand beside what is asked. */
export function demandTable(
  title: string,
  rows: readonly DemandRow[],
  features: FeaturesByLayer,
  t: Translate,
  language: Language,
): Table {
  const text = (key: string, header: string) => ({ key, header, type: 'text' as const });
  const columns = [
    text('demand', t('whatif.column.demand')),
    text('measure', t('whatif.column.measure')),
    text('kind', t('field.kind')),
    text('name', t('field.name')),
    text('state', t('whatif.column.state')),
    { key: 'area', header: `${t('field.areaSquareMeters')} (m²)`, type: 'number' as const },
    text('owner', t('field.owner')),
    ...FIELDS.map((field) => text(field, t(`field.${field}`))),
  ];
  const cells = rows.flatMap(({ subject, demands, measures }): TableCell[][] => {
    const found = features.get(subject.layer);
    const index = found?.indexOf(subject.feature);
    if (!found || index === undefined) return [];
    const { batch, layer } = found;
    const state = textAt(batch, 'stage', index) ?? textAt(batch, 'status', index);
    return [
      [
        demands.map((demand) => t(`whatif.demand.${demand}`)).join(t('app.separator')),
        measures.map((measure) => measure.text[language]).join(' '),
        t(`kind.${layer.kind}`),
        titleOf(features, subject),
        state === undefined ? null : formatField('status', state, namesFrom(t, language)),
        numberAt(batch, 'areaSquareMeters', index) ?? null,
        unitOf(features, subject) ?? null,
        ...FIELDS.map((field) => textAt(batch, field, index) ?? null),
      ],
    ];
  });
  return { title, columns, rows: cells };
}
