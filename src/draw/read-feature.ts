/** One feature of a layer as a record that can be edited: its edit where there is one, else its row of the base. */
import { geometryToGeoJson } from '../geo/geometry-column.ts';
import { type Value, valueAt } from '../model/feature-batch.ts';
import type { EditedFeature, Layer } from '../model/workspace.ts';

/** Undefined for a feature that is not there or was deleted. Columns without a value are left out. O(features of the layer). */
export function readFeature(layer: Layer, id: string): EditedFeature | undefined {
  const edit = layer.edits.get(id);
  if (edit !== undefined) return edit ?? undefined;
  const index = layer.base.ids.indexOf(id);
  if (index < 0) return undefined;
  const properties: Record<string, Value> = {};
  for (const [name, column] of layer.base.columns) {
    const value = valueAt(column, index);
    if (value !== null) properties[name] = value;
  }
  return { id, geometry: geometryToGeoJson(layer.base.geometry, index), properties };
}
