/** Four handles on the map that a picture's corners are dragged by, and one in their middle that moves them all. */
import { type Map as MapLibreMap, Marker } from 'maplibre-gl';
import type { LonLat } from '../model/lon-lat.ts';

type Four = readonly [LonLat, LonLat, LonLat, LonLat];

export interface CornerHandlesOptions {
  readonly corners: Four;
  /** Names for screen readers: of the four corners from the top left on, and of the middle. */
  readonly names: readonly string[];
  /** While a handle moves. */
  onMove(corners: Four): void;
  /** When it is let go. */
  onEnd(corners: Four): void;
}

export interface CornerHandles {
  setCorners(corners: Four): void;
  remove(): void;
}

const STEP_PIXELS = 1;
const LONG_STEP_PIXELS = 10;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Dragged with the pointer; with the keyboard by arrows (Shift: ten pixels). */
export function createCornerHandles(map: MapLibreMap, options: CornerHandlesOptions): CornerHandles {
  const { names, onMove, onEnd } = options;
  let corners: Four = options.corners;
  const markers = names.map((name, index) => {
    const element = document.createElement('button');
    element.type = 'button';
    element.className = index === 4 ? 'chentu-corner chentu-corner-middle' : 'chentu-corner';
    element.setAttribute('aria-label', name);
    element.title = name;
    const marker = new Marker({ element, draggable: true }).setLngLat(placeOf(corners, index)).addTo(map);
    marker.on('drag', () => {
      const { lng, lat } = marker.getLngLat();
      corners = moved(corners, index, [lng, lat]);
      show(index);
      onMove(corners);
    });
    marker.on('dragend', () => onEnd(corners));
    element.addEventListener('keydown', (event) => {
      const arrow = ARROWS[event.key];
      if (!arrow) return;
      event.preventDefault();
      event.stopPropagation();
      const step = event.shiftKey ? LONG_STEP_PIXELS : STEP_PIXELS;
      const { x, y } = map.project([...placeOf(corners, index)]);
      const { lng, lat } = map.unproject([x + arrow[0] * step, y + arrow[1] * step]);
      corners = moved(corners, index, [lng, lat]);
      show();
      onMove(corners);
      onEnd(corners);
    });
    return marker;
  });
  const show = (except?: number) => {
    for (const [index, marker] of markers.entries()) if (index !== except) marker.setLngLat(placeOf(corners, index));
  };
  return {
    setCorners(next) {
      corners = next;
      show();
    },
    remove() {
      for (const marker of markers) marker.remove();
    },
  };
}

function placeOf(corners: Four, index: number): [number, number] {
  if (index < 4) return [...(corners[index] as LonLat)] as [number, number];
  const mean = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / 4;
  return [mean(0), mean(1)];
}

function moved(corners: Four, index: number, to: LonLat): Four {
  if (index < 4) return corners.map((corner, at) => (at === index ? to : corner)) as unknown as Four;
  const [x, y] = placeOf(corners, 4);
  return corners.map((corner) => [corner[0] + to[0] - x, corner[1] + to[1] - y]) as unknown as Four;
}
