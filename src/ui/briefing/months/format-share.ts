/** Shares of a ranking with one decimal: two that differ in rank must not look equal where they are not. */
import { formatNumber } from '../../../i18n/format.ts';

export function formatShare(fraction: number | undefined): string {
  return fraction === undefined ? '—' : `${formatNumber(fraction * 100, 1)}%`;
}
