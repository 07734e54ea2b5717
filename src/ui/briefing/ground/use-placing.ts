/**
 * An annotation is drawn on the map: by dragging from its first place to its second, by two clicks, or by Enter at
 * the cross for each. Words need one place. While the tool is in hand the map stays where a drag would move it.
 */
import { useEffect } from 'react';
import { drawAnnotation } from '../../../briefing/ground/annotation-handles.ts';
import type { MapPointer, MapView } from '../../../map/map-types.ts';
import type { LonLat } from '../../../model/lon-lat.ts';
import type { SceneAnnotation } from '../../../model/scene.ts';
import { holdMap, pixelOf } from './map-hold.ts';

export type Like = Pick<SceneAnnotation, 'id' | 'text' | 'type'>;

export interface PlacingEvents {
  /** The first of two places stands. */
  begin(): void;
  /** As it would be if it ended here. */
  stage(annotation: SceneAnnotation): void;
  finish(annotation: SceneAnnotation): void;
}

type Pixel = readonly [x: number, y: number];
interface Start {
  readonly at: LonLat;
  readonly pixel: Pixel;
}

/** A shorter stroke is a click, and a second place this near is the first one again. */
const STROKE_PIXELS = 4;

/** Keep `like` and `events` stable. */
export function usePlacing(view: MapView | undefined, like: Like | undefined, events: PlacingEvents): void {
  useEffect(() => {
    if (!view || !like) return undefined;
    const { map } = view;
    const box = map.getCanvasContainer();
    const letGo = holdMap(map, 'crosshair');
    let first: LonLat | undefined;
    let pressed: Start | undefined;
    let isStroke = false;

    const isApart = (a: Pixel, b: Pixel) => Math.hypot(b[0] - a[0], b[1] - a[1]) >= STROKE_PIXELS;
    const pixelAt = ([longitude, latitude]: LonLat): Pixel => {
      const { x, y } = map.project([longitude, latitude]);
      return [x, y];
    };
    const placeUnder = (pixel: Pixel): LonLat => {
      const { lng, lat } = map.unproject([...pixel]);
      return [lng, lat];
    };
    const click = ({ at, pixel }: MapPointer) => {
      if (like.type === 'text') return events.finish(drawAnnotation(like, at, at));
      if (!first) {
        first = at;
        return events.begin();
      }
      // Where it is now: by keyboard the map moves under a cross that stands still.
      if (isApart(pixelAt(first), pixel)) events.finish(drawAnnotation(like, first, at));
    };
    const hover = (pointer: MapPointer | null) => {
      if (pointer && first && !pressed) events.stage(drawAnnotation(like, first, pointer.at));
    };
    const down = (event: PointerEvent) => {
      if (like.type === 'text' || !event.isPrimary || event.button !== 0) return;
      const pixel = pixelOf(box, event);
      pressed = { at: placeUnder(pixel), pixel };
      isStroke = false;
    };
    const move = (event: PointerEvent) => {
      if (!pressed || !event.isPrimary) return;
      const pixel = pixelOf(box, event);
      if (!isStroke && !isApart(pressed.pixel, pixel)) return;
      if (!isStroke) box.setPointerCapture(event.pointerId);
      isStroke = true;
      events.stage(drawAnnotation(like, pressed.at, placeUnder(pixel)));
    };
    const up = (event: PointerEvent) => {
      const start = pressed;
      pressed = undefined;
      if (start && isStroke) events.finish(drawAnnotation(like, start.at, placeUnder(pixelOf(box, event))));
    };
    const cancel = () => {
      pressed = undefined;
    };
    const stop = [view.on('click', click), view.on('hover', hover)];
    box.addEventListener('pointerdown', down);
    box.addEventListener('pointermove', move);
    box.addEventListener('pointerup', up);
    box.addEventListener('pointercancel', cancel);
    return () => {
      for (const end of stop) end();
      box.removeEventListener('pointerdown', down);
      box.removeEventListener('pointermove', move);
      box.removeEventListener('pointerup', up);
      box.removeEventListener('pointercancel', cancel);
      letGo();
    };
  }, [view, like, events]);
}
