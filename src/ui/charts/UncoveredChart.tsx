/** Bare soil that lay uncovered at each month's end, by street. */

import { formatNumber } from '../../i18n/format.ts';
import { areaUnitOf } from '../../reports/charts/area-unit.ts';
import { uncoveredTable } from '../../reports/charts/chart-tables.ts';
import { useTexts } from '../app-context.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import { axisOf, baseOption, type ChartLook, legendOf } from './chart-look.ts';
import type { ChartProps } from './chart-props.ts';
import { usePickZone } from './use-pick-zone.ts';

export function UncoveredChart({ data, zoneNames }: ChartProps) {
  const { t, language } = useTexts();
  const { pick, labelOf, outsideName } = usePickZone();
  const { months, zones } = data;
  const unit = areaUnitOf(language);
  const table = uncoveredTable(months, zoneNames, outsideName, { t, language });
  const { undatedBare, undatedTreated, contradictory, unmeasured } = months;
  const hasOutside = months.areaByZone.at(-1)?.some((area) => area > 0);
  const names = hasOutside ? [...zoneNames, outsideName] : zoneNames;
  const notes = [
    t('charts.uncovered.noteDates'),
    t('charts.uncovered.notePlace'),
    t('charts.noteDuty'),
    ...(undatedBare.count > 0 ? [t('charts.uncovered.noteUndated', undatedBare)] : []),
    ...(undatedTreated > 0 ? [t('charts.uncovered.noteTreated', { count: undatedTreated })] : []),
    ...(contradictory > 0 ? [t('charts.uncovered.noteContradictory', { count: contradictory })] : []),
    ...(unmeasured > 0 ? [t('charts.uncovered.noteUnmeasured', { count: unmeasured })] : []),
  ];
  const pickZone = (index: number) => {
    const zone = zones[index]?.zone;
    if (zone) pick(zone);
  };
  const optionOf = (look: ChartLook, description: string) => ({
    ...baseOption(look, description, true),
    legend: legendOf(look),
    grid: { left: 8, right: 12, top: 34, bottom: 4, containLabel: true },
    xAxis: { type: 'category', data: months.points, ...axisOf(look) },
    yAxis: { type: 'value', ...axisOf(look) },
    series: names.map((name, zone) => ({
      type: 'bar',
      stack: 'all',
      name,
      barMaxWidth: 56,
      data: months.areaByZone[zone]?.map(unit.from),
      tooltip: { valueFormatter: (value: number) => `${formatNumber(value, 1)} ${t(unit.key)}` },
    })),
  });
  return (
    <ChartFrame
      title={t('charts.uncovered.title')}
      question={t('charts.uncovered.question', { name: t(unit.key) })}
      table={table}
      notes={notes}
      optionOf={optionOf}
      isEmpty={months.areaByZone.every((line) => line.every((area) => area === 0))}
      onPick={({ seriesIndex }) => pickZone(seriesIndex)}
      onColumn={{
        labelOf: (column) => (zones[column - 1] ? labelOf(zoneNames[column - 1] ?? '') : undefined),
        pick: (column) => pickZone(column - 1),
      }}
    />
  );
}
