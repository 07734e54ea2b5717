/** Annotations on the map are taken up by a press: by a handle or as a whole, moved, and let go. */
import { useEffect, useRef } from 'react';
import {
  type HandleName,
  hitAnnotation,
  moveHandle,
  shiftAnnotation,
} from '../../../briefing/ground/annotation-handles.ts';
import { annotationTextPixels } from '../../../briefing/ground/annotation-shapes.ts';
import type { MapView } from '../../../map/map-types.ts';
import type { LonLat } from '../../../model/lon-lat.ts';
import type { SceneAnnotation } from '../../../model/scene.ts';
import { holdMap, pixelOf } from './map-hold.ts';

export interface Grabbing {
  readonly annotations: readonly SceneAnnotation[];
  readonly inHand: string | undefined;
  /** A press on one: until `letGo`, clicks and hovering mean nothing else. */
  take(id: string): void;
  stage(annotation: SceneAnnotation): void;
  /** Undefined where it was not moved. */
  letGo(annotation: SceneAnnotation | undefined): void;
}

interface Hold {
  readonly annotation: SceneAnnotation;
  readonly handle?: HandleName;
  readonly start: LonLat;
  readonly giveBack: () => void;
  moved?: SceneAnnotation;
}

const MOUSE_PIXELS = 9;
/** Half of what a finger needs. */
const TOUCH_PIXELS = 20;
const MOVE_PIXELS = 3;

export function useGrabbing(view: MapView | undefined, isOn: boolean, grabbing: Grabbing): void {
  const latest = useRef(grabbing);
  useEffect(() => {
    latest.current = grabbing;
  });
  useEffect(() => {
    if (!view || !isOn) return undefined;
    const { map } = view;
    const box = map.getCanvasContainer();
    let hold: Hold | undefined;
    let pressed: readonly [number, number] = [0, 0];

    const toPixel = ([longitude, latitude]: LonLat) => {
      const { x, y } = map.project([longitude, latitude]);
      return [x, y] as const;
    };
    const placeUnder = (pixel: readonly [number, number]): LonLat => {
      const { lng, lat } = map.unproject([...pixel]);
      return [lng, lat];
    };
    const hitUnder = (pixel: readonly [number, number], tolerancePixels: number) =>
      hitAnnotation(latest.current.annotations, latest.current.inHand, pixel, {
        toPixel,
        tolerancePixels,
        textPixels: annotationTextPixels(false, box.clientWidth, box.clientHeight),
      });

    const down = (event: PointerEvent) => {
      if (!event.isPrimary || event.button !== 0) return;
      pressed = pixelOf(box, event);
      const hit = hitUnder(pressed, event.pointerType === 'touch' ? TOUCH_PIXELS : MOUSE_PIXELS);
      if (!hit) return;
      box.setPointerCapture(event.pointerId);
      hold = { ...hit, start: placeUnder(pressed), giveBack: holdMap(map, 'grabbing') };
      latest.current.take(hit.annotation.id);
    };
    const move = (event: PointerEvent) => {
      if (!event.isPrimary) return;
      const pixel = pixelOf(box, event);
      if (!hold) {
        if (event.buttons === 0) map.getCanvas().style.cursor = hitUnder(pixel, MOUSE_PIXELS) ? 'grab' : '';
        return;
      }
      if (!hold.moved && Math.hypot(pixel[0] - pressed[0], pixel[1] - pressed[1]) < MOVE_PIXELS) return;
      const { annotation, handle, start } = hold;
      const at = placeUnder(pixel);
      hold.moved = handle ? moveHandle(annotation, handle, at) : shiftAnnotation(annotation, start, at);
      latest.current.stage(hold.moved);
    };
    const end = (annotation: SceneAnnotation | undefined) => {
      if (!hold) return;
      hold.giveBack();
      hold = undefined;
      latest.current.letGo(annotation);
    };
    const up = () => end(hold?.moved);
    const cancel = () => end(undefined);
    // Before the map itself: its own dragging starts with the same press.
    box.addEventListener('pointerdown', down, { capture: true });
    box.addEventListener('pointermove', move);
    box.addEventListener('pointerup', up);
    box.addEventListener('pointercancel', cancel);
    return () => {
      cancel();
      map.getCanvas().style.cursor = '';
      box.removeEventListener('pointerdown', down, { capture: true });
      box.removeEventListener('pointermove', move);
      box.removeEventListener('pointerup', up);
      box.removeEventListener('pointercancel', cancel);
    };
  }, [view, isOn]);
}
