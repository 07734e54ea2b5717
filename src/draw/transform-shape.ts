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
