/**
 * All zones of one kind as one packed layer with everything that joins ask of it. Indices are those
 * of the concatenated layers, in the document's order.
 */
import type { Subject } from '../core/subject.ts';
import { concatPacked } from '../geo/concat-packed.ts';
import { buildEdgeBands } from '../geo/edge-bands.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import { createIntersectionArea } from '../geo/intersection-area.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { ON_EDGE_METERS } from '../geo/point-in-polygon.ts';
import { type BandedLayer, createRelater, Relation } from '../geo/relate.ts';
import { buildSegmentChunks, type SegmentChunks } from '../geo/segment-chunks.ts';
import { buildSpatialIndex, HitList, type SpatialIndex } from '../geo/spatial-index.ts';
import type { ZoneKind } from '../model/kinds.ts';
import { type FeatureRef, subjectOf } from './check-input.ts';
import { findLeafZones, type ZoneTraits, zoneTraits } from './leaf-zones.ts';
import type { PreparedLayer } from './prepare.ts';

/** Two polygons that share less have borders that touch, up to rounding. */
export const NO_AREA_SQUARE_METERS = 1e-6;

export interface ZoneSet extends BandedLayer {
  readonly kind: ZoneKind;
  readonly layer: PackedLayer;
  readonly refs: readonly FeatureRef[];
  readonly subjects: readonly Subject[];
  readonly traits: readonly ZoneTraits[];
  /** 1 for leaves that have an area. */
  readonly isLeaf: Uint8Array;
  readonly leaves: readonly number[];
  readonly index: SpatialIndex;
  /** Outlines of the leaves. */
  readonly leafOutlines: SegmentChunks;
  /** Zones whose box touches that of zone i, without i, ascending. */
  around(zone: number): number[];
  /** Square metres that two zones share; remembered, since many sources lie in the same overlap. */
  sharedArea(a: number, b: number): number;
}

/** O(n log n) for the index, and the areas of zones in coarser ones. */
export function buildZoneSet(kind: ZoneKind, layers: readonly PreparedLayer[]): ZoneSet {
  const layer = concatPacked(layers.map((prepared) => prepared.packed));
  const refs = layers.flatMap(({ source }) =>
    source.batch.ids.map((_, index): FeatureRef => ({ layer: source, index })),
  );
  const index = buildSpatialIndex(layer.boxes);
  const bands = buildEdgeBands(layer);
  const around = createAround(layer, index);
  const sharedArea = createSharedArea(layer);
  const traits = refs.map(zoneTraits);
  const holdsMost = createHoldsMost({ layer, bands }, sharedArea);
  const isLeaf = findLeafZones(traits, around, holdsMost);
  for (let zone = 0; zone < layer.count; zone++) if (layer.type[zone] !== GeometryType.polygon) isLeaf[zone] = 0;
  return {
    kind,
    layer,
    bands,
    refs,
    subjects: refs.map(subjectOf),
    traits,
    isLeaf,
    leaves: Array.from(isLeaf.keys()).filter((zone) => isLeaf[zone] === 1),
    index,
    leafOutlines: buildSegmentChunks(layer, (zone) => isLeaf[zone] === 1),
    around,
    sharedArea,
  };
}

function createAround({ boxes }: PackedLayer, index: SpatialIndex): (zone: number) => number[] {
  const hits = new HitList();
  return (zone) => {
    index.search(boxes[4 * zone]!, boxes[4 * zone + 1]!, boxes[4 * zone + 2]!, boxes[4 * zone + 3]!, hits);
    return Array.from(hits.items.subarray(0, hits.count))
      .filter((other) => other !== zone)
      .sort((a, b) => a - b);
  };
}

function createSharedArea(layer: PackedLayer): (a: number, b: number) => number {
  const area = createIntersectionArea();
  const known = new Map<number, number>();
  return (a, b) => {
    const [low, high] = a < b ? [a, b] : [b, a];
    const key = low * layer.count + high;
    let shared = known.get(key);
    if (shared === undefined) {
      shared = area.measure(layer, low, layer, high);
      known.set(key, shared);
    }
    return shared;
  };
}

/** Whether more than half of a zone's own area lies in another. Most lie wholly inside or outside, which costs no area. */
export function createHoldsMost(zones: BandedLayer, sharedArea: (a: number, b: number) => number) {
  const relater = createRelater();
  return (coarse: number, fine: number): boolean => {
    const relation = relater.relate(zones.layer, fine, zones, coarse);
    if (relation !== Relation.crosses) return relation === Relation.inside;
    return sharedArea(coarse, fine) > zones.layer.areas[fine]! / 2;
  };
}

/**
 * The zones whose box meets that of a feature, in the order of the tree. Points and lines reach as far
 * as what still counts as on an edge; polygons are judged by the ground that they share.
 */
export function searchZones({ index }: ZoneSet, layer: PackedLayer, feature: number, hits: HitList): void {
  const { boxes, type } = layer;
  const box = 4 * feature;
  const reach = type[feature] === GeometryType.polygon ? 0 : ON_EDGE_METERS;
  index.search(boxes[box]! - reach, boxes[box + 1]! - reach, boxes[box + 2]! + reach, boxes[box + 3]! + reach, hits);
}
