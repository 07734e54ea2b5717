/** A shape moved, turned or scaled as a whole, in the metric frame: a moved or turned zone keeps its area. Pure. */
import type { Frame } from '../geo/laea.ts';
import { mapPositions, type Path } from './shape-paths.ts';

type Position = GeoJSON.Position;

/** First turned and scaled about `about`, then moved by as far as `to` lies from `from`. */
export interface Transform {
  readonly about: Position;
  /** Counter-clockwise. */
  readonly degrees?: number;
  /** 1 leaves the size as it is. */
  readonly factor?: number;
  readonly eastMeters?: number;
  readonly northMeters?: number;
}

export function transformPaths(paths: readonly Path[], frame: Frame, transform: Transform): Path[] {
  const { degrees = 0, factor = 1, eastMeters = 0, northMeters = 0 } = transform;
  const [cx, cy] = placeOf(frame, transform.about);
  const cosine = factor * Math.cos((degrees * Math.PI) / 180);
  const sine = factor * Math.sin((degrees * Math.PI) / 180);
  return mapPositions(paths, (position) => {
    const [x, y] = placeOf(frame, position);
    const [dx, dy] = [x - cx, y - cy];
    return frame.unproject(cx + dx * cosine - dy * sine + eastMeters, cy + dx * sine + dy * cosine + northMeters);
  });
}

/** As the pointer went: the whole dragged, a corner pulled, or the handle above turned about the middle. */
export function transformByPointer(
  paths: readonly Path[],
  frame: Frame,
  type: 'scale' | 'turn' | 'body',
  about: Position,
  from: Position,
  to: Position,
): Path[] {
  const [cx, cy] = placeOf(frame, about);
  const [fx, fy] = placeOf(frame, from);
  const [tx, ty] = placeOf(frame, to);
  if (type === 'body') return transformPaths(paths, frame, { about, eastMeters: tx - fx, northMeters: ty - fy });
  if (type === 'scale') {
    const factor = Math.max(SMALLEST_FACTOR, Math.hypot(tx - cx, ty - cy) / Math.hypot(fx - cx, fy - cy));
    return transformPaths(paths, frame, { about, factor });
  }
  const radians = Math.atan2(ty - cy, tx - cx) - Math.atan2(fy - cy, fx - cx);
  return transformPaths(paths, frame, { about, degrees: (radians * 180) / Math.PI });
}

/** A shape is not scaled away to nothing. */
const SMALLEST_FACTOR = 0.02;

export function placeOf(frame: Frame, [longitude = 0, latitude = 0]: Position): [x: number, y: number] {
  const place: [number, number] = [0, 0];
  frame.project(longitude, latitude, place, 0);
  return place;
}

/** The middle of the box around all paths. */
export function middleOf(paths: readonly Path[], frame: Frame): Position {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { positions } of paths) {
    for (const position of positions) {
      const [x, y] = placeOf(frame, position);
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
  }
  return frame.unproject((west + east) / 2, (south + north) / 2);
}
