/** Darkens the wall but for a circle around the pointer. */
import { type CSSProperties, useRef } from 'react';
import classes from '../stage.module.css';
import { useStagePointer } from './use-stage-pointer.ts';

export function Spotlight({ size }: { readonly size: number }) {
  const veil = useRef<HTMLDivElement>(null);
  useStagePointer(({ x, y }) => {
    veil.current?.style.setProperty('--spot-x', `${x}px`);
    veil.current?.style.setProperty('--spot-y', `${y}px`);
  });
  return (
    <div
      ref={veil}
      className={classes.spotlight}
      style={{ '--spot-size': `${100 * size}vh` } as CSSProperties}
      aria-hidden
      data-testid="stage-spotlight"
    />
  );
}
