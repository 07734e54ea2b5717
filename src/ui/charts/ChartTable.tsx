/** A chart's numbers as a table. What a press on the canvas does, buttons in the table do too: the canvas has no keys. */
import { formatCount, formatFraction, formatNumber } from '../../i18n/format.ts';
import type { Table, TableCell, TableColumnType } from '../../reports/table.ts';
import { useTexts } from '../app-context.tsx';
import { ScrollBox } from '../shell/ScrollBox.tsx';
import classes from './charts.module.css';

/** More are in the export. */
const SHOWN_ROWS = 200;

interface RowPick {
  /** Undefined for a row that leads nowhere. */
  readonly labelOf: (row: number) => string | undefined;
  readonly pick: (row: number) => void;
  /** The column whose cell is the button; default the first. */
  readonly column?: number;
}

interface ColumnPick {
  /** Undefined for a column that leads nowhere. */
  readonly labelOf: (column: number) => string | undefined;
  readonly pick: (column: number) => void;
}

interface CellPick {
  /** Undefined for a cell that leads nowhere. */
  readonly labelOf: (row: number, column: number) => string | undefined;
  readonly pick: (row: number, column: number) => void;
}

export interface ChartPicks {
  readonly onRow?: RowPick | undefined;
  readonly onColumn?: ColumnPick | undefined;
  readonly onCell?: CellPick | undefined;
}

export function ChartTable({ table, onRow, onColumn, onCell }: ChartPicks & { readonly table: Table }) {
  const { t } = useTexts();
  const rows = [...table.rows];
  return (
    <ScrollBox className={classes.tableBox} label={table.title}>
      <table className={classes.table} data-testid="chart-table">
        <caption className={classes.caption}>{table.title}</caption>
        <thead>
          <tr>
            {table.columns.map(({ key, header, type }, index) => (
              <th key={key} scope="col" data-type={type}>
                <Pickable
                  text={header}
                  label={onColumn?.labelOf(index)}
                  pick={() => onColumn?.pick(index)}
                  testId="chart-column"
                />
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
                const text = formatCell(cell, column.type);
                return (
                  <td key={column.key} data-type={column.type}>
                    {index === (onRow?.column ?? 0) ? (
                      <Pickable
                        text={text}
                        label={onRow?.labelOf(row)}
                        pick={() => onRow?.pick(row)}
                        testId="chart-row"
                      />
                    ) : (
                      <Pickable
                        text={text}
                        label={onCell?.labelOf(row, index)}
                        pick={() => onCell?.pick(row, index)}
                        testId="chart-cell"
                      />
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
    </ScrollBox>
  );
}

interface PickableProps {
  readonly text: string;
  readonly label: string | undefined;
  readonly pick: () => void;
  readonly testId: string;
}

/** A button where there is a label, else text. */
function Pickable({ text, label, pick, testId }: PickableProps) {
  if (label === undefined) return text;
  return (
    <button type="button" className={classes.link} title={label} onClick={pick} data-testid={testId}>
      {text}
    </button>
  );
}

function formatCell(cell: TableCell, type: TableColumnType): string {
  if (cell === null) return '—';
  if (typeof cell === 'string') return cell;
  if (type === 'count') return formatCount(cell);
  return type === 'fraction' ? formatFraction(cell) : formatNumber(cell, 1);
}
