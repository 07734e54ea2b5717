/** Playing: the window of time moves on by itself until it reaches the end, or is paused. */
import { useEffect } from 'react';
import { useApp, useTime } from '../app-context.tsx';
import { isAtEnd, moveWindow } from './time-window.ts';

const STEP_MS = 700;
/** Who asked for less motion and still presses play sees one picture after the other, slowly. */
const CALM_STEP_MS = 2000;

export function usePlaying(): { readonly playing: boolean; readonly toggle: () => void } {
  const { time } = useApp();
  const playing = useTime((state) => state.playing);
  useEffect(() => {
    if (!playing) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const timer = setInterval(
      () =>
        time.setState(({ axis, range }) => {
          if (!axis || isAtEnd(axis, range)) return { playing: false };
          return { range: moveWindow(axis, range, 1) };
        }),
      calm ? CALM_STEP_MS : STEP_MS,
    );
    return () => clearInterval(timer);
  }, [playing, time]);
  // Closing the drawer ends it: what nobody sees does not go on.
  useEffect(() => () => time.setState({ playing: false }), [time]);
  const toggle = () =>
    time.setState(({ axis, range, playing: before }) => {
      if (before || !axis) return { playing: false };
      return { playing: true, range: isAtEnd(axis, range) || !range ? moveWindow(axis, undefined, 1) : range };
    });
  return { playing, toggle };
}
