/**
 * Gestures as patches: features made, changed, deleted, each gesture one patch. Pure and deterministic:
 * the same document and gesture give the same patch. Labels are keys under `edit.`.
 */
import type { Subject } from '../core/subject.ts';
import { emptyGeometryColumn } from '../geo/geometry-column.ts';
import type { Value } from '../model/feature-batch.ts';
import type { LayerKind } from '../model/kinds.ts';
import type { NewLayer, Patch, PatchOperation } from '../model/patch.ts';
import type { EditedFeature, Layer, WorkspaceDocument } from '../model/workspace.ts';
import type { DrawGesture } from './draw-types.ts';
import { readFeature } from './read-feature.ts';

/** Values of a form by canonical field. Empty text and null mean no value; fields that are not named stay as they are. */
export type FieldValues = Readonly<Record<string, Value>>;

export interface FeaturePatch {
  readonly patch: Patch;
  /** The feature that it makes, changes or deletes. */
  readonly subject: Subject;
}

/** Where a new feature goes: the first layer of its kind, else one that the same patch adds. */
export interface Target {
  readonly kind: LayerKind;
  /** What a new layer is called, in the user's language. */
  readonly layerTitle: string;
}

type SaveGesture = Extract<DrawGesture, { type: 'save' }>;

/**
 * One patch for all that a gesture did: the feature itself, pieces that were cut off it, neighbours whose
 * border went along, features that were merged into it. Undefined where nothing differs or the feature is gone.
 */
export function patchOfSave(
  document: WorkspaceDocument,
  gesture: SaveGesture,
  values: FieldValues,
  target: Target,
): FeaturePatch | undefined {
  const { subject, shape, pieces, absorbed, neighbours } = gesture;
  const before = subject && findFeature(document, subject);
  if (subject && !before) return undefined;
  const made = subject ? undefined : createFeature(document, shape, values, target);
  const first = made ?? (subject && updateFeature(document, subject, { geometry: shape, values }));
  const operations: PatchOperation[] = [...(first?.patch.operations ?? [])];
  const home = subject ?? made!.subject;
  const properties = withValues(before?.properties ?? {}, values);
  operations.push(...piecesOf(document, target.kind, home, subject ? 0 : 1, pieces, properties));
  for (const { subject: neighbour, shape: reshaped } of neighbours) {
    const unchanged = findFeature(document, neighbour);
    if (unchanged) operations.push(put(neighbour, { ...unchanged, geometry: reshaped }));
  }
  for (const gone of absorbed) operations.push(put(gone, null));
  if (operations.length === 0) return undefined;
  const name = String(properties.name || home.feature);
  const code = codeOf(gesture, first?.patch.label.code);
  return { patch: { label: { code, params: { name } }, operations }, subject: home };
}

function codeOf({ subject, pieces, absorbed, neighbours }: SaveGesture, own: string | undefined): string {
  if (absorbed.length > 0) return 'edit.feature-merged';
  if (pieces.length > 0) return 'edit.feature-split';
  return subject && neighbours.length > 0 ? 'edit.border-moved' : (own ?? 'edit.feature-reshaped');
}

/** Undefined when the feature is gone or nothing differs. */
export function updateFeature(
  document: WorkspaceDocument,
  subject: Subject,
  change: { readonly geometry?: GeoJSON.Geometry; readonly values?: FieldValues },
): FeaturePatch | undefined {
  const before = findFeature(document, subject);
  if (!before) return undefined;
  const geometry = change.geometry ?? before.geometry;
  const properties = change.values ? withValues(before.properties, change.values) : before.properties;
  const reshaped = geometry !== before.geometry && JSON.stringify(geometry) !== JSON.stringify(before.geometry);
  const described = JSON.stringify(sorted(properties)) !== JSON.stringify(sorted(before.properties));
  if (!reshaped && !described) return undefined;
  const part = reshaped && described ? 'changed' : reshaped ? 'reshaped' : 'described';
  return patchOf(`edit.feature-${part}`, subject, { id: subject.feature, geometry, properties });
}

/** Undefined when the feature is gone already. */
export function deleteFeature(document: WorkspaceDocument, subject: Subject): FeaturePatch | undefined {
  const before = findFeature(document, subject);
  if (!before) return undefined;
  const patch = patchOf('edit.feature-deleted', subject, before);
  return { ...patch, patch: { ...patch.patch, operations: [put(subject, null)] } };
}

export function findFeature(document: WorkspaceDocument, subject: Subject): EditedFeature | undefined {
  const layer = document.layers.find((candidate) => candidate.id === subject.layer);
  return layer && readFeature(layer, subject.feature);
}

/** The layer that new features of a kind go to: the first one. */
export function findLayerOfKind(document: WorkspaceDocument, kind: LayerKind): Layer | undefined {
  return document.layers.find((layer) => layer.kind === kind);
}

function createFeature(
  document: WorkspaceDocument,
  geometry: GeoJSON.Geometry,
  values: FieldValues,
  { kind, layerTitle }: Target,
): FeaturePatch {
  const layer = findLayerOfKind(document, kind);
  const layerId = layer?.id ?? freeLayerId(document, kind);
  const id = nextId(kind, layer);
  const operations: PatchOperation[] = [];
  if (!layer) {
    const added = emptyLayer(layerId, kind, layerTitle);
    operations.push({ op: 'layer', id: layerId, index: document.layers.length, layer: added });
  }
  const subject = { layer: layerId, feature: id };
  operations.push(put(subject, { id, geometry, properties: withValues({ id }, values) }));
  const name = String(values.name || id);
  return { patch: { label: { code: 'edit.feature-created', params: { name } }, operations }, subject };
}

/** Features of their own with the fields of the one they were cut off; the names are numbered. */
function piecesOf(
  document: WorkspaceDocument,
  kind: LayerKind,
  home: Subject,
  /** Numbers that the same patch has given already. */
  given: number,
  pieces: readonly GeoJSON.Geometry[],
  properties: EditedFeature['properties'],
): PatchOperation[] {
  const layer = document.layers.find(({ id }) => id === home.layer);
  const first = numberOf(kind, nextId(kind, layer)) + given;
  return pieces.map((geometry, index) => {
    const id = idOf(kind, first + index);
    const { chentu_id: _own, ...kept } = properties;
    const named = kept.name ? { ...kept, name: `${kept.name} ${index + 2}` } : kept;
    return put({ layer: home.layer, feature: id }, { id, geometry, properties: { ...named, id } });
  });
}

/** New names begin with a letter of their own, so that it shows who gave them. */
const LETTER_OF_KIND: Readonly<Record<LayerKind, string>> = {
  bareSoil: 'S',
  constructionSite: 'C',
  industrialPark: 'I',
  stockpile: 'K',
  sweepingRoute: 'R',
  haulRoute: 'H',
  responsibilityZone: 'Z',
  patrolZone: 'P',
  hotspot: 'T',
  boundary: 'B',
  road: 'W',
  receptor: 'M',
};

/**
 * `P-001`, `P-002` …: one past the highest number ever used in the layer, deleted features included, so
 * that a name never comes to mean another one. O(features).
 */
export function nextId(kind: LayerKind, layer: Layer | undefined): string {
  let highest = 0;
  for (const id of [...(layer?.base.ids ?? []), ...(layer?.edits.keys() ?? [])]) {
    highest = Math.max(highest, numberOf(kind, id));
  }
  return idOf(kind, highest + 1);
}

const idOf = (kind: LayerKind, number: number) => `${LETTER_OF_KIND[kind]}-${String(number).padStart(3, '0')}`;
function numberOf(kind: LayerKind, id: string): number {
  const [letter, digits] = id.split('-');
  return letter === LETTER_OF_KIND[kind] && digits && /^\d+$/.test(digits) ? Number(digits) : 0;
}

function patchOf(code: string, subject: Subject, feature: EditedFeature): FeaturePatch {
  const name = String(feature.properties.name || feature.id);
  return { patch: { label: { code, params: { name } }, operations: [put(subject, feature)] }, subject };
}

const put = (subject: Subject, feature: EditedFeature | null): PatchOperation => ({
  op: 'feature',
  layer: subject.layer,
  id: subject.feature,
  feature,
});

function withValues(properties: EditedFeature['properties'], values: FieldValues): EditedFeature['properties'] {
  const result: Record<string, Value> = { ...properties };
  for (const [name, given] of Object.entries(values)) {
    const value = typeof given === 'string' ? given.trim() : given;
    if (value === '' || value === null) delete result[name];
    else result[name] = value;
  }
  return result;
}

const sorted = (properties: EditedFeature['properties']) =>
  Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1));

function freeLayerId(document: WorkspaceDocument, kind: LayerKind): string {
  const taken = new Set(document.layers.map((layer) => layer.id));
  const stem = kind === 'patrolZone' ? 'patrol' : kind;
  let id = stem;
  for (let number = 2; taken.has(id); number++) id = `${stem}-${number}`;
  return id;
}

function emptyLayer(id: string, kind: LayerKind, title: string): NewLayer {
  return {
    manifest: { id, kind, title, file: `layers/${id}.fgb`, crs: 'EPSG:4326' },
    base: { geometry: emptyGeometryColumn(), columns: new Map(), rows: new Uint32Array(0), ids: [] },
  };
}
