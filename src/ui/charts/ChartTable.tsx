/** A chart's numbers as a table; where something can be picked, the row's first cell is a button. */
import { formatCount, formatFraction, formatNumber } from '../../i18n/format.ts';
import type { Table, TableCell, TableColumnType } from '../../reports/table.ts';
import { useTexts } from '../app-context.tsx';
import classes from './charts.module.css';

/** More are in the export. */
const SHOWN_ROWS = 200;

export interface RowPick {
  /** Undefined for a row that leads nowhere. */
  readonly labelOf: (row: number) => string | undefined;
  readonly pick: (row: number) => void;
  /** The column whose cell is the button; default the first. */
  readonly column?: number;
}

export function ChartTable({ table, onRow }: { table: Table; onRow?: RowPick | undefined }) {
  const { t } = useTexts();
  const rows = [...table.rows];
  return (
    <div className={classes.tableBox}>
      <table className={classes.table} data-testid="chart-table">
        <caption className={classes.caption}>{table.title}</caption>
        <thead>
          <tr>
            {table.columns.map(({ key, header, type }) => (
              <th key={key} scope="col" data-type={type}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN_ROWS).map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own, and are replaced as a whole.
            <tr key={row}>
              {cells.map((cell, index) => {
                const column = table.columns[index] as (typeof table.columns)[number];
                const label = index === (onRow?.column ?? 0) ? onRow?.labelOf(row) : undefined;
                const text = formatCell(cell, column.type);
                return (
                  <td key={column.key} data-type={column.type}>
                    {label === undefined ? (
                      text
                    ) : (
                      <button
                        type="button"
                        className={classes.link}
                        title={label}
                        onClick={() => onRow?.pick(row)}
                        data-testid="chart-row"
                      >
                        {text}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > SHOWN_ROWS && (
        <p className={classes.hint}>{t('charts.table.first', { shown: SHOWN_ROWS, count: rows.length })}</p>
      )}
    </div>
  );
}

function formatCell(cell: TableCell, type: TableColumnType): string {
  if (cell === null) return '—';
  if (typeof cell === 'string') return cell;
  if (type === 'count') return formatCount(cell);
  return type === 'fraction' ? formatFraction(cell) : formatNumber(cell, 1);
}
