/**
 * How much of each dust source the leaf zones of a kind cover together, and which zones of any level
 * it lies in. Measured once per source layer and kind, in ranges of sources; the rules on sources, and
 * the sums by zone, all read it. Numbers only: no finding is made here.
 */
import { buildEdgeBands } from '../geo/edge-bands.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import { createIntersectionArea, type IntersectionArea } from '../geo/intersection-area.ts';
import { measureLineCoverage } from '../geo/line-coverage.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { holdsPlace } from '../geo/point-in-polygon.ts';
import { createRelater, type Relater, Relation } from '../geo/relate.ts';
import { buildSpatialIndex, HitList } from '../geo/spatial-index.ts';
import { measureCoveredArea } from '../geo/union-area.ts';
import { type BareZones, createSharedArea, NO_AREA_SQUARE_METERS, searchZones, type ZoneSet } from './zone-set.ts';

/** What a measuring of coverage reads of a zone set. */
export type CoverZones = Pick<ZoneSet, 'layer' | 'bands' | 'index' | 'isLeaf' | 'sharedArea'>;

/** Of a layer's sources, or of a range of them. */
export interface SourceShares {
  /** 0 to 1 by area, by length of a line, by number of points; NaN for a source without geometry. */
  readonly coveredFraction: Float64Array;
  /** The leaf zone with the largest share, -1 for none. */
  readonly largestShare: Int32Array;
  /** count + 1 offsets into `zonesOfSource`. */
  readonly zoneStart: Uint32Array;
  /** Zones of any level that have a part of the source, ascending. */
  readonly zonesOfSource: Uint32Array;
}

export interface SourceCoverage extends SourceShares {
  readonly layer: PackedLayer;
  readonly zones: ZoneSet;
}

/** Builds once what all ranges need of the zones. */
export function createCoverageMeasurer({ layer, isLeaf }: BareZones): (sources: PackedLayer) => SourceShares {
  const zones: CoverZones = {
    layer,
    isLeaf,
    bands: buildEdgeBands(layer),
    index: buildSpatialIndex(layer.boxes),
    sharedArea: createSharedArea(layer),
  };
  return (sources) => measureShares(sources, zones);
}

/** O(sources × zones around each). */
function measureShares(layer: PackedLayer, zones: CoverZones): SourceShares {
  const { count } = layer;
  const coveredFraction = new Float64Array(count);
  const largestShare = new Int32Array(count);
  const zoneStart = new Uint32Array(count + 1);
  const found = new HitList();
  const measure = createMeasurer(layer, zones);
  for (let source = 0; source < count; source++) {
    const before = found.count;
    const share = measure(source, found);
    coveredFraction[source] = share.fraction;
    largestShare[source] = share.largest;
    zoneStart[source] = before;
    zoneStart[source + 1] = found.count;
  }
  const zonesOfSource = Uint32Array.from(found.items.subarray(0, found.count));
  return { coveredFraction, largestShare, zoneStart, zonesOfSource };
}

interface Share {
  fraction: number;
  largest: number;
}

type Measure = (source: number, found: HitList) => Share;

/** Appends the zones that have a part of the source to `found`. */
function createMeasurer(layer: PackedLayer, zones: CoverZones): Measure {
  const hits = new HitList();
  const area = createIntersectionArea();
  const relater = createRelater();
  return (source, found) => {
    const type = layer.type[source];
    if (type === GeometryType.none) return { fraction: Number.NaN, largest: -1 };
    searchZones(zones, layer, source, hits);
    if (hits.count === 0) return { fraction: 0, largest: -1 };
    // In order of the zones, so that sums do not hang on the shape of the tree.
    const near = hits.items.subarray(0, hits.count).sort();
    if (type === GeometryType.polygon) return sharePolygon(layer, source, zones, near, found, relater, area);
    if (type === GeometryType.line) return shareLine(layer, source, zones, near, found);
    return sharePoints(layer, source, zones, near, found);
  };
}

function sharePolygon(
  layer: PackedLayer,
  source: number,
  zones: CoverZones,
  near: Int32Array,
  found: HitList,
  relater: Relater,
  area: IntersectionArea,
): Share {
  const own = layer.areas[source]!;
  const covers: number[] = [];
  let sum = 0;
  let largest = -1;
  let largestArea = 0;
  let isFull = false;
  for (const zone of near) {
    const relation = relater.relate(layer, source, zones, zone);
    if (relation === Relation.disjoint) continue;
    const shared = relation === Relation.inside ? own : area.measure(layer, source, zones.layer, zone);
    if (shared <= NO_AREA_SQUARE_METERS) continue;
    found.push(zone);
    if (zones.isLeaf[zone] === 0) continue;
    isFull ||= relation === Relation.inside;
    covers.push(zone);
    sum += shared;
    if (shared > largestArea) {
      largestArea = shared;
      largest = zone;
    }
  }
  if (isFull || own === 0) return { fraction: isFull ? 1 : 0, largest };
  // Where no two of the zones share ground, the union is the sum.
  const covered = anyOverlap(zones, covers)
    ? measureCoveredArea(
        layer,
        source,
        covers.map((feature) => ({ layer: zones.layer, feature })),
      )
    : sum;
  return { fraction: Math.min(1, covered / own), largest };
}

function anyOverlap(zones: CoverZones, covers: readonly number[]): boolean {
  for (let i = 0; i < covers.length; i++) {
    for (let j = i + 1; j < covers.length; j++) {
      if (zones.sharedArea(covers[i]!, covers[j]!) > NO_AREA_SQUARE_METERS) return true;
    }
  }
  return false;
}

function shareLine(layer: PackedLayer, source: number, zones: CoverZones, near: Int32Array, found: HitList): Share {
  const length = layer.lengths[source]!;
  const leaves: number[] = [];
  let largest = -1;
  let longest = 0;
  for (const zone of near) {
    const { coveredMeters } = measureLineCoverage(layer, source, zones, [zone]);
    if (coveredMeters <= 0) continue;
    found.push(zone);
    if (zones.isLeaf[zone] === 0) continue;
    leaves.push(zone);
    if (coveredMeters > longest) {
      longest = coveredMeters;
      largest = zone;
    }
  }
  const covered = leaves.length === 1 ? longest : measureLineCoverage(layer, source, zones, leaves).coveredMeters;
  return { fraction: length > 0 ? Math.min(1, covered / length) : 0, largest };
}

/** A point is covered or not, on the edge it is; of several points some may be. */
function sharePoints(layer: PackedLayer, source: number, zones: CoverZones, near: Int32Array, found: HitList): Share {
  const { partStart, ringStart, positionStart, xy } = layer;
  const first = positionStart[ringStart[partStart[source]!]!]!;
  const end = positionStart[ringStart[partStart[source + 1]!]!]!;
  const covered = new Uint8Array(end - first);
  let largest = -1;
  for (const zone of near) {
    let holds = 0;
    for (let p = first; p < end; p++) {
      if (!holdsPlace(zones.layer, zones.bands, zone, xy[2 * p]!, xy[2 * p + 1]!)) continue;
      holds++;
      if (zones.isLeaf[zone] === 1) covered[p - first] = 1;
    }
    if (holds === 0) continue;
    found.push(zone);
    if (zones.isLeaf[zone] === 1 && largest < 0) largest = zone;
  }
  return { fraction: covered.reduce((sum, one) => sum + one, 0) / covered.length, largest };
}
