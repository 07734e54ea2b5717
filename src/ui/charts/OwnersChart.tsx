/** Which units most of it lies with: bars from the highest, and the share that the first ones have together. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import { formatFraction, formatNumber } from '../../i18n/format.ts';
import { areaUnitOf } from '../../reports/charts/area-unit.ts';
import type { OwnerNumbers } from '../../reports/charts/chart-data.ts';
import { paretoTable } from '../../reports/charts/chart-tables.ts';
import { buildPareto } from '../../reports/charts/pareto.ts';
import { useCommands, useTexts } from '../app-context.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import { axisOf, baseOption, type ChartLook, legendOf, tooltipOf } from './chart-look.ts';
import type { ChartProps } from './chart-props.ts';

const MEASURES = ['uncoveredSoil', 'findings'] as const;
/** More bars say nothing more: the table has them. */
const SHOWN_BARS = 30;
const BAR_PIXELS = 24;
const TOP = 5;

export function OwnersChart({ data }: ChartProps) {
  const { t, language } = useTexts();
  const { setScope } = useCommands();
  const [measure, setMeasure] = useState<(typeof MEASURES)[number]>('uncoveredSoil');
  const unit = areaUnitOf(language);
  const isArea = measure === 'uncoveredSoil';
  const numberOf = (owner: OwnerNumbers) =>
    isArea
      ? unit.from(owner.uncoveredSoilSquareMeters)
      : Object.values(owner.counts).reduce((sum, count) => sum + count, 0);
  const pareto = buildPareto(
    data.owners.map((owner) => ({ name: owner.owner || t('charts.noOwner'), value: numberOf(owner) })),
  );
  const unitName = t(isArea ? unit.key : 'charts.unit.findings');
  const valueHeader = t('charts.withUnit', { name: t(`charts.owners.${measure}`), unit: unitName });
  const shown = pareto.bars.slice(0, SHOWN_BARS);
  const top = pareto.bars[Math.min(TOP, pareto.bars.length) - 1];
  const notes = [
    t(isArea ? 'charts.owners.noteSoil' : 'charts.owners.noteFindings'),
    ...(pareto.bars.length > TOP && top
      ? [t('charts.owners.noteTop', { top: TOP, shareFraction: top.cumulativeFraction })]
      : []),
    ...(pareto.bars.length > SHOWN_BARS
      ? [t('charts.owners.noteShown', { shown: SHOWN_BARS, count: pareto.bars.length })]
      : []),
  ];
  const pick = (index: number) => {
    const name = pareto.bars[index]?.name;
    if (name !== undefined && name !== t('charts.noOwner')) setScope({ type: 'owner', owner: name });
  };
  const optionOf = (look: ChartLook, description: string) => ({
    ...baseOption(look, description),
    legend: legendOf(look),
    tooltip: { ...tooltipOf(look), trigger: 'axis' },
    grid: { left: 8, right: 24, top: 34, bottom: 4, containLabel: true },
    yAxis: {
      type: 'category',
      inverse: true,
      data: shown.map(({ name, value }) => `${name}  ${formatNumber(value, isArea ? 1 : 0)}`),
      ...axisOf(look),
    },
    xAxis: [
      { type: 'value', position: 'bottom', ...axisOf(look) },
      {
        type: 'value',
        position: 'top',
        min: 0,
        max: 1,
        ...axisOf(look),
        splitLine: { show: false },
        axisLabel: { show: false },
      },
    ],
    series: [
      {
        type: 'bar',
        name: valueHeader,
        barMaxWidth: 16,
        itemStyle: { color: isArea ? look.soil : look.accent },
        data: shown.map(({ value }) => value),
        tooltip: { valueFormatter: (value: number) => `${formatNumber(value, isArea ? 1 : 0)} ${unitName}` },
      },
      {
        type: 'line',
        name: t('charts.owners.cumulative'),
        xAxisIndex: 1,
        z: 3,
        symbolSize: 6,
        lineStyle: { color: look.text, width: 1.5, type: 'dashed' },
        itemStyle: { color: look.text },
        data: shown.map(({ cumulativeFraction }) => cumulativeFraction),
        tooltip: { valueFormatter: (value: number) => formatFraction(value) },
      },
    ],
  });
  return (
    <ChartFrame
      title={t('charts.owners.title')}
      question={t('charts.owners.question')}
      table={paretoTable(pareto, t('charts.owners.title'), valueHeader, { t, language })}
      notes={notes}
      optionOf={optionOf}
      minHeight={shown.length * BAR_PIXELS + 60}
      isEmpty={pareto.bars.length === 0}
      controls={
        <Select
          size="xs"
          w={150}
          aria-label={t('charts.owners.measure')}
          data={MEASURES.map((value) => ({ value, label: t(`charts.owners.${value}`) }))}
          value={measure}
          onChange={(value) => value && setMeasure(value as typeof measure)}
          allowDeselect={false}
          data-testid="owners-measure"
        />
      }
      onPick={({ dataIndex }) => pick(dataIndex)}
      onRow={{
        labelOf: (row) => {
          const name = pareto.bars[row]?.name;
          return name === undefined || name === t('charts.noOwner') ? undefined : t('charts.pickZone', { name });
        },
        pick,
      }}
    />
  );
}
