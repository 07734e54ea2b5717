/**
 * Gestures as patches: a patrol zone made, changed, deleted. Pure and deterministic: the same
 * document and gesture give the same patch. Labels are keys under `edit.`.
 */
import type { Subject } from '../core/subject.ts';
import { emptyGeometryColumn } from '../geo/geometry-column.ts';
import type { Value } from '../model/feature-batch.ts';
import type { NewLayer, Patch, PatchOperation } from '../model/patch.ts';
import type { EditedFeature, Layer, WorkspaceDocument } from '../model/workspace.ts';
import type { ZoneGeometry } from './draw-types.ts';
import { readFeature } from './read-feature.ts';

/** What the form of a zone holds; empty text is no value. */
export interface ZoneAttributes {
  readonly name: string;
  readonly owner: string;
  readonly person: string;
  readonly level: string;
  readonly duty: string;
  /** Shift and anything else. */
  readonly note: string;
}
export const ZONE_ATTRIBUTES = [
  'name',
  'owner',
  'person',
  'level',
  'duty',
  'note',
] as const satisfies readonly (keyof ZoneAttributes)[];

export interface ZonePatch {
  readonly patch: Patch;
  /** The zone that it makes, changes or deletes. */
  readonly subject: Subject;
}

/** The layer that new patrol zones go to: the first of its kind. */
export function findPatrolLayer(document: WorkspaceDocument): Layer | undefined {
  return document.layers.find((layer) => layer.kind === 'patrolZone');
}

/**
 * `P-001`, `P-002` …: one past the highest number ever used in the layer, deleted zones included, so
 * that a name never comes to mean another zone.
 */
export function nextZoneId(layer: Layer | undefined): string {
  let highest = 0;
  for (const id of [...(layer?.base.ids ?? []), ...(layer?.edits.keys() ?? [])]) {
    highest = Math.max(highest, Number(/^P-(\d+)$/.exec(id)?.[1] ?? 0));
  }
  return `P-${String(highest + 1).padStart(3, '0')}`;
}

/**
 * A new zone in the patrol layer; where there is none, the same patch adds an empty one first, so
 * that one undo takes both back.
 *
 * @param layerTitle what a new layer is called, in the user's language
 */
export function createZone(
  document: WorkspaceDocument,
  geometry: ZoneGeometry,
  attributes: ZoneAttributes,
  layerTitle: string,
): ZonePatch {
  const layer = findPatrolLayer(document);
  const layerId = layer?.id ?? freeLayerId(document);
  const id = nextZoneId(layer);
  const operations: PatchOperation[] = [];
  if (!layer) {
    const added = emptyPatrolLayer(layerId, layerTitle);
    operations.push({ op: 'layer', id: layerId, index: document.layers.length, layer: added });
  }
  const feature: EditedFeature = { id, geometry, properties: withAttributes({ id }, attributes) };
  operations.push({ op: 'feature', layer: layerId, id, feature });
  return {
    patch: { label: { code: 'edit.zone-created', params: { name: attributes.name || id } }, operations },
    subject: { layer: layerId, feature: id },
  };
}

/** Undefined when the zone is gone or nothing differs. What the form does not show stays as it is. */
export function updateZone(
  document: WorkspaceDocument,
  subject: Subject,
  change: { readonly geometry?: ZoneGeometry; readonly attributes?: ZoneAttributes },
): ZonePatch | undefined {
  const layer = document.layers.find((candidate) => candidate.id === subject.layer);
  const before = layer && readFeature(layer, subject.feature);
  if (!before) return undefined;
  const geometry = change.geometry ?? before.geometry;
  const properties = change.attributes ? withAttributes(before.properties, change.attributes) : before.properties;
  const reshaped = geometry !== before.geometry && JSON.stringify(geometry) !== JSON.stringify(before.geometry);
  const renamed = JSON.stringify(properties) !== JSON.stringify(before.properties);
  if (!reshaped && !renamed) return undefined;
  const code = reshaped && renamed ? 'edit.zone-changed' : reshaped ? 'edit.zone-reshaped' : 'edit.zone-described';
  const feature: EditedFeature = { id: subject.feature, geometry, properties };
  return patchOf(code, subject, nameOf(feature), feature);
}

/** Undefined when the zone is gone already. */
export function deleteZone(document: WorkspaceDocument, subject: Subject): ZonePatch | undefined {
  const layer = document.layers.find((candidate) => candidate.id === subject.layer);
  const before = layer && readFeature(layer, subject.feature);
  return before && patchOf('edit.zone-deleted', subject, nameOf(before), null);
}

/** The form's values of a zone. */
export function attributesOf(feature: Pick<EditedFeature, 'properties'> | undefined): ZoneAttributes {
  const text = (name: string) => String(feature?.properties[name] ?? '');
  return {
    name: text('name'),
    owner: text('owner'),
    person: text('person'),
    level: text('level'),
    duty: text('duty'),
    note: text('note'),
  };
}

function patchOf(code: string, subject: Subject, name: string, feature: EditedFeature | null): ZonePatch {
  const operation: PatchOperation = { op: 'feature', layer: subject.layer, id: subject.feature, feature };
  return { patch: { label: { code, params: { name } }, operations: [operation] }, subject };
}

const nameOf = (feature: EditedFeature) => String(feature.properties.name || feature.id);

function withAttributes(
  properties: Readonly<Record<string, Value>>,
  attributes: ZoneAttributes,
): Readonly<Record<string, Value>> {
  const result: Record<string, Value> = { ...properties };
  for (const name of ZONE_ATTRIBUTES) {
    const value = attributes[name].trim();
    if (value) result[name] = value;
    else delete result[name];
  }
  return result;
}

function freeLayerId(document: WorkspaceDocument): string {
  const taken = new Set(document.layers.map((layer) => layer.id));
  let id = 'patrol';
  for (let number = 2; taken.has(id); number++) id = `patrol-${number}`;
  return id;
}

function emptyPatrolLayer(id: string, title: string): NewLayer {
  return {
    manifest: { id, kind: 'patrolZone', title, file: `layers/${id}.fgb`, crs: 'EPSG:4326' },
    base: { geometry: emptyGeometryColumn(), columns: new Map(), rows: new Uint32Array(0), ids: [] },
  };
}
