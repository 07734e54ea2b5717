/** Whether a layer knows a field at all: a whole layer that lacks one is a note, not a finding per feature. */
import type { Column } from '../model/feature-batch.ts';
import { field } from './check-input.ts';
import type { PreparedLayer } from './prepare.ts';

/** Whether any feature of the layer has a value in the field. O(features) where none has, else up to the first one. */
export function knowsField(prepared: PreparedLayer, name: string): boolean {
  const { source, packed } = prepared;
  const column = source.batch.columns.get(name);
  // Without the column only edited features can have it; those stand where the base has none, or behind it.
  for (let feature = 0; feature < packed.count; feature++) {
    if (column && isBlank(column, feature) && prepared.ref(feature).layer === source) continue;
    if (prepared.isThere(feature) && field(prepared.ref(feature), name) !== undefined) return true;
  }
  return false;
}

function isBlank(column: Column, feature: number): boolean {
  if (column.type === 'text') return (column.codes[feature] ?? 0) === 0;
  if (column.type === 'number') return Number.isNaN(column.values[feature] ?? Number.NaN);
  return (column.values[feature] ?? 255) === 255;
}
