/** The ranking of streets or owners: its columns, the numbers in them, and the table. */
import type { RuleId } from '../../model/findings.ts';
import { roundTo } from '../rounding.ts';
import type { Table, TableColumn } from '../table.ts';
import { areaUnitOf } from './area-unit.ts';
import type { GroundNumbers } from './chart-data.ts';
import type { TableWords } from './chart-tables.ts';
import { type Normalization, normalize, type Ranked, rankBy } from './ranking.ts';

export const RANK_COLUMNS = [
  'uncoveredSoil',
  'source-unassigned',
  'source-unpatrolled',
  'source-unswept',
  'zone-overlap',
  'hotspot-unattended',
] as const satisfies readonly ('uncoveredSoil' | RuleId)[];
export type RankColumn = (typeof RANK_COLUMNS)[number];

/** A hotspot is nobody's: owners are not ranked by it. */
export const OWNER_RANK_COLUMNS = RANK_COLUMNS.filter((name) => name !== 'hotspot-unattended');

export interface RankItem extends GroundNumbers {
  readonly name: string;
  readonly areaSquareMeters?: number;
}

/** m² or a number of findings, undivided. */
export function rankNumber(item: GroundNumbers, name: RankColumn): number {
  return name === 'uncoveredSoil' ? item.uncoveredSoilSquareMeters : (item.counts[name] ?? 0);
}

export interface RankingChoice {
  readonly by: RankColumn;
  readonly normalization: Normalization;
}

/** By one column, divided as chosen; in its unit: mu or hectares, or findings. */
export function rankItems<T extends RankItem>(
  items: readonly T[],
  { by, normalization }: RankingChoice,
  words: TableWords,
): Ranked<T>[] {
  return rankBy(items, (item) => shownNumber(item, by, normalization, words));
}

function shownNumber(
  item: RankItem,
  name: RankColumn,
  normalization: Normalization,
  { language }: Pick<TableWords, 'language'>,
): number {
  const { sources, areaSquareMeters } = item;
  const number = normalize(rankNumber(item, name), normalization, { sources, areaSquareMeters });
  return name === 'uncoveredSoil' ? areaUnitOf(language).from(number) : number;
}

/** Every column as its ranking divides it, with what it is divided by at the end. */
export function rankingTable(
  ranked: readonly Ranked<RankItem>[],
  columns: readonly RankColumn[],
  { normalization }: RankingChoice,
  title: string,
  words: TableWords,
): Table {
  const { t } = words;
  const hasArea = ranked.some(({ item }) => item.areaSquareMeters !== undefined);
  const isDivided = normalization !== 'none';
  const head = (name: RankColumn): TableColumn => ({
    key: name,
    header: rankHeader(name, normalization, words),
    type: name === 'uncoveredSoil' || isDivided ? 'number' : 'count',
  });
  return {
    title,
    columns: [
      { key: 'rank', header: t('charts.column.rank'), type: 'count' },
      { key: 'name', header: t('charts.column.name'), type: 'text' },
      ...columns.map(head),
      { key: 'sources', header: t('charts.column.sources'), type: 'count' },
      ...(hasArea ? [{ key: 'areaSquareKilometers', header: t('charts.column.ground'), type: 'number' } as const] : []),
    ],
    rows: ranked.map(({ rank, item }) => [
      rank,
      item.name,
      ...columns.map((name) => roundTo(shownNumber(item, name, normalization, words), 1e3)),
      item.sources,
      ...(hasArea ? [item.areaSquareMeters === undefined ? null : roundTo(item.areaSquareMeters / 1e6, 1e3)] : []),
    ]),
  };
}

/** The column's name with its unit, and what it is divided by. */
export function rankHeader(name: RankColumn, normalization: Normalization, { t, language }: TableWords): string {
  const unit = t(name === 'uncoveredSoil' ? areaUnitOf(language).key : 'charts.unit.findings');
  const divided = normalization === 'none' ? unit : `${unit}${t(`charts.per.${normalization}`)}`;
  return t('charts.withUnit', {
    name: t(name === 'uncoveredSoil' ? 'charts.ranking.uncoveredSoil' : `rule.${name}`),
    unit: divided,
  });
}
