/** Layers with features, made for tests: rows of fields, geometry as GeoJSON. No part of the product. */
import { appendGeoJson, createGeometryBuilder } from '../geo/geometry-column.ts';
import type { Column, Value } from '../model/feature-batch.ts';
import type { LayerKind } from '../model/kinds.ts';
import { createLayerFeatures, type FeaturesByLayer } from './store/layer-features.ts';

export interface TestLayer {
  readonly id: string;
  readonly kind: LayerKind;
  readonly rows: readonly {
    readonly id: string;
    readonly geometry?: GeoJSON.Geometry;
    readonly [field: string]: unknown;
  }[];
}

export function buildTestFeatures(layers: readonly TestLayer[]): FeaturesByLayer {
  return new Map(
    layers.map(({ id, kind, rows }) => {
      const geometry = createGeometryBuilder();
      for (const row of rows) appendGeoJson(geometry, row.geometry ?? null);
      const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => name !== 'geometry');
      const columns = new Map(
        fields.map((name) => [name, textColumn(rows.map((row) => row[name] as Value | undefined))]),
      );
      const ids = rows.map((row) => row.id);
      const base = { geometry: geometry.finish(), columns, rows: Uint32Array.from(rows.keys()), ids };
      const layer = { id, kind, title: id, manifest: { id, kind, file: '' }, base, edits: new Map() };
      return [id, createLayerFeatures(layer, base)];
    }),
  );
}

function textColumn(values: readonly (Value | undefined)[]): Column {
  const dictionary = [...new Set(values.filter((value) => value !== undefined && value !== null).map(String))];
  const codes = Uint32Array.from(values, (value) =>
    value === undefined || value === null ? 0 : dictionary.indexOf(String(value)) + 1,
  );
  return { type: 'text', codes, dictionary };
}
