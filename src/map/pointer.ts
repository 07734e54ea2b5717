/** Mouse and touch on the map as lon/lat with metres per pixel: picking is the engine's, the map only says where. */
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import type { Emitter } from './emitter.ts';
import type { Bounds, MapEvents, MapPointer } from './map-types.ts';
import { metersPerPixel } from './scale-bar.ts';

export function listenToPointer(
  map: MapLibreMap,
  emitter: Emitter<MapEvents>,
  onMove: (longitude: number, latitude: number) => void,
  findCounted: (pixel: readonly [number, number]) => Bounds | undefined,
): () => void {
  let waiting: MapMouseEvent | undefined;
  let frame = 0;
  const hover = (event: MapMouseEvent) => {
    waiting = event;
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      if (!waiting) return;
      onMove(waiting.lngLat.lng, waiting.lngLat.lat);
      emitter.emit('hover', pointerOf(map, waiting));
    });
  };
  const leave = () => {
    waiting = undefined;
    emitter.emit('hover', null);
  };
  const click = (event: MapMouseEvent) => {
    const counted = findCounted([event.point.x, event.point.y]);
    emitter.emit('click', { ...pointerOf(map, event), ...(counted ? { counted } : {}) });
  };
  const doubleClick = (event: MapMouseEvent) => emitter.emit('doubleClick', pointerOf(map, event));
  map.on('mousemove', hover);
  map.on('mouseout', leave);
  map.on('click', click);
  map.on('dblclick', doubleClick);
  return () => {
    cancelAnimationFrame(frame);
    map.off('mousemove', hover);
    map.off('mouseout', leave);
    map.off('click', click);
    map.off('dblclick', doubleClick);
  };
}

function pointerOf(map: MapLibreMap, { lngLat, point, originalEvent }: MapMouseEvent): MapPointer {
  return {
    at: [lngLat.lng, lngLat.lat],
    pixel: [point.x, point.y],
    metersPerPixel: metersPerPixel(lngLat.lat, map.getZoom()),
    shiftKey: originalEvent.shiftKey,
    altKey: originalEvent.altKey,
  };
}
