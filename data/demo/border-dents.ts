/** Faults along a border between two grids: one takes ground from the other, or draws back and leaves it to nobody. */
import {
  grown,
  isDoubly,
  isGrid,
  isSliver,
  type Planting,
  pairKey,
  parentOf,
  plantEscape,
  subjectOf,
  zoneAt,
} from './fault-planting.ts';
import {
  add,
  type Box,
  boxesMeet,
  boxOf,
  crossing,
  direction,
  distance,
  type Point,
  pathLength,
  pointAlong,
  roundPoint,
  signedArea,
} from './plane.ts';
import type { Arc } from './zone-arcs.ts';
import type { PlannedZone } from './zone-records.ts';

export interface Dent {
  readonly depth: number;
  readonly length: number;
  /** Metres along the border over which the dent reaches its depth. */
  readonly ramp: number;
}

/** The zone on the arc's left takes ground from the one on its right; up to `level`, its parents claim the same. */
export function plantOverlap(planting: Planting, dent: Dent, kind: string, level: 'grid' | 'street'): void {
  const found = findPlace(
    planting,
    dent,
    (left, right) => {
      const [a, b] = [parentOf(planting, left), parentOf(planting, right)];
      if (!a || !b || a === b) return false;
      if (pairsUpTo(planting, left, right, level).some(([p, q]) => planting.usedPairs.has(pairKey(p, q)))) return false;
      return (a.parent === b.parent) === (level === 'grid');
    },
    'right',
  );
  const { arc, points, ring, area } = found;
  const pairs = pairsUpTo(planting, zoneAt(planting, arc.left)!, zoneAt(planting, arc.right)!, level);
  const sliver = isSliver(area, dent.depth);
  for (const [left, right] of pairs) {
    left.overrides.set(arc.id, points);
    planting.usedPairs.add(pairKey(left, right));
    planting.faults.push({
      rule: 'zone-overlap',
      kind,
      isSliver: sliver,
      subjects: [subjectOf(left), subjectOf(right)],
      areaSquareMeters: area,
      ...(found.isStraight ? { widthMeters: dent.depth } : {}),
      at: ring[ring.length >> 1]!,
    });
  }
  if (level === 'grid') plantEscape(planting, pairs[0]![0], kind, area, sliver, ring);
}

/** Two grids, and for a dispute of streets also their communities and the streets themselves. */
function pairsUpTo(
  planting: Planting,
  left: PlannedZone,
  right: PlannedZone,
  level: 'grid' | 'street',
): [PlannedZone, PlannedZone][] {
  const pairs: [PlannedZone, PlannedZone][] = [[left, right]];
  while (level === 'street' && pairs.length < 3) {
    const [a, b] = pairs[pairs.length - 1]!;
    pairs.push([parentOf(planting, a)!, parentOf(planting, b)!]);
  }
  return pairs;
}

/** The grid on the arc's left draws back and leaves ground to nobody. */
export function plantGap(planting: Planting, dent: Dent, kind: string): void {
  const found = findPlace(
    planting,
    dent,
    (left, right) => !isDoubly(planting, left) && !isDoubly(planting, right),
    'left',
  );
  const { arc, points, ring, area } = found;
  const [left, right] = [zoneAt(planting, arc.left)!, zoneAt(planting, arc.right)!];
  left.overrides.set(arc.id, points);
  planting.faults.push({
    rule: 'zone-gap',
    kind,
    isSliver: isSliver(area, dent.depth),
    layerKind: 'responsibilityZone',
    subjects: [subjectOf(left), subjectOf(right)],
    areaSquareMeters: area,
    ...(found.isStraight ? { widthMeters: dent.depth } : {}),
    at: ring[ring.length >> 1]!,
  });
}

interface Place {
  readonly arc: Arc;
  /** The arc's own course with the dent in it, start to end. */
  readonly points: Point[];
  readonly ring: Point[];
  readonly area: number;
  readonly isStraight: boolean;
}

/** A stretch of a border between two grids where the dent touches no other border and no other fault. */
function findPlace(
  planting: Planting,
  dent: Dent,
  fits: (left: PlannedZone, right: PlannedZone) => boolean,
  side: 'left' | 'right',
): Place {
  const { arcs, random, usedArcs, usedGround } = planting;
  const start = random.integer(0, arcs.length - 1);
  for (const wantsStraight of [true, false]) {
    for (let step = 0; step < arcs.length; step++) {
      const arc = arcs[(start + step * 7) % arcs.length]!;
      if (usedArcs.has(arc.id)) continue;
      const [left, right] = [zoneAt(planting, arc.left), zoneAt(planting, arc.right)];
      if (!isGrid(left) || !isGrid(right) || !fits(left, right)) continue;
      const total = pathLength(arc.points);
      if (total < dent.length + 60) continue;
      const from = (total - dent.length) / 2;
      const place = denting(arc, from, dent, side === 'right' ? -1 : 1);
      if (!place || (wantsStraight && !place.isStraight)) continue;
      const box = grown(boxOf(place.ring), 30);
      if (usedGround.some((other) => boxesMeet(other, box)) || !isFree(planting, place, box)) continue;
      usedArcs.add(arc.id);
      usedGround.push(box);
      // The anchors become vertices of the border for everybody, so that all that shared stays shared.
      const kept = insertAnchors(arc.points, from, dent.length);
      arc.points = kept.points;
      return place;
    }
  }
  throw new Error(`planted faults: found no border for a dent of ${dent.depth} × ${dent.length} m, expected one`);
}

/** The arc's course with a trapezoid dent between two anchors; `sign` 1 is to the left of the arc's direction. */
function denting(arc: Arc, from: number, dent: Dent, sign: number): Place | undefined {
  const { points, first, last } = insertAnchors(arc.points, from, dent.length);
  const base = points.slice(first, last + 1);
  const heading = direction(base[0]!, base[base.length - 1]!);
  const isStraight = base.every(
    (point) => Math.abs((point[0] - base[0]![0]) * heading[1] - (point[1] - base[0]![1]) * heading[0]) < 0.004,
  );
  const detour: Point[] = [];
  for (const meters of stations(dent)) {
    const at = pointAlong(base, meters);
    const along = isStraight ? heading : direction(pointAlong(base, meters - 1), pointAlong(base, meters + 1));
    detour.push(roundPoint(add(at, [-along[1], along[0]], sign * dent.depth)));
  }
  const ring = [...base, ...detour.toReversed()];
  if (!isSimple(ring)) return undefined;
  const replaced = [...points.slice(0, first + 1), ...detour, ...points.slice(last)];
  return { arc, points: replaced, ring, area: Math.abs(signedArea(ring)), isStraight };
}

function stations(dent: Dent): number[] {
  const list = [dent.ramp];
  for (let at = dent.ramp + 90; at < dent.length - dent.ramp - 30; at += 90) list.push(at);
  list.push(dent.length - dent.ramp);
  return list;
}

function insertAnchors(
  path: readonly Point[],
  from: number,
  length: number,
): { points: Point[]; first: number; last: number } {
  const points: Point[] = [path[0]!];
  let gone = 0;
  let [first, last] = [-1, -1];
  for (let i = 1; i < path.length; i++) {
    const segment = distance(path[i - 1]!, path[i]!);
    for (const target of [from, from + length]) {
      if (target < gone || target >= gone + segment) continue;
      points.push(roundPoint(pointAlong([path[i - 1]!, path[i]!], target - gone)));
      if (target === from) first = points.length - 1;
      else last = points.length - 1;
    }
    points.push(path[i]!);
    gone += segment;
  }
  return { points, first, last };
}

/** No other border may come within 5 m of the dent. */
function isFree(planting: Planting, place: Place, box: Box): boolean {
  for (const arc of planting.arcs) {
    if (!boxesMeet(boxOf(arc.points), box)) continue;
    for (let i = 1; i < arc.points.length; i++) {
      const [a, b] = [arc.points[i - 1]!, arc.points[i]!];
      if (arc === place.arc) continue;
      for (let k = 1; k < place.points.length; k++) {
        const [p, q] = [place.points[k - 1]!, place.points[k]!];
        if (k > 1 && k < place.points.length - 1 && (crossing(a, b, p, q) || segmentsNear(a, b, p, q, 5))) return false;
      }
    }
  }
  return true;
}

function segmentsNear(a: Point, b: Point, p: Point, q: Point, meters: number): boolean {
  return [
    [a, p, q],
    [b, p, q],
    [p, a, b],
    [q, a, b],
  ].some(([point, from, to]) => {
    const length = distance(from!, to!) || 1;
    const t = Math.max(
      0,
      Math.min(
        1,
        ((point![0] - from![0]) * (to![0] - from![0]) + (point![1] - from![1]) * (to![1] - from![1])) / length ** 2,
      ),
    );
    return distance(point!, add(from!, [to![0] - from![0], to![1] - from![1]], t)) < meters;
  });
}

function isSimple(ring: readonly Point[]): boolean {
  for (let i = 0; i < ring.length; i++) {
    for (let k = i + 2; k < ring.length; k++) {
      if (i === 0 && k === ring.length - 1) continue;
      if (crossing(ring[i]!, ring[(i + 1) % ring.length]!, ring[k]!, ring[(k + 1) % ring.length]!)) return false;
    }
  }
  return true;
}
