/** The map as one object: base map, data, findings, highlights and controls behind `MapView`. */
import type { MapView, MapViewOptions } from './map-types.ts';

export function createMapView(_container: HTMLElement, _options: MapViewOptions): MapView {
  throw new Error('Map view: not built yet');
}
