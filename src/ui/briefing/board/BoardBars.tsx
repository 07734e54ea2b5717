/** Bars of a board: names at the left, a bar as long as its value, the value in words after it. */
import type { BoardBars as Bars } from '../../../reports/boards/board.ts';
import classes from './board.module.css';

export function BoardBars({ header, bars }: Bars) {
  const longest = Math.max(...bars.map(({ value }) => value), 0);
  return (
    <table className={classes.bars}>
      <caption className={classes.header}>{header}</caption>
      <tbody>
        {bars.map(({ name, value, text, detail }) => (
          <tr key={name} data-testid="board-bar">
            <th scope="row">{name}</th>
            <td>
              <span
                className={classes.bar}
                style={{ width: longest > 0 ? `${(value / longest) * 100}%` : 0 }}
                aria-hidden
              />
              <span className={classes.value}>
                <b>{text}</b>
                {detail !== undefined && <span>{detail}</span>}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
