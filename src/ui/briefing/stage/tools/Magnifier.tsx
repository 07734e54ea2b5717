/** A round lens over the map that shows it twice as large, names and marks with it. */
import { useEffect, useRef } from 'react';
import { useView } from '../../../app-context.tsx';
import classes from '../stage.module.css';
import { useStagePointer } from './use-stage-pointer.ts';

const TIMES = 2;

export function Magnifier({ size }: { readonly size: number }) {
  const map = useView((state) => state.map?.map);
  const lens = useRef<HTMLCanvasElement>(null);
  const picture = useRef<HTMLCanvasElement>(null);
  const draw = () => {
    if (lens.current) drawLens(lens.current, picture.current, point.current, size * innerHeight);
  };
  const point = useStagePointer(draw);
  const latest = useRef(draw);
  useEffect(() => {
    latest.current = draw;
    draw();
  });
  useEffect(() => {
    if (!map) return undefined;
    const copy = document.createElement('canvas');
    // Outside of this event a canvas of WebGL reads back blank.
    const take = () => {
      const source = map.getCanvas();
      copy.width = source.width;
      copy.height = source.height;
      copy.getContext('2d')?.drawImage(source, 0, 0);
      picture.current = copy;
      latest.current();
    };
    map.on('render', take);
    map.triggerRepaint();
    return () => {
      map.off('render', take);
      picture.current = null;
    };
  }, [map]);
  return <canvas ref={lens} className={classes.lens} aria-hidden data-testid="stage-magnifier" />;
}

function drawLens(
  lens: HTMLCanvasElement,
  picture: HTMLCanvasElement | null,
  { x, y }: { readonly x: number; readonly y: number },
  radius: number,
): void {
  const side = Math.round(2 * radius);
  lens.style.width = `${side}px`;
  lens.style.height = `${side}px`;
  lens.style.transform = `translate(${x - side / 2}px, ${y - side / 2}px)`;
  if (!picture) return;
  // As many pixels as the map has: what it drew is shown twice as large, and not blurred twice.
  const ratio = picture.width / innerWidth;
  lens.width = side * ratio;
  lens.height = side * ratio;
  const part = (side / TIMES) * ratio;
  const context = lens.getContext('2d');
  context?.drawImage(picture, x * ratio - part / 2, y * ratio - part / 2, part, part, 0, 0, lens.width, lens.height);
}
