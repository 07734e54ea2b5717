/**
 * The faults that real ledgers have, planted where their size is known to the square millimetre:
 * borders redrawn by two offices, slivers, gaps, a containment, a triple claim, missing owners.
 * Everything that is not planted here is clean, so that a check must find exactly these.
 */
import { createRandom, type Random } from '../../src/core/random.ts';
import type { Subject } from '../../src/core/subject.ts';
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
import { type Arc, arcsByLeaf, areaOfPolygons, OUTSIDE, outlineOfLeaves } from './zone-arcs.ts';
import { GENERAL_DUTY, type PlannedZone, type ZonePlan } from './zone-plan.ts';

/** One fault as planted-faults.json lists it. Areas are those of the frame around the workspace's `frame`. */
export interface PlantedZoneFault {
  readonly rule: 'zone-overlap' | 'zone-gap' | 'zone-escape' | 'zone-ownerless';
  /** How it came about. */
  readonly kind: string;
  /** Below 2 m or 20 m²: counted, not listed as a finding. */
  readonly isSliver: boolean;
  /** For a gap: the kind of zones that leave it. */
  readonly layerKind?: 'responsibilityZone' | 'patrolZone';
  /** For a gap these are the zones along its edge. */
  readonly subjects: readonly Subject[];
  readonly areaSquareMeters?: number;
  /** Twice the radius of the largest circle inside, where the shape makes it known (within 1 cm). */
  readonly widthMeters?: number;
  /** Metres east and north of the frame's centre, inside the fault or on its edge; turned into degrees on output. */
  readonly at?: Point;
  readonly missing?: readonly ('owner' | 'person')[];
}

interface Planting {
  readonly plan: ZonePlan;
  readonly arcs: readonly Arc[];
  readonly random: Random;
  readonly usedArcs: Set<number>;
  readonly usedGround: Box[];
  /** Zones that overlap already: a pair is one finding, so it is planted once. */
  readonly usedPairs: Set<string>;
  readonly faults: PlantedZoneFault[];
}

/** Minimum sliver thresholds of the national rule pack. */
const SLIVER_WIDTH_METERS = 2;
const SLIVER_AREA_SQUARE_METERS = 20;

export function plantZoneFaults(plan: ZonePlan, arcs: readonly Arc[], seed: number, times: number): PlantedZoneFault[] {
  const planting: Planting = {
    plan,
    arcs,
    random: createRandom(seed ^ 0x0fa17),
    usedArcs: new Set(),
    usedGround: [],
    usedPairs: new Set(),
    faults: [],
  };
  const repeat = (shapes: readonly Dent[], plant: (dent: Dent) => void) => {
    for (let i = 0; i < times; i++) for (const dent of shapes) plant(dent);
  };
  plantForgottenCorner(planting);
  repeat([{ depth: 90, length: 420, ramp: 60 }], (dent) =>
    plantOverlap(planting, dent, 'redrawn-by-two-streets', 'street'),
  );
  repeat(
    [
      { depth: 140, length: 330, ramp: 60 },
      { depth: 60, length: 380, ramp: 40 },
      { depth: 25, length: 260, ramp: 20 },
      { depth: 8, length: 320, ramp: 10 },
      { depth: 3, length: 180, ramp: 5 },
    ],
    (dent) => plantOverlap(planting, dent, 'redrawn-by-two-communities', 'grid'),
  );
  repeat(
    [
      { depth: 1.2, length: 320, ramp: 6 },
      { depth: 0.6, length: 240, ramp: 4 },
      { depth: 1.8, length: 150, ramp: 5 },
      { depth: 0.25, length: 300, ramp: 4 },
      { depth: 3.5, length: 6, ramp: 1.5 },
    ],
    (dent) => plantOverlap(planting, dent, 'sliver', 'grid'),
  );
  repeat([{ depth: 34, length: 300, ramp: 30 }], (dent) => plantGap(planting, dent, 'border-drawn-back'));
  repeat(
    [
      { depth: 1.5, length: 280, ramp: 6 },
      { depth: 0.8, length: 180, ramp: 4 },
      { depth: 0.3, length: 260, ramp: 4 },
      { depth: 4, length: 5.5, ramp: 1.2 },
    ],
    (dent) => plantGap(planting, dent, 'sliver'),
  );
  for (let i = 0; i < times; i++) plantTriple(planting);
  for (let i = 0; i < times; i++) plantEnclosedGap(planting);
  plantContainment(planting);
  plantOwnerless(planting);
  plantPatrolOverlaps(planting);
  plantPatrolGaps(planting);
  return mergeEscapes(planting.faults);
}

interface Dent {
  readonly depth: number;
  readonly length: number;
  /** Metres along the border over which the dent reaches its depth. */
  readonly ramp: number;
}

const subjectOf = (zone: PlannedZone): Subject => ({ layer: zone.layer, feature: zone.id });
const zoneAt = (planting: Planting, leaf: number): PlannedZone | undefined => planting.plan.zoneOfLeaf[leaf];
const parentOf = (planting: Planting, zone: PlannedZone): PlannedZone | undefined =>
  planting.plan.zones.find((candidate) => candidate.id === zone.parent);
const isGrid = (zone: PlannedZone | undefined): zone is PlannedZone => zone?.level === 'grid';

function isSliver(area: number, width: number): boolean {
  return area < SLIVER_AREA_SQUARE_METERS || width < SLIVER_WIDTH_METERS;
}

/** A zone that leaves its parent in several places is one fault with all of their area. */
function mergeEscapes(faults: readonly PlantedZoneFault[]): PlantedZoneFault[] {
  const merged: PlantedZoneFault[] = [];
  const at = new Map<string, number>();
  for (const fault of faults) {
    const key = fault.rule === 'zone-escape' ? fault.subjects.map(({ feature }) => feature).join('/') : undefined;
    const known = key === undefined ? undefined : at.get(key);
    if (known === undefined) {
      if (key !== undefined) at.set(key, merged.length);
      merged.push(fault);
      continue;
    }
    const first = merged[known]!;
    const areaSquareMeters = (first.areaSquareMeters ?? 0) + (fault.areaSquareMeters ?? 0);
    const kind = first.kind === fault.kind ? first.kind : `${first.kind}+${fault.kind}`;
    merged[known] = { ...first, kind, areaSquareMeters, isSliver: first.isSliver && fault.isSliver };
  }
  return merged;
}

const pairKey = (a: PlannedZone, b: PlannedZone): string => [a.id, b.id].sort().join('/');

/** The zone on the arc's left takes ground from the one on its right; up to `level`, its parents claim the same. */
function plantOverlap(planting: Planting, dent: Dent, kind: string, level: 'grid' | 'street'): void {
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

function plantEscape(
  planting: Planting,
  zone: PlannedZone,
  kind: string,
  area: number,
  sliver: boolean,
  ring: readonly Point[],
): void {
  const parent = parentOf(planting, zone)!;
  planting.faults.push({
    rule: 'zone-escape',
    kind,
    isSliver: sliver,
    subjects: [subjectOf(zone), subjectOf(parent)],
    areaSquareMeters: area,
    at: ring[ring.length >> 1]!,
  });
}

/** The grid on the arc's left draws back and leaves ground to nobody. */
function plantGap(planting: Planting, dent: Dent, kind: string): void {
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

const isDoubly = (planting: Planting, grid: PlannedZone): boolean => planting.plan.doublyCovered.has(grid.parent ?? '');

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

const grown = (box: Box, meters: number): Box => [box[0] - meters, box[1] - meters, box[2] + meters, box[3] + meters];

/** A junction of three grids with its three arcs, each seen outwards from the junction. */
interface Junction {
  readonly at: Point;
  /** Counter-clockwise; `zone` is the grid between this spoke and the next. */
  readonly spokes: readonly { arc: Arc; points: Point[]; isFromStart: boolean; zone: PlannedZone; leaf: number }[];
}

function findJunction(planting: Planting, reach: number, fits: (zones: readonly PlannedZone[]) => boolean): Junction {
  const { arcs, random, usedArcs, usedGround } = planting;
  const byVertex = new Map<number, { arc: Arc; isFromStart: boolean }[]>();
  for (const arc of arcs) {
    for (const isFromStart of [true, false]) {
      const vertex = isFromStart ? arc.start : arc.end;
      byVertex.set(vertex, [...(byVertex.get(vertex) ?? []), { arc, isFromStart }]);
    }
  }
  const vertices = [...byVertex.keys()];
  const offset = random.integer(0, vertices.length - 1);
  for (let step = 0; step < vertices.length; step++) {
    const ends = byVertex.get(vertices[(offset + step * 11) % vertices.length]!)!;
    if (
      ends.length !== 3 ||
      ends.some(({ arc }) => usedArcs.has(arc.id) || arc.left === OUTSIDE || arc.right === OUTSIDE)
    )
      continue;
    const spokes = ends
      .map(({ arc, isFromStart }) => {
        const points = isFromStart ? arc.points : arc.points.toReversed();
        const leaf = isFromStart ? arc.left : arc.right;
        return { arc, points, isFromStart, leaf, zone: zoneAt(planting, leaf) };
      })
      .sort((a, b) => angleOf(a.points) - angleOf(b.points));
    const zones = spokes.map(({ zone }) => zone);
    if (!zones.every(isGrid) || new Set(zones).size !== 3 || !fits(zones)) continue;
    if (spokes.some(({ points }) => distance(points[0]!, points[1]!) < reach + 40)) continue;
    if (gaps(spokes.map(({ points }) => angleOf(points))).some((gap) => gap < 0.8 || gap > 3.4)) continue;
    const at = spokes[0]!.points[0]!;
    const box: Box = grown([at[0], at[1], at[0], at[1]], reach + 30);
    if (usedGround.some((other) => boxesMeet(other, box))) continue;
    const others = arcs.filter(
      (arc) => !spokes.some((spoke) => spoke.arc === arc) && boxesMeet(boxOf(arc.points), box),
    );
    if (others.length > 0) continue;
    usedGround.push(box);
    for (const { arc } of spokes) usedArcs.add(arc.id);
    return { at, spokes: spokes as Junction['spokes'] };
  }
  throw new Error('planted faults: found no junction of three grids, expected one');
}

const angleOf = (points: readonly Point[]): number =>
  Math.atan2(points[1]![1] - points[0]![1], points[1]![0] - points[0]![0]);
const gaps = (angles: readonly number[]): number[] =>
  angles.map((angle, i) => (i + 1 < angles.length ? angles[i + 1]! - angle : angles[0]! + 2 * Math.PI - angle));

/** A polygon around a junction: one anchor on each spoke, and one corner inside each grid between them. */
function aroundJunction(junction: Junction, reach: number): { anchors: Point[]; corners: Point[] } {
  const { at, spokes } = junction;
  const anchors = spokes.map(({ arc, points, isFromStart }) => {
    const anchor = roundPoint(add(at, direction(points[0]!, points[1]!), reach));
    if (isFromStart) arc.points.splice(1, 0, anchor);
    else arc.points.splice(arc.points.length - 1, 0, anchor);
    return anchor;
  });
  const corners = spokes.map(({ points }, i) => {
    const from = angleOf(points);
    const gap = gaps(spokes.map((spoke) => angleOf(spoke.points)))[i]!;
    return roundPoint(add(at, [Math.cos(from + gap / 2), Math.sin(from + gap / 2)], reach * 0.9));
  });
  return { anchors, corners };
}

/** A spoke's arc that no longer starts at the junction but runs over other points to its anchor. */
function rerouted(spoke: Junction['spokes'][number], instead: readonly Point[]): Point[] {
  const rest = spoke.isFromStart ? spoke.arc.points.slice(1) : spoke.arc.points.slice(0, -1).reverse();
  const points = [...instead, ...rest];
  return spoke.isFromStart ? points : points.reverse();
}

/** Three grids of three communities all claim the ground around their junction. */
function plantTriple(planting: Planting): void {
  const reach = 55;
  const junction = findJunction(
    planting,
    reach,
    (zones) =>
      new Set(zones.map((zone) => zone.parent)).size === 3 &&
      zones.every((zone, i) => !planting.usedPairs.has(pairKey(zone, zones[(i + 1) % 3]!))),
  );
  const { anchors, corners } = aroundJunction(junction, reach);
  const ring = anchors.flatMap((anchor, i) => [anchor, corners[i]!]);
  const area = signedArea(ring);
  const { spokes, at } = junction;
  for (let i = 0; i < 3; i++) {
    const [next, after] = [(i + 1) % 3, (i + 2) % 3];
    const zone = spokes[i]!.zone;
    // From this spoke's anchor around the far side of the polygon to the next spoke's anchor.
    zone.overrides.set(spokes[i]!.arc.id, rerouted(spokes[i]!, [anchors[after]!, corners[after]!]));
    zone.overrides.set(spokes[next]!.arc.id, rerouted(spokes[next]!, [anchors[after]!, corners[next]!]));
    const own = Math.abs(signedArea([at, anchors[i]!, corners[i]!, anchors[next]!]));
    planting.usedPairs.add(pairKey(zone, spokes[next]!.zone));
    plantEscape(planting, zone, 'triple-claim', area - own, false, ring);
    planting.faults.push({
      rule: 'zone-overlap',
      kind: 'triple-claim',
      isSliver: false,
      subjects: [subjectOf(zone), subjectOf(spokes[next]!.zone)],
      areaSquareMeters: area,
      at,
    });
  }
}

/** Three grids all draw back from their junction: ground enclosed by zones that none of them covers. */
function plantEnclosedGap(planting: Planting): void {
  const reach = 70;
  const junction = findJunction(planting, reach, (zones) => zones.every((zone) => !isDoubly(planting, zone)));
  const { anchors, corners } = aroundJunction(junction, reach);
  const { spokes, at } = junction;
  for (let i = 0; i < 3; i++) {
    const next = (i + 1) % 3;
    const zone = spokes[i]!.zone;
    zone.overrides.set(spokes[i]!.arc.id, rerouted(spokes[i]!, [corners[i]!]));
    zone.overrides.set(spokes[next]!.arc.id, rerouted(spokes[next]!, [corners[i]!]));
  }
  const ring = anchors.flatMap((anchor, i) => [anchor, corners[i]!]);
  planting.faults.push({
    rule: 'zone-gap',
    kind: 'enclosed',
    isSliver: false,
    layerKind: 'responsibilityZone',
    subjects: spokes.map(({ zone }) => subjectOf(zone)),
    areaSquareMeters: signedArea(ring),
    at,
  });
}

/** A grid drawn by another office wholly inside an existing one. */
function plantContainment(planting: Planting): void {
  const { plan, usedGround, arcs } = planting;
  const byLeaf = arcsByLeaf(arcs);
  const hosts = plan.zoneOfLeaf.filter((zone) => isGrid(zone) && zone.overrides.size === 0);
  let best: { host: PlannedZone; at: Point; free: number } | undefined;
  for (const host of hosts) {
    if (host.leaves.size !== 1) continue;
    const outline = outlineOfLeaves(host.leaves, byLeaf)[0]![0]!;
    const [minX, minY, maxX, maxY] = boxOf(outline);
    const at: Point = [(minX + maxX) / 2, (minY + maxY) / 2];
    const free = Math.min(
      ...arcs
        .filter((arc) => boxesMeet(boxOf(arc.points), [minX, minY, maxX, maxY]))
        .map((arc) => nearestOn(arc.points, at)),
    );
    if (free > 170 && outline.length > 4 && insideOf(outline, at) && (!best || free > best.free))
      best = { host, at, free };
  }
  if (!best) throw new Error('planted faults: found no grid that could hold another, expected one');
  const { host, at } = best;
  const drawn = [
    [-120, -90],
    [110, -100],
    [125, 85],
    [20, 110],
    [-115, 95],
  ].map(([x, y]) => roundPoint([at[0] + x!, at[1] + y!]));
  usedGround.push(grown(boxOf(drawn), 30));
  const zone: PlannedZone = {
    ...host,
    id: 'G-9001',
    name: '循环经济产业园专属网格',
    code: `${host.code.slice(0, 12)}901`,
    owner: '云河循环经济产业园管委会',
    person: '网格员 901',
    phone: '0000-000-9001',
    leaves: new Set(),
    overrides: new Map(),
    holes: [],
    drawn,
  };
  const lastGrid = plan.zones.findLastIndex((candidate) => candidate.level === 'grid' && candidate.layer === 'zones');
  plan.zones.splice(lastGrid + 1, 0, zone);
  planting.faults.push({
    rule: 'zone-overlap',
    kind: 'containment',
    isSliver: false,
    subjects: [subjectOf(host), subjectOf(zone)],
    areaSquareMeters: signedArea(drawn),
    at,
  });
}

const nearestOn = (path: readonly Point[], at: Point): number => {
  let nearest = Infinity;
  for (let i = 1; i < path.length; i++) {
    const [a, b] = [path[i - 1]!, path[i]!];
    const length = distance(a, b) || 1;
    const t = Math.max(0, Math.min(1, ((at[0] - a[0]) * (b[0] - a[0]) + (at[1] - a[1]) * (b[1] - a[1])) / length ** 2));
    nearest = Math.min(nearest, distance(at, add(a, [b[0] - a[0], b[1] - a[1]], t)));
  }
  return nearest;
};

function insideOf(ring: readonly Point[], at: Point): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i]!, ring[j]!];
    if (a[1] > at[1] !== b[1] > at[1] && at[0] < ((b[0] - a[0]) * (at[1] - a[1])) / (b[1] - a[1]) + a[0])
      inside = !inside;
  }
  return inside;
}

function plantForgottenCorner(planting: Planting): void {
  const { plan, arcs } = planting;
  const leaf = plan.forgottenLeaf;
  const around = arcs.filter((arc) => arc.left === leaf || arc.right === leaf);
  if (around.length === 0) return;
  for (const arc of around) planting.usedArcs.add(arc.id);
  const area = areaOfPolygons(outlineOfLeaves(new Set([leaf]), arcsByLeaf(arcs)));
  const neighbors = new Set(
    around.map((arc) => (arc.left === leaf ? arc.right : arc.left)).filter((other) => other !== OUTSIDE),
  );
  planting.faults.push({
    rule: 'zone-gap',
    kind: 'forgotten-corner',
    isSliver: false,
    layerKind: 'responsibilityZone',
    subjects: [...neighbors].map((other) => subjectOf(plan.zoneOfLeaf[other]!)),
    areaSquareMeters: area,
    at: around[0]!.points[0]!,
  });
  planting.usedGround.push(grown(boxOf(around.flatMap((arc) => arc.points)), 30));
}

function plantOwnerless(planting: Planting): void {
  const grids = planting.plan.zoneOfLeaf.filter(
    (zone) => isGrid(zone) && zone.overrides.size === 0 && zone.duty === GENERAL_DUTY,
  );
  const at = (part: number) => grids[Math.floor(grids.length * part)]!;
  const cases: [PlannedZone, ('owner' | 'person')[]][] = [
    [at(0.18), ['owner']],
    [at(0.44), ['person']],
    [at(0.71), ['owner', 'person']],
    [planting.plan.communities[Math.floor(planting.plan.communities.length * 0.6)]!, ['person']],
  ];
  for (const [zone, missing] of cases) {
    if (missing.includes('owner')) zone.owner = undefined;
    if (missing.includes('person')) {
      zone.person = undefined;
      zone.phone = undefined;
    }
    planting.faults.push({
      rule: 'zone-ownerless',
      kind: 'ownerless',
      isSliver: false,
      subjects: [subjectOf(zone)],
      missing,
    });
  }
}

const patrolsOf = (planting: Planting): PlannedZone[] => planting.plan.zones.filter((zone) => zone.layer === 'patrols');

function plantPatrolOverlaps(planting: Planting): void {
  const patrols = patrolsOf(planting);
  const byLeaf = arcsByLeaf(planting.arcs);
  for (const [i, first] of patrols.entries()) {
    for (const second of patrols.slice(i + 1)) {
      if (first.owner === second.owner) continue;
      const shared = new Set([...first.leaves].filter((leaf) => second.leaves.has(leaf)));
      if (shared.size === 0) continue;
      const outline = outlineOfLeaves(shared, byLeaf);
      planting.faults.push({
        rule: 'zone-overlap',
        kind: 'two-squads',
        isSliver: false,
        layerKind: 'patrolZone',
        subjects: [subjectOf(first), subjectOf(second)],
        areaSquareMeters: areaOfPolygons(outline),
        at: outline[0]![0]![0]!,
      });
    }
  }
}

/** Ground in no patrol zone, one fault for each piece that hangs together along a border. */
function plantPatrolGaps(planting: Planting): void {
  const { plan, arcs } = planting;
  const patrols = patrolsOf(planting);
  const byLeaf = arcsByLeaf(arcs);
  const isFree = (leaf: number) => leaf !== OUTSIDE && !patrols.some((zone) => zone.leaves.has(leaf));
  const seen = new Set<number>();
  for (let start = 0; start <= plan.forgottenLeaf; start++) {
    if (seen.has(start) || !isFree(start) || !byLeaf.has(start)) continue;
    const piece = new Set<number>();
    const edge = new Set<PlannedZone>();
    const stack = [start];
    seen.add(start);
    for (let leaf = stack.pop(); leaf !== undefined; leaf = stack.pop()) {
      piece.add(leaf);
      for (const arc of byLeaf.get(leaf) ?? []) {
        const other = arc.left === leaf ? arc.right : arc.left;
        if (!isFree(other)) for (const zone of patrols) if (zone.leaves.has(other)) edge.add(zone);
        if (!isFree(other) || seen.has(other)) continue;
        seen.add(other);
        stack.push(other);
      }
    }
    const outline = outlineOfLeaves(piece, byLeaf);
    planting.faults.push({
      rule: 'zone-gap',
      kind: 'unpatrolled',
      isSliver: false,
      layerKind: 'patrolZone',
      subjects: patrols.filter((zone) => edge.has(zone)).map(subjectOf),
      areaSquareMeters: areaOfPolygons(outline),
      at: outline[0]![0]![0]!,
    });
  }
}
