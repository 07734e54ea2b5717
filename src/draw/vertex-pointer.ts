/** Which vertex of the edited ring the pointer means: pressed last, or under it. A right click removes one. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { GRAB_PIXELS } from './terra-draw-pen.ts';

export interface VertexPointerOptions {
  /** The ring being edited, closed; undefined while none is. */
  ring(): readonly GeoJSON.Position[] | undefined;
  onRemove(index: number): void;
  /** A new press: whatever follows is another gesture. */
  onPress(): void;
}

export interface VertexPointer {
  /** Listens until the answer is called. */
  start(): () => void;
  /** Removes the vertex pressed last; false if none was. */
  removeActive(): boolean;
}

export function listenToVertices(map: MapLibreMap, options: VertexPointerOptions): VertexPointer {
  /** By its position, since a removal or an insertion moves the numbers. */
  let active: GeoJSON.Position | undefined;

  const indexAt = (event: MouseEvent): number => {
    const ring = options.ring();
    if (!ring) return -1;
    const { left, top } = map.getCanvas().getBoundingClientRect();
    let best = -1;
    let bestDistance = GRAB_PIXELS;
    for (let index = 0; index < ring.length - 1; index++) {
      const [longitude = 0, latitude = 0] = ring[index] ?? [];
      const { x, y } = map.project([longitude, latitude]);
      const distance = Math.hypot(event.clientX - left - x, event.clientY - top - y);
      if (distance < bestDistance) {
        bestDistance = distance;
        best = index;
      }
    }
    return best;
  };
  const onPress = (event: PointerEvent) => {
    options.onPress();
    if (event.button === 0) active = options.ring()?.[indexAt(event)];
  };
  // A dragged vertex is let go where it now is: it stays the active one.
  const onRelease = (event: PointerEvent) => {
    if (event.button === 0 && active) active = options.ring()?.[indexAt(event)];
  };
  const onContextMenu = (event: MouseEvent) => {
    event.preventDefault();
    const index = indexAt(event);
    if (index >= 0) options.onRemove(index);
  };

  return {
    start() {
      active = undefined;
      const canvas = map.getCanvas();
      // Before the pen hears it.
      canvas.addEventListener('pointerdown', onPress, { capture: true });
      canvas.addEventListener('pointerup', onRelease);
      canvas.addEventListener('contextmenu', onContextMenu);
      return () => {
        canvas.removeEventListener('pointerdown', onPress, { capture: true });
        canvas.removeEventListener('pointerup', onRelease);
        canvas.removeEventListener('contextmenu', onContextMenu);
      };
    },
    removeActive() {
      const index = active
        ? (options.ring()?.findIndex((p) => p[0] === active?.[0] && p[1] === active?.[1]) ?? -1)
        : -1;
      active = undefined;
      if (index < 0) return false;
      options.onRemove(index);
      return true;
    },
  };
}
