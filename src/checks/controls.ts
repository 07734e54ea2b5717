/**
 * Whether a dust source is under control by its own fields: bare soil against its clocks, the six
 * measures of a site, the measures of a park. One feature at a time, from nothing but its fields, the
 * clock and the thresholds; knows no geometry and no words. A field that says nothing fails nothing.
 */
import { addMonths, DAY_MS, earliestInstant, HOUR_MS, latestInstant } from '../model/instant.ts';
import { type LayerKind, SITE_MEASURES } from '../model/kinds.ts';
import { isActiveAt } from '../rules/site-stage.ts';
import type { Thresholds } from '../rules/thresholds.ts';
import { type FeatureRef, field } from './check-input.ts';
import type { LayerFields } from './layer-fields.ts';

/** Kinds whose fields say whether they are under control; a stockpile has none. */
export const CONTROLLED_KINDS = [
  'bareSoil',
  'constructionSite',
  'industrialPark',
] as const satisfies readonly LayerKind[];

/** Bare soil past a clock. */
export interface OverdueSoil {
  readonly clock: 'cover' | 'treat';
  /** Bare since, as the ledger writes it. */
  readonly since: string;
  readonly bareDays: number;
  /** Past the clock, begun days counted as whole. */
  readonly overdueDays: number;
  /** Past the first clock that ran out, exact: what the severity grows with. */
  readonly daysPastFirst: number;
}

/** A measure, by its field, that is registered as missing. */
export interface MissingMeasure {
  readonly measure: string;
}

export type FailedControl = OverdueSoil | MissingMeasure;

export interface JudgedFields {
  readonly failed: readonly FailedControl[];
  /** Bare, and nobody knows since when: no clock can be held against it. */
  readonly isUndated: boolean;
}

const IN_ORDER: JudgedFields = { failed: [], isUndated: false };
const UNDATED: JudgedFields = { failed: [], isUndated: true };

/** O(1). Anything but `CONTROLLED_KINDS` is in order. An `asOfInstant` of NaN runs no clock and takes every site for active. */
export function judgeFields(ref: FeatureRef, asOfInstant: number, thresholds: Thresholds): JudgedFields {
  switch (ref.layer.kind) {
    case 'bareSoil':
      return judgeSoil(ref, asOfInstant, thresholds);
    case 'constructionSite':
      return isActiveAt(field(ref, 'activeFrom'), field(ref, 'activeTo'), asOfInstant)
        ? findMissing(ref, SITE_MEASURES)
        : IN_ORDER;
    case 'industrialPark':
      return findMissing(ref, thresholds.parkMeasures);
    default:
      return IN_ORDER;
  }
}

/**
 * The fields that a layer would need to be judged and lacks. For a site or a park those without a value
 * anywhere; for soil what tells treated from untreated, or when it was laid bare. O(features).
 */
export function findLackingFields(layer: LayerFields, thresholds: Thresholds): readonly string[] {
  const lacking = (names: readonly string[]) => names.filter((name) => !layer.hasField(name));
  switch (layer.kind) {
    case 'bareSoil':
      // Mapped is enough: a column of treatments that is empty says that nothing was treated.
      if (!TREATMENT.some(layer.hasColumn)) return TREATMENT;
      return OPENING.some(layer.hasColumn) ? [] : OPENING.slice(0, 1);
    case 'constructionSite':
      return lacking(SITE_MEASURES);
    case 'industrialPark':
      return lacking(thresholds.parkMeasures);
    default:
      return [];
  }
}

const TREATMENT = ['status', 'treatedAt'] as const;
const OPENING = ['openedAt', 'reopenedAt'] as const;

function findMissing(ref: FeatureRef, measures: readonly string[]): JudgedFields {
  let failed: FailedControl[] | undefined;
  for (const measure of measures) {
    if (field(ref, measure) !== 'no') continue;
    failed ??= [];
    failed.push({ measure });
  }
  return failed ? { failed, isUndated: false } : IN_ORDER;
}

/** When ground that lies bare must be covered, and treated for good. */
export interface SoilClocks {
  /** Bare since, as the ledger writes it, and the instant from which the clocks run. */
  readonly since: string;
  readonly start: number;
  readonly coverBy: number;
  readonly treatBy: number;
}

/**
 * The clock runs from the end of a bare day or month, so that nothing is called late before it certainly is.
 * `unjudged`: the layer has no field that tells; `treated`; `unknown`: bare, and nobody knows since when.
 */
export function soilClocksOf(
  ref: FeatureRef,
  asOfInstant: number,
  thresholds: Thresholds,
): SoilClocks | 'unjudged' | 'treated' | 'unknown' {
  const isMapped = (name: string) => ref.layer.batch.columns.has(name);
  if (!TREATMENT.some(isMapped) || !OPENING.some(isMapped)) return 'unjudged';
  const since = findBareSince(ref, asOfInstant);
  if (since === undefined) return 'treated';
  if (since === 'unknown') return since;
  const start = latestInstant(since.text);
  return {
    since: since.text,
    start,
    coverBy: start + thresholds.bareSoilCoverHours * HOUR_MS,
    treatBy: addMonths(start, thresholds.bareSoilTreatMonths),
  };
}

/**
 * Whether soil lies bare as its ledger has it, past a clock or not; undefined where the layer has no field that tells.
 * Soil that nobody says was treated is bare. O(1).
 */
export function isBareSoil(ref: FeatureRef, asOfInstant: number): boolean | undefined {
  if (!TREATMENT.some((name) => ref.layer.batch.columns.has(name))) return undefined;
  return findBareSince(ref, asOfInstant) !== undefined;
}

function judgeSoil(ref: FeatureRef, asOfInstant: number, thresholds: Thresholds): JudgedFields {
  const clocks = soilClocksOf(ref, asOfInstant, thresholds);
  if (clocks === 'unknown') return UNDATED;
  if (typeof clocks === 'string') return IN_ORDER;
  const { since, start, coverBy, treatBy } = clocks;
  const clock = asOfInstant > treatBy ? 'treat' : 'cover';
  const deadline = clock === 'treat' ? treatBy : coverBy;
  if (!(asOfInstant > deadline)) return IN_ORDER;
  const overdue: OverdueSoil = {
    clock,
    since,
    bareDays: Math.ceil((asOfInstant - start) / DAY_MS),
    overdueDays: Math.ceil((asOfInstant - deadline) / DAY_MS),
    daysPastFirst: (asOfInstant - Math.min(coverBy, treatBy)) / DAY_MS,
  };
  return { failed: [overdue], isUndated: false };
}

interface PastDate {
  readonly text: string;
  readonly earliest: number;
}

/**
 * Undefined: it is not bare. A status of `uncovered` is believed against the dates; the ground is then
 * bare since its last opening or, where it was treated later, since then at the earliest. Dates after
 * the clock are plans and count for nothing.
 */
function findBareSince(ref: FeatureRef, asOfInstant: number): PastDate | 'unknown' | undefined {
  const status = field(ref, 'status');
  const treated = findPast(ref, 'treatedAt', asOfInstant);
  const isTreatedByWord = status === 'netted' || status === 'greened' || status === 'hardened';
  if (isTreatedByWord && treated === undefined) return undefined;
  const opened = laterOf(findPast(ref, 'openedAt', asOfInstant), findPast(ref, 'reopenedAt', asOfInstant));
  if (status === 'uncovered') return laterOf(opened, treated) ?? 'unknown';
  const isTreated = treated !== undefined && (opened === undefined || latestInstant(treated.text) >= opened.earliest);
  return isTreated ? undefined : (opened ?? 'unknown');
}

function findPast(ref: FeatureRef, name: string, asOfInstant: number): PastDate | undefined {
  const text = field(ref, name);
  if (text === undefined) return undefined;
  const earliest = earliestInstant(text);
  return earliest <= asOfInstant ? { text, earliest } : undefined;
}

function laterOf(a: PastDate | undefined, b: PastDate | undefined): PastDate | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return b.earliest > a.earliest ? b : a;
}
