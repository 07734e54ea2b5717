/** What lies in a drawn area, as tables: by layer and class, findings by rule, owners. */
import type { AreaCount, AreaRow } from '../../checks/area-count.ts';
import { formatParam } from '../../i18n/format-param.ts';
import { namesFrom } from '../../i18n/make-translator.ts';
import { RULE_IDS } from '../../model/findings.ts';
import { roundFraction, roundMeters } from '../rounding.ts';
import type { Table, TableColumnType } from '../table.ts';
import type { TableWords } from './chart-tables.ts';

/** The class in words; empty for a kind without classes. */
export function classNameOf({ field, value }: Pick<AreaRow, 'field' | 'value'>, { t, language }: TableWords): string {
  if (field === undefined) return '';
  return value === '' ? t('charts.area.unstated') : formatParam(field, value, namesFrom(t, language));
}

const COLUMNS = [
  ['layer', 'text'],
  ['class', 'text'],
  ['count', 'count'],
  ['whole', 'count'],
  ['area', 'number'],
  ['length', 'number'],
  ['pm10Low', 'number'],
  ['pm10High', 'number'],
] as const satisfies readonly (readonly [string, TableColumnType])[];

export function areaTables(
  count: AreaCount,
  layerTitleOf: (layer: string) => string,
  words: TableWords,
): readonly [Table, ...Table[]] {
  const { t } = words;
  return [
    {
      title: t('charts.area.title'),
      columns: COLUMNS.map(([key, type]) => ({ key, type, header: t(`charts.area.column.${key}`) })),
      rows: count.rows.map((row) => [
        layerTitleOf(row.layer),
        classNameOf(row, words),
        row.count,
        row.whole,
        roundMeters(row.areaSquareMeters),
        roundMeters(row.lengthMeters),
        ...(row.pm10TonnesPerYear?.map(roundFraction) ?? [null, null]),
      ]),
    },
    {
      title: t('charts.area.findings'),
      columns: [
        { key: 'rule', type: 'text', header: t('charts.column.rule') },
        { key: 'count', type: 'count', header: t('charts.area.column.count') },
      ],
      rows: RULE_IDS.filter((rule) => count.findings[rule]).map((rule) => [
        t(`rule.${rule}`),
        count.findings[rule] ?? 0,
      ]),
    },
    {
      title: t('charts.area.owners'),
      columns: [
        { key: 'owner', type: 'text', header: t('field.owner') },
        { key: 'count', type: 'count', header: t('charts.area.column.count') },
      ],
      rows: count.owners.map(({ owner, count: features }) => [owner, features]),
    },
    {
      title: t('charts.notes'),
      columns: [{ key: 'note', type: 'text', header: t('charts.notes.line') }],
      rows: [[t('charts.area.rule')]],
    },
  ];
}
