/**
 * Layers as the fast engine joins them: packed in the frame, with a note for everything that could
 * not be packed as it was. A feature keeps its number from opening to closing: an edit puts another
 * geometry and other fields in its place, a deletion leaves it without, and what is added comes
 * behind all others, so that ascending numbers are the document's order at any time.
 */
import { type Problem, problem, withPlace } from '../core/result.ts';
import type { Task } from '../core/task.ts';
import { appendGeoJson, createGeometryBuilder, GeometryType, geometryToGeoJson } from '../geo/geometry-column.ts';
import type { Frame } from '../geo/laea.ts';
import { layOutAlongCurve } from '../geo/lay-out.ts';
import { createLiveLayer, type LiveLayer } from '../geo/live-layer.ts';
import { type PackedLayer, packLayer } from '../geo/packed-layer.ts';
import { buildSpatialIndex, type SpatialIndex } from '../geo/spatial-index.ts';
import { createColumnsBuilder } from '../model/column-builder.ts';
import type { Column } from '../model/feature-batch.ts';
import type { LayerNote } from '../model/findings.ts';
import { GEOMETRY_OF_KIND, isSourceKind, type LayerKind } from '../model/kinds.ts';
import { createNoteList } from '../model/note-list.ts';
import type { EditedFeature, Layer } from '../model/workspace.ts';
import type { CheckLayer, FeatureRef } from './check-input.ts';
import type { MeasureSpread } from './measure-table.ts';

export interface PreparedLayer {
  /** The layer as opened, before edits: ask `ref` for a feature's fields. */
  readonly source: CheckLayer;
  /** As it is now; `count` includes the numbers of deleted features, which are of type `none`. */
  readonly packed: PackedLayer;
  readonly index: SpatialIndex;
  ref(feature: number): FeatureRef;
  /** Also of a feature that is not there any more. */
  idOf(feature: number): string;
  /** Undefined where the feature is not there, or not any more. */
  find(id: string): number | undefined;
  /** Whether the number stands for a feature that is there, with or without a geometry. */
  isThere(feature: number): boolean;
  /** Features that are there. */
  readonly featureCount: number;
  /** Its row in the file; added features follow the last of the base in the order of their adding. */
  rowOf(feature: number): number;
  /** Of the features as they are now, by row. O(features with problems). */
  notes(): LayerNote[];
  geometryOf(feature: number): GeoJSON.Geometry | null;
  /** Packs an edit without taking it in: whatever can fail, fails here. */
  readEdit(id: string, edit: EditedFeature | null | undefined): Promise<ReadEdit>;
  /** Takes the edit in; returns the number it went to, or undefined where nothing was and nothing is. */
  takeEdit(read: ReadEdit): number | undefined;
}

/** An edited feature as a layer of its own; without one the feature is gone, or shown as the base has it. */
export interface ReadEdit {
  readonly id: string;
  readonly edit: EditedFeature | null | undefined;
  readonly single:
    | { readonly source: CheckLayer; readonly packed: PackedLayer; readonly problems: Problem[] }
    | undefined;
}

const TYPE_NAMES = ['none', 'point', 'line', 'polygon'] as const;

/** The layer with its edits. O(positions). Rejects only when cancelled. */
export async function prepareLayer(
  layer: Layer,
  frame: Frame,
  task: Task,
  spread?: MeasureSpread,
): Promise<PreparedLayer> {
  const source: CheckLayer = { id: layer.id, kind: layer.kind, title: layer.title, batch: layer.base };
  const { layer: read, problems } = await packLayer(
    layer.base.geometry,
    frame,
    task,
    spread && ((...ranges) => spread('packing', ...ranges)),
  );
  // Sources are what joins go through.
  const packed = isSourceKind(layer.kind) ? layOutAlongCurve(read) : read;
  const problemsOf = new Map<number, Problem[]>();
  for (const { feature, problem: found } of problems) append(problemsOf, feature, found);
  leaveOutWrongTypes(packed, source.kind, (feature, found) => append(problemsOf, feature, found));
  const prepared = createPrepared(source, packed, problemsOf, frame);
  for (const [id, edit] of layer.edits) prepared.takeEdit(await prepared.readEdit(id, edit));
  return prepared;
}

function append(problemsOf: Map<number, Problem[]>, feature: number, found: Problem): void {
  const known = problemsOf.get(feature);
  if (known) known.push(found);
  else problemsOf.set(feature, [found]);
}

/** A feature of a type that its layer's kind does not take is made to have no geometry: nothing finds it any more. */
function leaveOutWrongTypes(
  packed: PackedLayer,
  kind: LayerKind,
  note: (feature: number, found: Problem) => void,
): void {
  const allowed = GEOMETRY_OF_KIND[kind].map((name) => GeometryType[name] as number);
  for (let feature = 0; feature < packed.count; feature++) {
    const type = packed.type[feature]!;
    if (type === GeometryType.none || allowed.includes(type)) continue;
    note(feature, problem('geometry-of-wrong-type', { kind, geometry: TYPE_NAMES[type] as string }));
    packed.type[feature] = GeometryType.none;
    packed.boxes.set([Infinity, Infinity, -Infinity, -Infinity], 4 * feature);
    packed.areas[feature] = 0;
    packed.lengths[feature] = 0;
  }
}

function createPrepared(
  source: CheckLayer,
  packed: PackedLayer,
  problemsOf: Map<number, Problem[]>,
  frame: Frame,
): PreparedLayer {
  const { batch } = source;
  const baseCount = batch.ids.length;
  /** What stands in a number's place since an edit; null for a deleted feature. */
  const edited = new Map<number, CheckLayer | null>();
  const addedIds = new Map<string, number>();
  const idsOfAdded: string[] = [];
  let baseIds: Map<string, number> | undefined;
  let live: LiveLayer | undefined;
  let index: SpatialIndex | undefined;
  let featureCount = baseCount;
  let slots = baseCount;

  const slotOf = (id: string): number | undefined => {
    baseIds ??= new Map(batch.ids.map((name, feature) => [name, feature]));
    return baseIds.get(id) ?? addedIds.get(id);
  };
  const isThere = (feature: number) => (edited.has(feature) ? edited.get(feature) !== null : feature < baseCount);
  /** One for each feature that was ever asked for: a source has several findings, and a name for them all. */
  const refs: (FeatureRef | undefined)[] = [];
  const ref = (feature: number): FeatureRef => {
    let known = refs[feature];
    if (!known) {
      const own = edited.get(feature);
      known = own
        ? { layer: own, index: 0, subject: undefined }
        : { layer: source, index: feature, subject: undefined };
      refs[feature] = known;
    }
    return known;
  };

  function rowOf(feature: number): number {
    if (feature < baseCount) return batch.rows[feature]!;
    let row = batch.rows.reduce((highest, own) => Math.max(highest, own + 1), 0);
    for (let before = baseCount; before < feature; before++) if (isThere(before)) row++;
    return row;
  }

  /** Puts `from` in the place of a number, or nothing. */
  function replace(feature: number, from: PackedLayer | undefined, problems: Problem[]): void {
    live ??= createLiveLayer(packed);
    refs[feature] = undefined;
    if (from) live.put(feature, from, 0);
    else if (feature < packed.count) live.clear(feature);
    if (problems.length > 0) problemsOf.set(feature, problems);
    else problemsOf.delete(feature);
    if (!index) return;
    const { boxes } = packed;
    const at = 4 * feature;
    index.update(feature, boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!);
  }

  async function packOne(own: CheckLayer): Promise<NonNullable<ReadEdit['single']>> {
    const { layer: single, problems } = await packLayer(own.batch.geometry, frame);
    const found = problems.map((entry) => entry.problem);
    leaveOutWrongTypes(single, source.kind, (_, wrong) => found.push(wrong));
    return { source: own, packed: single, problems: found };
  }

  return {
    source,
    packed,
    ref,
    isThere,
    get index() {
      index ??= buildSpatialIndex(packed.boxes, packed.count);
      return index;
    },
    get featureCount() {
      return featureCount;
    },
    idOf: (feature) => (feature < baseCount ? batch.ids[feature] : idsOfAdded[feature - baseCount]) as string,
    find(id) {
      const feature = slotOf(id);
      return feature !== undefined && isThere(feature) ? feature : undefined;
    },
    rowOf,
    notes: () => listNotes(source, problemsOf, ref, rowOf),
    geometryOf(feature) {
      const { layer, index: at } = ref(feature);
      return geometryToGeoJson(layer.batch.geometry, at);
    },
    async readEdit(id, edit) {
      if (edit) return { id, edit, single: await packOne(layerOfOne(source, id, edit)) };
      const feature = edit === undefined ? slotOf(id) : undefined;
      if (feature === undefined || feature >= baseCount) return { id, edit, single: undefined };
      const geometry = createGeometryBuilder();
      appendGeoJson(geometry, geometryToGeoJson(batch.geometry, feature));
      const column = { ...source, batch: { ...batch, geometry: geometry.finish() } };
      return { id, edit, single: await packOne(column) };
    },
    takeEdit({ id, edit, single }) {
      const known = slotOf(id);
      if (known === undefined && edit === undefined) return undefined;
      const feature = known ?? slots++;
      const before = isThere(feature);
      if (edit) edited.set(feature, (single as NonNullable<typeof single>).source);
      else if (edit === undefined && feature < baseCount) edited.delete(feature);
      else edited.set(feature, null);
      if (known === undefined) {
        addedIds.set(id, feature);
        idsOfAdded[feature - baseCount] = id;
      }
      if (edit === undefined && feature >= baseCount) addedIds.delete(id);
      featureCount += Number(isThere(feature)) - Number(before);
      replace(feature, single?.packed, single?.problems ?? []);
      return feature;
    },
  };
}

const NO_VALUE: Column = { type: 'text', codes: Uint32Array.of(0), dictionary: [] };

/** An edited feature's record is complete: a column it does not name has no value. A geometry that cannot be read is none. */
function layerOfOne(source: CheckLayer, id: string, edit: EditedFeature): CheckLayer {
  const geometry = createGeometryBuilder();
  appendGeoJson(geometry, edit.geometry);
  const columns = createColumnsBuilder();
  for (const [name, value] of Object.entries(edit.properties)) columns.set(0, name, value);
  const finished = columns.finish(1);
  // What the layer maps, each of its features maps, if only to nothing.
  for (const name of source.batch.columns.keys()) if (!finished.has(name)) finished.set(name, NO_VALUE);
  const batch = { geometry: geometry.finish(), columns: finished, rows: Uint32Array.of(0), ids: [id] };
  return { ...source, batch };
}

function listNotes(
  source: CheckLayer,
  problemsOf: ReadonlyMap<number, readonly Problem[]>,
  ref: (feature: number) => FeatureRef,
  rowOf: (feature: number) => number,
): LayerNote[] {
  const list = createNoteList();
  for (const feature of [...problemsOf.keys()].sort((a, b) => a - b)) {
    const { layer, index } = ref(feature);
    const place = { layer: source.id, row: rowOf(feature), feature: layer.batch.ids[index] as string };
    for (const found of problemsOf.get(feature) as readonly Problem[]) list.take(withPlace(found, place));
  }
  return list.finish().map((found): LayerNote => {
    const row = found.at?.row;
    return row === undefined ? { layer: source.id, problem: found } : { layer: source.id, row, problem: found };
  });
}
