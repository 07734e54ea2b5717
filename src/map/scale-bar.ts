/** Metres per pixel and round lengths for the scale bar, on the Mercator map that MapLibre draws. */

/** Metres on the ground under one CSS pixel, at a latitude. MapLibre's world is 512 pixels wide at zoom 0. */
export function metersPerPixel(latitude: number, zoom: number): number {
  return (Math.cos((latitude * Math.PI) / 180) * 2 * Math.PI * 6378137) / (512 * 2 ** zoom);
}

/** The largest 1, 2 or 5 × 10ⁿ metres that fit in `maxPixels`, and how long they are drawn. */
export function niceScale(latitude: number, zoom: number, maxPixels: number): { meters: number; pixels: number } {
  const perPixel = metersPerPixel(latitude, zoom);
  const limit = perPixel * maxPixels;
  const power = 10 ** Math.floor(Math.log10(limit));
  const meters = ([5, 2, 1].find((step) => step * power <= limit) ?? 1) * power;
  return { meters, pixels: meters / perPixel };
}
