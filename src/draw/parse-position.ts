/**
 * What people type for the next vertex: coordinates as WGS84 degrees or degrees, minutes, seconds; or a
 * distance and a bearing from the vertex before. Pure.
 */
import { readLonLat } from '../core/angles.ts';

type Position = GeoJSON.Position;

export type TypedVertex =
  | { readonly type: 'position'; readonly position: Position }
  /** Clockwise from true north. */
  | { readonly type: 'offset'; readonly distanceMeters: number; readonly bearingDegrees: number };

const NUMBER = String.raw`[-+]?\d+(?:\.\d+)?`;
const OFFSET = new RegExp(
  String.raw`^(${NUMBER})\s*(m|米|km|公里|千米)\s*[,，;@\s]\s*(?:方位角?|bearing)?\s*(${NUMBER})\s*(?:°|度)?$`,
  'i',
);
/** Coordinates as `readLonLat` has them. Undefined for what is neither, or out of range. */
export function parseTypedVertex(text: string): TypedVertex | undefined {
  const trimmed = text.trim().replaceAll('，', ',');
  const offset = OFFSET.exec(trimmed);
  if (offset) {
    const distanceMeters = Number(offset[1]) * (/^(km|公里|千米)$/i.test(offset[2]!) ? 1000 : 1);
    const bearingDegrees = ((Number(offset[3]) % 360) + 360) % 360;
    return distanceMeters > 0 ? { type: 'offset', distanceMeters, bearingDegrees } : undefined;
  }
  const position = readLonLat(trimmed);
  return position && { type: 'position', position: [...position] };
}
