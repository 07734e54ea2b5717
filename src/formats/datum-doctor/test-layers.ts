/** For the tests: layers made of GeoJSON, moved into other datums by gcoord, and the outlines of a shapefile. */
import gcoord from 'gcoord';
import { appendGeoJson, createGeometryBuilder } from '../../geo/geometry-column.ts';
import { createColumnsBuilder } from '../../model/column-builder.ts';
import type { FeatureBatch } from '../../model/feature-batch.ts';
import type { Datum } from '../../model/workspace.ts';

export interface TestFeature {
  readonly geometry: GeoJSON.Geometry | null;
  readonly properties?: GeoJSON.GeoJsonProperties;
}

export function batchOf(features: readonly TestFeature[]): FeatureBatch {
  const geometries = createGeometryBuilder();
  const columns = createColumnsBuilder();
  for (const [row, { geometry, properties }] of features.entries()) {
    appendGeoJson(geometries, geometry);
    for (const [name, value] of Object.entries(properties ?? {})) columns.set(row, name, value);
  }
  const rows = Uint32Array.from(features, (_, row) => row);
  return { geometry: geometries.finish(), columns: columns.finish(features.length), rows, ids: [] };
}

/** From WGS84, by a library that shares nothing with the app's own formulas. */
export function inDatum(batch: FeatureBatch, datum: Datum): FeatureBatch {
  if (datum === 'wgs84') return batch;
  const coordinates = batch.geometry.coordinates.slice();
  const target = datum === 'gcj02' ? gcoord.GCJ02 : gcoord.BD09;
  for (let i = 0; i < coordinates.length; i += 2) {
    const moved = gcoord.transform([coordinates[i]!, coordinates[i + 1]!], gcoord.WGS84, target);
    coordinates.set(moved as [number, number], i);
  }
  return { ...batch, geometry: { ...batch.geometry, coordinates } };
}

/** Polygons of a .shp and one text field of its .dbf. Each ring is a part: enough for outlines and what lies in them. */
export function readOutlines(shp: Uint8Array, dbf: Uint8Array, field: string, encoding: string): TestFeature[] {
  const view = new DataView(shp.buffer, shp.byteOffset);
  const names = readField(dbf, field, encoding);
  const features: TestFeature[] = [];
  for (let at = 100; at < shp.length; at += 8 + 2 * view.getInt32(at + 4)) {
    const [parts, points] = [view.getInt32(at + 44, true), view.getInt32(at + 48, true)];
    const starts = Array.from({ length: parts }, (_, part) => view.getInt32(at + 52 + 4 * part, true));
    const first = at + 52 + 4 * parts;
    const position = (p: number) => [view.getFloat64(first + 16 * p, true), view.getFloat64(first + 16 * p + 8, true)];
    const coordinates = starts.map((start, part) => [
      Array.from({ length: (starts[part + 1] ?? points) - start }, (_, k) => position(start + k)),
    ]);
    features.push({ geometry: { type: 'MultiPolygon', coordinates }, properties: { name: names[features.length] } });
  }
  return features;
}

function readField(dbf: Uint8Array, field: string, encoding: string): string[] {
  const view = new DataView(dbf.buffer, dbf.byteOffset);
  const [records, first, length] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)];
  let offset = 1;
  for (let at = 32; dbf[at] !== 0x0d; offset += dbf[at + 16]!, at += 32) {
    const name = new TextDecoder(encoding).decode(dbf.subarray(at, at + 11)).replace(/\0.*$/u, '');
    if (name !== field) continue;
    const width = dbf[at + 16]!;
    return Array.from({ length: records }, (_, row) => {
      const from = first + row * length + offset;
      return new TextDecoder(encoding)
        .decode(dbf.subarray(from, from + width))
        .replaceAll('\0', '')
        .trim();
    });
  }
  throw new Error(`no field ${field}`);
}
