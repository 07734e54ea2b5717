/** Douglas-Peucker in metres: fewer vertices, none moved, those that others share kept. Pure. */
import type { Frame } from './laea.ts';

type Position = GeoJSON.Position;

/**
 * The vertices of a path that are needed so that none of those left out lies farther than the tolerance
 * from it. Both ends stay, and all that `keeps` names. A closed path (first = last) keeps at least a
 * triangle. O(n log n) as people draw, O(n²) at worst.
 */
export function simplifyPath(
  path: readonly Position[],
  frame: Frame,
  toleranceMeters: number,
  keeps: (position: Position) => boolean = () => false,
): Position[] {
  const places = path.map(([longitude = 0, latitude = 0]) => {
    const place: [number, number] = [0, 0];
    frame.project(longitude, latitude, place, 0);
    return place;
  });
  const last = path.length - 1;
  const first = path[0];
  const isClosed = last > 2 && first?.[0] === path[last]?.[0] && first?.[1] === path[last]?.[1];
  const kept = new Uint8Array(path.length);
  const fixed = path.flatMap((position, index) => (index === 0 || index === last || keeps(position) ? [index] : []));
  if (isClosed && fixed.length === 2) fixed.splice(1, 0, farthestFrom(places, 0));
  for (let i = 0; i < fixed.length; i++) {
    kept[fixed[i]!] = 1;
    if (i > 0) markNeeded(places, fixed[i - 1]!, fixed[i]!, toleranceMeters, kept);
  }
  const result = path.filter((_, index) => kept[index]);
  return isClosed && result.length < 4 ? [...path] : result;
}

type Place = readonly [x: number, y: number];

function markNeeded(places: readonly Place[], from: number, to: number, tolerance: number, kept: Uint8Array): void {
  const open: [number, number][] = [[from, to]];
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    const [a, b] = stretch;
    let farthest = -1;
    let distance = tolerance;
    for (let i = a + 1; i < b; i++) {
      const own = distanceToStretch(places[i]!, places[a]!, places[b]!);
      if (own > distance) [farthest, distance] = [i, own];
    }
    if (farthest < 0) continue;
    kept[farthest] = 1;
    open.push([a, farthest], [farthest, b]);
  }
}

function distanceToStretch([x, y]: Place, [ax, ay]: Place, [bx, by]: Place): number {
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  const t = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / squared));
  return Math.hypot(ax + t * dx - x, ay + t * dy - y);
}

function farthestFrom(places: readonly Place[], from: number): number {
  let best = from;
  let distance = -1;
  places.forEach(([x, y], index) => {
    const own = Math.hypot(x - places[from]![0], y - places[from]![1]);
    if (own > distance) [best, distance] = [index, own];
  });
  return best;
}
