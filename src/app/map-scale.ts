/** Ground on the screen by the zoom of the map: 512 CSS pixels are the world at zoom 0. */

const EARTH_METERS_PER_PIXEL_AT_ZOOM_0 = 78_271.517;

/** No movement that shows something goes nearer by itself. */
export const CLOSEST_ZOOM = 17;

/** At a latitude in degrees. */
export const metersPerPixelAt = (zoom: number, latitude: number): number =>
  (EARTH_METERS_PER_PIXEL_AT_ZOOM_0 * Math.cos((latitude * Math.PI) / 180)) / 2 ** zoom;
