/** Directions in the frame as bearings on the ground. */

/** Clockwise from true north, [0, 360); 0 where there is no direction. `northDegrees`: where true north lies, clockwise from y. */
export function bearingOf(dx: number, dy: number, northDegrees: number): number {
  const degrees = (Math.atan2(dx, dy) * 180) / Math.PI - northDegrees;
  if (dx === 0 && dy === 0) return 0;
  return degrees < 0 ? degrees + 360 : degrees >= 360 ? degrees - 360 : degrees;
}
