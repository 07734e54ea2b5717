/** The workspace as the plain engine's rules read it: shapes by kind, leaf zones, a clipper. */
import type { Task } from '../../core/task.ts';
import { loadGeos } from '../../geo/geos.ts';
import type { Frame } from '../../geo/laea.ts';
import type { PackedLayer } from '../../geo/packed-layer.ts';
import { isSourceKind, type LayerKind, ZONE_KINDS, type ZoneKind } from '../../model/kinds.ts';
import type { CheckInput, CheckLayer } from '../check-input.ts';
import { placeHotspots } from '../hotspot-places.ts';
import { findLeafZones, zoneTraits } from '../leaf-zones.ts';
import { type Clipper, createClipper } from './clip.ts';
import { type Areal, areaSquareMeters } from './ellipsoid-measures.ts';
import { createShapeIndex, type ShapeIndex } from './nearest.ts';
import { type PlainShape, shapesOf } from './plain-shape.ts';

/** What both engines are given: names and fields, and each layer's geometry, snapped and repaired. */
export interface PlainEngineInput {
  readonly input: CheckInput;
  readonly frame: Frame;
  /** In the document's order. */
  readonly layers: readonly { readonly source: CheckLayer; readonly packed: PackedLayer }[];
}

export type PlainZone = PlainShape<Areal>;

export interface PlainWorkspace {
  readonly input: CheckInput;
  readonly frame: Frame;
  readonly task: Task;
  readonly clipper: Clipper;
  /** Dust sources of every kind, in the order of layers and features. */
  readonly sources: readonly PlainShape[];
  readonly zones: Readonly<Record<ZoneKind, PlainZones>>;
  readonly hotspots: readonly PlainHotspot[];
  shapesOfKind(kind: LayerKind): readonly PlainShape[];
}

export interface PlainHotspot {
  /** As it was given. */
  readonly shape: PlainShape;
  /** The same, or its footprint. */
  readonly place: PlainShape;
}

/** The zones of one kind. */
export interface PlainZones {
  readonly all: readonly PlainZone[];
  readonly leaves: readonly PlainZone[];
  readonly index: ShapeIndex<PlainZone>;
  readonly leafIndex: ShapeIndex<PlainZone>;
}

export async function createPlainWorkspace(
  { input, frame, layers }: PlainEngineInput,
  task: Task,
): Promise<PlainWorkspace> {
  const shapesByLayer = layers.map(({ source, packed }) => ({ source, shapes: shapesOf(source, packed, frame) }));
  const shapesWhere = (suits: (kind: LayerKind) => boolean) =>
    shapesByLayer.filter(({ source }) => suits(source.kind)).flatMap(({ shapes }) => shapes);
  const shapesOfKind = (kind: LayerKind) => shapesWhere((other) => other === kind);
  const clipper = createClipper(await loadGeos(), frame);
  const zones = Object.fromEntries(
    ZONE_KINDS.map((kind) => [kind, createZones(shapesOfKind(kind) as PlainZone[], clipper)]),
  ) as Record<ZoneKind, PlainZones>;
  const hotspots = layers
    .filter(({ source }) => source.kind === 'hotspot')
    .flatMap(({ source, packed }) => {
      const places = shapesOf(
        source,
        placeHotspots(packed, (index) => ({ layer: source, index })),
        frame,
      );
      return shapesOf(source, packed, frame).map((shape, i): PlainHotspot => ({ shape, place: places[i]! }));
    });
  return { input, frame, task, clipper, sources: shapesWhere(isSourceKind), zones, hotspots, shapesOfKind };
}

function createZones(all: readonly PlainZone[], clipper: Clipper): PlainZones {
  const index = createShapeIndex(all);
  const positionOf = new Map(all.map((zone, position) => [zone, position]));
  const isLeaf = findLeafZones(
    all.map((zone) => zoneTraits(zone.ref)),
    (fine) => index.search(all[fine]!.box).map((zone) => positionOf.get(zone)!),
    (coarse, fine) => holdsMost(all[coarse]!.geometry, all[fine]!.geometry, clipper),
  );
  const leaves = all.filter((_, position) => isLeaf[position] === 1);
  return { all, leaves, index, leafIndex: createShapeIndex(leaves) };
}

/** Whether more than half of the fine zone's own area lies in the coarse one. */
export function holdsMost(coarse: Areal, fine: Areal, clipper: Clipper): boolean {
  const shared = clipper.intersection(coarse, fine);
  return shared.ok && areaSquareMeters(shared.value) > areaSquareMeters(fine) / 2;
}
