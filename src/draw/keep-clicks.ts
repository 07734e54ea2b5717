/** While drawing, a click places a vertex and nothing else: no selection, no zoom. The pen listens to pointer events. */
import type { Map as MapLibreMap } from 'maplibre-gl';

/** Until the answer is called. */
export function keepClicks(map: MapLibreMap): () => void {
  const container = map.getCanvasContainer();
  const keep = (event: Event) => event.stopImmediatePropagation();
  container.addEventListener('click', keep, { capture: true });
  container.addEventListener('dblclick', keep, { capture: true });
  return () => {
    container.removeEventListener('click', keep, { capture: true });
    container.removeEventListener('dblclick', keep, { capture: true });
  };
}
