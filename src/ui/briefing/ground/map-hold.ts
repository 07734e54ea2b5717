/** The map stays where it is while a pointer draws on it; wheel and arrow keys still move it. */
import type { Map as MapLibreMap } from 'maplibre-gl';

/** Returns the function that gives the map back. */
export function holdMap(map: MapLibreMap, cursor: string): () => void {
  const box = map.getCanvasContainer();
  const canvas = map.getCanvas();
  const before = { touchAction: box.style.touchAction, cursor: canvas.style.cursor };
  box.style.touchAction = 'none';
  canvas.style.cursor = cursor;
  map.dragPan.disable();
  map.boxZoom.disable();
  map.doubleClickZoom.disable();
  return () => {
    box.style.touchAction = before.touchAction;
    canvas.style.cursor = before.cursor;
    map.dragPan.enable();
    map.boxZoom.enable();
    map.doubleClickZoom.enable();
  };
}

/** CSS pixels from the map's top left corner. */
export function pixelOf(box: HTMLElement, { clientX, clientY }: PointerEvent): readonly [x: number, y: number] {
  const { left, top } = box.getBoundingClientRect();
  return [clientX - left, clientY - top];
}
