/** What a layer knows of its features at all: a whole layer that lacks a field is a note, not a finding per feature. */
import type { Column } from '../model/feature-batch.ts';
import type { LayerKind } from '../model/kinds.ts';
import { type CheckLayer, field, layerHasField } from './check-input.ts';
import type { PreparedLayer } from './prepare.ts';

export interface LayerFields {
  /** The layer's id. */
  readonly id: string;
  readonly kind: LayerKind;
  /** Whether the field is mapped, if only to blanks. */
  hasColumn(name: string): boolean;
  /** Whether any feature has a value in it. */
  hasField(name: string): boolean;
}

export function fieldsOfLayer(layer: CheckLayer): LayerFields {
  return {
    id: layer.id,
    kind: layer.kind,
    hasColumn: (name) => layer.batch.columns.has(name),
    hasField: (name) => layerHasField(layer, name),
  };
}

export function fieldsOfPrepared(prepared: PreparedLayer): LayerFields {
  const { source } = prepared;
  const hasField = (name: string) => knowsField(prepared, name);
  return {
    id: source.id,
    kind: source.kind,
    hasColumn: (name) => source.batch.columns.has(name) || hasField(name),
    hasField,
  };
}

/** Whether any feature of the layer has a value in the field. O(features) where none has, else up to the first one. */
export function knowsField(prepared: PreparedLayer, name: string): boolean {
  const { source, packed } = prepared;
  const column = source.batch.columns.get(name);
  for (let feature = 0; feature < packed.count; feature++) {
    if (prepared.ref(feature).layer === source && (!column || isBlank(column, feature))) continue;
    if (prepared.isThere(feature) && field(prepared.ref(feature), name) !== undefined) return true;
  }
  return false;
}

function isBlank(column: Column, feature: number): boolean {
  if (column.type === 'text') return (column.codes[feature] ?? 0) === 0;
  if (column.type === 'number') return Number.isNaN(column.values[feature] ?? Number.NaN);
  return (column.values[feature] ?? 255) === 255;
}
