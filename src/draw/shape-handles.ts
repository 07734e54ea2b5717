/** The handles around a shape that is moved, turned and scaled as a whole. Pure. */
import type { Frame } from '../geo/laea.ts';
import type { Path } from './shape-paths.ts';
import { placeOf } from './transform-shape.ts';

export interface Handle {
  readonly type: 'scale' | 'turn';
  readonly position: GeoJSON.Position;
}

/** Of the box's height, how far above it the handle for turning stands. */
const TURN_ABOVE = 0.18;

/** Four at the corners of the box, one above it. */
export function handlesOf(paths: readonly Path[], frame: Frame): Handle[] {
  const places = paths.flatMap(({ positions }) => positions.map((position) => placeOf(frame, position)));
  const xs = places.map(([x]) => x);
  const ys = places.map(([, y]) => y);
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const corner = (x: number, y: number): Handle => ({ type: 'scale', position: frame.unproject(x, y) });
  return [
    corner(west, south),
    corner(east, south),
    corner(east, north),
    corner(west, north),
    {
      type: 'turn',
      position: frame.unproject((west + east) / 2, north + (TURN_ABOVE * (north - south + east - west)) / 2),
    },
  ];
}
