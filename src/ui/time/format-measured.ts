/** Figures of any unit and size, to three digits: 412, 12.3, 0.043. */
import { formatNumber } from '../../i18n/format.ts';

const MOST_DECIMALS = 5;

export function formatMeasured(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return formatNumber(value);
  const rounded = Number(value.toPrecision(3));
  const decimals = (rounded.toString().split('.')[1] ?? '').length;
  return formatNumber(rounded, Math.min(MOST_DECIMALS, decimals));
}
