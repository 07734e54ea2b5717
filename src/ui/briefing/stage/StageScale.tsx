/** The scale bar, large enough for the last row: the map's own is for one reader. */
import { useEffect, useState } from 'react';
import { formatLength } from '../../../i18n/format.ts';
import { niceScale } from '../../../map/scale-bar.ts';
import { useTexts, useView } from '../../app-context.tsx';
import classes from './stage.module.css';

/** Of the wall's height. */
const LONGEST_BAR = 0.24;

export function StageScale() {
  const { t } = useTexts();
  const map = useView((state) => state.map?.map);
  const [scale, setScale] = useState<{ readonly meters: number; readonly pixels: number }>();
  useEffect(() => {
    if (!map) return undefined;
    const draw = () => setScale(niceScale(map.getCenter().lat, map.getZoom(), innerHeight * LONGEST_BAR));
    draw();
    map.on('move', draw);
    map.on('resize', draw);
    return () => {
      map.off('move', draw);
      map.off('resize', draw);
    };
  }, [map]);
  return (
    <div className={classes.scale} title={t('map.control.scale')} data-room="scale">
      {scale && (
        <>
          <span data-testid="stage-scale">{formatLength(scale.meters)}</span>
          <span className={classes.scaleBar} style={{ width: scale.pixels }} />
        </>
      )}
    </div>
  );
}
