/** Small workspaces in metres around a fixed frame, so that tests can state areas and distances. */
import { appendGeoJson, createGeometryBuilder } from '../../src/geo/geometry-column.ts';
import { createFrame } from '../../src/geo/laea.ts';
import { createColumnsBuilder } from '../../src/model/column-builder.ts';
import type { Value } from '../../src/model/feature-batch.ts';
import type { LayerKind } from '../../src/model/kinds.ts';
import type { LonLat } from '../../src/model/lon-lat.ts';
import type { Layer, WorkspaceDocument, WorkspaceException } from '../../src/model/workspace.ts';
import { nationalRulePack } from '../../src/rules/parse-rule-pack.ts';

export const FRAME_CENTER: LonLat = [113.6, 34.7];
const frame = createFrame(FRAME_CENTER);

export interface MadeFeature {
  readonly geometry: GeoJSON.Geometry | null;
  readonly properties: Readonly<Record<string, Value>>;
}
type Properties = Readonly<Record<string, Value>>;

/** x, y pairs in metres east and north of the frame's centre, as degrees. */
export function degrees(...numbers: readonly number[]): GeoJSON.Position[] {
  return Array.from({ length: numbers.length / 2 }, (_, i) => frame.unproject(numbers[2 * i]!, numbers[2 * i + 1]!));
}

export function rectangle(x: number, y: number, width: number, height: number): GeoJSON.Polygon {
  const [right, top] = [x + width, y + height];
  return { type: 'Polygon', coordinates: [degrees(x, y, right, y, right, top, x, top, x, y)] };
}

export function area(
  id: string,
  at: readonly [number, number, number, number],
  properties: Properties = {},
): MadeFeature {
  return { geometry: rectangle(...at), properties: { id, ...properties } };
}

export function route(id: string, numbers: readonly number[], properties: Properties = {}): MadeFeature {
  return { geometry: { type: 'LineString', coordinates: degrees(...numbers) }, properties: { id, ...properties } };
}

export function spot(id: string, x: number, y: number, properties: Properties = {}): MadeFeature {
  return { geometry: { type: 'Point', coordinates: degrees(x, y)[0]! }, properties: { id, ...properties } };
}

export function layerOf(id: string, kind: LayerKind, features: readonly MadeFeature[]): Layer {
  const geometry = createGeometryBuilder();
  const columns = createColumnsBuilder();
  features.forEach((feature, index) => {
    appendGeoJson(geometry, feature.geometry);
    for (const [name, value] of Object.entries(feature.properties)) columns.set(index, name, value);
  });
  return {
    id,
    kind,
    title: id,
    manifest: { id, kind, file: `layers/${id}.geojson` },
    base: {
      geometry: geometry.finish(),
      columns: columns.finish(features.length),
      rows: Uint32Array.from(features.keys()),
      ids: features.map((feature, index) => String(feature.properties.id ?? index)),
    },
    edits: new Map(),
  };
}

export function workspaceOf(
  layers: readonly Layer[],
  more: { exceptions?: readonly WorkspaceException[]; thresholds?: Readonly<Record<string, number>> } = {},
): WorkspaceDocument {
  const pack = nationalRulePack();
  const changed = Object.entries(more.thresholds ?? {}).map(([name, value]) => [
    name,
    { ...pack.thresholds[name], value },
  ]);
  return {
    name: 'made',
    frame: FRAME_CENTER,
    layers,
    rulePack: { ...pack, thresholds: { ...pack.thresholds, ...Object.fromEntries(changed) } },
    exceptions: more.exceptions ?? [],
    scenes: [],
    carried: {},
  };
}
