/**
 * Edits as people make them, on whatever a document holds: corners moved, features moved, added,
 * deleted and split, owners, levels and duties changed, findings accepted, edits taken back.
 */
import type { Random } from '../../src/core/random.ts';
import { geometryToGeoJson } from '../../src/geo/geometry-column.ts';
import { valueAt } from '../../src/model/feature-batch.ts';
import type { Finding } from '../../src/model/findings.ts';
import type { Patch, PatchOperation } from '../../src/model/patch.ts';
import type { EditedFeature, Layer, WorkspaceDocument } from '../../src/model/workspace.ts';

type Point = [number, number];

export const EDIT_NAMES = [
  'moveVertex',
  'moveFeature',
  'addFeature',
  'deleteFeature',
  'splitFeature',
  'changeOwner',
  'changeLevel',
  'changeDuty',
  'acceptFinding',
  'takeBack',
] as const;
export type EditName = (typeof EDIT_NAMES)[number];

/** A patch of one kind; undefined where the document offers nothing to edit so. */
export function randomEdit(
  name: EditName,
  document: WorkspaceDocument,
  findings: readonly Finding[],
  random: Random,
): Patch | undefined {
  const operations = operationsOf(name, document, findings, random);
  return operations && { label: { code: name, params: {} }, operations };
}

function operationsOf(
  name: EditName,
  document: WorkspaceDocument,
  findings: readonly Finding[],
  random: Random,
): PatchOperation[] | undefined {
  if (name === 'acceptFinding') {
    if (findings.length === 0) return undefined;
    const { rule, subjects } = random.pick(findings);
    const accepted = { rule, subjects, kind: random.next() < 0.5 ? ('joint' as const) : ('exception' as const) };
    const kept = random.next() < 0.2 ? document.exceptions.slice(1) : document.exceptions;
    return [{ op: 'exceptions', exceptions: [...kept, accepted] }];
  }
  if (name === 'takeBack') {
    const edited = document.layers.filter(({ edits }) => edits.size > 0);
    if (edited.length === 0) return undefined;
    const layer = random.pick(edited);
    return [{ op: 'feature', layer: layer.id, id: random.pick([...layer.edits.keys()]), feature: undefined }];
  }
  const onlyZones = name === 'changeLevel' || name === 'changeDuty' || name === 'splitFeature';
  const layers = document.layers.filter(
    (layer) => layer.base.ids.length > 0 && (!onlyZones || layer.kind.endsWith('Zone')),
  );
  if (layers.length === 0) return undefined;
  const layer = random.pick(layers);
  const feature = featureOf(layer, random);
  if (!feature?.geometry) return undefined;
  const replaced = (next: EditedFeature | null, id = feature.id): PatchOperation => ({
    op: 'feature',
    layer: layer.id,
    id,
    feature: next,
  });
  const withProperty = (key: string, value: string) =>
    replaced({ ...feature, properties: { ...feature.properties, [key]: value } });
  const step = () => 0.002 * (random.next() - 0.5);
  switch (name) {
    case 'moveVertex':
      return [replaced({ ...feature, geometry: vertexMoved(feature.geometry, random, step) })];
    case 'moveFeature':
      return [replaced({ ...feature, geometry: moved(feature.geometry, [step(), step()]) })];
    case 'addFeature': {
      const id = `new-${random.integer(0, 1e9)}`;
      return [replaced({ ...feature, id, geometry: moved(feature.geometry, [step(), step()]) }, id)];
    }
    case 'deleteFeature':
      return [replaced(null)];
    case 'splitFeature':
      return halves(feature, random)?.map((half) => replaced(half, half.id));
    case 'changeOwner':
      return [withProperty('owner', random.pick(['', '一队', '二队', '三队']))];
    case 'changeLevel':
      return [withProperty('level', random.pick(['district', 'street', 'community', 'grid']))];
    case 'changeDuty':
      return [withProperty('duty', random.pick(['general', '扬尘', '渣土']))];
  }
}

/** As it is now; undefined where it was deleted. */
function featureOf({ base, edits }: Layer, random: Random): EditedFeature | undefined {
  const row = random.integer(0, base.ids.length - 1);
  const id = base.ids[row]!;
  const edit = edits.get(id);
  if (edit !== undefined) return edit ?? undefined;
  const properties = Object.fromEntries([...base.columns].map(([name, column]) => [name, valueAt(column, row)]));
  return { id, geometry: geometryToGeoJson(base.geometry, row), properties };
}

/** The same geometry with each position replaced. */
function mapped(geometry: GeoJSON.Geometry, change: (at: Point, index: number) => Point): GeoJSON.Geometry {
  if (geometry.type === 'GeometryCollection') return geometry;
  let index = 0;
  const walk = (value: unknown): unknown =>
    Array.isArray(value) && typeof value[0] === 'number' ? change(value as Point, index++) : (value as []).map(walk);
  return { type: geometry.type, coordinates: walk(geometry.coordinates) } as GeoJSON.Geometry;
}

const moved = (geometry: GeoJSON.Geometry, [dx, dy]: Point) => mapped(geometry, ([x, y]) => [x + dx, y + dy]);

/** One position somewhere else, wherever it stands: the first of a ring is its last as well. */
function vertexMoved(geometry: GeoJSON.Geometry, random: Random, step: () => number): GeoJSON.Geometry {
  const all: Point[] = [];
  mapped(geometry, (at) => {
    all.push(at);
    return at;
  });
  if (all.length === 0) return geometry;
  const [x, y] = random.pick(all);
  const next: Point = [x + step(), y + step()];
  return mapped(geometry, (at) => (at[0] === x && at[1] === y ? next : at));
}

/** Cut from corner to corner; a cut that leaves the polygon makes rings that cross themselves, as people do. */
function halves(feature: EditedFeature, random: Random): EditedFeature[] | undefined {
  const { geometry } = feature;
  const rings =
    geometry?.type === 'Polygon'
      ? geometry.coordinates
      : geometry?.type === 'MultiPolygon'
        ? geometry.coordinates[0]
        : undefined;
  const ring = rings?.[0]?.slice(0, -1);
  if (!ring || ring.length < 4) return undefined;
  const first = random.integer(0, ring.length - 3);
  const second = random.integer(first + 2, Math.min(ring.length - 1, first + ring.length - 2));
  const part = (corners: GeoJSON.Position[], id: string): EditedFeature => ({
    ...feature,
    id,
    geometry: { type: 'Polygon', coordinates: [[...corners, corners[0]!]] },
  });
  return [
    part(ring.slice(first, second + 1), feature.id),
    part([...ring.slice(second), ...ring.slice(0, first + 1)], `${feature.id}-${random.integer(0, 1e9)}`),
  ];
}
