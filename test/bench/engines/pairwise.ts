/**
 * The joins as one writes them over a geometry library: candidates by their boxes, then the library's
 * own operation on each pair. One place for the loops, so that peers differ by their operations only.
 */
import type { BenchData } from '../district/district.ts';
import { type Answer, NEAREST_COUNT, NEAREST_METERS, NO_AREA_SQUARE_METERS, ROUTE_DISTANCE_METERS } from '../joins.ts';
import { type BoxIndex, buildBoxIndex } from './box-index.ts';
import { firstPosition } from './packed-access.ts';
import type { PreparedPeer } from './peer.ts';

/** What a library can do with features by their index. What it lacks leaves its joins out. Any may throw. */
export interface PairOperations {
  zoneHoldsHotspot?(zone: number, hotspot: number): boolean;
  intersects?(source: number, zone: number): boolean;
  /** Whether the zone holds the whole source; spares the overlay of most. */
  covers?(zone: number, source: number): boolean;
  sharedArea?(source: number, zone: number): number;
  sharedZoneArea?(a: number, b: number): number;
  isWithin?(source: number, route: number, meters: number): boolean;
  /** The area of the source without the union of zones. */
  uncoveredArea?(source: number, zones: readonly number[]): number;
  distance?(hotspot: number, source: number): number;
}

export function createPairwiseJoins(data: BenchData, operations: PairOperations): PreparedPeer['joins'] {
  const zones = buildBoxIndex(data.zones.boxes);
  const { zoneHoldsHotspot, intersects, sharedArea, sharedZoneArea, isWithin, uncoveredArea, distance } = operations;
  const routes = isWithin && buildBoxIndex(data.routes.boxes);
  const sources = distance && buildBoxIndex(data.sources.boxes);
  return {
    ...(zoneHoldsHotspot && { A: () => joinHotspots(data, zones, zoneHoldsHotspot) }),
    ...(intersects && { B1: () => joinSources(data, zones, intersects) }),
    ...(sharedArea && { B2: () => findLargestShares(data, zones, { ...operations, sharedArea }) }),
    ...(sharedZoneArea && { C: () => joinZones(data, zones, sharedZoneArea) }),
    ...(isWithin && routes && { D: () => findFar(data, routes, isWithin) }),
    ...(uncoveredArea && { E: () => measureUncovered(data, zones, { ...operations, uncoveredArea }) }),
    ...(distance && sources && { F: () => findNearest(data, sources, distance) }),
  };
}

type Needs<K extends keyof PairOperations> = PairOperations & {
  readonly [key in K]-?: NonNullable<PairOperations[key]>;
};

/** Runs an operation; where it throws, answers undefined and counts it. */
class Attempts {
  failed = 0;

  of<T>(operation: () => T): T | undefined {
    try {
      return operation();
    } catch {
      this.failed++;
      return undefined;
    }
  }
}

function candidates(index: BoxIndex, boxes: Float64Array, feature: number, margin = 0): number[] {
  const at = 4 * feature;
  return index.search(boxes[at]! - margin, boxes[at + 1]! - margin, boxes[at + 2]! + margin, boxes[at + 3]! + margin);
}

function joinHotspots(
  data: BenchData,
  zones: BoxIndex,
  holds: NonNullable<PairOperations['zoneHoldsHotspot']>,
): Answer {
  const attempts = new Attempts();
  let found = 0;
  let checksum = 0;
  for (let hotspot = 0; hotspot < data.hotspots.count; hotspot++) {
    for (const zone of candidates(zones, data.hotspots.boxes, hotspot)) {
      if (!attempts.of(() => holds(zone, hotspot))) continue;
      found++;
      checksum += (hotspot + 1) * (zone + 1);
    }
  }
  return { found, checksum, failed: attempts.failed };
}

function joinSources(data: BenchData, zones: BoxIndex, intersects: NonNullable<PairOperations['intersects']>): Answer {
  const attempts = new Attempts();
  let found = 0;
  let checksum = 0;
  for (let source = 0; source < data.sources.count; source++) {
    for (const zone of candidates(zones, data.sources.boxes, source)) {
      if (!attempts.of(() => intersects(source, zone))) continue;
      found++;
      checksum += (source + 1) * (zone + 1);
    }
  }
  return { found, checksum, failed: attempts.failed };
}

function findLargestShares(data: BenchData, zones: BoxIndex, operations: Needs<'sharedArea'>): Answer {
  const attempts = new Attempts();
  const areas = new Float64Array(data.sources.count);
  let found = 0;
  let sum = 0;
  const share = (source: number, zone: number): number => {
    if (operations.intersects && !operations.intersects(source, zone)) return 0;
    if (operations.covers?.(zone, source)) return data.sources.areas[source]!;
    return operations.sharedArea(source, zone);
  };
  for (let source = 0; source < data.sources.count; source++) {
    let largest = 0;
    for (const zone of candidates(zones, data.sources.boxes, source)) {
      const area = attempts.of(() => share(source, zone)) ?? 0;
      if (area > largest) largest = area;
    }
    areas[source] = largest;
    if (largest > NO_AREA_SQUARE_METERS) found++;
    sum += largest;
  }
  return { found, areaSquareMeters: sum, areas, failed: attempts.failed };
}

function joinZones(
  data: BenchData,
  zones: BoxIndex,
  sharedArea: NonNullable<PairOperations['sharedZoneArea']>,
): Answer {
  const attempts = new Attempts();
  let found = 0;
  let checksum = 0;
  let sum = 0;
  for (let a = 0; a < data.zones.count; a++) {
    for (const b of candidates(zones, data.zones.boxes, a)) {
      if (b <= a) continue;
      const area = attempts.of(() => sharedArea(a, b)) ?? 0;
      if (area <= NO_AREA_SQUARE_METERS) continue;
      found++;
      checksum += (a + 1) * (b + 1);
      sum += area;
    }
  }
  return { found, checksum, areaSquareMeters: sum, failed: attempts.failed };
}

function findFar(data: BenchData, routes: BoxIndex, isWithin: NonNullable<PairOperations['isWithin']>): Answer {
  const attempts = new Attempts();
  let found = 0;
  let checksum = 0;
  for (let source = 0; source < data.sources.count; source++) {
    const near = candidates(routes, data.sources.boxes, source, ROUTE_DISTANCE_METERS);
    if (near.some((route) => attempts.of(() => isWithin(source, route, ROUTE_DISTANCE_METERS)))) continue;
    found++;
    checksum += source + 1;
  }
  return { found, checksum, failed: attempts.failed };
}

function measureUncovered(data: BenchData, zones: BoxIndex, operations: Needs<'uncoveredArea'>): Answer {
  const attempts = new Attempts();
  const areas = new Float64Array(data.sources.count);
  let found = 0;
  let sum = 0;
  const measure = (source: number): number => {
    const near = candidates(zones, data.sources.boxes, source).filter((zone) => data.served[zone] === 1);
    if (operations.covers && near.some((zone) => operations.covers!(zone, source))) return 0;
    const touching = operations.intersects ? near.filter((zone) => operations.intersects!(source, zone)) : near;
    return touching.length > 0 ? operations.uncoveredArea(source, touching) : data.sources.areas[source]!;
  };
  for (let source = 0; source < data.sources.count; source++) {
    const area = attempts.of(() => measure(source)) ?? 0;
    areas[source] = area;
    if (area > NO_AREA_SQUARE_METERS) found++;
    sum += area;
  }
  return { found, areaSquareMeters: sum, areas, failed: attempts.failed };
}

/** Candidates by the distance of their boxes, refined until no box can be nearer than the fifth. */
function findNearest(data: BenchData, sources: BoxIndex, distance: NonNullable<PairOperations['distance']>): Answer {
  const attempts = new Attempts();
  const { boxes } = data.sources;
  let found = 0;
  let sum = 0;
  for (let hotspot = 0; hotspot < data.hotspots.count; hotspot++) {
    const at = 2 * firstPosition(data.hotspots, hotspot);
    const x = data.hotspots.xy[at]!;
    const y = data.hotspots.xy[at + 1]!;
    const near = candidates(sources, data.hotspots.boxes, hotspot, NEAREST_METERS)
      .map((source) => ({ source, meters: boxDistance(boxes, source, x, y) }))
      .sort((a, b) => a.meters - b.meters);
    const best: number[] = [];
    for (const { source, meters } of near) {
      const bound = best.length === NEAREST_COUNT ? best.at(-1)! : NEAREST_METERS;
      if (meters > bound) break;
      const exact = attempts.of(() => distance(hotspot, source));
      if (exact === undefined || exact > bound) continue;
      best.push(exact);
      best.sort((a, b) => a - b);
      if (best.length > NEAREST_COUNT) best.pop();
    }
    found += best.length;
    for (const meters of best) sum += meters;
  }
  return { found, distanceMeters: sum, failed: attempts.failed };
}

function boxDistance(boxes: Float64Array, feature: number, x: number, y: number): number {
  const at = 4 * feature;
  const dx = Math.max(boxes[at]! - x, x - boxes[at + 2]!, 0);
  const dy = Math.max(boxes[at + 1]! - y, y - boxes[at + 3]!, 0);
  return Math.hypot(dx, dy);
}
