/** Over the map while the drawer may be closed: how hotspots are drawn and how many are hidden, with the way back. */
import { Button } from '@mantine/core';
import { formatCount } from '../../i18n/format.ts';
import { positionOf } from '../../model/hotspot-footprint.ts';
import { useApp, useCommands, useTexts, useTime, useView, useWorkspace } from '../app-context.tsx';
import shell from '../shell/shell.module.css';
import { isFiltering, showAllHotspots } from '../store/time-store.ts';
import classes from './time.module.css';
import { usePhoto } from './use-photo.ts';

/** Photos under way, with the way out. */
export function PhotoProgress() {
  const { t } = useTexts();
  const { cancelPhotos } = useCommands();
  const reading = useTime((state) => state.readingPhotos);
  if (!reading) return null;
  const { done, total } = reading;
  return (
    <div className={`${shell.notices} ${classes.status}`} role="status" data-testid="photo-progress">
      {t('time.photos.reading', { done: formatCount(done), total: formatCount(total) })}
      <Button size="compact-xs" variant="subtle" onClick={cancelPhotos}>
        {t('time.photos.cancel')}
      </Button>
    </div>
  );
}

/** Beside a hotspot under the pointer, the photo it came from. Its card shows the same to who has no pointer. */
export function PhotoPreview() {
  const hover = useView((state) => state.hover);
  const map = useView((state) => state.map);
  const features = useWorkspace((state) => state.features);
  const subject = hover?.type === 'feature' ? hover.subject : undefined;
  const source = usePhoto(subject);
  const found = subject && features.get(subject.layer);
  const index = subject && found?.indexOf(subject.feature);
  if (!source || !found || index === undefined || !map) return null;
  const at = positionOf(found.batch, index);
  if (!at) return null;
  const { x, y } = map.map.project([at[0], at[1]]);
  const { left, top } = map.map.getContainer().getBoundingClientRect();
  return <img className={classes.preview} src={source} alt="" style={{ left: left + x + 14, top: top + y + 14 }} />;
}

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
