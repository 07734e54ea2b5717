/** Hotspots by weekday and hour: a calendar of one week. A cell shows its hotspots alone on the map. */
import { formatCount } from '../../i18n/format.ts';
import { textAt } from '../../model/feature-batch.ts';
import { hourName, hoursTable } from '../../reports/charts/chart-tables.ts';
import { DAYS_A_WEEK, HOURS_A_DAY, hourCellOf } from '../../reports/charts/hotspot-hours.ts';
import { useApp, useTexts } from '../app-context.tsx';
import { setMasks } from '../store/view-store.ts';
import { ChartFrame } from './ChartFrame.tsx';
import { axisOf, baseOption, type ChartLook, tooltipOf } from './chart-look.ts';
import type { ChartProps } from './chart-props.ts';

/** Of a place in the table, whose first column names the hour. */
const cellOf = (hour: number, column: number) => (column - 1) * HOURS_A_DAY + hour;

export function HoursChart({ data }: ChartProps) {
  const { t, language } = useTexts();
  const { view, workspace } = useApp();
  const hours = data.hotspotHours;
  const days = Array.from({ length: DAYS_A_WEEK }, (_, day) => t(`charts.weekday.${day + 1}`));
  const most = Math.max(...hours.counts);
  const notes = [
    t('charts.hours.noteClock'),
    ...(hours.withoutHour > 0 ? [t('charts.hours.noteWithoutHour', { count: hours.withoutHour })] : []),
    ...(hours.withoutTime > 0 ? [t('charts.hours.noteWithoutTime', { count: hours.withoutTime })] : []),
  ];
  const showOnly = (cell: number) => {
    const masks = new Map<string, Uint8Array>();
    for (const [id, { layer, batch }] of workspace.getState().features) {
      if (layer.kind !== 'hotspot') continue;
      masks.set(
        id,
        Uint8Array.from(batch.ids, (_, index) => Number(hourCellOf(textAt(batch, 'time', index)?.trim()) !== cell)),
      );
    }
    setMasks(view, 'area', masks);
  };
  const optionOf = (look: ChartLook, description: string) => ({
    ...baseOption(look, description),
    tooltip: {
      ...tooltipOf(look),
      formatter: ({ value }: { value: [hour: number, day: number, count: number] }) =>
        t('charts.hours.cell', { day: days[value[1]] ?? '', hour: hourName(value[0]), count: value[2] }),
    },
    grid: { left: 8, right: 8, top: 8, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: Array.from({ length: HOURS_A_DAY }, (_, hour) => hourName(hour)),
      ...axisOf(look),
      splitLine: { show: false },
    },
    yAxis: { type: 'category', inverse: true, data: days, ...axisOf(look), splitLine: { show: false } },
    visualMap: { show: false, min: 0, max: Math.max(1, most), inRange: { color: [...look.shades] } },
    series: [
      {
        type: 'heatmap',
        data: hours.counts.map((count, cell) => [cell % HOURS_A_DAY, Math.floor(cell / HOURS_A_DAY), count]),
        itemStyle: { borderColor: look.panel, borderWidth: 1 },
        label: {
          show: true,
          color: look.text,
          formatter: ({ value }: { value: number[] }) => (value[2] ? formatCount(value[2]) : ''),
        },
        emphasis: { itemStyle: { borderColor: look.accent, borderWidth: 2 } },
      },
    ],
  });
  return (
    <ChartFrame
      title={t('charts.hours.title')}
      question={t('charts.hours.question')}
      table={hoursTable(hours, { t, language })}
      notes={notes}
      optionOf={optionOf}
      isEmpty={hours.counted + hours.withoutHour + hours.withoutTime === 0}
      onPick={({ dataIndex }) => showOnly(dataIndex)}
      onCell={{
        labelOf: (hour, column) => {
          const count = column <= DAYS_A_WEEK ? hours.counts[cellOf(hour, column)] : 0;
          return count ? t('charts.pickHour', { day: days[column - 1] ?? '', hour: hourName(hour), count }) : undefined;
        },
        pick: (hour, column) => showOnly(cellOf(hour, column)),
      }}
    />
  );
}
