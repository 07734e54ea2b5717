/** Several batches as one: all features one after the other, the columns of all of them. */
import { concatGeometries } from '../geo/geometry-column.ts';
import { createColumnBuilder } from './column-builder.ts';
import { type Column, type FeatureBatch, valueAt } from './feature-batch.ts';

/** Rows and ids stand as each batch has them: whoever joins makes them unique. O(features × columns + positions). */
export function concatBatches(batches: readonly FeatureBatch[]): FeatureBatch {
  const [only] = batches;
  if (only && batches.length === 1) return only;
  const names = new Set(batches.flatMap((batch) => [...batch.columns.keys()]));
  const count = batches.reduce((sum, batch) => sum + batch.rows.length, 0);
  const columns = new Map<string, Column>();
  for (const name of names) {
    const builder = createColumnBuilder();
    let start = 0;
    for (const batch of batches) {
      const column = batch.columns.get(name);
      for (let index = 0; column && index < batch.rows.length; index++)
        builder.set(start + index, valueAt(column, index));
      start += batch.rows.length;
    }
    columns.set(name, builder.finish(count));
  }
  return {
    geometry: concatGeometries(batches.map((batch) => batch.geometry)),
    columns,
    rows: Uint32Array.from(batches.flatMap((batch) => [...batch.rows])),
    ids: batches.flatMap((batch) => batch.ids),
  };
}
