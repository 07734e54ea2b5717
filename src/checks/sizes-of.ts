/** How large the features of a layer are, as measured in the metric frame: the same numbers that the rules use. */
import { GeometryType } from '../geo/geometry-column.ts';
import { effectiveBatch } from '../model/effective-batch.ts';
import type { FastWorkspace } from './fast-workspace.ts';

/** In the order of the layer's effective batch; NaN where a feature has no such size. */
export interface LayerSizes {
  readonly areasSquareMeters: Float64Array<ArrayBuffer>;
  /** Of lines alone. */
  readonly lengthsMeters: Float64Array<ArrayBuffer>;
}

/** Empty arrays for a layer that is not there. O(features). */
export function listSizes(workspace: FastWorkspace, layerId: string): LayerSizes {
  const prepared = workspace.layers.find(({ source }) => source.id === layerId);
  const layer = workspace.input.document.layers.find(({ id }) => id === layerId);
  const ids = layer ? effectiveBatch(layer).ids : [];
  const areasSquareMeters = new Float64Array(ids.length).fill(Number.NaN);
  const lengthsMeters = new Float64Array(ids.length).fill(Number.NaN);
  for (const [index, id] of ids.entries()) {
    const feature = prepared?.find(id);
    if (!prepared || feature === undefined) continue;
    const { type, areas, lengths } = prepared.packed;
    if (type[feature] === GeometryType.polygon) areasSquareMeters[index] = areas[feature]!;
    else if (type[feature] === GeometryType.line) lengthsMeters[index] = lengths[feature]!;
  }
  return { areasSquareMeters, lengthsMeters };
}
