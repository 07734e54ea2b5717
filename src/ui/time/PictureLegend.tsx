/** What the colours on the map stand for, with their unit; for grids also the month, the alarms and whose cells they are. */
import { formatNumber } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { ScaleClass } from '../../map/hotspot-shapes.ts';
import { useTexts, useTime } from '../app-context.tsx';
import type { HotspotPicture } from '../store/time-store.ts';
import { CellsList } from './CellsList.tsx';
import { DensestList } from './DensestList.tsx';
import { formatMeasured } from './format-measured.ts';
import { GridExport } from './GridExport.tsx';
import classes from './time.module.css';

export function PictureLegend() {
  const { t } = useTexts();
  const picture = useTime((state) => state.picture);
  if (!picture) return null;
  const { drawing, cells, densest, classes: scale } = picture;
  const isGrid = drawing === 'cells3000' || drawing === 'cells500';
  return (
    <div className={classes.legend} data-testid="time-legend">
      {isGrid && !cells && <p>{t('time.cells.none')}</p>}
      <p>{titleOf(picture, t)}</p>
      <Scale scale={scale} />
      {drawing === 'hexagons' && <p className={classes.muted}>{t('time.legend.hexagons')}</p>}
      {densest.length > 0 && <DensestList cells={densest} />}
      {cells && <CellsList cells={cells} />}
      <GridExport picture={picture} />
    </div>
  );
}

function titleOf({ drawing, bandwidthMeters, cells }: HotspotPicture, t: Translate): string {
  if (cells) {
    const { measure } = cells;
    return measure.type === 'value' ? t('time.legend.mean', { unit: measure.unit }) : t('time.legend.countPerDay');
  }
  if (drawing === 'heat' && bandwidthMeters) {
    return t('time.legend.density', { bandwidth: `${formatNumber(bandwidthMeters)} m` });
  }
  if (drawing === 'hexagons') return t('time.legend.count');
  return drawing === 'points' || drawing === 'clusters' ? t(`time.legend.${drawing}`) : '';
}

function Scale({ scale }: { scale: readonly ScaleClass[] }) {
  const { t } = useTexts();
  if (scale.length === 0) return null;
  return (
    <ul className={classes.scale}>
      {scale.map(({ from, color }) => (
        <li key={from}>
          <svg width="18" height="12" aria-hidden="true">
            <rect width="18" height="12" fill={color} />
          </svg>
          {t('time.legend.from', { from: formatMeasured(from) })}
        </li>
      ))}
    </ul>
  );
}
