/** Two roses of one station: where the wind comes from and how strong, and how much PM10 there is then. */
import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatFraction, formatNumber } from '../../i18n/format.ts';
import type { Series } from '../../model/series.ts';
import { dayOf } from '../../reports/charts/beijing-time.ts';
import { windTable } from '../../reports/charts/chart-tables.ts';
import { buildWindRose, FORCE_CLASSES, SECTORS } from '../../reports/charts/wind-rose.ts';
import { useTexts } from '../app-context.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import { baseOption, type ChartLook, legendOf } from './chart-look.ts';
import { useStations } from './use-stations.ts';

/** From light to strong, legible on light and dark paper. */
const FORCE_COLORS = ['#b9d3e8', '#7fb0d6', '#4b86bd', '#2c5f98', '#8e3b8f'];
const NO_READINGS: Pick<Series, 'timesMs' | 'pm10' | 'windFromDegrees' | 'windForce'> = {
  timesMs: new Float64Array(0),
  pm10: new Float64Array(0),
  windFromDegrees: new Float64Array(0),
  windForce: new Float64Array(0),
};

export function WindChart() {
  const { t, language } = useTexts();
  const { stations, isWider } = useStations();
  const [chosen, setChosen] = useState<string>();
  const station = stations.find(({ series }) => series.id === chosen) ?? stations[0];
  const series = station?.series;
  const rose = useMemo(() => buildWindRose(series ?? NO_READINGS), [series]);
  const share = (hours: number) => (rose.countedHours > 0 ? hours / rose.countedHours : 0);
  const notes = [
    ...(series && series.timesMs.length > 0
      ? [
          t('charts.wind.notePeriod', {
            from: dayOf(series.timesMs[0] as number),
            to: dayOf(series.timesMs.at(-1) as number),
            spanCount: rose.spanHours,
            usedCount: rose.countedHours,
            missingCount: rose.missingHours,
          }),
        ]
      : []),
    t('charts.wind.noteCalm', {
      calmCount: rose.calmHours,
      shareFraction: share(rose.calmHours),
      mean: formatNumber(rose.pm10Calm.mean, 1),
    }),
    ...(rose.extraReadings > 0 ? [t('charts.wind.noteExtra', { count: rose.extraReadings })] : []),
    ...(isWider ? [t('charts.stations.noteAll')] : []),
    t('charts.wind.noteMeaning'),
  ];
  const sectors = Array.from({ length: SECTORS }, (_, sector) => t(`charts.wind16.${sector}`));
  const optionOf = (look: ChartLook, description: string) => {
    const label = { color: look.text, fontFamily: look.font, fontSize: look.textPixels };
    const line = { lineStyle: { color: look.line } };
    const title = (text: string, left: string) => ({
      text,
      left,
      top: 0,
      textAlign: 'center',
      textStyle: { ...label, fontWeight: 600 },
    });
    const angle = (polarIndex: number) => ({
      polarIndex,
      type: 'category',
      data: sectors,
      boundaryGap: true,
      // North stands at the top: half a sector back from where the first one would begin.
      startAngle: 90 + 180 / SECTORS,
      axisLabel: { ...label, interval: 1 },
      axisLine: line,
      axisTick: { show: false },
      splitLine: { show: false },
    });
    const radius = (polarIndex: number) => ({
      polarIndex,
      axisLabel: { ...label, color: look.muted },
      axisLine: { show: false },
      splitLine: { lineStyle: { color: look.line, type: 'dotted' } },
      splitNumber: 3,
    });
    return {
      ...baseOption(look, description),
      title: [title(t('charts.wind.rose'), '24%'), title(t('charts.wind.pollution'), '78%')],
      legend: {
        ...legendOf(look),
        orient: 'vertical',
        left: '46%',
        top: 'middle',
        data: Array.from({ length: FORCE_CLASSES }, (_, index) => t(`charts.force.${index + 1}`)),
      },
      polar: [
        { center: ['24%', '56%'], radius: '62%' },
        { center: ['78%', '56%'], radius: '62%' },
      ],
      angleAxis: [angle(0), angle(1)],
      radiusAxis: [radius(0), radius(1)],
      series: [
        ...Array.from({ length: FORCE_CLASSES }, (_, index) => ({
          type: 'bar',
          coordinateSystem: 'polar',
          polarIndex: 0,
          stack: 'wind',
          name: t(`charts.force.${index + 1}`),
          barCategoryGap: '8%',
          itemStyle: { color: FORCE_COLORS[index], borderColor: look.panel, borderWidth: 0.5 },
          data: rose.hours.map((byForce) => 100 * share(byForce[index] ?? 0)),
          tooltip: { valueFormatter: (value: number) => formatFraction(value / 100) },
        })),
        {
          type: 'bar',
          coordinateSystem: 'polar',
          polarIndex: 1,
          name: t('charts.column.pm10'),
          barCategoryGap: '8%',
          itemStyle: { color: look.soil, borderColor: look.panel, borderWidth: 0.5 },
          data: rose.pm10BySector.map(({ mean }) => (Number.isNaN(mean) ? null : mean)),
          tooltip: { valueFormatter: (value: number) => `${formatNumber(value, 1)} ${t('charts.unit.pm10')}` },
        },
      ],
    };
  };
  return (
    <ChartFrame
      title={t('charts.wind.title')}
      question={station ? `${t('charts.wind.question')} · ${station.name}` : t('charts.wind.question')}
      table={windTable(rose, { t, language })}
      notes={notes}
      optionOf={optionOf}
      minHeight={210}
      isEmpty={rose.countedHours === 0}
      emptyText={t('charts.stations.none')}
      controls={
        stations.length > 1 && (
          <Select
            size="xs"
            w={190}
            aria-label={t('charts.wind.station')}
            data={stations.map(({ name, series: { id } }) => ({ value: id, label: name }))}
            value={station?.series.id ?? null}
            onChange={(value) => setChosen(value ?? undefined)}
            allowDeselect={false}
            data-testid="wind-station"
          />
        )
      }
    />
  );
}
