/**
 * The map by keyboard: while it has the focus that keys gave it, a cross marks the middle of the part
 * that panels leave free. Arrows move the ground under it (MapLibre's own keys), Enter clicks there.
 * Knows no data; whoever listens to the pointer hears the same events as from a mouse.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Emitter } from './emitter.ts';
import type { MapEvents, MapPointer, Padding } from './map-types.ts';
import { metersPerPixel } from './scale-bar.ts';

export interface Crosshair {
  setPadding(padding: Padding): void;
  destroy(): void;
}

export function createCrosshair(
  container: HTMLElement,
  map: MapLibreMap,
  emitter: Emitter<MapEvents>,
  onMove: (longitude: number, latitude: number) => void,
): Crosshair {
  const canvas = map.getCanvas();
  const cross = document.createElement('div');
  cross.className = 'chentu-map-crosshair';
  cross.setAttribute('aria-hidden', 'true');
  cross.hidden = true;
  container.append(cross);
  let shiftX = 0;
  let shiftY = 0;

  const pixel = (): [number, number] => [canvas.clientWidth / 2 + shiftX, canvas.clientHeight / 2 + shiftY];
  const pointer = ({ shiftKey, altKey }: { shiftKey: boolean; altKey: boolean }): MapPointer => {
    const at = map.unproject(pixel());
    return {
      at: [at.lng, at.lat],
      pixel: pixel(),
      metersPerPixel: metersPerPixel(at.lat, map.getZoom()),
      shiftKey,
      altKey,
    };
  };
  const look = () => {
    if (cross.hidden) return;
    const under = pointer({ shiftKey: false, altKey: false });
    onMove(...under.at);
    emitter.emit('hover', under);
  };
  const enter = () => {
    cross.hidden = !canvas.matches(':focus-visible');
    look();
  };
  const leave = () => {
    if (cross.hidden) return;
    cross.hidden = true;
    emitter.emit('hover', null);
  };
  const press = (event: KeyboardEvent) => {
    // Who clicked with a mouse has no cross: the first arrow brings it, and only then Enter clicks there.
    if (event.key !== 'Enter') return enter();
    if (cross.hidden || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    emitter.emit('click', pointer(event));
  };
  canvas.addEventListener('focus', enter);
  canvas.addEventListener('blur', leave);
  canvas.addEventListener('pointerdown', leave);
  canvas.addEventListener('keydown', press);
  map.on('moveend', look);

  return {
    setPadding({ top, right, bottom, left }) {
      shiftX = (left - right) / 2;
      shiftY = (top - bottom) / 2;
      cross.style.transform = `translate(${shiftX}px, ${shiftY}px)`;
    },
    destroy() {
      canvas.removeEventListener('focus', enter);
      canvas.removeEventListener('blur', leave);
      canvas.removeEventListener('pointerdown', leave);
      canvas.removeEventListener('keydown', press);
      map.off('moveend', look);
      cross.remove();
    },
  };
}
