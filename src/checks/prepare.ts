/**
 * Layers as the fast engine joins them: packed in the frame, with a note for everything that could
 * not be packed as it was. Each layer is packed once; a memo keeps it until the layer itself changes.
 */
import { problem, withPlace } from '../core/result.ts';
import type { Task } from '../core/task.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import type { Frame } from '../geo/laea.ts';
import { type PackedLayer, packLayer } from '../geo/packed-layer.ts';
import type { LayerNote } from '../model/findings.ts';
import { GEOMETRY_OF_KIND, type LayerKind } from '../model/kinds.ts';
import { createNoteList } from '../model/note-list.ts';
import type { CheckLayer } from './check-input.ts';

export interface PreparedLayer {
  readonly source: CheckLayer;
  readonly packed: PackedLayer;
  readonly notes: readonly LayerNote[];
}

const TYPE_NAMES = ['none', 'point', 'line', 'polygon'] as const;

/** O(positions). Rejects only when cancelled. */
export async function prepareLayer(source: CheckLayer, frame: Frame, task: Task): Promise<PreparedLayer> {
  const { layer, problems } = await packLayer(source.batch.geometry, frame, task);
  const list = createNoteList();
  const placeOf = (feature: number) => ({
    layer: source.id,
    row: source.batch.rows[feature] as number,
    feature: source.batch.ids[feature] as string,
  });
  for (const { feature, problem: found } of problems) list.take(withPlace(found, placeOf(feature)));
  const wrong = featuresOfWrongType(layer, source.kind);
  for (const feature of wrong) {
    const geometry = TYPE_NAMES[layer.type[feature]!] as string;
    list.take(problem('geometry-of-wrong-type', { kind: source.kind, geometry }, placeOf(feature)));
  }
  const notes = list.finish().map((found): LayerNote => {
    const row = found.at?.row;
    return row === undefined ? { layer: source.id, problem: found } : { layer: source.id, row, problem: found };
  });
  return { source, packed: withoutFeatures(layer, wrong), notes };
}

function featuresOfWrongType(layer: PackedLayer, kind: LayerKind): number[] {
  const allowed = GEOMETRY_OF_KIND[kind].map((name) => GeometryType[name] as number);
  const wrong: number[] = [];
  layer.type.forEach((type, feature) => {
    if (type !== GeometryType.none && !allowed.includes(type)) wrong.push(feature);
  });
  return wrong;
}

/** The layer with some features made to have no geometry: nothing finds them any more. */
function withoutFeatures(layer: PackedLayer, features: readonly number[]): PackedLayer {
  if (features.length === 0) return layer;
  const type = layer.type.slice();
  const boxes = layer.boxes.slice();
  const areas = layer.areas.slice();
  const lengths = layer.lengths.slice();
  for (const feature of features) {
    type[feature] = GeometryType.none;
    boxes.set([Infinity, Infinity, -Infinity, -Infinity], 4 * feature);
    areas[feature] = 0;
    lengths[feature] = 0;
  }
  return { ...layer, type, boxes, areas, lengths };
}
