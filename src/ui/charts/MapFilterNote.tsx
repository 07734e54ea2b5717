/** Says that a chart or a drawn area keeps most of the map hidden, and takes that back. */
import { Button } from '@mantine/core';
import { useApp, useTexts, useView } from '../app-context.tsx';
import { setMasks } from '../store/view-store.ts';
import classes from './charts.module.css';

export function MapFilterNote() {
  const { t } = useTexts();
  const { view } = useApp();
  const isFiltered = useView((state) => state.masks.area !== undefined);
  if (!isFiltered) return null;
  return (
    <div className={classes.filterNote} role="status" data-testid="map-filter-note">
      <span>{t('charts.only.on')}</span>
      <Button
        size="compact-xs"
        variant="light"
        onClick={() => setMasks(view, 'area', undefined)}
        data-testid="map-filter-clear"
      >
        {t('charts.only.clear')}
      </Button>
    </div>
  );
}
