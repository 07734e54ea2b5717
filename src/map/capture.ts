/** The picture of base map and data together. Outside a `render` event the canvas reads back blank. */
import type { Map as MapLibreMap } from 'maplibre-gl';

export function captureMap(map: MapLibreMap): Promise<Blob> {
  return new Promise((resolve, reject) => {
    map.once('render', () => {
      map.getCanvas().toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new Error('Map capture: found an empty canvas, expected a picture'));
      }, 'image/png');
    });
    map.triggerRepaint();
  });
}
