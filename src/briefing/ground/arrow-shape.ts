/**
 * An arrow on the ground as one outline: shaft and head, its tip exactly at the place it points to. Its two ends
 * are ground; how wide it is follows the screen, and the caller gives that as metres of the moment. Pure.
 */
import { createFrame } from '../../geo/laea.ts';
import type { LonLat } from '../../model/lon-lat.ts';

export interface ArrowSize {
  readonly shaftMeters: number;
  readonly headWidthMeters: number;
  readonly headLengthMeters: number;
}

/** A head takes at most this part of the arrow: a short arrow is drawn smaller, not as a head alone. */
const MOST_HEAD = 0.6;

/** WGS84, counter-clockwise, closed. Undefined where both ends are the same place. O(1). */
export function arrowPolygon(from: LonLat, to: LonLat, size: ArrowSize): GeoJSON.Polygon | undefined {
  const frame = createFrame(to);
  const tail = [0, 0];
  frame.project(from[0], from[1], tail, 0);
  const [x, y] = tail as [number, number];
  const length = Math.hypot(x, y);
  if (!(length > 0)) return undefined;
  const scale = Math.min(1, (MOST_HEAD * length) / size.headLengthMeters);
  // Along the arrow backwards from its tip, and to its left.
  const [back, left] = [
    [x / length, y / length],
    [y / length, -x / length],
  ] as [[number, number], [number, number]];
  const place = (behind: number, aside: number) =>
    frame.unproject(back[0] * behind + left[0] * aside, back[1] * behind + left[1] * aside);
  const head = size.headLengthMeters * scale;
  const shaft = (size.shaftMeters * scale) / 2;
  const wing = (size.headWidthMeters * scale) / 2;
  const tip = place(0, 0);
  return {
    type: 'Polygon',
    coordinates: [
      [
        tip,
        place(head, wing),
        place(head, shaft),
        place(length, shaft),
        place(length, -shaft),
        place(head, -shaft),
        place(head, -wing),
        tip,
      ],
    ],
  };
}
