/** Random edits as people make them, one patch each: corners moved, sources added and deleted, owners and routes changed. */
import type { Random } from '../../src/core/random.ts';
import { readFeature } from '../../src/draw/read-feature.ts';
import type { Patch } from '../../src/model/patch.ts';
import type { EditedFeature, Layer, WorkspaceDocument } from '../../src/model/workspace.ts';

export const EDIT_KINDS = [
  'move a zone corner',
  'move a source',
  'add a source',
  'delete a source',
  'change an owner',
  'move a route corner',
] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

const METERS_PER_DEGREE = 111_000;
/** How far a corner or a feature is dragged at most. */
const REACH_METERS = 40;

export function drawEdit(document: WorkspaceDocument, kind: EditKind, random: Random, serial: number): Patch {
  switch (kind) {
    case 'move a zone corner':
      return patchOf('zones', moveCorner(drawFeature(document, 'zones', random), random));
    case 'move a route corner':
      return patchOf('routes', moveCorner(drawFeature(document, 'routes', random), random));
    case 'move a source':
      return patchOf('soil', moveWhole(drawFeature(document, 'soil', random), random));
    case 'add a source': {
      const like = moveWhole(drawFeature(document, 'soil', random), random);
      const id = `bench-${serial}`;
      return patchOf('soil', { ...like, id, properties: { ...like.properties, id } });
    }
    case 'delete a source':
      return patchOf('soil', drawFeature(document, 'soil', random), true);
    case 'change an owner': {
      const zone = drawFeature(document, 'zones', random);
      const owner = drawFeature(document, 'zones', random).properties.owner ?? null;
      return patchOf('zones', { ...zone, properties: { ...zone.properties, owner } });
    }
  }
}

function patchOf(layer: string, feature: EditedFeature, isDeleted = false): Patch {
  return {
    label: { code: 'bench', params: {} },
    operations: [{ op: 'feature', layer, id: feature.id, feature: isDeleted ? null : feature }],
  };
}

export function layerNamed(document: WorkspaceDocument, id: string): Layer {
  const layer = document.layers.find((each) => each.id === id);
  if (!layer) throw new Error(`the demo district has no layer "${id}"`);
  return layer;
}

function drawFeature(document: WorkspaceDocument, layerId: string, random: Random): EditedFeature {
  const layer = layerNamed(document, layerId);
  for (;;) {
    const feature = readFeature(layer, random.pick(layer.base.ids));
    if (feature?.geometry) return feature;
  }
}

function drag(random: Random): [east: number, north: number] {
  const reach = REACH_METERS / METERS_PER_DEGREE;
  return [random.between(-reach, reach), random.between(-reach, reach)];
}

function moveWhole(feature: EditedFeature, random: Random): EditedFeature {
  const [east, north] = drag(random);
  const move = (value: unknown): unknown =>
    Array.isArray(value) && typeof value[0] === 'number'
      ? [value[0] + east, (value[1] as number) + north]
      : (value as unknown[]).map(move);
  const geometry = feature.geometry as GeoJSON.Polygon;
  return { ...feature, geometry: { ...geometry, coordinates: move(geometry.coordinates) as GeoJSON.Position[][] } };
}

function moveCorner(feature: EditedFeature, random: Random): EditedFeature {
  const geometry = structuredClone(feature.geometry) as GeoJSON.Geometry;
  const line = firstLine(geometry);
  const [east, north] = drag(random);
  moveTo(line, random.integer(0, line.length - 2), ([x, y]) => [x! + east, y! + north]);
  return { ...feature, geometry };
}

/** The outer ring of a polygon's first part, or a line's first part; the array itself. */
export function firstLine(geometry: GeoJSON.Geometry): GeoJSON.Position[] {
  switch (geometry.type) {
    case 'Polygon':
    case 'MultiLineString':
      return geometry.coordinates[0]!;
    case 'MultiPolygon':
      return geometry.coordinates[0]![0]!;
    case 'LineString':
      return geometry.coordinates;
    default:
      throw new Error(`found a ${geometry.type}, expected a line or a polygon`);
  }
}

/** Changes one corner in place; a ring's first is its last as well. */
export function moveTo(line: GeoJSON.Position[], index: number, of: (at: GeoJSON.Position) => GeoJSON.Position): void {
  const isRing = line[0]![0] === line.at(-1)![0] && line[0]![1] === line.at(-1)![1];
  line[index] = of(line[index]!);
  if (isRing && index === 0) line[line.length - 1] = line[0]!;
}
