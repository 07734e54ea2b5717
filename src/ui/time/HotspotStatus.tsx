/** Over the map while the drawer may be closed: how hotspots are drawn and how many are hidden, with the way back. */
import { Button } from '@mantine/core';
import { formatCount } from '../../i18n/format.ts';
import { useApp, useTexts, useTime, useView } from '../app-context.tsx';
import shell from '../shell/shell.module.css';
import { isFiltering, showAllHotspots } from '../store/time-store.ts';
import classes from './time.module.css';

export function HotspotStatus() {
  const { t } = useTexts();
  const { time } = useApp();
  const isOpen = useView(({ drawer }) => drawer === 'time');
  const drawing = useTime((state) => state.drawing);
  const filtering = useTime(isFiltering);
  const shown = useTime((state) => state.filtered?.shown ?? 0);
  const total = useTime((state) => state.table?.count ?? 0);
  if (isOpen || (!filtering && drawing === 'points')) return null;
  return (
    <div className={`${shell.notices} ${classes.status}`} role="status" data-testid="hotspot-status">
      {drawing !== 'points' && (
        <span>
          {t('time.status.drawn', { drawing: t(`time.draw.${drawing}`) })}
          <Button size="compact-xs" variant="subtle" onClick={() => time.setState({ drawing: 'points' })}>
            {t('time.status.points')}
          </Button>
        </span>
      )}
      {filtering && (
        <span>
          {t('time.shown', { shown: formatCount(shown), total: formatCount(total) })}
          <Button size="compact-xs" variant="subtle" onClick={() => showAllHotspots(time)}>
            {t('time.all')}
          </Button>
        </span>
      )}
    </div>
  );
}
