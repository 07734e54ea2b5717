/**
 * How bad a finding is within its rule, 0 to 1. A number for ordering, not a quantity: it depends on
 * the finding alone, never on the others, so that an edit elsewhere does not move it. Shown beside
 * the rule's priority, never blended with it.
 */
import type { SourceKind } from '../model/kinds.ts';

/** Half of the scale is reached here: a construction site of 5,000 m² is what many cities begin to monitor at. */
const HALF_AREA_SQUARE_METERS = 5000;
/** What a source without an outline counts as. */
const UNKNOWN_AREA_SQUARE_METERS = 1000;

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

/** By class and by the area that no zone covers; points and lines count as `UNKNOWN_AREA_SQUARE_METERS` where no area is stated. */
export function coverageSeverity(source: SourceClass, uncoveredAreaSquareMeters: number | undefined): number {
  return weightOf(source) * saturate(uncoveredAreaSquareMeters ?? UNKNOWN_AREA_SQUARE_METERS, HALF_AREA_SQUARE_METERS);
}

/** By class and whole area, and up to as much again by how far beyond the limit the nearest route is (half at 200 m). */
export function sweepingSeverity(
  source: SourceClass,
  areaSquareMeters: number | undefined,
  metersBeyondLimit: number | undefined,
): number {
  const area = saturate(areaSquareMeters ?? UNKNOWN_AREA_SQUARE_METERS, HALF_AREA_SQUARE_METERS);
  return (
    weightOf(source) * area * (0.5 + 0.5 * (metersBeyondLimit === undefined ? 1 : saturate(metersBeyondLimit, 200)))
  );
}

/** Ground that two claim or none: seven tenths by area, three tenths by width (half at 20 m). */
export function groundSeverity(areaSquareMeters: number, widthMeters: number): number {
  return 0.7 * saturate(areaSquareMeters, HALF_AREA_SQUARE_METERS) + 0.3 * saturate(widthMeters, 20);
}

/** By the zone's size (half at 1 km²) and by how much is missing. */
export function ownerlessSeverity(areaSquareMeters: number, missingFields: number): number {
  return (missingFields > 1 ? 1 : 0.6) * (0.2 + 0.8 * saturate(areaSquareMeters, 1_000_000));
}

/** By the confidence that the hotspot's maker gives: `h`/`high`/from 80, `l`/`low`/below 30; a half where nothing is said. */
export function hotspotSeverity(confidence: string | undefined): number {
  const text = confidence?.trim().toLowerCase();
  if (!text) return 0.5;
  const percent = Number(text);
  if (text === 'h' || text === 'high' || percent >= 80) return 0.9;
  if (text === 'l' || text === 'low' || percent < 30) return 0.3;
  return 0.6;
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
