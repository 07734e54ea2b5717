/** Camera options in MapLibre's words. */
import { GeoJSONSource, type Map as MapLibreMap } from 'maplibre-gl';
import type { LonLat } from '../model/lon-lat.ts';
import type { Camera, MoveOptions, Padding } from './map-types.ts';

const DURATION_MS = 200;

export const centerOf = ([longitude, latitude]: LonLat): [number, number] => [longitude, latitude];

export function cameraOf({
  center,
  ...rest
}: Partial<Camera>): Partial<Omit<Camera, 'center'>> & { center?: [number, number] } {
  return { ...rest, ...(center ? { center: centerOf(center) } : {}) };
}

/** No motion means a jump; with motion every flight takes the same short time, however far. */
export function moveOptions(
  move: MoveOptions,
  motion: boolean,
  padding: Padding,
): { animate: boolean; duration: number; padding: Padding; maxZoom?: number } {
  const animate = move.motion ?? motion;
  return {
    animate,
    duration: animate ? DURATION_MS : 0,
    padding: move.padding ?? padding,
    ...(move.maxZoom === undefined ? {} : { maxZoom: move.maxZoom }),
  };
}

/** Before the style is there the data waits in the style's state, from which it is made. */
export function setGeoJson(map: MapLibreMap, sourceId: string, data: GeoJSON.FeatureCollection): void {
  const source = map.getSource(sourceId);
  if (source instanceof GeoJSONSource) void source.setData(data);
}
