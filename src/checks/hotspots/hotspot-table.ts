/**
 * All hotspots of a workspace as typed columns in the metric frame: what filters, time bins, grids and alarms
 * are computed from. Built once for the layers as they stand; knows no map and no words.
 */

import type { Frame } from '../../geo/laea.ts';
import { confidenceClass } from '../../model/confidence.ts';
import { type Column, type FeatureBatch, numberAt, valueAt } from '../../model/feature-batch.ts';
import { earliestInstant } from '../../model/instant.ts';

/** What hotspots are told apart by. */
export const FACETS = ['source', 'kind', 'confidence'] as const;
export type Facet = (typeof FACETS)[number];

/** One text per hotspot: `codes[i]` is a place in `values`. The empty text stands for what is not stated. */
export interface Coded {
  readonly values: readonly string[];
  readonly codes: Uint16Array;
}

export interface HotspotTable {
  readonly count: number;
  readonly frame: Frame;
  /** Where each layer's hotspots begin; a layer's own feature number is the place less `first`. */
  readonly layers: readonly { readonly id: string; readonly first: number; readonly count: number }[];
  /** Metres east and north of the frame's centre, interleaved; NaN without a place. */
  readonly xy: Float64Array;
  /** NaN without a time. A bare day or month is its beginning. */
  readonly timesMs: Float64Array;
  readonly facets: Readonly<Record<Facet, Coded>>;
  /** NaN without a value. */
  readonly values: Float64Array;
  readonly unit: Coded;
}

export interface HotspotLayer {
  readonly id: string;
  readonly batch: FeatureBatch;
}

/** A polygon lies at the middle of its box. Confidences in numbers are put into the classes of `confidenceClass`. O(positions). */
export function buildHotspotTable(layers: readonly HotspotLayer[], frame: Frame): HotspotTable {
  const count = layers.reduce((sum, { batch }) => sum + batch.geometry.count, 0);
  const xy = new Float64Array(2 * count).fill(Number.NaN);
  const timesMs = new Float64Array(count).fill(Number.NaN);
  const values = new Float64Array(count).fill(Number.NaN);
  const source = createCoder(count);
  const kind = createCoder(count);
  const confidence = createCoder(count);
  const unit = createCoder(count);
  const placed: { id: string; first: number; count: number }[] = [];
  const readTime = (text: string | undefined) => (text === undefined ? Number.NaN : earliestInstant(text));
  let first = 0;
  for (const { id, batch } of layers) {
    projectMiddles(batch, frame, xy, first);
    const { columns, geometry } = batch;
    forEachText(columns.get('time'), geometry.count, readTime, (index, time) => {
      timesMs[first + index] = time;
    });
    forEachText(columns.get('confidence'), geometry.count, confidenceClass, (index, text) => {
      confidence.put(first + index, text);
    });
    for (const [name, coder] of [
      ['source', source],
      ['kind', kind],
      ['unit', unit],
    ] as const) {
      forEachText(
        columns.get(name),
        geometry.count,
        (text) => text,
        (index, text) => coder.put(first + index, text),
      );
    }
    for (let index = 0; index < geometry.count; index++) {
      values[first + index] = numberAt(batch, 'value', index) ?? Number.NaN;
    }
    placed.push({ id, first, count: batch.geometry.count });
    first += batch.geometry.count;
  }
  const facets = { source: source.finish(), kind: kind.finish(), confidence: confidence.finish() };
  return { count, frame, layers: placed, xy, timesMs, facets, values, unit: unit.finish() };
}

/** Units in which hotspots state values, the commonest first. O(hotspots). */
export function unitsOf({ unit, values }: Pick<HotspotTable, 'unit' | 'values'>): string[] {
  const counts = new Map<string, number>();
  values.forEach((value, at) => {
    const name = unit.values[unit.codes[at]!];
    if (name && !Number.isNaN(value)) counts.set(name, (counts.get(name) ?? 0) + 1);
  });
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

function projectMiddles({ geometry }: FeatureBatch, frame: Frame, xy: Float64Array, first: number): void {
  const { count, partStart, ringStart, positionStart, coordinates } = geometry;
  for (let feature = 0; feature < count; feature++) {
    const from = positionStart[ringStart[partStart[feature]!]!]!;
    const end = positionStart[ringStart[partStart[feature + 1]!]!]!;
    if (from === end) continue;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = 2 * from; at < 2 * end; at += 2) {
      west = Math.min(west, coordinates[at]!);
      east = Math.max(east, coordinates[at]!);
      south = Math.min(south, coordinates[at + 1]!);
      north = Math.max(north, coordinates[at + 1]!);
    }
    frame.project((west + east) / 2, (south + north) / 2, xy, 2 * (first + feature));
  }
}

/** What `read` makes of each feature's text, once for each different text: thousands of hotspots share a source. */
function forEachText<T>(
  column: Column | undefined,
  count: number,
  read: (text: string | undefined) => T,
  take: (index: number, made: T) => void,
): void {
  if (column?.type === 'text') {
    const made = [read(undefined), ...column.dictionary.map((text) => read(text || undefined))];
    for (let index = 0; index < count; index++) take(index, made[column.codes[index]!]!);
    return;
  }
  for (let index = 0; index < count; index++) {
    const value = valueAt(column, index);
    take(index, read(value === null ? undefined : String(value)));
  }
}

function createCoder(count: number) {
  const codes = new Uint16Array(count);
  const values = [''];
  const codeOf = new Map([['', 0]]);
  return {
    put(at: number, text = '') {
      let code = codeOf.get(text);
      if (code === undefined) {
        code = values.push(text) - 1;
        codeOf.set(text, code);
      }
      codes[at] = code;
    },
    finish: (): Coded => ({ values, codes }),
  };
}
