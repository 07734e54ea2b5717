/** A cell as people read it: numbers with their unit, days as days. */
import {
  type AreaStyle,
  formatArea,
  formatDateTime,
  formatFraction,
  formatLength,
  formatNumber,
} from '../../i18n/format.ts';
import type { Language, Translate } from '../../i18n/translate.ts';
import { type GridColumn, gridValue } from '../../model/grid/grid.ts';

export function formatGridCell(column: GridColumn, row: number, language: Language): string {
  const value = gridValue(column, row);
  if (value === null) return '';
  if (typeof value === 'number') return formatGridNumber(column, value, language);
  return column.type === 'date' ? formatDateTime(value) : value;
}

/** Where cells have no room for their unit, it stands in the head. */
export function headTitle({ title, unit }: GridColumn, t: Translate): string {
  return unit === 'tonnes' ? t('datatable.withUnit', { title, unit: t('datatable.unit.tonnes') }) : title;
}

/** `style` is that of areas: a total has less room than a cell. */
export function formatGridNumber(
  { unit }: GridColumn,
  value: number,
  language: Language,
  style: AreaStyle = 'both',
): string {
  switch (unit) {
    case 'area':
      return formatArea(value, language, style);
    case 'length':
      return formatLength(value);
    case 'fraction':
      return formatFraction(value);
    case 'siltLoading':
      return `${formatNumber(value, 2)} g/m²`;
    case 'tonnes':
      return value === 0 ? '0' : String(Number(value.toPrecision(2)));
    default:
      return formatNumber(value, Number.isInteger(value) ? 0 : 2);
  }
}
