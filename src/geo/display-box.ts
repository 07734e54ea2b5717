/** Rough metres for what is drawn: which shapes are large enough to be seen. Nothing is measured with it. */

export const METERS_PER_DEGREE = 111_320;

/** Metres of one degree of longitude at a latitude. */
export const metersPerLongitude = (latitude: number) => METERS_PER_DEGREE * Math.cos((latitude * Math.PI) / 180);

/** West, south, east, north at `at` in a flat list of boxes: the longer side in metres. */
export function longerSideMeters(boxes: Float64Array, at: number): number {
  const [west, south, east, north] = [boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!];
  return Math.max((east - west) * metersPerLongitude((south + north) / 2), (north - south) * METERS_PER_DEGREE);
}
