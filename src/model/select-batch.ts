/** Some features of a batch, in the order asked for. */
import { selectGeometries } from '../geo/geometry-column.ts';
import type { Column, FeatureBatch } from './feature-batch.ts';

/** O(selected features and their positions). Texts are shared, not copied. */
export function selectBatch(batch: FeatureBatch, indices: Uint32Array): FeatureBatch {
  return {
    geometry: selectGeometries(batch.geometry, indices),
    columns: new Map([...batch.columns].map(([name, column]) => [name, selectColumn(column, indices)])),
    rows: Uint32Array.from(indices, (index) => batch.rows[index] as number),
    ids: batch.ids.length === 0 ? [] : Array.from(indices, (index) => batch.ids[index] as string),
  };
}

/** Where features of these ids stand, in this order; ids that are not there are passed over. O(features + ids). */
export function indicesOf(batch: FeatureBatch, ids: readonly string[]): Uint32Array {
  const places = new Map(batch.ids.map((id, index) => [id, index]));
  return Uint32Array.from(ids.flatMap((id) => places.get(id) ?? []));
}

function selectColumn(column: Column, indices: Uint32Array): Column {
  switch (column.type) {
    case 'text':
      return { ...column, codes: Uint32Array.from(indices, (index) => column.codes[index] as number) };
    case 'number':
      return { type: 'number', values: Float64Array.from(indices, (index) => column.values[index] as number) };
    case 'boolean':
      return { type: 'boolean', values: Uint8Array.from(indices, (index) => column.values[index] as number) };
  }
}
