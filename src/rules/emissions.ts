/**
 * PM10 of dust sources, as a range of tonnes a year where one can be defended, from the factors of the
 * rule pack. Control efficiencies and soil factors whose source has not been read are left out: the
 * upper end is always the uncontrolled one. Screening numbers for ranking, no inventory.
 */
import { addMonths, earliestInstant, latestInstant } from '../model/instant.ts';
import type { SourceKind } from '../model/kinds.ts';
import type { Thresholds } from './thresholds.ts';

const MONTHS_PER_YEAR = 12;
const DAYS_PER_YEAR = 365;
const SQUARE_METERS_PER_HECTARE = 10_000;
const GRAMS_PER_TONNE = 1e6;

/** A dust source as far as its emission hangs on it; all fields as the ledger has them. */
export interface EmissionSource {
  readonly kind: SourceKind;
  readonly areaSquareMeters: number | undefined;
  /** Of bare soil. */
  readonly status?: string | undefined;
  /** Of a construction site. */
  readonly activeFrom?: string | undefined;
  readonly activeTo?: string | undefined;
}

/**
 * Low and high, t/a. Undefined where no range can be defended: without an area, for stockpiles (which
 * have a class) and parks, for a site whose beginning is not known, for soil that is greened or paved.
 */
export function estimatePm10Tonnes(
  { kind, areaSquareMeters, status, activeFrom, activeTo }: EmissionSource,
  asOfInstant: number,
  thresholds: Thresholds,
): [low: number, high: number] | undefined {
  if (areaSquareMeters === undefined) return undefined;
  if (kind === 'bareSoil') return soilPm10Tonnes(areaSquareMeters, status, thresholds);
  if (kind !== 'constructionSite') return undefined;
  const months = activeMonths(activeFrom, activeTo, asOfInstant);
  return months === undefined ? undefined : sitePm10Tonnes(areaSquareMeters, months, thresholds);
}

/** From nothing, where every measure works, to all of it, where none does. */
export function sitePm10Tonnes(
  areaSquareMeters: number,
  months: number,
  { constructionTspTonnes, constructionPm10Fraction }: Thresholds,
): [low: number, high: number] {
  return [0, constructionTspTonnes * constructionPm10Fraction * areaSquareMeters * months];
}

/**
 * How many of the twelve months that end at `asOfInstant` the site was active, 0 to 12; parts of
 * months count as such. Without an end it still is; without a readable beginning or clock (NaN) it is
 * unknown.
 */
export function activeMonths(
  activeFrom: string | undefined,
  activeTo: string | undefined,
  asOfInstant: number,
): number | undefined {
  const from = activeFrom === undefined ? Number.NaN : earliestInstant(activeFrom);
  if (Number.isNaN(from) || Number.isNaN(asOfInstant)) return undefined;
  const to = activeTo === undefined ? Number.NaN : latestInstant(activeTo);
  const yearBefore = addMonths(asOfInstant, -MONTHS_PER_YEAR);
  const begin = Math.max(from, yearBefore);
  const end = Number.isNaN(to) ? asOfInstant : Math.min(to, asOfInstant);
  return (MONTHS_PER_YEAR * Math.max(0, end - begin)) / (asOfInstant - yearBefore);
}

/** Open ground emits within the range; netted ground from nothing on, since how much a net holds back is not confirmed. */
export function soilPm10Tonnes(
  areaSquareMeters: number,
  status: string | undefined,
  { bareSoilPm10Tonnes: [low = 0, high = 0] }: Thresholds,
): [low: number, high: number] | undefined {
  if (status === 'greened' || status === 'hardened') return undefined;
  const hectares = areaSquareMeters / SQUARE_METERS_PER_HECTARE;
  return [status === 'netted' ? 0 : low * hectares, high * hectares];
}

export type StockpileClass = 'low' | 'middle' | 'high';

/** By area alone; a bound belongs to the class above it. */
export function classifyStockpile(
  areaSquareMeters: number,
  { stockpileClassSquareMeters: [middle = 0, high = 0] }: Thresholds,
): StockpileClass {
  return areaSquareMeters < middle ? 'low' : areaSquareMeters < high ? 'middle' : 'high';
}

export interface RoadTraffic {
  readonly lengthMeters: number;
  /** Measured; grams under 75 µm per m² of driven lane, not 以克论净. */
  readonly siltLoadingGramsPerSquareMeter: number;
  readonly vehiclesPerDay: number;
  /** Mean of all vehicles. */
  readonly weightTonnes: number;
  /** Days with 0.25 mm of rain or more, on which nothing is raised; the form of this correction is not confirmed. */
  readonly wetDaysPerYear: number;
}

/**
 * PM10 of a paved road in t/a: k · sL^0.91 · W^1.02 grams per vehicle and kilometre (AP-42 13.2.1).
 * No ledger field carries traffic: where it is not known, silt loading is shown and nothing computed.
 */
export function pavedRoadPm10Tonnes(
  { lengthMeters, siltLoadingGramsPerSquareMeter, vehiclesPerDay, weightTonnes, wetDaysPerYear }: RoadTraffic,
  { pavedRoadPm10Grams, pavedRoadSiltExponent, pavedRoadWeightExponent }: Thresholds,
): number {
  const gramsPerVehicleKilometer =
    pavedRoadPm10Grams *
    siltLoadingGramsPerSquareMeter ** pavedRoadSiltExponent *
    weightTonnes ** pavedRoadWeightExponent;
  const vehiclesPerYear = vehiclesPerDay * (DAYS_PER_YEAR - wetDaysPerYear);
  return (gramsPerVehicleKilometer * (lengthMeters / 1000) * vehiclesPerYear) / GRAMS_PER_TONNE;
}
