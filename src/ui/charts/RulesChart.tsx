/** Findings by rule and street: a table with shades. A street becomes the scope, a rule opens its list. */
import { formatCount } from '../../i18n/format.ts';
import type { RuleId } from '../../model/findings.ts';
import { rulesFound, rulesTable } from '../../reports/charts/chart-tables.ts';
import { useApp, useTexts } from '../app-context.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import { axisOf, baseOption, type ChartLook, tooltipOf } from './chart-look.ts';
import type { ChartProps } from './chart-props.ts';
import { usePickZone } from './use-pick-zone.ts';

const ROW_PIXELS = 26;
/** Longer names of streets break. */
const LABEL_CHARACTERS = 6;

export function RulesChart({ data, zoneNames }: ChartProps) {
  const { t, language } = useTexts();
  const { view, settings } = useApp();
  const { pick, labelOf, outsideName } = usePickZone();
  const rules = rulesFound(data.total);
  const hasOutside = rules.some((rule) => (data.outside.counts[rule] ?? 0) > 0);
  const zones = [
    ...data.zones.map(({ counts }, index) => ({ name: zoneNames[index] ?? '', counts })),
    ...(hasOutside ? [{ name: outsideName, counts: data.outside.counts }] : []),
  ];
  const openRule = (rule: RuleId) => {
    view.setState((state) => ({
      openRules: new Set([...state.openRules, rule]),
      list: 'findings',
      selection: undefined,
    }));
    settings.getState().change({ findingsOpen: true });
  };
  const pickZone = (index: number) => {
    const zone = data.zones[index]?.zone;
    if (zone) pick(zone);
  };
  const cells = rules.flatMap((rule, row) => {
    const counts = zones.map((zone) => zone.counts[rule] ?? 0);
    const most = Math.max(1, ...counts);
    return counts.map((count, column) => [column, row, count / most, count]);
  });
  const optionOf = (look: ChartLook, description: string) => ({
    ...baseOption(look, description),
    tooltip: {
      ...tooltipOf(look),
      formatter: ({ value: [column, row, , count] }: { value: [number, number, number, number] }) =>
        `${zones[column]?.name ?? ''} · ${t(`rule.${rules[row] ?? ''}`)}: ${formatCount(count)}`,
    },
    grid: { left: 8, right: 8, top: 4, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      position: 'top',
      data: zones.map(({ name }) => name),
      ...axisOf(look),
      axisLabel: {
        ...axisOf(look).axisLabel,
        interval: 0,
        width: LABEL_CHARACTERS * look.textPixels,
        overflow: 'break',
      },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rules.map((rule) => t(`rule.${rule}`)),
      ...axisOf(look),
      splitLine: { show: false },
    },
    visualMap: { show: false, min: 0, max: 1, dimension: 2, inRange: { color: [...look.shades] } },
    series: [
      {
        type: 'heatmap',
        data: cells,
        itemStyle: { borderColor: look.panel, borderWidth: 1 },
        label: {
          show: true,
          color: look.text,
          formatter: ({ value }: { value: number[] }) => formatCount(value[3] ?? 0),
        },
        emphasis: { itemStyle: { borderColor: look.accent, borderWidth: 2 } },
      },
    ],
  });
  return (
    <ChartFrame
      title={t('charts.rules.title')}
      question={t('charts.rules.question')}
      table={rulesTable(zones, data.total, { t, language })}
      notes={[
        t('charts.rules.noteOpen'),
        t('charts.rules.noteSource'),
        t('charts.noteDuty'),
        t('charts.rules.noteShade'),
      ]}
      optionOf={optionOf}
      minHeight={rules.length * ROW_PIXELS + 40}
      isEmpty={rules.length === 0}
      onPick={({ dataIndex }) => pickZone(dataIndex % zones.length)}
      onColumn={{
        labelOf: (column) => (data.zones[column - 1] ? labelOf(zoneNames[column - 1] ?? '') : undefined),
        pick: (column) => pickZone(column - 1),
      }}
      onRow={{
        labelOf: (row) => t('charts.pickRule', { name: t(`rule.${rules[row] ?? ''}`) }),
        pick: (row) => {
          const rule = rules[row];
          if (rule) openRule(rule);
        },
      }}
    />
  );
}
