/** Our own kernel: the one file of the benchmark that calls the joins of src/geo. */
import { createCellRaster, MIXED } from '../../../src/geo/cell-raster.ts';
import { createWithinTest } from '../../../src/geo/distance.ts';
import { buildEdgeBands } from '../../../src/geo/edge-bands.ts';
import { createIntersectionArea } from '../../../src/geo/intersection-area.ts';
import { layOutAlongCurve, orderInMemory } from '../../../src/geo/lay-out.ts';
import { createNearestFeatures } from '../../../src/geo/nearest-features.ts';
import type { PackedLayer } from '../../../src/geo/packed-layer.ts';
import { Location, locatePoint } from '../../../src/geo/point-in-polygon.ts';
import { createPolygonRelations, type RasteredLayer } from '../../../src/geo/polygon-relations.ts';
import { Relation } from '../../../src/geo/relate.ts';
import { buildSegmentChunks, type SegmentChunks } from '../../../src/geo/segment-chunks.ts';
import { gatherLayer } from '../../../src/geo/slice-layer.ts';
import { buildSpatialIndex, HitList, type SpatialIndex } from '../../../src/geo/spatial-index.ts';
import { measureCoveredArea } from '../../../src/geo/union-area.ts';
import { createZoneSets } from '../../../src/geo/zone-sets.ts';
import type { BenchData } from '../district/district.ts';
import { type Answer, NEAREST_COUNT, NEAREST_METERS, NO_AREA_SQUARE_METERS, ROUTE_DISTANCE_METERS } from '../joins.ts';
import { findPackage } from './package-version.ts';
import { firstPosition } from './packed-access.ts';
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
    // As a check lays sources out and goes through both: in copies along a curve, so that neighbours follow each other.
    const laid = layOutAlongCurve(read.sources);
    const sourceIds = orderInMemory(laid);
    const hotspotIds = Uint32Array.from(buildSpatialIndex(read.hotspots.boxes).order);
    const data = {
      ...read,
      sources: gatherLayer(laid, sourceIds),
      hotspots: gatherLayer(read.hotspots, hotspotIds),
    };
    const zoneIndex = buildSpatialIndex(data.zones.boxes);
    const sets = createZoneSets();
    const prepared: Prepared = {
      data,
      zones: {
        layer: data.zones,
        bands: buildEdgeBands(data.zones),
        index: zoneIndex,
        sets,
        raster: createCellRaster(data.zones, zoneIndex, sets),
      },
      sourceIndex: buildSpatialIndex(data.sources.boxes),
      sourceIds,
      hotspotIds,
      routes: buildSegmentChunks(data.routes, () => true),
    };
    // The edges of mixed cells are listed when they are first asked for: that is preparing, too.
    createPolygonRelations(prepared.zones).find(data.sources, 0);
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
  readonly zones: RasteredLayer;
  readonly sourceIndex: SpatialIndex;
  /** The numbers that the features have in the district. */
  readonly sourceIds: Uint32Array;
  readonly hotspotIds: Uint32Array;
  readonly routes: SegmentChunks;
}

function searchBox(index: SpatialIndex, { boxes }: PackedLayer, feature: number, hits: HitList): void {
  const at = 4 * feature;
  index.search(boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!, hits);
}

/** The zones that hold all of a feature, where its cells tell; undefined where a border may be near. */
function zonesByCells(
  { zones: { raster, sets } }: Prepared,
  { boxes }: PackedLayer,
  feature: number,
): readonly number[] | undefined {
  const at = 4 * feature;
  const set = raster.setOfBox(boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!);
  return set === MIXED ? undefined : sets.zonesOf(set);
}

function joinHotspots(prepared: Prepared): Answer {
  const { data, zones, hotspotIds } = prepared;
  const hits = new HitList();
  let found = 0;
  let checksum = 0;
  for (let hotspot = 0; hotspot < data.hotspots.count; hotspot++) {
    const held = zonesByCells(prepared, data.hotspots, hotspot);
    if (held) {
      found += held.length;
      for (const zone of held) checksum += (hotspotIds[hotspot]! + 1) * (zone + 1);
      continue;
    }
    const at = 2 * firstPosition(data.hotspots, hotspot);
    const x = data.hotspots.xy[at]!;
    const y = data.hotspots.xy[at + 1]!;
    zones.index.search(x, y, x, y, hits);
    for (let k = 0; k < hits.count; k++) {
      const zone = hits.items[k]!;
      if (locatePoint(zones.layer, zones.bands, zone, x, y) === Location.outside) continue;
      found++;
      checksum += (hotspotIds[hotspot]! + 1) * (zone + 1);
    }
  }
  return { found, checksum };
}

function joinSources(prepared: Prepared): Answer {
  const { data, zones, sourceIds } = prepared;
  const relations = createPolygonRelations(zones);
  let found = 0;
  let checksum = 0;
  for (let source = 0; source < data.sources.count; source++) {
    const number = sourceIds[source]! + 1;
    const held = zonesByCells(prepared, data.sources, source);
    if (held) {
      found += held.length;
      for (let k = 0; k < held.length; k++) checksum += number * (held[k]! + 1);
      continue;
    }
    relations.find(data.sources, source);
    found += relations.count;
    for (let k = 0; k < relations.count; k++) checksum += number * (relations.targets[k]! + 1);
  }
  return { found, checksum };
}

/** A function that measures what a source and a zone share, by how they lie to each other. */
function createShare({ data, zones }: Prepared): (source: number, zone: number, relation: number) => number {
  const area = createIntersectionArea();
  return (source, zone, relation) =>
    relation === Relation.inside ? data.sources.areas[source]! : area.measure(data.sources, source, zones.layer, zone);
}

function findLargestShares(prepared: Prepared): Answer {
  const { data, zones, sourceIds } = prepared;
  const relations = createPolygonRelations(zones);
  const share = createShare(prepared);
  const areas = new Float64Array(data.sources.count);
  let found = 0;
  let sum = 0;
  for (let source = 0; source < data.sources.count; source++) {
    const held = zonesByCells(prepared, data.sources, source);
    if (held) {
      const whole = held.length > 0 ? data.sources.areas[source]! : 0;
      areas[sourceIds[source]!] = whole;
      if (whole > NO_AREA_SQUARE_METERS) found++;
      sum += whole;
      continue;
    }
    relations.find(data.sources, source);
    let largest = 0;
    for (let k = 0; k < relations.count; k++) {
      const shared = share(source, relations.targets[k]!, relations.relations[k]!);
      if (shared > largest) largest = shared;
    }
    areas[sourceIds[source]!] = largest;
    if (largest > NO_AREA_SQUARE_METERS) found++;
    sum += largest;
  }
  return { found, areaSquareMeters: sum, areas };
}

function joinZones({ data, zones }: Prepared): Answer {
  const hits = new HitList();
  const area = createIntersectionArea();
  let found = 0;
  let checksum = 0;
  let sum = 0;
  for (let a = 0; a < data.zones.count; a++) {
    searchBox(zones.index, data.zones, a, hits);
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

function findFar({ data, routes, sourceIds }: Prepared): Answer {
  let found = 0;
  let checksum = 0;
  const isNearRoute = createWithinTest(routes, ROUTE_DISTANCE_METERS);
  for (let source = 0; source < data.sources.count; source++) {
    if (isNearRoute(data.sources, source)) continue;
    found++;
    checksum += sourceIds[source]! + 1;
  }
  return { found, checksum };
}

/** What the zones around a source cover is a sum of shares, unless two of these zones overlap each other. */
function measureUncovered(prepared: Prepared): Answer {
  const { data, zones, sourceIds } = prepared;
  const relations = createPolygonRelations(zones);
  const share = createShare(prepared);
  const overlap = createOverlapTest(data.zones);
  const areas = new Float64Array(data.sources.count);
  let found = 0;
  let sum = 0;
  const covers: number[] = [];
  for (let source = 0; source < data.sources.count; source++) {
    const own = data.sources.areas[source]!;
    const held = zonesByCells(prepared, data.sources, source);
    if (held) {
      const left = held.some((zone) => data.served[zone] === 1) ? 0 : own;
      areas[sourceIds[source]!] = left;
      if (left > NO_AREA_SQUARE_METERS) found++;
      sum += left;
      continue;
    }
    relations.find(data.sources, source);
    covers.length = 0;
    let covered = 0;
    for (let k = 0; k < relations.count; k++) {
      const zone = relations.targets[k]!;
      if (data.served[zone] === 0) continue;
      const shared = share(source, zone, relations.relations[k]!);
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
    areas[sourceIds[source]!] = uncovered;
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

function findNearestSources({ data, sourceIndex }: Prepared): Answer {
  const nearest = createNearestFeatures(data.sources, sourceIndex, NEAREST_COUNT, NEAREST_METERS);
  let found = 0;
  let sum = 0;
  for (let hotspot = 0; hotspot < data.hotspots.count; hotspot++) {
    nearest.search(data.hotspots, hotspot);
    found += nearest.found;
    for (let k = 0; k < nearest.found; k++) sum += Math.sqrt(nearest.distancesSquared[k]!);
  }
  return { found, distanceMeters: sum };
}
