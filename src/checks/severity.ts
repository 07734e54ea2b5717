/**
 * How bad a finding is within its rule, 0 to 1. A number for ordering, not a quantity: it depends on
 * the finding alone, never on the others, so that an edit elsewhere does not move it. Shown beside
 * the rule's priority, never blended with it. All weights here are proposals of ours: no rule ranks
 * sources so.
 */
import { confidenceClass } from '../model/confidence.ts';
import type { SourceKind } from '../model/kinds.ts';

/** Half of the scale is reached here: a construction site of 5,000 m² is what many cities begin to monitor at. */
const HALF_AREA_SQUARE_METERS = 5000;
/** What a source without an outline counts as. */
const UNKNOWN_AREA_SQUARE_METERS = 1000;
/** Half of the scale of tonnes: what 4 ha of open soil, or 650 m² of active site, emit in a year at most. */
const HALF_PM10_TONNES = 1;
const HALF_OVERDUE_DAYS = 30;
/** HJ 664-2013: an urban station stands for a radius of 500 m to 4 km. Nearer than the one is all, from the other on nothing. */
const STATION_NEAR_METERS = 500;
const STATION_FAR_METERS = 4000;
/** How much of the way to the square root each of them goes. */
const NEARNESS_SHARE = 0.6;
const UPWIND_SHARE = 0.4;

/**
 * Classes by emitted tonnes per area: active construction emits far more than idle ground, a pile
 * that is handled more than bare soil, a park as a whole less than either.
 */
const SOURCE_WEIGHT: Readonly<Record<SourceKind, number>> = {
  constructionSite: 1,
  stockpile: 0.8,
  bareSoil: 0.7,
  industrialPark: 0.5,
};
/** Netted, greened or hardened ground. */
const TREATED_WEIGHT = 0.2;

/** 0 at 0, a half at `half`, towards 1 without end. */
function saturate(value: number, half: number): number {
  return value <= 0 ? 0 : value / (value + half);
}

export interface SourceClass {
  readonly kind: SourceKind;
  /** Bare soil alone: `uncovered`, `netted`, `greened`, `hardened`. */
  readonly status?: string | undefined;
}

function weightOf({ kind, status }: SourceClass): number {
  const treated = kind === 'bareSoil' && (status === 'netted' || status === 'greened' || status === 'hardened');
  return treated ? TREATED_WEIGHT : SOURCE_WEIGHT[kind];
}

/** What lies around a source, as far as it is known; computed elsewhere, since it takes the station and the wind. */
export interface Exposure {
  /** To the nearest monitoring station. */
  readonly stationDistanceMeters?: number;
  /** Whether the wind now blows from the source to that station. */
  readonly isUpwind?: boolean;
}

/**
 * Moves a severity towards its square root by what stands to be hit: 0 stays 0, 1 stays 1, and what
 * is worse stays worse. Nothing known, or a station beyond its reach, leaves it as it is.
 */
function expose(severity: number, exposure: Exposure | undefined): number {
  if (!exposure) return severity;
  const { stationDistanceMeters = Infinity, isUpwind = false } = exposure;
  const beyond = (stationDistanceMeters - STATION_NEAR_METERS) / (STATION_FAR_METERS - STATION_NEAR_METERS);
  const nearness = Math.min(1, Math.max(0, 1 - beyond));
  if (nearness === 0) return severity;
  return severity ** (1 / (1 + NEARNESS_SHARE * nearness + (isUpwind ? UPWIND_SHARE * nearness : 0)));
}

/** By class and area, and in equal parts by the upper end of its tonnes where they can be estimated. */
function magnitude(
  source: SourceClass,
  areaSquareMeters: number | undefined,
  pm10HighTonnes: number | undefined,
): number {
  const byArea = weightOf(source) * saturate(areaSquareMeters ?? UNKNOWN_AREA_SQUARE_METERS, HALF_AREA_SQUARE_METERS);
  return pm10HighTonnes === undefined ? byArea : 0.5 * byArea + 0.5 * saturate(pm10HighTonnes, HALF_PM10_TONNES);
}

/** By what no zone covers: its class, area and tonnes. Points and lines count as `UNKNOWN_AREA_SQUARE_METERS` where no area is stated. */
export function coverageSeverity(
  source: SourceClass,
  uncoveredAreaSquareMeters: number | undefined,
  uncoveredPm10HighTonnes?: number,
  exposure?: Exposure,
): number {
  return expose(magnitude(source, uncoveredAreaSquareMeters, uncoveredPm10HighTonnes), exposure);
}

/** By class, whole area and tonnes, and up to as much again by how far beyond the limit the nearest route is (half at 200 m). */
export function sweepingSeverity(
  source: SourceClass,
  areaSquareMeters: number | undefined,
  metersBeyondLimit: number | undefined,
  pm10HighTonnes?: number,
  exposure?: Exposure,
): number {
  const distance = metersBeyondLimit === undefined ? 1 : saturate(metersBeyondLimit, 200);
  return expose(magnitude(source, areaSquareMeters, pm10HighTonnes) * (0.5 + 0.5 * distance), exposure);
}

/** By class, area and tonnes, and up to as much again by the days past the clock (half at 30); a measure without a clock counts as at the half. */
export function controlSeverity(
  source: SourceClass,
  areaSquareMeters: number | undefined,
  pm10HighTonnes?: number,
  daysOverdue?: number,
  exposure?: Exposure,
): number {
  const time = daysOverdue === undefined ? 0.5 : saturate(daysOverdue, HALF_OVERDUE_DAYS);
  return expose(magnitude(source, areaSquareMeters, pm10HighTonnes) * (0.5 + 0.5 * time), exposure);
}

/** Ground that two claim or none: seven tenths by area, three tenths by width (half at 20 m). */
export function groundSeverity(areaSquareMeters: number, widthMeters: number): number {
  return 0.7 * saturate(areaSquareMeters, HALF_AREA_SQUARE_METERS) + 0.3 * saturate(widthMeters, 20);
}

/** By the zone's size (half at 1 km²) and by how much is missing. */
export function ownerlessSeverity(areaSquareMeters: number, missingFields: number): number {
  return (missingFields > 1 ? 1 : 0.6) * (0.2 + 0.8 * saturate(areaSquareMeters, 1_000_000));
}

/** By the confidence that the hotspot's maker gives: high, low, in between; a half where nothing is said. */
export function hotspotSeverity(confidence: string | undefined): number {
  switch (confidenceClass(confidence)) {
    case undefined:
      return 0.5;
    case 'high':
      return 0.9;
    case 'low':
      return 0.3;
    default:
      return 0.6;
  }
}

/** By length (half at 500 m), and by the silt loading that was measured there (half at 1 g/m²); without one, as if half. */
export function unsweptRoadSeverity(lengthMeters: number, siltLoading: number | undefined): number {
  return saturate(lengthMeters, 500) * (0.6 + 0.4 * (siltLoading === undefined ? 0.5 : saturate(siltLoading, 1)));
}

/** By the length that is swept twice, half at 500 m. */
export function routeOverlapSeverity(lengthMeters: number): number {
  return saturate(lengthMeters, 500);
}

/** How strong a source is beside others, 0 to 1: by class and area, as in the severity of its own findings. */
export function sourceStrength(source: SourceClass, areaSquareMeters: number | undefined): number {
  return weightOf(source) * saturate(areaSquareMeters ?? UNKNOWN_AREA_SQUARE_METERS, HALF_AREA_SQUARE_METERS);
}

/** By the hotspot's confidence, and up to as much again by the score of its best candidate. */
export function hotspotSourceSeverity(confidence: string | undefined, bestScore: number): number {
  return hotspotSeverity(confidence) * (0.5 + 0.5 * Math.sqrt(bestScore));
}

export interface Exposure {
  readonly stationDistanceMeters?: number;
  readonly isUpwind?: boolean;
}
