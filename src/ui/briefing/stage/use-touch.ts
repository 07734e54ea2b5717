/**
 * Fingers on the wall: one swipes from scene to scene, a tap asks whose that is (the browser makes a click of it),
 * a finger that rests is a laser pointer; two fingers move the map.
 */
import { useEffect, useRef, useState } from 'react';
import type { StageCommand } from '../../../briefing/stage-keys.ts';
import type { StagePoint } from './tools/use-stage-pointer.ts';

const REST_MS = 500;
/** A finger that moves less is still. */
const STILL_PIXELS = 12;
/** Of the wall's width. */
const SWIPE_SHARE = 0.08;

/** Where a finger rests, while one does. */
export function useTouch(onCommand: (command: StageCommand) => void): StagePoint | undefined {
  const [hold, setHold] = useState<StagePoint>();
  const latest = useRef(onCommand);
  useEffect(() => {
    latest.current = onCommand;
  });
  useEffect(() => {
    let from: StagePoint | undefined;
    let isHeld = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const drop = () => {
      clearTimeout(timer);
      from = undefined;
      if (isHeld) setHold(undefined);
      isHeld = false;
    };
    const start = (event: TouchEvent) => {
      drop();
      const [finger] = event.touches;
      if (!finger || event.touches.length > 1 || isPressed(event.target)) return;
      event.stopPropagation();
      const point = { x: finger.clientX, y: finger.clientY };
      from = point;
      timer = setTimeout(() => {
        isHeld = true;
        setHold(point);
      }, REST_MS);
    };
    const move = (event: TouchEvent) => {
      const [finger] = event.touches;
      if (!from || !finger) return;
      event.stopPropagation();
      if (isHeld) event.preventDefault();
      else if (Math.hypot(finger.clientX - from.x, finger.clientY - from.y) > STILL_PIXELS) clearTimeout(timer);
    };
    const end = (event: TouchEvent) => {
      const [finger] = event.changedTouches;
      const began = from;
      const wasHeld = isHeld;
      drop();
      if (!began || !finger) return;
      event.stopPropagation();
      const [right, down] = [finger.clientX - began.x, finger.clientY - began.y];
      const isSwipe = Math.abs(right) > SWIPE_SHARE * innerWidth && Math.abs(right) > 2 * Math.abs(down);
      // Neither is a tap.
      if (wasHeld || isSwipe) event.preventDefault();
      if (!wasHeld && isSwipe) latest.current({ type: right < 0 ? 'next' : 'previous' });
    };
    const options = { capture: true, passive: false } as const;
    window.addEventListener('touchstart', start, options);
    window.addEventListener('touchmove', move, options);
    window.addEventListener('touchend', end, options);
    window.addEventListener('touchcancel', drop, options);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('touchstart', start, options);
      window.removeEventListener('touchmove', move, options);
      window.removeEventListener('touchend', end, options);
      window.removeEventListener('touchcancel', drop, options);
    };
  }, []);
  return hold;
}

/** What is pressed or dragged by itself: scenes of the list, the handle of a swipe. */
const isPressed = (target: EventTarget | null) =>
  target instanceof Element && target.closest('button, input, [role="slider"]') !== null;
