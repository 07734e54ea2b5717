/** The hexagons with the most hotspots: a click zooms there and opens its card, by keyboard too. */
import { formatCount } from '../../i18n/format.ts';
import { useTexts } from '../app-context.tsx';
import type { DenseCell } from '../store/time-store.ts';
import classes from './time.module.css';
import { useOpenCell } from './use-open-cell.ts';

export function DensestList({ cells }: { cells: readonly DenseCell[] }) {
  const { t } = useTexts();
  const openCell = useOpenCell();
  return (
    <ol className={classes.cellList} aria-label={t('time.hexagons.densest')}>
      {cells.map(({ place, count, bounds }, index) => (
        <li key={`${place.column} ${place.row}`}>
          <button
            type="button"
            className={classes.cell}
            onClick={() => openCell({ place, bounds })}
            data-testid="time-hexagon"
          >
            <span className={classes.cellName}>{t('time.hexagons.rank', { number: index + 1 })}</span>
            <span className={classes.cellValue}>{t('time.cell.pieces', { count: formatCount(count) })}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
