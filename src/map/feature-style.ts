/**
 * From a layer's batch to how each feature looks: classes, tints, weights and names as flat arrays.
 * Pure: the same batch gives the same arrays. Knows no colours and no drawing. O(features).
 */
import { type Column, type FeatureBatch, textAt, valueAt } from '../model/feature-batch.ts';
import type { LayerKind } from '../model/kinds.ts';
import type { FeatureLabels, FeatureRecolor, FeatureStyling } from './map-types.ts';
import { NO_TINT, SYMBOLOGY, ZONE_TINTS } from './symbology.ts';

/** The six measures 六个百分百 in the order of their ring segments, clockwise from the top. */
export const MEASURES = ['fence', 'materialCover', 'wetWork', 'hardening', 'vehicleWash', 'closedTransport'] as const;
/** Codes in `FeatureStyling.measures`. */
export const MEASURE_STATES = ['unstated', 'yes', 'no', 'notApplicable', 'notVerified'] as const;

/** Passes a day at which a route is as wide as it gets. */
const PASSES_AT_FULL_WIDTH = 6;

export interface FeatureMasks {
  readonly dimmed?: Uint8Array;
  readonly hidden?: Uint8Array;
  readonly recolor?: FeatureRecolor;
}

export function styleFeatures(kind: LayerKind, batch: FeatureBatch, masks: FeatureMasks = {}): FeatureStyling {
  return {
    category: categories(kind, batch),
    ...(SYMBOLOGY[kind].tinted ? { tint: tintsByOwner(batch) } : {}),
    ...weightsOf(kind, batch),
    ...(kind === 'constructionSite' ? { measures: measureStates(batch) } : {}),
    ...(masks.dimmed ? { dimmed: masks.dimmed } : {}),
    ...(masks.hidden ? { hidden: masks.hidden } : {}),
    ...(masks.recolor ? { recolor: masks.recolor } : {}),
  };
}

/**
 * What is written on features: zones and patrol zones by name and owner, the others by name alone.
 * `leader`: how the leader of a zone is written under it; nothing of leaders without it.
 */
export function labelFeatures(kind: LayerKind, batch: FeatureBatch, leader?: (name: string) => string): FeatureLabels {
  const count = batch.geometry.count;
  const zone = kind === 'responsibilityZone' || kind === 'patrolZone';
  const name = Array.from({ length: count }, (_, index) => clean(textAt(batch, 'name', index)));
  const detail = Array.from({ length: count }, (_, index) =>
    zone ? clean(textAt(batch, 'owner', index) ?? textAt(batch, 'person', index)) : undefined,
  );
  const leaderOf = (index: number) => {
    const found = zone && leader ? clean(textAt(batch, 'leader', index)) : undefined;
    return found && leader?.(found);
  };
  return {
    name,
    detail: detail.map((text, index) => {
      const lines = [text === name[index] ? undefined : text, leaderOf(index)].filter((line) => line !== undefined);
      return lines.length > 0 ? lines.join('\n') : undefined;
    }),
  };
}

/** Variation selectors draw as boxes or split glyphs in some fonts; they carry no meaning on a map. */
export function stripVariationSelectors(text: string): string {
  return text.replace(/[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu, '');
}

function clean(text: string | undefined): string | undefined {
  const stripped = text && stripVariationSelectors(text).trim();
  return stripped || undefined;
}

function categories(kind: LayerKind, batch: FeatureBatch): Uint8Array {
  const classify = CLASSIFIERS[kind];
  const category = new Uint8Array(batch.geometry.count);
  if (!classify) return category;
  const { column: name, classOf } = classify;
  const column = batch.columns.get(name);
  if (column?.type === 'text') {
    // One look per different value, not per feature.
    const classes = Uint8Array.from([classOf(undefined), ...column.dictionary.map((value) => classOf(value))]);
    for (let i = 0; i < category.length; i++) category[i] = classes[column.codes[i] ?? 0] ?? 0;
    return category;
  }
  const fallback = classOf(undefined);
  return category.fill(fallback);
}

interface Classifier {
  readonly column: string;
  readonly classOf: (value: string | undefined) => number;
}

const byName = (kind: LayerKind, column: string, fallback: string): Classifier => {
  const names = SYMBOLOGY[kind].classes.map(({ name }) => name);
  const other = names.indexOf(fallback);
  return {
    column,
    classOf: (value) => {
      const index = value === undefined ? -1 : names.indexOf(value);
      return index >= 0 ? index : other;
    },
  };
};

const CLASSIFIERS: { readonly [kind in LayerKind]?: Classifier } = {
  bareSoil: byName('bareSoil', 'status', 'unstated'),
  responsibilityZone: byName('responsibilityZone', 'level', 'grid'),
  patrolZone: byName('patrolZone', 'colour', 'patrol'),
  hotspot: byName('hotspot', 'source', 'unstated'),
  receptor: byName('receptor', 'kind', 'other'),
  sweepingRoute: { column: 'modes', classOf: routeClass },
};

/** The strongest mode decides: sweeping, else washing, else spraying; a route that says nothing sweeps. */
function routeClass(modes: string | undefined): number {
  const listed = (modes ?? '').split(',').map((mode) => mode.trim());
  if (listed.includes('sweep')) return 0;
  if (listed.includes('wash')) return 1;
  return listed.includes('spray') ? 2 : 0;
}

/** Owners in the order of their names share the twelve tints, so that a tint survives edits of others. */
function tintsByOwner(batch: FeatureBatch): Uint8Array {
  const count = batch.geometry.count;
  const owners = Array.from({ length: count }, (_, index) => textAt(batch, 'owner', index));
  const sorted = [...new Set(owners.filter((owner) => owner !== undefined))].sort();
  const tintOf = new Map(sorted.map((owner, index) => [owner, index % ZONE_TINTS.length]));
  return Uint8Array.from(owners, (owner) => (owner === undefined ? NO_TINT : (tintOf.get(owner) as number)));
}

function weightsOf(kind: LayerKind, batch: FeatureBatch): { weight?: Float32Array } {
  const count = batch.geometry.count;
  if (kind === 'sweepingRoute' || kind === 'haulRoute') {
    const passes = batch.columns.get('passesPerDay');
    return { weight: numbers(passes, count, (value) => (value - 1) / (PASSES_AT_FULL_WIDTH - 1)) };
  }
  if (kind !== 'hotspot') return {};
  // Values come in any unit, so each is seen against the largest of the layer.
  const column = batch.columns.get('value');
  let largest = 0;
  if (column?.type === 'number') for (const value of column.values) if (value > largest) largest = value;
  return { weight: numbers(column, count, (value) => Math.sqrt(Math.max(0, value) / largest)) };
}

function numbers(column: Column | undefined, count: number, scale: (value: number) => number): Float32Array {
  const weight = new Float32Array(count);
  if (column?.type !== 'number') return weight;
  for (let i = 0; i < count; i++) {
    const value = scale(column.values[i] ?? Number.NaN);
    weight[i] = Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
  }
  return weight;
}

function measureStates(batch: FeatureBatch): Uint8Array {
  const count = batch.geometry.count;
  const states = new Uint8Array(count * MEASURES.length);
  MEASURES.forEach((measure, position) => {
    const column = batch.columns.get(measure);
    for (let i = 0; column && i < count; i++) {
      const state = MEASURE_STATES.indexOf(String(valueAt(column, i)) as (typeof MEASURE_STATES)[number]);
      states[i * MEASURES.length + position] = Math.max(0, state);
    }
  });
  return states;
}
