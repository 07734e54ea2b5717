/**
 * The thresholds in force as typed values: what the checks read. Where they come from and how sure
 * we are of them stays in the pack. Knows no geometry.
 */
import type { RulePack, Threshold } from '../model/rule-pack.ts';

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
  /** Uncovered bare soil up to so far from an unswept stretch lies beside it. */
  readonly roadsideSoilMeters: number;
  /** Shorter lengths that two operators sweep are slivers. */
  readonly minRouteOverlapMeters: number;
  /** Up to this angle, whichever way they run, two routes go along each other. */
  readonly parallelRouteDegrees: number;
  readonly hotspotSourceReachMeters: number;
  /** To either side of where the wind comes from. */
  readonly upwindSectorDegrees: number;
  readonly maxHotspotCandidates: number;

  /** Bare soil must be covered within this. */
  readonly bareSoilCoverHours: number;
  /** Bare soil must be greened, paved or covered for good within this many calendar months. */
  readonly bareSoilTreatMonths: number;
  /** Which list of six measures: the third is wet work while digging, or while demolishing. */
  readonly sixMeasuresList: 'earthwork' | 'demolition';
  /** Of an industrial park. */
  readonly parkMeasures: readonly string[];
  /** From this force on (Beaufort) no earthwork. */
  readonly windStopForce: number;
  readonly fenceMainMeters: number;
  readonly fenceOtherMeters: number;
  /** Sites from this area on must have a monitor; undefined where no rule is confirmed. */
  readonly siteMonitorAreaSquareMeters: number | undefined;
  /** From how many m/s on the wind has force 4, 5 and 6; undefined where no table is confirmed. */
  readonly windForceMetersPerSecond: readonly number[] | undefined;

  /** All particles, uncontrolled: t/(m²·month). */
  readonly constructionTspTonnes: number;
  /** PM10 in those. */
  readonly constructionPm10Fraction: number;
  /** Low and high: t/(hm²·a). */
  readonly bareSoilPm10Tonnes: readonly number[];
  /** Where the middle and the high class of stockpiles begin. */
  readonly stockpileClassSquareMeters: readonly number[];
  /** k of the paved-road formula for PM10: g/(km·vehicle). */
  readonly pavedRoadPm10Grams: number;
  readonly pavedRoadSiltExponent: number;
  readonly pavedRoadWeightExponent: number;

  /** Proposals of a month (reports/months/notices.ts). 0 switches off what is not a limit of another. */
  readonly commendSettledFraction: number;
  readonly commendMinSettled: number;
  readonly commendMaxReopened: number;
  readonly circulateIncreaseFraction: number;
  readonly circulateMinOpenBefore: number;
  readonly circulateReopened: number;
  readonly talkOverdueDays: number;
  readonly talkLastMonths: number;
  readonly superviseOverdueDays: number;
  readonly superviseReopenedSquareMeters: number;
}

/** What the value of each threshold must be. */
export type ThresholdShape =
  | { readonly type: 'number'; readonly unit: string; readonly min: number; readonly max: number }
  /** A list without values takes any text. */
  | { readonly type: 'list' | 'choice'; readonly unit: string; readonly values: readonly string[] }
  /** So many numbers, each greater than the one before. */
  | {
      readonly type: 'steps';
      readonly unit: string;
      readonly min: number;
      readonly max: number;
      readonly count: number;
    };

const number = (unit: string, min: number, max: number) => ({ type: 'number', unit, min, max }) as const;
const steps = (unit: string, count: number, max: number) => ({ type: 'steps', unit, count, min: 0, max }) as const;

export const THRESHOLD_SHAPES = {
  coverageTolerance: number('fraction', 0, 1),
  maxSweepingDistanceMeters: number('m', 0, 100_000),
  minOverlapAreaSquareMeters: number('m2', 0, 1e12),
  sliverWidthMeters: number('m', 0, 100_000),
  routeMatchMeters: number('m', 0, 100_000),
  minPassesPerDay: number('1/d', 0, 1000),
  qualifyingModes: { type: 'list', unit: 'modes', values: ['sweep', 'wash', 'spray'] },
  sweptRoadGrades: { type: 'list', unit: 'grades', values: [] },
  minUnsweptRoadMeters: number('m', 0, 100_000),
  stretchJoinMeters: number('m', 0, 100_000),
  roadsideSoilMeters: number('m', 0, 100_000),
  minRouteOverlapMeters: number('m', 0, 100_000),
  parallelRouteDegrees: number('deg', 0, 90),
  hotspotSourceReachMeters: number('m', 0, 100_000),
  upwindSectorDegrees: number('deg', 0, 90),
  maxHotspotCandidates: number('count', 1, 100),
  bareSoilCoverHours: number('h', 0, 87_600),
  bareSoilTreatMonths: number('month', 0, 120),
  sixMeasuresList: { type: 'choice', unit: 'list', values: ['earthwork', 'demolition'] },
  parkMeasures: { type: 'list', unit: 'measures', values: ['centralHeat', 'wasteGasTreatment'] },
  windStopForce: number('force', 1, 12),
  fenceMainMeters: number('m', 0, 20),
  fenceOtherMeters: number('m', 0, 20),
  siteMonitorAreaSquareMeters: number('m2', 0, 1e9),
  windForceMetersPerSecond: steps('m/s', 3, 100),
  constructionTspTonnes: number('t/(m2·month)', 0, 1),
  constructionPm10Fraction: number('fraction', 0, 1),
  bareSoilPm10Tonnes: steps('t/(hm2·a)', 2, 1e4),
  stockpileClassSquareMeters: steps('m2', 2, 1e9),
  pavedRoadPm10Grams: number('g/(km·vehicle)', 0, 1000),
  pavedRoadSiltExponent: number('1', 0, 10),
  pavedRoadWeightExponent: number('1', 0, 10),
  commendSettledFraction: number('fraction', 0, 1),
  commendMinSettled: number('count', 1, 100_000),
  commendMaxReopened: number('count', 0, 100_000),
  circulateIncreaseFraction: number('fraction', 0, 10),
  circulateMinOpenBefore: number('count', 1, 100_000),
  circulateReopened: number('count', 0, 100_000),
  talkOverdueDays: number('d', 0, 3650),
  talkLastMonths: number('month', 0, 12),
  superviseOverdueDays: number('d', 0, 3650),
  superviseReopenedSquareMeters: number('m2', 0, 1e12),
} as const satisfies Record<keyof Thresholds, ThresholdShape>;

/**
 * The threshold that acts under a name: never an unconfirmed one, in place of which what it was laid
 * over acts, if that is confirmed, derived or proposed. Undefined: what needs it is off.
 */
export function findInForce(pack: RulePack, name: string): Threshold | undefined {
  let threshold = pack.thresholds[name];
  while (threshold?.tag === 'unconfirmed') threshold = threshold.instead;
  return threshold;
}

/** The pack must have been through `parseRulePack`, which sees to it that every threshold is there and of its type. */
export function thresholdsInForce(pack: RulePack): Thresholds {
  const values = Object.keys(THRESHOLD_SHAPES).map((name) => [name, findInForce(pack, name)?.value]);
  return Object.fromEntries(values) as unknown as Thresholds;
}
