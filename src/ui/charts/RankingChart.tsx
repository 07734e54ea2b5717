/** Streets and responsible units ranked by one number, with how it is counted beside it. */
import { SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import type { Subject } from '../../core/subject.ts';
import { formatNumber } from '../../i18n/format.ts';
import { NORMALIZATIONS, type Normalization } from '../../reports/charts/ranking.ts';
import {
  OWNER_RANK_COLUMNS,
  RANK_COLUMNS,
  type RankColumn,
  type RankItem,
  rankHeader,
  rankItems,
  rankingTable,
} from '../../reports/charts/ranking-table.ts';
import { useCommands, useTexts } from '../app-context.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import { axisOf, baseOption, type ChartLook } from './chart-look.ts';
import type { ChartProps } from './chart-props.ts';
import { usePickZone } from './use-pick-zone.ts';

const SHOWN_BARS = 30;
const BAR_PIXELS = 24;

interface Item extends RankItem {
  readonly zone?: Subject;
  readonly owner?: string;
}

export function RankingChart({ data, zoneNames }: ChartProps) {
  const { t, language } = useTexts();
  const { setScope } = useCommands();
  const zonePick = usePickZone();
  const [of, setOf] = useState<'zones' | 'owners'>('zones');
  const [by, setBy] = useState<RankColumn>('uncoveredSoil');
  const [normalization, setNormalization] = useState<Normalization>('none');
  const isZones = of === 'zones';
  const columns = isZones ? RANK_COLUMNS : OWNER_RANK_COLUMNS;
  const ways = NORMALIZATIONS.filter((way) => isZones || way !== 'perSquareKilometer');
  const choice = {
    by: (columns as readonly RankColumn[]).includes(by) ? by : 'uncoveredSoil',
    normalization: ways.includes(normalization) ? normalization : 'none',
  } as const;
  const words = { t, language };
  const items: Item[] = isZones
    ? data.zones.map((zone, index) => ({ ...zone, name: zoneNames[index] ?? '' }))
    : data.owners.filter(({ owner }) => owner !== '').map((owner) => ({ ...owner, name: owner.owner }));
  const ranked = rankItems(items, choice, words);
  const zonesName = zonePick.isWithin ? 'zonesWithin' : 'zones';
  const title = `${t('charts.ranking.title')} · ${t(`charts.ranking.${isZones ? zonesName : of}`)}`;
  const shown = ranked.slice(0, SHOWN_BARS);
  const header = rankHeader(choice.by, choice.normalization, words);
  const decimals = choice.by === 'uncoveredSoil' || choice.normalization !== 'none' ? 1 : 0;
  const pick = (index: number) => {
    const item = ranked[index]?.item;
    if (item?.zone) zonePick.pick(item.zone);
    else if (item?.owner) setScope({ type: 'owner', owner: item.owner });
  };
  const notes = [
    t('charts.ranking.noteTie'),
    t('charts.rules.noteOpen'),
    t('charts.rules.noteSource'),
    t(isZones ? 'charts.uncovered.notePlace' : 'charts.owners.noteSoil'),
    ...(isZones ? [t('charts.noteDuty'), t('charts.ranking.noteOutside')] : []),
    ...(choice.normalization !== 'none' ? [t('charts.ranking.noteNormalized')] : []),
  ];
  const optionOf = (look: ChartLook, description: string) => ({
    ...baseOption(look, description),
    grid: { left: 8, right: 48, top: 8, bottom: 24, containLabel: true },
    yAxis: {
      type: 'category',
      inverse: true,
      data: shown.map(({ rank, item }) => `${rank}  ${item.name}`),
      ...axisOf(look),
    },
    xAxis: { type: 'value', name: header, nameLocation: 'middle', nameGap: 24, ...axisOf(look) },
    series: [
      {
        type: 'bar',
        name: header,
        barMaxWidth: 16,
        itemStyle: { color: choice.by === 'uncoveredSoil' ? look.soil : look.accent },
        data: shown.map(({ value }) => value),
        label: {
          show: true,
          position: 'right',
          color: look.text,
          formatter: ({ value }: { value: number }) => formatNumber(value, decimals),
        },
        tooltip: { valueFormatter: (value: number) => formatNumber(value, decimals) },
      },
    ],
  });
  return (
    <ChartFrame
      title={title}
      question={t('charts.ranking.heading', { name: title, unit: header })}
      table={rankingTable(ranked, columns, choice, title, words)}
      notes={notes}
      optionOf={optionOf}
      opensAs="table"
      minHeight={shown.length * BAR_PIXELS + 60}
      isEmpty={ranked.length === 0}
      controls={
        <>
          <SegmentedControl
            size="xs"
            aria-label={t('charts.ranking.of')}
            value={of}
            onChange={(value) => setOf(value as typeof of)}
            data={(['zones', 'owners'] as const).map((value) => ({
              value,
              label: t(`charts.ranking.${value === 'zones' ? zonesName : value}`),
            }))}
            data-testid="ranking-of"
          />
          <Select
            size="xs"
            w={150}
            aria-label={t('charts.ranking.by')}
            data={columns.map((value) => ({
              value,
              label: t(value === 'uncoveredSoil' ? 'charts.ranking.uncoveredSoil' : `rule.${value}`),
            }))}
            value={choice.by}
            onChange={(value) => value && setBy(value as RankColumn)}
            allowDeselect={false}
            data-testid="ranking-by"
          />
          <Select
            size="xs"
            w={150}
            aria-label={t('charts.ranking.normalization')}
            data={ways.map((value) => ({ value, label: t(`charts.ranking.${value}`) }))}
            value={choice.normalization}
            onChange={(value) => value && setNormalization(value as Normalization)}
            allowDeselect={false}
            data-testid="ranking-normalization"
          />
        </>
      }
      onPick={({ dataIndex }) => pick(dataIndex)}
      onRow={{ column: 1, labelOf: (row) => zonePick.labelOf(ranked[row]?.item.name ?? ''), pick }}
    />
  );
}
