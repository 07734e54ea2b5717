/**
 * What a layer holds now: its base with the edits laid over it. Deleted features are gone, edited
 * ones stand where the base had them, added ones follow in the order of their adding.
 */
import {
  appendGeoJson,
  concatGeometries,
  createGeometryBuilder,
  type GeometryColumn,
  selectGeometries,
} from '../geo/geometry-column.ts';
import { createColumnBuilder } from './column-builder.ts';
import { type Column, type FeatureBatch, type Value, valueAt } from './feature-batch.ts';
import type { EditedFeature, Layer } from './workspace.ts';

/**
 * O(features + positions) where there are edits, and the base itself where there are none.
 * An edited feature's record is complete: a column it does not name has no value. An edit whose
 * geometry cannot be read has none. Added features get rows after the last of the base.
 */
export function effectiveBatch(layer: Layer): FeatureBatch {
  const { base, edits } = layer;
  if (edits.size === 0) return base;
  const baseCount = base.ids.length;
  const edited: EditedFeature[] = [];
  /** Index into base followed by `edited`, for each feature that remains. */
  const order: number[] = [];
  const inBase = new Set<string>();
  base.ids.forEach((id, index) => {
    const edit = edits.get(id);
    if (edit !== undefined) inBase.add(id);
    if (edit === undefined) order.push(index);
    else if (edit !== null) order.push(baseCount + edited.push(edit) - 1);
  });
  for (const [id, edit] of edits) if (edit && !inBase.has(id)) order.push(baseCount + edited.push(edit) - 1);

  return {
    geometry: selectGeometries(concatGeometries([base.geometry, geometriesOf(edited)]), Uint32Array.from(order)),
    columns: mergeColumns(base, edited, order),
    rows: rowsOf(base, edited, order),
    ids: order.map((index) => base.ids[index] ?? (edited[index - baseCount] as EditedFeature).id),
  };
}

function geometriesOf(features: readonly EditedFeature[]): GeometryColumn {
  const builder = createGeometryBuilder();
  for (const feature of features) appendGeoJson(builder, feature.geometry);
  return builder.finish();
}

function rowsOf(base: FeatureBatch, edited: readonly EditedFeature[], order: readonly number[]): Uint32Array {
  const rowOfId = new Map<string, number>();
  const wanted = new Set(edited.map((feature) => feature.id));
  let next = 0;
  base.rows.forEach((row, index) => {
    next = Math.max(next, row + 1);
    const id = base.ids[index] as string;
    if (wanted.has(id)) rowOfId.set(id, row);
  });
  const editedRows = edited.map((feature) => rowOfId.get(feature.id) ?? next++);
  return Uint32Array.from(order, (index) => base.rows[index] ?? (editedRows[index - base.rows.length] as number));
}

function mergeColumns(
  base: FeatureBatch,
  edited: readonly EditedFeature[],
  order: readonly number[],
): Map<string, Column> {
  const names = new Set(base.columns.keys());
  for (const feature of edited) for (const name of Object.keys(feature.properties)) names.add(name);
  const merged = new Map<string, Column>();
  for (const name of names) {
    const values = edited.map((feature) => feature.properties[name] ?? null);
    merged.set(name, mergeColumn(base.columns.get(name), base.ids.length, values, order));
  }
  return merged;
}

function mergeColumn(
  column: Column | undefined,
  baseCount: number,
  edited: readonly Value[],
  order: readonly number[],
): Column {
  if (column?.type === 'text') return mergeText(column.codes, column.dictionary, edited, order);
  const builder = createColumnBuilder();
  order.forEach((index, position) => {
    builder.set(position, index < baseCount ? valueAt(column, index) : edited[index - baseCount]);
  });
  return builder.finish(order.length);
}

/** Codes of the base are copied as they are: no text of it is looked at. */
function mergeText(
  codes: Uint32Array,
  baseDictionary: readonly string[],
  edited: readonly Value[],
  order: readonly number[],
): Column {
  const dictionary = [...baseDictionary];
  const codeOfText = new Map(baseDictionary.map((text, index) => [text, index + 1]));
  const codeOf = (value: Value): number => {
    if (value === null || value === '') return 0;
    const text = String(value);
    const code = codeOfText.get(text) ?? dictionary.push(text);
    codeOfText.set(text, code);
    return code;
  };
  const editedCodes = edited.map(codeOf);
  const merged = Uint32Array.from(order, (index) => codes[index] ?? (editedCodes[index - codes.length] as number));
  return { type: 'text', codes: merged, dictionary };
}
