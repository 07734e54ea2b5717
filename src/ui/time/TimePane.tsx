/** Hotspots over time: how they are drawn, which of them, and when. What it hides is said, and is one click from back. */
import { useTexts, useTime } from '../app-context.tsx';
import { HotspotFilters } from './HotspotFilters.tsx';
import { PictureLegend } from './PictureLegend.tsx';
import { TimeHistogram } from './TimeHistogram.tsx';
import { TimeToolbar } from './TimeToolbar.tsx';
import classes from './time.module.css';

export function TimePane() {
  const { t } = useTexts();
  const table = useTime((state) => state.table);
  const axis = useTime((state) => state.axis);
  if (!table) return null;
  if (table.count === 0) return <p className={classes.empty}>{t('time.empty')}</p>;
  return (
    <div className={classes.time} data-testid="time-pane">
      <TimeToolbar />
      <div className={classes.body}>
        <HotspotFilters />
        {axis ? <TimeHistogram axis={axis} /> : <p className={classes.empty}>{t('time.noTimes')}</p>}
        <PictureLegend />
      </div>
    </div>
  );
}
