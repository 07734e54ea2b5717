/** Hexagons and cells of hotspots as geodata: what each is coloured by, in its unit, and the alarms that point at it. */
import { binPolygon } from '../../geo/bin-points.ts';
import type { Translate } from '../../i18n/translate.ts';
import { roundFraction } from '../../reports/rounding.ts';
import type { TableCell, TableColumn } from '../../reports/table.ts';
import type { FeatureExport } from '../exporting/feature-export.ts';
import type { HotspotPicture } from '../store/time-store.ts';

/** As drawn: bins without a value are left out. Undefined for pictures that have no bins. O(bins). */
export function gridSet(picture: HotspotPicture, t: Translate): FeatureExport['sets'][number] | undefined {
  const { grid, cells, drawing } = picture;
  if (!grid) return undefined;
  const { bins, values, counts, frame } = grid;
  const drawn = Array.from({ length: bins.count }, (_, bin) => bin).filter((bin) => values[bin]! > 0);
  const alarmsOf = new Map(cells?.entries.map(({ cell, alarms }) => [cell, alarms]));
  const text = (key: string): TableColumn => ({ key, type: 'text', header: t(`exporting.grid.${key}`) });
  const count: TableColumn = { key: 'count', type: 'count', header: t('exporting.grid.count') };
  const columns = cells
    ? [
        text('name'),
        text('month'),
        { key: 'value', type: 'number' as const, header: headerOfValue(picture, t) },
        count,
        { key: 'days', type: 'count' as const, header: t('exporting.grid.days') },
        text('alarms'),
      ]
    : [text('name'), count];
  const rows = drawn.map((bin): TableCell[] => {
    const name = `${bins.columns[bin]}_${bins.rows[bin]}`;
    if (!cells) return [name, counts[bin]!];
    const alarms = alarmsOf.get(bin)?.map(({ kind }) => t(`time.alarm.${kind}`)) ?? [];
    return [
      name,
      cells.month,
      roundFraction(values[bin]!),
      counts[bin]!,
      cells.days,
      alarms.join(t('report.listSeparator')) || null,
    ];
  });
  const shapes = drawn.map((bin) => binPolygon(bins, bin, frame));
  return { of: 'table', table: { title: t(`time.draw.${drawing}`), columns, rows }, places: { of: 'shapes', shapes } };
}

function headerOfValue({ cells }: HotspotPicture, t: Translate): string {
  const measure = cells?.measure;
  return measure?.type === 'value' ? t('time.measure.value', { unit: measure.unit }) : t('exporting.grid.perDay');
}
