/** Drawing on the map with one finger or the mouse while the tool is set; the map then stays where it is. */
import { useEffect } from 'react';
import type { MapView } from '../../map/map-types.ts';
import { type AreaTool, groundUnder, outlineOf, type Pixel } from './area-shapes.ts';

/** A lasso needs no more positions than the eye can tell. */
const STEP_PIXELS = 3;

export interface AreaPointerEvents {
  /** While the pointer moves, at most once a frame. */
  draft(ground: GeoJSON.Polygon): void;
  finish(ground: GeoJSON.Polygon): void;
  /** It was a click, or the gesture was taken away. */
  drop(): void;
}

/** Keep `events` stable. */
export function useAreaPointer(view: MapView | undefined, tool: AreaTool | undefined, events: AreaPointerEvents): void {
  useEffect(() => {
    if (!view || !tool) return undefined;
    const { map } = view;
    const box = map.getCanvasContainer();
    const before = { touchAction: box.style.touchAction, cursor: map.getCanvas().style.cursor };
    box.style.touchAction = 'none';
    map.getCanvas().style.cursor = 'crosshair';
    map.dragPan.disable();
    map.boxZoom.disable();
    map.doubleClickZoom.disable();
    let stroke: Pixel[] | undefined;
    let frame = 0;

    const pixelOf = (event: PointerEvent): Pixel => {
      const { left, top } = box.getBoundingClientRect();
      return [event.clientX - left, event.clientY - top];
    };
    const ground = () => {
      const outline = stroke && outlineOf(tool, stroke);
      return outline && groundUnder(view, outline);
    };
    const stop = () => {
      cancelAnimationFrame(frame);
      frame = 0;
      stroke = undefined;
    };
    const down = (event: PointerEvent) => {
      if (!event.isPrimary || event.button !== 0) return;
      // Where a pen or a finger is let go outside of the map, it still ends here.
      box.setPointerCapture(event.pointerId);
      stroke = [pixelOf(event)];
    };
    const move = (event: PointerEvent) => {
      if (!stroke || !event.isPrimary) return;
      const pixel = pixelOf(event);
      const last = stroke.at(-1) as Pixel;
      if (Math.hypot(pixel[0] - last[0], pixel[1] - last[1]) < STEP_PIXELS) return;
      stroke.push(pixel);
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        const drawn = ground();
        if (drawn) events.draft(drawn);
      });
    };
    const up = (event: PointerEvent) => {
      if (!stroke || !event.isPrimary) return;
      stroke.push(pixelOf(event));
      const drawn = ground();
      stop();
      if (drawn) events.finish(drawn);
      else events.drop();
    };
    const cancel = () => {
      stop();
      events.drop();
    };
    box.addEventListener('pointerdown', down);
    box.addEventListener('pointermove', move);
    box.addEventListener('pointerup', up);
    box.addEventListener('pointercancel', cancel);
    return () => {
      stop();
      box.removeEventListener('pointerdown', down);
      box.removeEventListener('pointermove', move);
      box.removeEventListener('pointerup', up);
      box.removeEventListener('pointercancel', cancel);
      box.style.touchAction = before.touchAction;
      map.getCanvas().style.cursor = before.cursor;
      map.dragPan.enable();
      map.boxZoom.enable();
      map.doubleClickZoom.enable();
    };
  }, [view, tool, events]);
}
