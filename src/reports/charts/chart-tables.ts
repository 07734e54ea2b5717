/** What each chart shows as a table: for reading, for checking the numbers, for CSV and XLSX. */
import type { Language } from '../../i18n/language.ts';
import type { Translate } from '../../i18n/translate.ts';
import { RULE_IDS, type RuleId } from '../../model/findings.ts';
import { roundTo } from '../rounding.ts';
import type { Table, TableColumn, TableColumnType } from '../table.ts';
import { areaUnitOf } from './area-unit.ts';
import type { GroundNumbers } from './chart-data.ts';
import { DAYS_A_WEEK, HOURS_A_DAY, type HotspotHours } from './hotspot-hours.ts';
import type { Pareto } from './pareto.ts';
import type { StationDay } from './station-days.ts';
import type { MonthlyUncovered } from './uncovered-soil.ts';
import { FORCE_CLASSES, SECTORS, type WindRose } from './wind-rose.ts';

export interface TableWords {
  readonly t: Translate;
  readonly language: Language;
}

const thousandths = (value: number) => roundTo(value, 1e3);
const numberOrNull = (value: number) => (Number.isNaN(value) ? null : roundTo(value, 10));
const column = (key: string, header: string, type: TableColumnType): TableColumn => ({ key, header, type });

/** A row for each month's end, a column for each zone, what lies outside of them and their sum. */
export function uncoveredTable(
  months: MonthlyUncovered,
  zones: readonly string[],
  outsideName: string,
  { t, language }: TableWords,
): Table {
  const unit = areaUnitOf(language);
  const headerOf = (name: string) => t('charts.withUnit', { name, unit: t(unit.key) });
  const hasOutside = months.areaByZone.at(-1)?.some((area) => area > 0) ?? false;
  const lines = hasOutside ? months.areaByZone : months.areaByZone.slice(0, -1);
  const names = hasOutside ? [...zones, outsideName] : zones;
  return {
    title: t('charts.uncovered.title'),
    columns: [
      column('until', t('charts.column.until'), 'text'),
      ...names.map((name, index) => column(`zone${index + 1}`, headerOf(name), 'number')),
      column('total', headerOf(t('charts.column.total')), 'number'),
    ],
    rows: months.points.map((point, index) => {
      const areas = lines.map((line) => line[index] ?? 0);
      const total = areas.reduce((sum, area) => sum + area, 0);
      return [point, ...[...areas, total].map((area) => thousandths(unit.from(area)))];
    }),
  };
}

/** `valueHeader` with its unit. */
export function paretoTable({ bars }: Pareto, title: string, valueHeader: string, { t }: TableWords): Table {
  return {
    title,
    columns: [
      column('owner', t('field.owner'), 'text'),
      column('value', valueHeader, 'number'),
      column('cumulative', t('charts.column.cumulative'), 'fraction'),
    ],
    rows: bars.map(({ name, value, cumulativeFraction }) => [
      name,
      thousandths(value),
      roundTo(cumulativeFraction, 1e4),
    ]),
  };
}

/** A row an hour, a column a weekday. */
export function hoursTable({ counts }: HotspotHours, { t }: TableWords): Table {
  const days = Array.from({ length: DAYS_A_WEEK }, (_, day) => day);
  return {
    title: t('charts.hours.title'),
    columns: [
      column('hour', t('charts.column.hour'), 'text'),
      ...days.map((day) => column(`day${day + 1}`, t(`charts.weekday.${day + 1}`), 'count')),
      column('total', t('charts.column.total'), 'count'),
    ],
    rows: Array.from({ length: HOURS_A_DAY }, (_, hour) => {
      const row = days.map((day) => counts[day * HOURS_A_DAY + hour] ?? 0);
      return [hourName(hour), ...row, row.reduce((sum, count) => sum + count, 0)];
    }),
  };
}

/** `08:00` */
export const hourName = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** A row a day, for each station the mean and the hours that it is of. */
export function stationTable(
  stations: readonly { readonly name: string; readonly days: readonly StationDay[] }[],
  { t }: TableWords,
): Table {
  const byStation = stations.map(({ days }) => new Map(days.map((one) => [one.day, one])));
  const days = [...new Set(stations.flatMap((station) => station.days.map(({ day }) => day)))].sort();
  return {
    title: t('charts.stations.title'),
    columns: [
      column('day', t('charts.column.day'), 'text'),
      ...stations.flatMap(({ name }, index) => [
        column(`pm10_${index + 1}`, t('charts.column.pm10Of', { name }), 'number'),
        column(`hours_${index + 1}`, t('charts.column.hoursOf', { name }), 'count'),
      ]),
    ],
    rows: days.map((day) => [
      day,
      ...byStation.flatMap((own) => {
        const { mean, hours } = own.get(day) ?? { mean: Number.NaN, hours: 0 };
        return [numberOrNull(mean), hours];
      }),
    ]),
  };
}

/** A row for each of sixteen directions, and a last one for calm air. Shares are of the hours counted. */
export function windTable(rose: WindRose, { t }: TableWords): Table {
  const share = (hours: number) => (rose.countedHours > 0 ? roundTo(hours / rose.countedHours, 1e4) : 0);
  const classes = Array.from({ length: FORCE_CLASSES }, (_, index) => index);
  return {
    title: t('charts.wind.title'),
    columns: [
      column('from', t('charts.column.from'), 'text'),
      ...classes.map((index) => column(`force${index + 1}`, t(`charts.force.${index + 1}`), 'count')),
      column('hours', t('charts.column.hours'), 'count'),
      column('share', t('charts.column.share'), 'fraction'),
      column('pm10', t('charts.column.pm10'), 'number'),
      column('pm10Hours', t('charts.column.pm10Hours'), 'count'),
    ],
    rows: [
      ...Array.from({ length: SECTORS }, (_, sector) => {
        const byForce = rose.hours[sector]!;
        const hours = byForce.reduce((sum, count) => sum + count, 0);
        const pm10 = rose.pm10BySector[sector]!;
        return [t(`charts.wind16.${sector}`), ...byForce, hours, share(hours), numberOrNull(pm10.mean), pm10.hours];
      }),
      [
        t('charts.calm'),
        ...classes.map(() => null),
        rose.calmHours,
        share(rose.calmHours),
        numberOrNull(rose.pm10Calm.mean),
        rose.pm10Calm.hours,
      ],
    ],
  };
}

/** Rules that found something, in the contract's order. */
export function rulesFound({ counts }: Pick<GroundNumbers, 'counts'>): RuleId[] {
  return RULE_IDS.filter((rule) => (counts[rule] ?? 0) > 0);
}

/** A row a rule, a column for each zone and for what lies outside; the total counts each finding once. */
export function rulesTable(
  zones: readonly (Pick<GroundNumbers, 'counts'> & { readonly name: string })[],
  total: Pick<GroundNumbers, 'counts'>,
  { t }: TableWords,
): Table {
  return {
    title: t('charts.rules.title'),
    columns: [
      column('rule', t('charts.column.rule'), 'text'),
      ...zones.map(({ name }, index) => column(`zone${index + 1}`, name, 'count')),
      column('total', t('charts.column.once'), 'count'),
    ],
    rows: rulesFound(total).map((rule) => [
      t(`rule.${rule}`),
      ...zones.map(({ counts }) => counts[rule] ?? 0),
      total.counts[rule] ?? 0,
    ]),
  };
}
