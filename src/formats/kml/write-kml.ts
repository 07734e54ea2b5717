/**
 * KML 2.2: one placemark per feature, all columns as extended data, polygons with their holes. The format
 * has text alone: numbers and yes/no are written as such, which is told, as is what XML cannot hold.
 */

import { ok, type Problem, type Result } from '../../core/result.ts';
import { checkpoint, type Task } from '../../core/task.ts';
import { countUnwritable, escapeXml } from '../../core/xml-text.ts';
import { geometryToGeoJson } from '../../geo/geometry-column.ts';
import { type FeatureBatch, textAt } from '../../model/feature-batch.ts';
import { createNoteList } from '../../model/note-list.ts';
import type { WriteLayer } from '../driver.ts';

const FEATURES_PER_CHECKPOINT = 5_000;

/** O(positions + values). Rejects only when cancelled. */
export async function writeKml(layer: WriteLayer, task: Task = {}): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const { batch, name, nameColumn = 'name' } = layer;
  const placemarks: string[] = [];
  for (let index = 0; index < batch.geometry.count; index++) {
    if (index % FEATURES_PER_CHECKPOINT === FEATURES_PER_CHECKPOINT - 1) await checkpoint(task);
    placemarks.push(placemarkOf(batch, nameColumn, index));
  }
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
    `<name>${escapeXml(name)}</name>`,
    ...placemarks,
    '</Document></kml>',
    '',
  ].join('\n');
  return ok(new TextEncoder().encode(text), notesOf(batch));
}

function notesOf({ columns }: FeatureBatch): Problem[] {
  const notes = createNoteList();
  const typed = [...columns].filter(([, { type }]) => type !== 'text').map(([name]) => name);
  if (typed.length > 0) notes.add('kml-values-as-text', { columns: typed.join(', ') });
  for (const [column, values] of columns) {
    if (values.type !== 'text') continue;
    const counts = values.dictionary.map(countUnwritable);
    const count = values.codes.reduce((sum, code) => sum + (counts[code - 1] ?? 0), 0);
    if (count > 0) notes.add('xml-characters-left-out', { count }, { column });
  }
  return notes.finish();
}

function placemarkOf(batch: FeatureBatch, nameColumn: string, index: number): string {
  const data = [...batch.columns.keys()].map((column) => {
    const value = textAt(batch, column, index);
    return value === undefined ? '' : `<Data name="${escapeXml(column)}"><value>${escapeXml(value)}</value></Data>`;
  });
  const name = textAt(batch, nameColumn, index);
  const geometry = geometryToGeoJson(batch.geometry, index);
  return [
    '<Placemark>',
    name === undefined ? '' : `<name>${escapeXml(name)}</name>`,
    `<ExtendedData>${data.join('')}</ExtendedData>`,
    geometry ? geometryXml(geometry) : '',
    '</Placemark>',
  ].join('');
}

function geometryXml(geometry: GeoJSON.Geometry): string {
  switch (geometry.type) {
    case 'Point':
      return `<Point>${coordinatesXml([geometry.coordinates])}</Point>`;
    case 'LineString':
      return `<LineString><tessellate>1</tessellate>${coordinatesXml(geometry.coordinates)}</LineString>`;
    case 'Polygon':
      return `<Polygon>${geometry.coordinates.map(ringXml).join('')}</Polygon>`;
    case 'MultiPoint':
      return multiXml(geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates })));
    case 'MultiLineString':
      return multiXml(geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates })));
    case 'MultiPolygon':
      return multiXml(geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates })));
    case 'GeometryCollection':
      return multiXml(geometry.geometries);
  }
}

const multiXml = (geometries: readonly GeoJSON.Geometry[]): string =>
  `<MultiGeometry>${geometries.map(geometryXml).join('')}</MultiGeometry>`;

function ringXml(ring: readonly GeoJSON.Position[], index: number): string {
  const side = index === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs';
  return `<${side}><LinearRing>${coordinatesXml(ring)}</LinearRing></${side}>`;
}

const coordinatesXml = (positions: readonly GeoJSON.Position[]): string =>
  `<coordinates>${positions.map(([x, y]) => `${x},${y}`).join(' ')}</coordinates>`;
