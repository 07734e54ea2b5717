/**
 * Applies a layer's manifest to what its file holds: filter, fields, defaults, units, ids. After
 * it, canonical fields are columns under their canonical names with values of their pinned kinds;
 * all other columns keep the file's names. Knows no file formats.
 *
 * The id is not a column: it becomes `batch.ids`.
 */
import type { Place } from '../core/result.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import { createColumnBuilder } from './column-builder.ts';
import { convertField, convertValue } from './convert-field.ts';
import { type Column, type FeatureBatch, type Value, valueAt } from './feature-batch.ts';
import { buildFeatureIds, ID_COLUMN } from './feature-ids.ts';
import type { LayerNote } from './findings.ts';
import { type FieldDefinition, fieldsOfKind, GEOMETRY_OF_KIND } from './kinds.ts';
import { createNoteList, type NoteList } from './note-list.ts';
import { selectBatch } from './select-batch.ts';
import { createStrangeValues } from './strange-values.ts';
import { findUnitFactor, knownUnits } from './units.ts';
import type { LayerManifest } from './workspace.ts';

export interface MappedLayer {
  readonly batch: FeatureBatch;
  readonly notes: LayerNote[];
}

export interface MappingDetail {
  /** How many notes of one code are listed singly; absent: as many as a person reads in a terminal. */
  readonly notesPerCode?: number | undefined;
  /** A value that cannot be read is told of every row that has it; otherwise once, with the number of its rows. */
  readonly everyRow?: boolean;
}

/** Never fails: what the manifest asks for and the file does not have becomes a note. O(features × columns). */
export function mapLayer(raw: FeatureBatch, manifest: LayerManifest, detail: MappingDetail = {}): MappedLayer {
  const notes = createNoteList(detail.notesPerCode);
  const place = { file: manifest.file, layer: manifest.id };
  const context: Context = { manifest, notes, place, everyRow: detail.everyRow ?? false };
  const kept = applyFilter(raw, context);
  const columns = mapFields(kept, context);
  const { ids, duplicates } = buildFeatureIds(columns.get('id'), kept.rows);
  columns.delete('id');
  for (const { index, id, renamed } of duplicates) {
    notes.add('duplicate-id', { id, renamed }, { ...context.place, row: kept.rows[index]! });
  }
  const batch: FeatureBatch = { geometry: kept.geometry, columns, rows: kept.rows, ids };
  noteUnfitGeometries(batch, context);
  return { batch, notes: notes.finish().map((found) => asLayerNote(found, manifest.id)) };
}

export function asLayerNote(found: LayerNote['problem'], layer: string): LayerNote {
  const row = found.at?.row;
  return row === undefined ? { layer, problem: found } : { layer, row, problem: found };
}

interface Context {
  readonly manifest: LayerManifest;
  readonly notes: NoteList;
  readonly place: Place;
  readonly everyRow: boolean;
}

const columnNames = (columns: ReadonlyMap<string, Column>): string => [...columns.keys()].join(', ');

/** Keeps the features that match every field of `where` by one of its values, compared as text; a missing value is `null` or empty text. */
function applyFilter(raw: FeatureBatch, { manifest, notes, place }: Context): FeatureBatch {
  const filters = Object.entries(manifest.where ?? {}).map(([name, values]) => {
    const column = raw.columns.get(name);
    if (!column) notes.add('where-column-missing', { column: name, columns: columnNames(raw.columns) }, place);
    return { column, wanted: new Set((Array.isArray(values) ? values : [values]).map((value) => String(value ?? ''))) };
  });
  if (filters.length === 0) return raw;
  const kept = new Uint32Array(raw.rows.length);
  let count = 0;
  for (let index = 0; index < raw.rows.length; index++) {
    if (filters.every(({ column, wanted }) => wanted.has(String(valueAt(column, index) ?? '')))) kept[count++] = index;
  }
  if (count === 0 && raw.rows.length > 0) notes.add('where-keeps-nothing', { total: raw.rows.length }, place);
  return count === raw.rows.length ? raw : selectBatch(raw, kept.slice(0, count));
}

/** Canonical columns first, in the order of the kind's fields, then the file's others. */
function mapFields(raw: FeatureBatch, context: Context): Map<string, Column> {
  const { manifest, notes, place, everyRow } = context;
  const definitions = fieldsOfKind(manifest.kind);
  const mapping = manifest.fields ?? {};
  const columns = new Map<string, Column>();
  const used = new Set<string>();
  for (const [field, definition] of Object.entries(definitions)) {
    const source = findSource(field, raw, context);
    if (!source) {
      const constant = manifest.defaults?.[field];
      if (constant !== undefined && constant !== null) columns.set(field, constantColumn(constant, definition, raw));
      continue;
    }
    used.add(source.name);
    const unitFactor = findFactor(field, definition, context);
    // An unknown unit makes every number of the column wrong: better no value than a wrong one.
    if (unitFactor === undefined) used.delete(source.name);
    else {
      const placeOf = (index: number): Place => ({ ...place, row: raw.rows[index]!, column: source.name });
      const strange = createStrangeValues(field, placeOf, everyRow, notes);
      const converted = convertField(source.column, definition, unitFactor, strange.add);
      columns.set(field, fillDefaults(converted, manifest.defaults?.[field], definition));
      if (strange.finish()) used.delete(source.name);
    }
  }
  for (const [name, column] of raw.columns) {
    if (!used.has(name)) columns.set(freeName(name, columns, definitions), column);
  }
  for (const field of Object.keys(mapping)) {
    if (!Object.hasOwn(definitions, field)) {
      notes.add(
        'field-unknown',
        { name: field, kind: manifest.kind, known: Object.keys(definitions).join(', ') },
        place,
      );
    }
  }
  for (const [name, value] of Object.entries(manifest.defaults ?? {})) {
    if (!Object.hasOwn(definitions, name) && value !== null) {
      columns.set(name, fillDefaults(columns.get(name), value, undefined, raw.rows.length));
    }
  }
  return columns;
}

interface Source {
  name: string;
  column: Column;
}

/** The column that `fields` names, else one that bears the canonical name itself and serves no other field. */
function findSource(field: string, raw: FeatureBatch, { manifest, notes, place }: Context): Source | undefined {
  const mapped = manifest.fields?.[field];
  if (mapped !== undefined) {
    const column = raw.columns.get(mapped);
    if (column) return { name: mapped, column };
    notes.add('field-column-missing', { key: field, column: mapped, columns: columnNames(raw.columns) }, place);
    return undefined;
  }
  const column = raw.columns.get(field);
  const serves = Object.values(manifest.fields ?? {}).includes(field);
  return column && !serves ? { name: field, column } : undefined;
}

function findFactor(field: string, definition: FieldDefinition, context: Context): number | undefined {
  const { manifest, notes, place } = context;
  const unit = manifest.units?.[field];
  if (unit === undefined) return 1;
  const factor = definition.dimension && findUnitFactor(unit, definition.dimension);
  if (factor === undefined) {
    const known = definition.dimension ? knownUnits(definition.dimension).join(', ') : '';
    notes.add('unit-unknown', { key: field, unit, known }, place);
  }
  return factor;
}

/** A column whose name a canonical field has taken keeps its values under `name_raw`, `name_raw_2`, … */
function freeName(
  name: string,
  columns: ReadonlyMap<string, Column>,
  definitions: Readonly<Record<string, unknown>>,
): string {
  const isReserved = name === ID_COLUMN || (Object.hasOwn(definitions, name) && name !== 'id');
  if (!columns.has(name) && !isReserved) return name;
  let free = `${name}_raw`;
  for (let attempt = 2; columns.has(free); attempt++) free = `${name}_raw_${attempt}`;
  return free;
}

function constantColumn(value: Value, definition: FieldDefinition, raw: FeatureBatch): Column {
  return fillDefaults(undefined, value, definition, raw.rows.length);
}

/** Gives the constant to every feature that has no value of its own. */
function fillDefaults(
  column: Column | undefined,
  constant: Value | undefined,
  definition: FieldDefinition | undefined,
  count = columnLength(column),
): Column {
  const value =
    constant === undefined || constant === null || !definition ? constant : convertValue(constant, definition).value;
  if (column && (value === undefined || value === null)) return column;
  const builder = createColumnBuilder();
  for (let index = 0; index < count; index++) builder.set(index, valueAt(column, index) ?? value);
  return builder.finish(count);
}

function columnLength(column: Column | undefined): number {
  return column === undefined ? 0 : column.type === 'text' ? column.codes.length : column.values.length;
}

const TYPE_NAMES = {
  [GeometryType.point]: 'point',
  [GeometryType.line]: 'line',
  [GeometryType.polygon]: 'polygon',
} as const;

/** A zone layer with points in it: each such row is named; the checks leave it out, the map still shows it. */
function noteUnfitGeometries(batch: FeatureBatch, { manifest, notes, place }: Context): void {
  const fit: readonly string[] = GEOMETRY_OF_KIND[manifest.kind];
  const unfit = Object.entries(TYPE_NAMES).filter(([, name]) => !fit.includes(name));
  const unfitCodes = new Map(unfit.map(([code, name]) => [Number(code), name]));
  for (let index = 0; index < batch.rows.length; index++) {
    const geometry = unfitCodes.get(batch.geometry.type[index] as number);
    if (geometry === undefined) continue;
    const at = { ...place, row: batch.rows[index]!, feature: batch.ids[index]! };
    notes.add('geometry-not-for-kind', { kind: manifest.kind, geometry, allowedGeometry: fit.join(',') }, at);
  }
}
