/** The layers of a workspace as they are drawn without a page: each feature with its box and its symbol. Pure. */
import { type GeometryColumn, GeometryType, positionsOfFeature } from '../../geo/geometry-column.ts';
import { effectiveBatch } from '../../model/effective-batch.ts';
import { type FeatureBatch, textAt } from '../../model/feature-batch.ts';
import type { LayerKind } from '../../model/kinds.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import { createSymbolOf, type MapSymbol } from './map-symbols.ts';
import { type DegreeBox, meets } from './map-window.ts';

export interface GroundLayer {
  readonly id: string;
  readonly kind: LayerKind;
  readonly batch: FeatureBatch;
  /** Undefined for a feature without geometry. */
  boxOf(feature: number): DegreeBox | undefined;
  symbolOf(feature: number): MapSymbol;
  /** In the layer's order. O(features). */
  featuresIn(ground: DegreeBox): number[];
  indexOf(id: string): number | undefined;
}

/** Boxes and ids are worked out when they are first asked for. O(positions) once for each layer. */
export function createGroundLayers(document: WorkspaceDocument): GroundLayer[] {
  return document.layers.map((layer) => {
    const { id, kind } = layer;
    const batch = effectiveBatch(layer);
    let boxes: Float64Array | undefined;
    let indices: Map<string, number> | undefined;
    const boxOf = (feature: number): DegreeBox | undefined => {
      boxes ??= boxesOf(batch.geometry);
      const at = 4 * feature;
      const box: DegreeBox = [boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!];
      return box[0] <= box[2] ? box : undefined;
    };
    return {
      id,
      kind,
      batch,
      boxOf,
      symbolOf: createSymbolOf(kind, batch),
      featuresIn: (ground) =>
        Array.from({ length: batch.geometry.count }, (_, feature) => feature).filter((feature) => {
          const box = boxOf(feature);
          return box !== undefined && meets(box, ground);
        }),
      indexOf(feature) {
        indices ??= new Map(batch.ids.map((each, index) => [each, index]));
        return indices.get(feature);
      },
    };
  });
}

export type Shape = 'point' | 'line' | 'polygon';

/** Undefined for a feature without geometry. */
export function shapeOf({ type }: GeometryColumn, feature: number): Shape | undefined {
  switch (type[feature]) {
    case GeometryType.point:
      return 'point';
    case GeometryType.line:
      return 'line';
    case GeometryType.polygon:
      return 'polygon';
    default:
      return undefined;
  }
}

/** Rings, or lines, of one feature: degrees one after the other. */
export function* ringsOf(geometry: GeometryColumn, feature: number): Generator<Float64Array> {
  const { partStart, ringStart, positionStart, coordinates } = geometry;
  for (let ring = ringStart[partStart[feature]!]!; ring < ringStart[partStart[feature + 1]!]!; ring++) {
    yield coordinates.subarray(2 * positionStart[ring]!, 2 * positionStart[ring + 1]!);
  }
}

export const nameOf = ({ batch }: GroundLayer, feature: number) => textAt(batch, 'name', feature)?.trim() || undefined;

function boxesOf(geometry: GeometryColumn): Float64Array {
  const boxes = new Float64Array(4 * geometry.count);
  for (let feature = 0; feature < geometry.count; feature++) {
    const [start, end] = positionsOfFeature(geometry, feature);
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let p = start; p < end; p++) {
      const longitude = geometry.coordinates[2 * p]!;
      const latitude = geometry.coordinates[2 * p + 1]!;
      west = Math.min(west, longitude);
      south = Math.min(south, latitude);
      east = Math.max(east, longitude);
      north = Math.max(north, latitude);
    }
    boxes.set([west, south, east, north], 4 * feature);
  }
  return boxes;
}
