/**
 * The demo as its ledgers tell it for an earlier time: patches opened later are not there yet, those treated or bare
 * again since are as they were. What is undone is listed, so that a comparison of the two can be held against it.
 */
import type { Subject } from '../../src/core/subject.ts';
import { geometryToGeoJson } from '../../src/geo/geometry-column.ts';
import { effectiveBatch } from '../../src/model/effective-batch.ts';
import { type FeatureBatch, textAt, type Value, valueAt } from '../../src/model/feature-batch.ts';
import { earliestInstant, latestInstant } from '../../src/model/instant.ts';
import type { PatchOperation } from '../../src/model/patch.ts';
import type { Layer, WorkspaceDocument } from '../../src/model/workspace.ts';

/** The demo's month before: its last evening. */
export const MONTH_BEFORE = { month: '2026-10', asOf: '2026-10-31T18:00:00+08:00' } as const;

export type PlantedChangeKind =
  | 'opened'
  | 'treated'
  | 'reopened'
  | 'grown'
  | 'hotspot'
  | 'cover-clock'
  | 'site-began'
  | 'site-ended';

export interface PlantedChange {
  readonly kind: PlantedChangeKind;
  readonly subject: Subject;
}

export interface MonthBefore {
  readonly operations: readonly PatchOperation[];
  readonly planted: readonly PlantedChange[];
}

/** `before` and `after` as instants (milliseconds since 1970); the document is as of `after`. O(features). */
export function monthBefore(
  document: WorkspaceDocument,
  before: number,
  after: number,
  coverHours: number,
): MonthBefore {
  const parts = document.layers.map((layer): MonthBefore => {
    if (layer.kind === 'bareSoil') return soilBefore(layer, before, coverHours);
    if (layer.kind === 'hotspot') return hotspotsBefore(layer, before);
    return layer.kind === 'constructionSite' ? sitesBefore(layer, before, after) : { operations: [], planted: [] };
  });
  return {
    operations: parts.flatMap(({ operations }) => operations),
    planted: parts.flatMap(({ planted }) => planted),
  };
}

function soilBefore(layer: Layer, before: number, coverHours: number): MonthBefore {
  const batch = effectiveBatch(layer);
  const operations: PatchOperation[] = [];
  const planted: PlantedChange[] = [];
  batch.ids.forEach((feature, index) => {
    const at = (field: string) => earliestInstant(textAt(batch, field, index) ?? '');
    const change = (kind: PlantedChangeKind, properties?: Record<string, Value>) => {
      planted.push({ kind, subject: { layer: layer.id, feature } });
      const now = geometryToGeoJson(batch.geometry, index);
      const geometry = kind === 'grown' ? shrunk(now) : now;
      const record = properties && { id: feature, geometry, properties: { ...recordOf(batch, index), ...properties } };
      operations.push({ op: 'feature', layer: layer.id, id: feature, feature: record ?? null });
    };
    if (at('openedAt') > before) change('opened');
    else if (at('reopenedAt') > before) change('reopened', { status: 'netted', reopenedAt: null, note: null });
    else if (at('treatedAt') > before) change('treated', { status: 'uncovered', treatedAt: null });
    else if (index % GROWN_EVERY === 0 && textAt(batch, 'status', index) === 'uncovered') change('grown', {});
    // Bare then and now, but still within its hours then.
    else if (
      textAt(batch, 'status', index) === 'uncovered' &&
      latestInstant(textAt(batch, 'openedAt', index) ?? '') + coverHours * 3_600_000 >= before
    )
      planted.push({ kind: 'cover-clock', subject: { layer: layer.id, feature } });
  });
  return { operations, planted };
}

/** Digging went on: of the patches that were bare all the month, so many are larger now by so much. */
const GROWN_EVERY = 9;
const GROWTH = 1.25;

/** Towards its first corner. Other shapes than polygons stay. */
function shrunk(geometry: GeoJSON.Geometry | null): GeoJSON.Geometry | null {
  if (geometry?.type !== 'Polygon') return geometry;
  const [x0 = 0, y0 = 0] = geometry.coordinates[0]?.[0] ?? [];
  const nearer = ([x = 0, y = 0]: GeoJSON.Position) => [x0 + (x - x0) / GROWTH, y0 + (y - y0) / GROWTH];
  return { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(nearer)) };
}

function hotspotsBefore(layer: Layer, before: number): MonthBefore {
  const batch = effectiveBatch(layer);
  const later = batch.ids.filter((_, index) => earliestInstant(textAt(batch, 'time', index) ?? '') > before);
  return {
    operations: later.map((id) => ({ op: 'feature', layer: layer.id, id, feature: null })),
    planted: later.map((feature) => ({ kind: 'hotspot', subject: { layer: layer.id, feature } })),
  };
}

/** Nothing to undo: whether a site is at work follows from its dates and the clock. */
function sitesBefore(layer: Layer, before: number, after: number): MonthBefore {
  const batch = effectiveBatch(layer);
  const planted = batch.ids.flatMap((feature, index): PlantedChange[] => {
    const from = earliestInstant(textAt(batch, 'activeFrom', index) ?? '');
    const to = latestInstant(textAt(batch, 'activeTo', index) ?? '');
    const subject = { layer: layer.id, feature };
    if (from > before && from <= after) return [{ kind: 'site-began', subject }];
    return to >= before && to < after ? [{ kind: 'site-ended', subject }] : [];
  });
  return { operations: [], planted };
}

function recordOf(batch: FeatureBatch, index: number): Record<string, Value> {
  return Object.fromEntries([...batch.columns].map(([name, column]) => [name, valueAt(column, index) ?? null]));
}
