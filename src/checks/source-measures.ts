/**
 * What is measured of each dust source against the zones of a kind and against the sweeping routes:
 * numbers by source, in flat arrays, nothing else. The bulk of a check, so that it runs over any range
 * of sources, in any thread. No finding is made here.
 */

import { MIXED } from '../geo/cell-raster.ts';
import { createWithinTest, findNearest } from '../geo/distance.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import { createIntersectionArea, type IntersectionArea } from '../geo/intersection-area.ts';
import { measureLineCoverage } from '../geo/line-coverage.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { holdsPlace, Location, locatePoint } from '../geo/point-in-polygon.ts';
import { createPolygonRelations, type PolygonRelations } from '../geo/polygon-relations.ts';
import { Relation } from '../geo/relate.ts';
import { HitList } from '../geo/spatial-index.ts';
import { measureCoveredArea } from '../geo/union-area.ts';
import { withLength } from '../geo/with-length.ts';
import { NO_ZONES } from '../geo/zone-sets.ts';
import type { RouteGround } from './route-ground.ts';
import { NO_AREA_SQUARE_METERS, searchZones, type ZoneGround } from './zone-ground.ts';

/** Zones farther away than this are not named as the nearest. */
export const NEAREST_ZONE_REACH_METERS = 1000;

/** By source number; a source without geometry has NaN, -1 and 0 throughout. */
export interface CoverageColumns {
  /** 0 to 1 by area, by length of a line, by number of points: what the leaf zones cover together. */
  fraction: Float64Array;
  /** The leaf zone with the largest share, -1 for none. */
  largest: Int32Array;
  /** All zones of any level that have a part of the source, as a set of `ZoneGround.sets`. */
  set: Int32Array;
  /** Of a source that no leaf covers: the nearest leaf within reach, -1 for none, and how far it is. */
  nearest: Int32Array;
  nearestMeters: Float64Array;
}

export interface SweepingColumns {
  /** The nearest route; SWEPT where one is within the limit, NO_ROUTE where there is none. */
  route: Int32Array;
  meters: Float64Array;
}
export const SWEPT = -2;
export const NO_ROUTE = -1;

export function createCoverageColumns(count: number): CoverageColumns {
  return {
    fraction: new Float64Array(count).fill(Number.NaN),
    largest: new Int32Array(count).fill(-1),
    set: new Int32Array(count),
    nearest: new Int32Array(count).fill(-1),
    nearestMeters: new Float64Array(count),
  };
}

export function createSweepingColumns(count: number): SweepingColumns {
  return { route: new Int32Array(count).fill(SWEPT), meters: new Float64Array(count) };
}

/** Room for a source that an edit has added. */
export function growCoverage(columns: CoverageColumns, count: number): void {
  columns.fraction = withLength(columns.fraction, count);
  columns.largest = withLength(columns.largest, count);
  columns.set = withLength(columns.set, count);
  columns.nearest = withLength(columns.nearest, count);
  columns.nearestMeters = withLength(columns.nearestMeters, count);
}

export function growSweeping(columns: SweepingColumns, count: number): void {
  columns.route = withLength(columns.route, count);
  columns.meters = withLength(columns.meters, count);
}

/** Writes one source's line. O(cells of its box) where no border is near, else O(edges around it). */
export type MeasureCoverage = (source: number) => void;

/** Keeps its scratch memory from source to source. */
export function createCoverageMeasure(
  layer: PackedLayer,
  zones: ZoneGround,
  columns: CoverageColumns,
): MeasureCoverage {
  const hits = new HitList();
  const area = createIntersectionArea();
  const relations = createPolygonRelations(zones);
  const share: Share = { fraction: 0, largest: -1, set: NO_ZONES };

  /** Of a source that lies wholly in every zone of a set, and near no border. */
  function shareOfSet(set: number): void {
    share.set = set;
    share.fraction = 0;
    share.largest = -1;
    for (const zone of zones.sets.zonesOf(set)) {
      if (zones.isLeaf[zone] !== 1 || share.largest >= 0) continue;
      share.largest = zone;
      share.fraction = 1;
    }
  }

  function shareByEdges(source: number, type: number): void {
    share.fraction = 0;
    share.largest = -1;
    share.set = NO_ZONES;
    if (type === GeometryType.polygon) {
      relations.find(layer, source);
      sharePolygon(layer, source, zones, relations, share, area);
      return;
    }
    searchZones(zones, layer, source, hits);
    if (hits.count === 0) return;
    // In order of the zones, so that sums do not hang on the shape of the tree.
    const near = hits.items.subarray(0, hits.count).sort();
    if (type === GeometryType.line) shareLine(layer, source, zones, near, share);
    else sharePoints(layer, source, zones, near, share);
  }

  return (source) => {
    const type = layer.type[source]!;
    columns.nearest[source] = -1;
    columns.nearestMeters[source] = 0;
    if (type === GeometryType.none) {
      columns.fraction[source] = Number.NaN;
      columns.largest[source] = -1;
      columns.set[source] = NO_ZONES;
      return;
    }
    const { boxes } = layer;
    const at = 4 * source;
    const set = zones.raster.setOfBox(boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!);
    const hasExtent = type !== GeometryType.polygon || layer.areas[source]! > NO_AREA_SQUARE_METERS;
    if (set !== MIXED && hasExtent) shareOfSet(set);
    else shareByEdges(source, type);
    columns.fraction[source] = share.fraction;
    columns.largest[source] = share.largest;
    columns.set[source] = share.set;
    if (share.fraction > 0) return;
    const found = findNearest(layer, source, zones.leafOutlines, NEAREST_ZONE_REACH_METERS);
    columns.nearest[source] = found.feature;
    columns.nearestMeters[source] = found.feature < 0 ? 0 : found.distanceMeters;
  };
}

interface Share {
  fraction: number;
  largest: number;
  set: number;
}

function sharePolygon(
  layer: PackedLayer,
  source: number,
  zones: ZoneGround,
  relations: PolygonRelations,
  share: Share,
  area: IntersectionArea,
): void {
  const own = layer.areas[source]!;
  const covers: number[] = [];
  let sum = 0;
  let largestArea = 0;
  let isFull = false;
  for (let k = 0; k < relations.count; k++) {
    const zone = relations.targets[k]!;
    const relation = relations.relations[k]!;
    const shared = relation === Relation.inside ? own : area.measure(layer, source, zones.layer, zone);
    if (shared <= NO_AREA_SQUARE_METERS) continue;
    share.set = zones.sets.add(share.set, zone);
    if (zones.isLeaf[zone] === 0) continue;
    isFull ||= relation === Relation.inside;
    covers.push(zone);
    sum += shared;
    if (shared > largestArea) {
      largestArea = shared;
      share.largest = zone;
    }
  }
  if (isFull || own === 0) {
    share.fraction = isFull ? 1 : 0;
    return;
  }
  // Where no two of the zones share ground, the union is the sum.
  const covered = anyOverlap(zones, covers)
    ? measureCoveredArea(
        layer,
        source,
        covers.map((feature) => ({ layer: zones.layer, feature })),
      )
    : sum;
  share.fraction = Math.min(1, covered / own);
}

function anyOverlap(zones: ZoneGround, covers: readonly number[]): boolean {
  for (let i = 0; i < covers.length; i++) {
    for (let j = i + 1; j < covers.length; j++) {
      if (zones.sharedArea(covers[i]!, covers[j]!) > NO_AREA_SQUARE_METERS) return true;
    }
  }
  return false;
}

function shareLine(layer: PackedLayer, source: number, zones: ZoneGround, near: Int32Array, share: Share): void {
  const length = layer.lengths[source]!;
  const leaves: number[] = [];
  let longest = 0;
  for (const zone of near) {
    const { coveredMeters } = measureLineCoverage(layer, source, zones, [zone]);
    if (coveredMeters <= 0) continue;
    share.set = zones.sets.add(share.set, zone);
    if (zones.isLeaf[zone] === 0) continue;
    leaves.push(zone);
    if (coveredMeters > longest) {
      longest = coveredMeters;
      share.largest = zone;
    }
  }
  const covered = leaves.length === 1 ? longest : measureLineCoverage(layer, source, zones, leaves).coveredMeters;
  share.fraction = length > 0 ? Math.min(1, covered / length) : 0;
}

/** A point is covered or not, on the edge it is; of several points some may be. */
function sharePoints(layer: PackedLayer, source: number, zones: ZoneGround, near: Int32Array, share: Share): void {
  const { partStart, partEnd, ringStart, positionStart, xy } = layer;
  const first = positionStart[ringStart[partStart[source]!]!]!;
  const end = positionStart[ringStart[partEnd[source]!]!]!;
  const covered = new Uint8Array(end - first);
  for (const zone of near) {
    let holds = 0;
    for (let p = first; p < end; p++) {
      if (!holdsPlace(zones.layer, zones.bands, zone, xy[2 * p]!, xy[2 * p + 1]!)) continue;
      holds++;
      if (zones.isLeaf[zone] === 1) covered[p - first] = 1;
    }
    if (holds === 0) continue;
    share.set = zones.sets.add(share.set, zone);
    if (zones.isLeaf[zone] === 1 && share.largest < 0) share.largest = zone;
  }
  share.fraction = covered.reduce((sum, one) => sum + one, 0) / covered.length;
}

/** Writes one source's line. */
export function createSweepingMeasure(
  layer: PackedLayer,
  routes: RouteGround,
  limitMeters: number,
  columns: SweepingColumns,
): (source: number) => void {
  const isInSweptArea = createSweptAreaTest(routes);
  const isNearRoute = createWithinTest(routes.chunks, limitMeters);
  return (source) => {
    columns.route[source] = SWEPT;
    columns.meters[source] = 0;
    if (layer.type[source] === GeometryType.none || isInSweptArea(layer, source)) return;
    if (isNearRoute(layer, source)) return;
    const found = findNearest(layer, source, routes.chunks, Infinity);
    columns.route[source] = found.feature;
    columns.meters[source] = found.feature < 0 ? 0 : found.distanceMeters;
  };
}

/** Whether a vertex of the feature lies in a swept area. Where only edges meet, the distance to its outline is 0. */
function createSweptAreaTest({ layer, bands, areas }: RouteGround): (source: PackedLayer, index: number) => boolean {
  const hits = new HitList();
  return (source, index) => {
    if (areas.count === 0) return false;
    const { partStart, partEnd, ringStart, positionStart, boxes, xy } = source;
    const at = 4 * index;
    areas.search(boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!, hits);
    for (let k = 0; k < hits.count; k++) {
      for (let ring = ringStart[partStart[index]!]!; ring < ringStart[partEnd[index]!]!; ring++) {
        const p = 2 * positionStart[ring]!;
        if (locatePoint(layer, bands, hits.items[k]!, xy[p]!, xy[p + 1]!) !== Location.outside) return true;
      }
    }
    return false;
  };
}
