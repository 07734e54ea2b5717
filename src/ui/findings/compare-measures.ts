/** Two measurements of one finding side by side, precise enough to see where they part. */
import type { SecondOpinion } from '../../checks/session-types.ts';
import { formatNumber } from '../../i18n/format.ts';
import { type Measures, NUMBER_MEASURES } from '../../model/findings.ts';

export interface ComparedMeasure {
  readonly name: keyof Measures;
  readonly ours: string;
  readonly turf: string;
  /** Of Turf's against ours; empty where either is missing. */
  readonly difference: string;
}

/** What we measured, in one fixed order; `—` where Turf did not. */
export function listComparedMeasures({ ours, turf }: Pick<SecondOpinion, 'ours' | 'turf'>): ComparedMeasure[] {
  return NUMBER_MEASURES.flatMap((name) => {
    const own = ours[name];
    if (own === undefined) return [];
    const other = turf[name];
    return [
      {
        name,
        ours: formatExact(name, own),
        turf: other === undefined ? '—' : formatExact(name, other),
        difference: other === undefined ? '' : formatDifference(own, other),
      },
    ];
  });
}

/** Square metres and metres throughout: mu and hectares are too coarse for a comparison. */
function formatExact(name: (typeof NUMBER_MEASURES)[number], value: number): string {
  if (name.endsWith('SquareMeters')) return `${formatNumber(value, 1)} m²`;
  return name.endsWith('Meters') ? `${formatNumber(value, 2)} m` : `${formatNumber(value * 100, 2)}%`;
}

/** Relative, in per cent with its sign; equal values differ by 0. */
function formatDifference(own: number, other: number): string {
  if (own === other) return '0';
  if (own === 0) return '';
  const percent = (other / own - 1) * 100;
  const size = Math.abs(percent);
  if (size < 0.001) return '< 0.001%';
  return `${percent > 0 ? '+' : '−'}${formatNumber(size, size < 1 ? 3 : 1)}%`;
}
