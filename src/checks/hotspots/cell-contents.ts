/** What one bin of hotspots holds: which of them, from which sources, and how its month stands to the months before. */
import type { PointBins } from '../../geo/bin-points.ts';
import type { FacetCount } from './filter-hotspots.ts';
import type { HotspotTable } from './hotspot-table.ts';
import type { MonthlyCells } from './monthly-cells.ts';
import { shiftMonths } from './time-axis.ts';

/** Places in the table of the hotspots of a bin, the newest first, those without a time last. O(hotspots). */
export function listHotspotsIn(
  { timesMs }: Pick<HotspotTable, 'timesMs'>,
  { binOf }: PointBins,
  bin: number,
  span?: { readonly fromMs: number; readonly endMs: number },
): number[] {
  const found: number[] = [];
  for (let at = 0; at < binOf.length; at++) {
    if (binOf[at] !== bin) continue;
    const time = timesMs[at]!;
    if (span && !(time >= span.fromMs && time < span.endMs)) continue;
    found.push(at);
  }
  const when = (at: number) => (Number.isNaN(timesMs[at]!) ? -Infinity : timesMs[at]!);
  return found.sort((a, b) => Number(when(b) > when(a)) - Number(when(b) < when(a)) || a - b);
}

/** How many of some hotspots each source has; the empty text is what is not stated. By count downwards, then by name. */
export function countSources({ facets }: Pick<HotspotTable, 'facets'>, hotspots: readonly number[]): FacetCount[] {
  const { values, codes } = facets.source;
  const counts = new Map<string, number>();
  for (const at of hotspots) {
    const value = values[codes[at]!]!;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** From here to the next month's beginning. */
export function spanOfMonth({ monthStarts, offsetMs }: MonthlyCells, month: number): { fromMs: number; endMs: number } {
  const fromMs = monthStarts[month]!;
  return { fromMs, endMs: shiftMonths(fromMs, 1, offsetMs) };
}

/** The mean of a cell so many months from another month; undefined where there are no data of it. */
export function meanBeside(cells: MonthlyCells, cell: number, month: number, shift: number): number | undefined {
  const { monthStarts, offsetMs, means } = cells;
  const other = monthStarts.indexOf(shiftMonths(monthStarts[month]!, shift, offsetMs));
  const mean = other < 0 ? Number.NaN : means[cell * monthStarts.length + other]!;
  return Number.isNaN(mean) ? undefined : mean;
}
