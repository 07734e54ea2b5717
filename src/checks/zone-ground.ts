/**
 * The ground of all zones of one kind, as the joins ask of it: where, whose number, how much shared.
 * Numbers and geometry alone, so that a helper thread can have its own from the packed layer and the
 * leaves. Takes edits in place.
 */
import { type CellRaster, createCellRaster } from '../geo/cell-raster.ts';
import { buildEdgeBands, updateEdgeBands } from '../geo/edge-bands.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import { createIntersectionArea } from '../geo/intersection-area.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { ON_EDGE_METERS } from '../geo/point-in-polygon.ts';
import type { BandedLayer } from '../geo/relate.ts';
import { buildSegmentChunks, type SegmentChunks, updateSegmentChunks } from '../geo/segment-chunks.ts';
import { buildSpatialIndex, HitList, type SpatialIndex } from '../geo/spatial-index.ts';
import { withLength } from '../geo/with-length.ts';
import { createZoneSets, type ZoneSets } from '../geo/zone-sets.ts';

/** Two polygons that share less have borders that touch, up to rounding. */
export const NO_AREA_SQUARE_METERS = 1e-6;

export interface ZoneGround extends BandedLayer {
  readonly layer: PackedLayer;
  readonly index: SpatialIndex;
  /** 1 for leaves that have an area. */
  readonly isLeaf: Uint8Array;
  /** Outlines of the leaves. */
  readonly leafOutlines: SegmentChunks;
  readonly sets: ZoneSets;
  readonly raster: CellRaster;
  /** Square metres that two zones share; remembered, since many sources lie in the same overlap. */
  sharedArea(a: number, b: number): number;
}

/** Before the leaves are known: which zones are leaves is itself asked of the ground. */
export interface BareGround extends BandedLayer {
  readonly index: SpatialIndex;
  readonly shared: SharedAreas;
  /** Zones whose box touches that of a zone, without itself, ascending. */
  around(zone: number): number[];
}

export function buildBareGround(layer: PackedLayer): BareGround {
  const index = buildSpatialIndex(layer.boxes, layer.count);
  const hits = new HitList();
  return {
    layer,
    bands: buildEdgeBands(layer),
    index,
    shared: createSharedAreas(layer),
    around(zone) {
      const { boxes } = layer;
      index.search(boxes[4 * zone]!, boxes[4 * zone + 1]!, boxes[4 * zone + 2]!, boxes[4 * zone + 3]!, hits);
      return Array.from(hits.items.subarray(0, hits.count))
        .filter((other) => other !== zone)
        .sort((a, b) => a - b);
    },
  };
}

/** O(cells + edges). */
export function buildZoneGround(bare: BareGround, isLeaf: Uint8Array): ZoneGround {
  const { layer, bands, index, shared } = bare;
  const sets = createZoneSets();
  return {
    layer,
    bands,
    index,
    isLeaf,
    leafOutlines: buildSegmentChunks(layer, (zone) => isLeaf[zone] === 1),
    sets,
    raster: createCellRaster(layer, index, sets),
    sharedArea: shared.measure,
  };
}

/** Takes in a zone's new geometry, but for the raster and the leaves: those need all of an edit's zones to be in. */
export function updateBareGround({ layer, bands, index, shared }: BareGround, zone: number): void {
  updateEdgeBands(bands, layer, zone);
  const { boxes } = layer;
  index.update(zone, boxes[4 * zone]!, boxes[4 * zone + 1]!, boxes[4 * zone + 2]!, boxes[4 * zone + 3]!);
  shared.forget(zone);
}

/** Takes in that a zone has another geometry, or is a leaf or none now. */
export function updateLeaf(ground: ZoneGround, zone: number, isLeaf: boolean): void {
  const live = ground as { -readonly [K in keyof ZoneGround]: ZoneGround[K] };
  live.isLeaf = withLength(live.isLeaf, zone + 1);
  live.isLeaf[zone] = isLeaf ? 1 : 0;
  updateSegmentChunks(ground.leafOutlines, zone, isLeaf);
}

export interface SharedAreas {
  measure(a: number, b: number): number;
  /** What was measured of a zone so far, by the other zone. */
  known(zone: number): ReadonlyMap<number, number>;
  /** The zone has another geometry: what was measured with it is forgotten. */
  forget(zone: number): void;
}

function createSharedAreas(layer: PackedLayer): SharedAreas {
  const area = createIntersectionArea();
  /** Each pair under both of its zones. */
  const known = new Map<number, Map<number, number>>();
  const remember = (a: number, b: number, shared: number) => {
    const partners = known.get(a);
    if (partners) partners.set(b, shared);
    else known.set(a, new Map([[b, shared]]));
  };
  return {
    measure(a, b) {
      const found = known.get(a)?.get(b);
      if (found !== undefined) return found;
      const shared = area.measure(layer, Math.min(a, b), layer, Math.max(a, b));
      remember(a, b, shared);
      remember(b, a, shared);
      return shared;
    },
    known: (zone) => new Map(known.get(zone)),
    forget(zone) {
      for (const partner of known.get(zone)?.keys() ?? []) known.get(partner)?.delete(zone);
      known.delete(zone);
    },
  };
}

/**
 * The zones whose box meets that of a feature, in the order of the tree. Points and lines reach as far
 * as what still counts as on an edge; polygons are judged by the ground that they share.
 */
export function searchZones(
  { index }: { index: SpatialIndex },
  layer: PackedLayer,
  feature: number,
  hits: HitList,
): void {
  const { boxes, type } = layer;
  const box = 4 * feature;
  const reach = type[feature] === GeometryType.polygon ? 0 : ON_EDGE_METERS;
  index.search(boxes[box]! - reach, boxes[box + 1]! - reach, boxes[box + 2]! + reach, boxes[box + 3]! + reach, hits);
}
