/** Base maps under the data and pictures between: which lie there, where they come from, and adding more. */
import { useTexts } from '../app-context.tsx';
import { AddBaseMap } from './AddBaseMap.tsx';
import { BaseMapList } from './BaseMapList.tsx';
import classes from './basemap.module.css';
import { PictureList } from './PictureList.tsx';

export function BaseMapsPanel() {
  const { t } = useTexts();
  return (
    <>
      <section className={classes.section} aria-label={t('basemaps.ground')}>
        <h3 className={classes.title}>{t('basemaps.ground')}</h3>
        <BaseMapList />
        <AddBaseMap />
      </section>
      <section className={classes.section} aria-label={t('basemaps.pictures')}>
        <h3 className={classes.title}>{t('basemaps.pictures')}</h3>
        <PictureList />
      </section>
    </>
  );
}
