/** Our own kernel: the one file of the benchmark that calls the joins of src/geo. */
import { type CellRaster, createCellRaster, MIXED } from '../../../src/geo/cell-raster.ts';
import { isWithin } from '../../../src/geo/distance.ts';
import { buildEdgeBands } from '../../../src/geo/edge-bands.ts';
import { createIntersectionArea } from '../../../src/geo/intersection-area.ts';
import { layOutAlongCurve } from '../../../src/geo/lay-out.ts';
import type { PackedLayer } from '../../../src/geo/packed-layer.ts';
import { Location, locatePoint, locatePointPlainly } from '../../../src/geo/point-in-polygon.ts';
import { type BandedLayer, createRelater, Relation } from '../../../src/geo/relate.ts';
import { buildSegmentChunks, type SegmentChunks } from '../../../src/geo/segment-chunks.ts';
import { pointToSegmentSquared } from '../../../src/geo/segment-distance.ts';
import { buildSpatialIndex, HitList, type SpatialIndex } from '../../../src/geo/spatial-index.ts';
import { measureCoveredArea } from '../../../src/geo/union-area.ts';
import { createZoneSets, type ZoneSets } from '../../../src/geo/zone-sets.ts';
import type { BenchData } from '../district/district.ts';
import { type Answer, NEAREST_COUNT, NEAREST_METERS, NO_AREA_SQUARE_METERS, ROUTE_DISTANCE_METERS } from '../joins.ts';
import { findPackage } from './package-version.ts';
import { firstPosition, ringRange } from './packed-access.ts';
import type { Peer } from './peer.ts';

export const chentu: Peer = {
  name: 'chentu',
  setup: 'src/geo on packed layers, one thread',
  gridMeters: 0,
  available: async () => {
    const found = await findPackage('flatbush');
    return 'version' in found ? { version: `this checkout, ${found.version}` } : found;
  },
  async prepare(read) {
    // As a layer is laid out on opening.
    const data = { ...read, sources: layOutAlongCurve(read.sources) };
    const zoneIndex = buildSpatialIndex(data.zones.boxes);
    const sourceIndex = buildSpatialIndex(data.sources.boxes);
    const sets = createZoneSets();
    const prepared: Prepared = {
      data,
      zones: { layer: data.zones, bands: buildEdgeBands(data.zones) },
      zoneIndex,
      sets,
      cells: createCellRaster(data.zones, zoneIndex, sets),
      sourceIndex,
      sourceOrder: Uint32Array.from(sourceIndex.order),
      hotspotOrder: Uint32Array.from(buildSpatialIndex(data.hotspots.boxes).order),
      routes: buildSegmentChunks(data.routes, () => true),
    };
    return {
      joins: {
        A: () => joinHotspots(prepared),
        B1: () => joinSources(prepared),
        B2: () => findLargestShares(prepared),
        C: () => joinZones(prepared),
        D: () => findFar(prepared),
        E: () => measureUncovered(prepared),
        F: () => findNearestSources(prepared),
      },
    };
  },
};

interface Prepared {
  readonly data: BenchData;
  readonly zones: BandedLayer;
  readonly zoneIndex: SpatialIndex;
  readonly sets: ZoneSets;
  readonly cells: CellRaster;
  readonly sourceIndex: SpatialIndex;
  /** Along a Hilbert curve: neighbours follow each other. */
  readonly sourceOrder: Uint32Array;
  readonly hotspotOrder: Uint32Array;
  readonly routes: SegmentChunks;
}

function searchBox(index: SpatialIndex, { boxes }: PackedLayer, feature: number, hits: HitList): void {
  const at = 4 * feature;
  index.search(boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!, hits);
}

/** The zones that hold all of a feature, where its cells tell; undefined where a border may be near. */
function zonesByCells(
  { cells, sets }: Prepared,
  { boxes }: PackedLayer,
  feature: number,
): readonly number[] | undefined {
  const at = 4 * feature;
  const set = cells.setOfBox(boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!);
  return set === MIXED ? undefined : sets.zonesOf(set);
}

function joinHotspots(prepared: Prepared): Answer {
  const { data, zones, zoneIndex, hotspotOrder } = prepared;
  const hits = new HitList();
  let found = 0;
  let checksum = 0;
  for (const hotspot of hotspotOrder) {
    const held = zonesByCells(prepared, data.hotspots, hotspot);
    if (held) {
      found += held.length;
      for (const zone of held) checksum += (hotspot + 1) * (zone + 1);
      continue;
    }
    const at = 2 * firstPosition(data.hotspots, hotspot);
    const x = data.hotspots.xy[at]!;
    const y = data.hotspots.xy[at + 1]!;
    zoneIndex.search(x, y, x, y, hits);
    for (let k = 0; k < hits.count; k++) {
      const zone = hits.items[k]!;
      if (locatePoint(zones.layer, zones.bands, zone, x, y) === Location.outside) continue;
      found++;
      checksum += (hotspot + 1) * (zone + 1);
    }
  }
  return { found, checksum };
}

function joinSources(prepared: Prepared): Answer {
  const { data, zones, zoneIndex, sourceOrder } = prepared;
  const hits = new HitList();
  const relater = createRelater();
  let found = 0;
  let checksum = 0;
  for (const source of sourceOrder) {
    const held = zonesByCells(prepared, data.sources, source);
    if (held) {
      found += held.length;
      for (const zone of held) checksum += (source + 1) * (zone + 1);
      continue;
    }
    searchBox(zoneIndex, data.sources, source, hits);
    for (let k = 0; k < hits.count; k++) {
      const zone = hits.items[k]!;
      if (relater.relate(data.sources, source, zones, zone) === Relation.disjoint) continue;
      found++;
      checksum += (source + 1) * (zone + 1);
    }
  }
  return { found, checksum };
}

/** A function that measures what a source and a zone share. */
function createShare({ data, zones }: Prepared): (source: number, zone: number) => number {
  const relater = createRelater();
  const area = createIntersectionArea();
  return (source, zone) => {
    const relation = relater.relate(data.sources, source, zones, zone);
    if (relation === Relation.disjoint) return 0;
    if (relation === Relation.inside) return data.sources.areas[source]!;
    return area.measure(data.sources, source, zones.layer, zone);
  };
}

function findLargestShares(prepared: Prepared): Answer {
  const { data, zoneIndex, sourceOrder } = prepared;
  const hits = new HitList();
  const share = createShare(prepared);
  const areas = new Float64Array(data.sources.count);
  let found = 0;
  let sum = 0;
  for (const source of sourceOrder) {
    const held = zonesByCells(prepared, data.sources, source);
    if (held) {
      const whole = held.length > 0 ? data.sources.areas[source]! : 0;
      areas[source] = whole;
      if (whole > NO_AREA_SQUARE_METERS) found++;
      sum += whole;
      continue;
    }
    searchBox(zoneIndex, data.sources, source, hits);
    let largest = 0;
    for (let k = 0; k < hits.count; k++) {
      const shared = share(source, hits.items[k]!);
      if (shared > largest) largest = shared;
    }
    areas[source] = largest;
    if (largest > NO_AREA_SQUARE_METERS) found++;
    sum += largest;
  }
  return { found, areaSquareMeters: sum, areas };
}

function joinZones({ data, zoneIndex }: Prepared): Answer {
  const hits = new HitList();
  const area = createIntersectionArea();
  let found = 0;
  let checksum = 0;
  let sum = 0;
  for (let a = 0; a < data.zones.count; a++) {
    searchBox(zoneIndex, data.zones, a, hits);
    for (let k = 0; k < hits.count; k++) {
      const b = hits.items[k]!;
      if (b <= a) continue;
      const shared = area.measure(data.zones, a, data.zones, b);
      if (shared <= NO_AREA_SQUARE_METERS) continue;
      found++;
      checksum += (a + 1) * (b + 1);
      sum += shared;
    }
  }
  return { found, checksum, areaSquareMeters: sum };
}

function findFar({ data, routes, sourceOrder }: Prepared): Answer {
  let found = 0;
  let checksum = 0;
  for (const source of sourceOrder) {
    if (isWithin(data.sources, source, routes, ROUTE_DISTANCE_METERS)) continue;
    found++;
    checksum += source + 1;
  }
  return { found, checksum };
}

/** What the zones around a source cover is a sum of shares, unless two of these zones overlap each other. */
function measureUncovered(prepared: Prepared): Answer {
  const { data, zoneIndex, sourceOrder } = prepared;
  const hits = new HitList();
  const share = createShare(prepared);
  const overlap = createOverlapTest(data.zones);
  const areas = new Float64Array(data.sources.count);
  let found = 0;
  let sum = 0;
  const covers: number[] = [];
  for (const source of sourceOrder) {
    const own = data.sources.areas[source]!;
    const held = zonesByCells(prepared, data.sources, source);
    if (held) {
      const left = held.some((zone) => data.served[zone] === 1) ? 0 : own;
      areas[source] = left;
      if (left > NO_AREA_SQUARE_METERS) found++;
      sum += left;
      continue;
    }
    searchBox(zoneIndex, data.sources, source, hits);
    covers.length = 0;
    let covered = 0;
    for (let k = 0; k < hits.count; k++) {
      const zone = hits.items[k]!;
      if (data.served[zone] === 0) continue;
      const shared = share(source, zone);
      if (shared <= 0) continue;
      covered = shared === own ? own : covered + shared;
      covers.push(zone);
      if (shared === own) break;
    }
    const isWhole = covered === own && covers.length > 0;
    if (!isWhole && covers.length > 1 && overlap(covers)) {
      covered = measureCoveredArea(
        data.sources,
        source,
        covers.map((feature) => ({ layer: data.zones, feature })),
      );
    }
    const uncovered = Math.max(0, own - covered);
    areas[source] = uncovered;
    if (uncovered > NO_AREA_SQUARE_METERS) found++;
    sum += uncovered;
  }
  return { found, areaSquareMeters: sum, areas };
}

/** Whether any two of some zones share ground; each pair is measured once per run. */
function createOverlapTest(zones: PackedLayer): (covers: readonly number[]) => boolean {
  const area = createIntersectionArea();
  const known = new Map<number, boolean>();
  const share = (a: number, b: number): boolean => {
    const key = Math.min(a, b) * zones.count + Math.max(a, b);
    let answer = known.get(key);
    if (answer === undefined) {
      answer = area.measure(zones, a, zones, b) > NO_AREA_SQUARE_METERS;
      known.set(key, answer);
    }
    return answer;
  };
  return (covers) => covers.some((a, i) => covers.some((b, j) => j > i && share(a, b)));
}

/** In rings that double, until the five found lie nearer than anything outside the ring can. */
function findNearestSources({ data, sourceIndex, hotspotOrder }: Prepared): Answer {
  const hits = new HitList();
  const best = new Float64Array(NEAREST_COUNT);
  let found = 0;
  let sum = 0;
  for (const hotspot of hotspotOrder) {
    const at = 2 * firstPosition(data.hotspots, hotspot);
    const x = data.hotspots.xy[at]!;
    const y = data.hotspots.xy[at + 1]!;
    let count = 0;
    for (let reach = NEAREST_METERS / 8; reach <= NEAREST_METERS; reach *= 2) {
      sourceIndex.search(x - reach, y - reach, x + reach, y + reach, hits);
      if (hits.count < NEAREST_COUNT && reach < NEAREST_METERS) continue;
      count = takeNearest(data.sources, hits, x, y, reach * reach, best);
      if (count === NEAREST_COUNT) break;
    }
    found += count;
    for (let k = 0; k < count; k++) sum += Math.sqrt(best[k]!);
  }
  return { found, distanceMeters: sum };
}

/** Fills `best` with the smallest squared distances up to a bound, ascending; returns how many. */
function takeNearest(
  sources: PackedLayer,
  hits: HitList,
  x: number,
  y: number,
  bound: number,
  best: Float64Array,
): number {
  let count = 0;
  for (let k = 0; k < hits.count; k++) {
    const limit = count === NEAREST_COUNT ? best[count - 1]! : bound;
    const at = 4 * hits.items[k]!;
    const dx = Math.max(sources.boxes[at]! - x, x - sources.boxes[at + 2]!, 0);
    const dy = Math.max(sources.boxes[at + 1]! - y, y - sources.boxes[at + 3]!, 0);
    if (dx * dx + dy * dy > limit) continue;
    const squared = pointToSourceSquared(sources, hits.items[k]!, x, y);
    if (squared > limit) continue;
    let place = count < NEAREST_COUNT ? count++ : count - 1;
    for (; place > 0 && best[place - 1]! > squared; place--) best[place] = best[place - 1]!;
    best[place] = squared;
  }
  return count;
}

function pointToSourceSquared(sources: PackedLayer, source: number, x: number, y: number): number {
  if (locatePointPlainly(sources, source, x, y) !== Location.outside) return 0;
  const { positionStart, xy } = sources;
  const rings = ringRange(sources, source);
  let nearest = Infinity;
  for (let ring = rings.first; ring < rings.end; ring++) {
    const end = positionStart[ring + 1]! - 1;
    for (let p = positionStart[ring]!; p < end; p++) {
      const squared = pointToSegmentSquared(x, y, xy[2 * p]!, xy[2 * p + 1]!, xy[2 * p + 2]!, xy[2 * p + 3]!);
      if (squared < nearest) nearest = squared;
    }
  }
  return nearest;
}
