/** Rows of a board: rankings, tasks, months. */
import type { BoardTable as Content } from '../../../reports/boards/board.ts';
import classes from './board.module.css';

/** From here on names would be broken for the room of numbers. */
const MANY_COLUMNS = 5;

export function BoardTable({ columns, rows }: Content) {
  return (
    <table className={classes.table} data-many={columns.length >= MANY_COLUMNS}>
      <thead>
        <tr>
          {columns.map(({ key, header, type }) => (
            <th key={key} scope="col" data-type={type}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ cells, mark }) => (
          <tr key={cells.map(({ text }) => text).join(' ')} data-mark={mark} data-testid="board-row">
            {cells.map(({ text }, index) => (
              <td key={columns[index]?.key} data-type={columns[index]?.type}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
