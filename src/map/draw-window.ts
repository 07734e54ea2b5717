/**
 * The part of the world that is handed to the GPU: what is in view and a margin around it. It moves only
 * when the view leaves it or the scale changes, so that most pans move no data.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { type DrawContext, zoomStep } from './draw-context.ts';
import type { Bounds } from './map-types.ts';
import { metersPerPixel } from './scale-bar.ts';

type Place = Pick<DrawContext, 'zoom' | 'metersPerPixel' | 'window'>;

export interface DrawWindow {
  current(): Place;
  /** Looks where the map is; whether anything has to be drawn anew for it. */
  follow(): boolean;
}

/** Of the view's width and height, on each side. */
const MARGIN = 0.25;
const STEP = 0.5;

export function createDrawWindow(map: MapLibreMap): DrawWindow {
  const look = (): Place => {
    const view = boundsOf(map);
    const zoom = zoomStep(map.getZoom());
    return { zoom, metersPerPixel: metersPerPixel(map.getCenter().lat, zoom + STEP), window: widen(view, MARGIN) };
  };
  let place = look();
  return {
    current: () => place,
    follow() {
      if (zoomStep(map.getZoom()) === place.zoom && holds(place.window, boundsOf(map))) return false;
      place = look();
      return true;
    },
  };
}

function boundsOf(map: MapLibreMap): Bounds {
  const bounds = map.getBounds();
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}

export function widen([west, south, east, north]: Bounds, share: number): Bounds {
  const [x, y] = [(east - west) * share, (north - south) * share];
  return [west - x, south - y, east + x, north + y];
}

export function holds(outer: Bounds, inner: Bounds): boolean {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
}
