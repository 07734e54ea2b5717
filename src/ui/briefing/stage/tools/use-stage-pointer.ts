/** Where the pointer is, for tools that draw by themselves: no render of React per movement. */
import { type RefObject, useEffect, useRef } from 'react';

export interface StagePoint {
  readonly x: number;
  readonly y: number;
}

/** In the middle of the wall until the pointer moves. `onMove` is called for every movement, and once at the start. */
export function useStagePointer(onMove: (point: StagePoint) => void): RefObject<StagePoint> {
  const point = useRef<StagePoint>({ x: innerWidth / 2, y: innerHeight / 2 });
  const latest = useRef(onMove);
  useEffect(() => {
    latest.current = onMove;
  });
  useEffect(() => {
    const move = ({ clientX, clientY }: PointerEvent) => {
      point.current = { x: clientX, y: clientY };
      latest.current(point.current);
    };
    latest.current(point.current);
    window.addEventListener('pointermove', move, { capture: true });
    return () => window.removeEventListener('pointermove', move, { capture: true });
  }, []);
  return point;
}
