/** The place so many metres away in a direction from true north, in the metric frame. Pure. */
import { type Frame, trueNorthDegrees } from '../geo/laea.ts';
import { placeOf } from './transform-shape.ts';

type Position = GeoJSON.Position;

/** Right to 5 ppm and 0.01 degrees over a district. */
export function offsetPosition(from: Position, distanceMeters: number, bearingDegrees: number, frame: Frame): Position {
  const [x, y] = placeOf(frame, from);
  const [longitude = 0, latitude = 0] = from;
  const angle = ((bearingDegrees + trueNorthDegrees(frame, [longitude, latitude])) * Math.PI) / 180;
  return frame.unproject(x + distanceMeters * Math.sin(angle), y + distanceMeters * Math.cos(angle));
}
