/** Photos that know their place as hotspots of a layer of their own, in one step of the history; thumbnails come along as attachments. */
import { appendGeoJson, createGeometryBuilder } from '../../geo/geometry-column.ts';
import { createColumnsBuilder } from '../../model/column-builder.ts';
import { effectiveBatch } from '../../model/effective-batch.ts';
import { textAt, type Value } from '../../model/feature-batch.ts';
import { uniqueIds } from '../../model/feature-ids.ts';
import type { NewLayer, Patch, PatchOperation } from '../../model/patch.ts';
import { PHOTO_COLUMN, PHOTO_LAYER } from '../../model/photo-column.ts';
import type { EditedFeature, Layer, WorkspaceDocument } from '../../model/workspace.ts';
import type { PhotoFacts } from './read-photo.ts';

const FOLDER = 'attachments/photos';

export interface PlacedPhoto {
  /** As the file is called, without its folder. */
  readonly name: string;
  readonly facts: PhotoFacts;
  /** JPEG; undefined where the browser cannot show the picture. */
  readonly thumbnail: Uint8Array<ArrayBuffer> | undefined;
}

export interface PhotoPatch {
  /** Undefined where every photo was there before. */
  readonly patch: Patch | undefined;
  readonly added: number;
  /** Names of photos of the same name, place and time as one that is there. */
  readonly known: readonly string[];
}

/** Into the layer of photos that is there, else into a new one of this title. O(features of that layer + photos). */
export function buildPhotoPatch(
  document: WorkspaceDocument,
  photos: readonly PlacedPhoto[],
  title: string,
): PhotoPatch {
  const layer = document.layers.find(({ id }) => id === PHOTO_LAYER);
  const before = layer ? keysIn(layer) : new Set<string>();
  const fresh = photos.filter(({ name, facts }) => !before.has(keyOf(stemOf(name), facts)));
  const known = photos.filter((photo) => !fresh.includes(photo)).map(({ name }) => name);
  if (fresh.length === 0) return { patch: undefined, added: 0, known };
  const reserved = new Set(layer ? effectiveBatch(layer).ids : []);
  const { ids } = uniqueIds(
    fresh.map(({ name }) => stemOf(name)),
    reserved,
  );
  const features = fresh.map((photo, index) => featureOf(photo, ids[index]!));
  const thumbnails = fresh.flatMap(({ thumbnail }, index): PatchOperation[] =>
    thumbnail ? [{ op: 'attachment', path: pathOf(ids[index]!), bytes: thumbnail }] : [],
  );
  const operations: PatchOperation[] = layer
    ? features.map((feature) => ({ op: 'feature', layer: layer.id, id: feature.id, feature }))
    : [{ op: 'layer', id: PHOTO_LAYER, index: document.layers.length, layer: layerOf(features, title) }];
  const label = { code: 'edit.photos', params: { count: fresh.length } };
  return { patch: { label, operations: [...thumbnails, ...operations] }, added: fresh.length, known };
}

function featureOf({ name, facts, thumbnail }: PlacedPhoto, id: string): EditedFeature {
  const properties: Record<string, Value> = { id, name: stemOf(name), source: 'drone' };
  if (facts.time !== undefined) properties.time = facts.time;
  if (thumbnail) properties[PHOTO_COLUMN] = pathOf(id);
  return { id, geometry: { type: 'Point', coordinates: [facts.longitude, facts.latitude] }, properties };
}

function layerOf(features: readonly EditedFeature[], title: string): NewLayer {
  const geometry = createGeometryBuilder();
  const columns = createColumnsBuilder();
  features.forEach((feature, index) => {
    appendGeoJson(geometry, feature.geometry);
    for (const [name, value] of Object.entries(feature.properties)) columns.set(index, name, value);
  });
  return {
    manifest: { id: PHOTO_LAYER, kind: 'hotspot', title, file: `layers/${PHOTO_LAYER}.fgb` },
    base: {
      geometry: geometry.finish(),
      columns: columns.finish(features.length),
      rows: Uint32Array.from(features.keys()),
      ids: features.map(({ id }) => id),
    },
  };
}

const stemOf = (name: string) => name.replace(/\.[^.]+$/u, '');
const pathOf = (id: string) => `${FOLDER}/${id.replace(/[^\p{L}\p{N}_#-]+/gu, '_')}.jpg`;

/** To a hundred-thousandth of a degree: a metre. */
const keyOf = (name: string, { longitude, latitude, time }: PhotoFacts) =>
  [name, longitude.toFixed(5), latitude.toFixed(5), time ?? ''].join(' ');

function keysIn(layer: Layer): Set<string> {
  const batch = effectiveBatch(layer);
  const { partStart, ringStart, positionStart, coordinates, count } = batch.geometry;
  const keys = new Set<string>();
  for (let index = 0; index < count; index++) {
    if (partStart[index] === partStart[index + 1]) continue;
    const at = 2 * positionStart[ringStart[partStart[index]!]!]!;
    const facts = { longitude: coordinates[at]!, latitude: coordinates[at + 1]!, time: textAt(batch, 'time', index) };
    keys.add(keyOf(textAt(batch, 'name', index) ?? '', facts));
  }
  return keys;
}
