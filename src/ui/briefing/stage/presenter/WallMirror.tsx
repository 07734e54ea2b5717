/** The map as it is on the wall, small, and what lies over it. */
import { useEffect, useRef } from 'react';
import type { PlayerState } from '../../../../briefing/scene-player.ts';
import { useTexts, useView } from '../../../app-context.tsx';
import classes from './presenter.module.css';

const WIDTH_PIXELS = 480;
/** A copy costs a moment: often enough to see where the map is. */
const LEAST_MS = 400;

export function WallMirror({ player }: { readonly player: PlayerState }) {
  const { t } = useTexts();
  const map = useView((state) => state.map?.map);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!map) return undefined;
    let last = 0;
    const copy = () => {
      const now = performance.now();
      if (!canvas.current || now - last < LEAST_MS) return;
      last = now;
      drawSmall(map.getCanvas(), canvas.current);
    };
    const copyLast = () => {
      last = 0;
      map.once('render', copy);
      map.triggerRepaint();
    };
    map.on('render', copy);
    map.on('moveend', copyLast);
    copyLast();
    return () => {
      map.off('render', copy);
      map.off('moveend', copyLast);
    };
  }, [map]);
  return (
    <figure className={classes.mirror} data-cover={player.cover}>
      <canvas ref={canvas} role="img" aria-label={t('stage.presenter.wall')} />
      {player.cover && <figcaption>{t(`stage.cover.${player.cover}`)}</figcaption>}
    </figure>
  );
}

/** While the map draws: later its canvas reads back blank. */
function drawSmall(source: HTMLCanvasElement, target: HTMLCanvasElement): void {
  target.width = WIDTH_PIXELS;
  target.height = Math.round((WIDTH_PIXELS * source.height) / Math.max(1, source.width));
  target.getContext('2d')?.drawImage(source, 0, 0, target.width, target.height);
}
