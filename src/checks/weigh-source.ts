/**
 * What sums and order need to know of a finding on a dust source: its severity, its ground and its
 * zones, from the same numbers as its sentences. There may be a million findings of which somebody
 * reads twenty: the words of the rest are never made. Shared by both engines.
 */
import type { Subject } from '../core/subject.ts';
import { numberAt } from '../model/feature-batch.ts';
import { estimatePm10Tonnes } from '../rules/emissions.ts';
import { type CheckInput, type FeatureRef, field, sourceClassOf } from './check-input.ts';
import type { FailedControl } from './controls.ts';
import type { Weight } from './rule.ts';
import { controlSeverity, coverageSeverity, type Exposure, sweepingSeverity } from './severity.ts';

/** What the estimate of emissions and the limits in sentences are taken from. */
export type Clocked = Pick<CheckInput, 'thresholds' | 'asOfInstant'>;

export interface Nearest {
  readonly ref: FeatureRef;
  readonly distanceMeters: number;
}

/** A dust source: exactly one of area (a polygon) and length (a line) is there, neither for points. */
export interface MeasuredSource {
  readonly ref: FeatureRef;
  readonly areaSquareMeters?: number | undefined;
  readonly lengthMeters?: number | undefined;
  /** What lies around it, where that is known. */
  readonly exposure?: Exposure | undefined;
  /** Zones of any level with a part of it. */
  readonly zones: readonly Subject[];
}

export interface MeasuredCoverage {
  readonly source: MeasuredSource;
  /** By area, by length, or 0 for a point: all that becomes a finding is not covered. */
  readonly coveredFraction: number;
  /** The leaf zone with the largest share of a partly covered source, else the nearest one; undefined where none is within reach. */
  readonly nearest: Nearest | undefined;
}

export interface MeasuredSweeping {
  readonly source: MeasuredSource;
  /** The nearest qualifying route; undefined where the workspace has none. */
  readonly nearest: Nearest | undefined;
}

/**
 * The source's PM10 as a range of t/a, by its measured area, else the one that the ledger states;
 * undefined where none can be defended.
 */
export function estimatePm10(
  ref: FeatureRef,
  areaSquareMeters: number | undefined,
  { asOfInstant, thresholds }: Clocked,
): [low: number, high: number] | undefined {
  const { layer, index } = ref;
  if (layer.kind !== 'bareSoil' && layer.kind !== 'constructionSite') return undefined;
  const isSite = layer.kind === 'constructionSite';
  const source = {
    kind: layer.kind,
    areaSquareMeters: areaSquareMeters ?? numberAt(layer.batch, 'areaSquareMeters', index),
    status: isSite ? undefined : field(ref, 'status'),
    activeFrom: isSite ? field(ref, 'activeFrom') : undefined,
    activeTo: isSite ? field(ref, 'activeTo') : undefined,
  };
  return estimatePm10Tonnes(source, asOfInstant, thresholds);
}

/** By what no zone covers of the source. */
export function weighCoverage({ source, coveredFraction }: MeasuredCoverage, input: Clocked): Weight {
  const { ref, areaSquareMeters, exposure, zones } = source;
  const uncoveredFraction = 1 - coveredFraction;
  const uncoveredArea = areaSquareMeters === undefined ? undefined : areaSquareMeters * uncoveredFraction;
  const pm10 = estimatePm10(ref, areaSquareMeters, input);
  const uncoveredPm10 = pm10 && pm10[1] * uncoveredFraction;
  return {
    severity: coverageSeverity(sourceClassOf(ref), uncoveredArea, uncoveredPm10, exposure),
    areaSquareMeters,
    zones,
  };
}

/** By the whole source and how far beyond the limit the nearest route is. */
export function weighSweeping({ source, nearest }: MeasuredSweeping, input: Clocked): Weight {
  const { ref, areaSquareMeters, exposure, zones } = source;
  const beyond = nearest && nearest.distanceMeters - input.thresholds.maxSweepingDistanceMeters;
  const pm10 = estimatePm10(ref, areaSquareMeters, input);
  return {
    severity: sweepingSeverity(sourceClassOf(ref), areaSquareMeters, beyond, pm10?.[1], exposure),
    areaSquareMeters,
    zones,
  };
}

/** By the whole source and, of bare soil, the days past its clock. */
export function weighControl(source: MeasuredSource, failed: FailedControl, input: Clocked): Weight {
  const { ref, areaSquareMeters, exposure, zones } = source;
  const pm10 = estimatePm10(ref, areaSquareMeters, input);
  const days = 'clock' in failed ? failed.daysPastFirst : undefined;
  return {
    severity: controlSeverity(sourceClassOf(ref), areaSquareMeters, pm10?.[1], days, exposure),
    areaSquareMeters,
    zones,
  };
}
