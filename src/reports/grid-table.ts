/** What a table on the page shows – its rows, columns and order – as plain data for the writers. */
import { formatDateTime, SQUARE_METERS_PER_MU } from '../i18n/format.ts';
import type { Translate } from '../i18n/translate.ts';
import { type GridColumn, type GridUnit, gridValue } from '../model/grid/grid.ts';
import { roundFraction, roundMeters, roundTo } from './rounding.ts';
import type { Table, TableCell, TableColumn } from './table.ts';

export interface GridTableInput {
  readonly title: string;
  /** Those that are shown, in their order. */
  readonly columns: readonly GridColumn[];
  readonly rows: Uint32Array;
  /** With the columns that may name people. */
  readonly withPersonal: boolean;
  readonly translate: Translate;
}

interface Written extends TableColumn {
  readonly cell: (row: number) => TableCell;
}

/** Areas stand twice, in mu and in m². Rows are made on demand. */
export function gridTable({ title, columns, rows, withPersonal, translate }: GridTableInput): Table {
  const written = columns
    .filter(({ isPersonal }) => withPersonal || !isPersonal)
    .flatMap((column) => writtenColumns(column, translate));
  return {
    title,
    columns: written.map(({ key, header, type }) => ({ key, header, type })),
    rows: {
      *[Symbol.iterator]() {
        for (const row of rows) yield written.map(({ cell }) => cell(row));
      },
    },
  };
}

/** The columns that a choice to leave people out takes away, by their titles. */
export function personalColumns(columns: readonly GridColumn[]): string[] {
  return columns.filter(({ isPersonal }) => isPersonal).map(({ title }) => title);
}

function writtenColumns(column: GridColumn, translate: Translate): Written[] {
  const { key, title, type, unit } = column;
  const withUnit = (code: string) =>
    translate('datatable.withUnit', { title, unit: translate(`datatable.unit.${code}`) });
  const number = (suffix: string, header: string, round: (value: number) => number): Written => ({
    key: `${key}${suffix}`,
    header,
    type: unit === 'fraction' ? 'fraction' : 'number',
    cell: (row) => {
      const value = gridValue(column, row);
      return typeof value === 'number' ? round(value) : value;
    },
  });
  if (type !== 'number') {
    const isDate = type === 'date';
    const cell = (row: number) => {
      const value = gridValue(column, row);
      return isDate && typeof value === 'string' ? formatDateTime(value) : value;
    };
    return [{ key, header: title, type: 'text', cell }];
  }
  switch (unit) {
    case 'area':
      return [
        number('Mu', withUnit('mu'), (value) => roundTo(value / SQUARE_METERS_PER_MU, 1e3)),
        number('', withUnit('area'), roundMeters),
      ];
    case 'length':
      return [number('', withUnit('length'), roundMeters)];
    case 'tonnes':
    case 'siltLoading':
      return [number('', withUnit(unit satisfies GridUnit), roundFraction)];
    default:
      return [number('', title, roundFraction)];
  }
}
