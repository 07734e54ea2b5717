/** Rows of a board: rankings, tasks, months. */
import type { BoardTable as Content } from '../../../reports/boards/board.ts';
import classes from './board.module.css';

export function BoardTable({ columns, rows }: Content) {
  return (
    <table className={classes.table}>
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
