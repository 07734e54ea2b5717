/** PM10 of the stations day by day. */
import { useMemo } from 'react';
import { formatNumber } from '../../i18n/format.ts';
import { stationTable } from '../../reports/charts/chart-tables.ts';
import { meanByDay } from '../../reports/charts/station-days.ts';
import { useTexts } from '../app-context.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import { axisOf, baseOption, type ChartLook, legendOf, tooltipOf } from './chart-look.ts';
import { useStations } from './use-stations.ts';

const HOURS_A_DAY = 24;
/** Lines are told apart by their strokes too. */
const STROKES = ['solid', 'dashed', 'dotted'] as const;
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond'] as const;

export function StationsChart() {
  const { t, language } = useTexts();
  const { stations: found, isWider } = useStations();
  const stations = useMemo(() => found.map(({ name, series }) => ({ name, days: meanByDay(series) })), [found]);
  const table = stationTable(stations, { t, language });
  const days = [...table.rows].map(([day]) => String(day));
  const notes = [
    t('charts.stations.noteMean'),
    ...stations.flatMap(({ name, days: own }) => {
      const partial = own.filter(({ hours }) => hours < HOURS_A_DAY).length;
      const empty = own.filter(({ hours }) => hours === 0).length;
      return partial > 0 ? [t('charts.stations.notePartial', { name, count: partial, empty })] : [];
    }),
    ...(isWider ? [t('charts.stations.noteAll')] : []),
  ];
  const optionOf = (look: ChartLook, description: string) => ({
    ...baseOption(look, description),
    legend: { ...legendOf(look), itemWidth: 28 },
    tooltip: {
      ...tooltipOf(look),
      trigger: 'axis',
      valueFormatter: (value: unknown) =>
        typeof value === 'number' ? `${formatNumber(value, 1)} ${t('charts.unit.pm10')}` : '—',
    },
    grid: { left: 8, right: 16, top: 34, bottom: 4, containLabel: true },
    xAxis: { type: 'category', data: days, boundaryGap: false, ...axisOf(look), splitLine: { show: false } },
    yAxis: { type: 'value', min: 0, ...axisOf(look) },
    series: stations.map(({ name, days: own }, index) => {
      const byDay = new Map(own.map(({ day, mean }) => [day, mean]));
      return {
        type: 'line',
        name,
        symbol: SYMBOLS[index % SYMBOLS.length],
        symbolSize: 4,
        lineStyle: { width: 1.6, type: STROKES[index % STROKES.length] },
        connectNulls: false,
        data: days.map((day) => {
          const mean = byDay.get(day);
          return mean === undefined || Number.isNaN(mean) ? null : mean;
        }),
      };
    }),
  });
  return (
    <ChartFrame
      title={t('charts.stations.title')}
      question={t('charts.stations.question')}
      table={table}
      notes={notes}
      optionOf={optionOf}
      isEmpty={stations.length === 0}
      emptyText={t('charts.stations.none')}
    />
  );
}
