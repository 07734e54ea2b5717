/**
 * The thresholds in force as typed numbers: what the checks read. Where they come from and how sure
 * we are of them stays in the pack. Knows no geometry.
 */
import type { RulePack } from '../model/rule-pack.ts';

export interface Thresholds {
  /** A source is covered from a fraction of 1 minus this. */
  readonly coverageTolerance: number;
  readonly maxSweepingDistanceMeters: number;
  readonly minOverlapAreaSquareMeters: number;
  readonly sliverWidthMeters: number;
  readonly routeMatchMeters: number;
  /** 0: every route. */
  readonly minPassesPerDay: number;
  /** All of `sweep, wash, spray`: every route. */
  readonly qualifyingModes: readonly string[];
  /** Cleaning grades of roads that must be swept, as the ledger writes them. */
  readonly sweptRoadGrades: readonly string[];
  /** Shorter unswept stretches are slivers. */
  readonly minUnsweptRoadMeters: number;
  /** Stretches of one road or route with at most so much between them are one finding. */
  readonly stretchJoinMeters: number;
  /** Shorter lengths that two operators sweep are slivers. */
  readonly minRouteOverlapMeters: number;
  /** Up to this angle, whichever way they run, two routes go along each other. */
  readonly parallelRouteDegrees: number;
  readonly hotspotSourceReachMeters: number;
  /** To either side of where the wind comes from. */
  readonly upwindSectorDegrees: number;
  readonly maxHotspotCandidates: number;
}

/** What the value of each threshold must be. */
export type ThresholdShape =
  | { readonly type: 'number'; readonly unit: string; readonly min: number; readonly max: number }
  /** Without values: any text. */
  | { readonly type: 'list'; readonly unit: string; readonly values: readonly string[] };

export const THRESHOLD_SHAPES = {
  coverageTolerance: { type: 'number', unit: 'fraction', min: 0, max: 1 },
  maxSweepingDistanceMeters: { type: 'number', unit: 'm', min: 0, max: 100_000 },
  minOverlapAreaSquareMeters: { type: 'number', unit: 'm2', min: 0, max: 1e12 },
  sliverWidthMeters: { type: 'number', unit: 'm', min: 0, max: 100_000 },
  routeMatchMeters: { type: 'number', unit: 'm', min: 0, max: 100_000 },
  minPassesPerDay: { type: 'number', unit: '1/d', min: 0, max: 1000 },
  qualifyingModes: { type: 'list', unit: 'modes', values: ['sweep', 'wash', 'spray'] },
  sweptRoadGrades: { type: 'list', unit: 'grades', values: [] },
  minUnsweptRoadMeters: { type: 'number', unit: 'm', min: 0, max: 100_000 },
  stretchJoinMeters: { type: 'number', unit: 'm', min: 0, max: 100_000 },
  minRouteOverlapMeters: { type: 'number', unit: 'm', min: 0, max: 100_000 },
  parallelRouteDegrees: { type: 'number', unit: 'deg', min: 0, max: 90 },
  hotspotSourceReachMeters: { type: 'number', unit: 'm', min: 0, max: 100_000 },
  upwindSectorDegrees: { type: 'number', unit: 'deg', min: 0, max: 90 },
  maxHotspotCandidates: { type: 'number', unit: 'count', min: 1, max: 100 },
} as const satisfies Record<keyof Thresholds, ThresholdShape>;

/** The pack must have been through `parseRulePack`, which sees to it that every threshold is there and of its type. */
export function thresholdsInForce(pack: RulePack): Thresholds {
  const values = Object.keys(THRESHOLD_SHAPES).map((name) => [name, pack.thresholds[name]?.value]);
  return Object.fromEntries(values) as unknown as Thresholds;
}
