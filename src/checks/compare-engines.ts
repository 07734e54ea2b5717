/**
 * Two answers to one question, side by side: what only one engine finds, what both find with numbers
 * further apart than Turf's accuracy, and what lies so near to a threshold that either may be right.
 */
import type { CheckResult, Finding, Measures, RuleId } from '../model/findings.ts';
import type { Thresholds } from '../rules/thresholds.ts';
import { subjectsKey } from './finding-id.ts';
import type { EngineComparison } from './session-types.ts';

/** How far the plain engine's numbers may lie from exact ones: a share of the value and a fixed part. */
export interface ComparisonTolerance {
  readonly areaFraction: number;
  readonly areaSquareMeters: number;
  readonly distanceFraction: number;
  readonly distanceMeters: number;
  readonly widthMeters: number;
}

/** Everything once: in `near`, `different`, one of the `only` lists, or, where the engines agree, in none. */
export function compareResults(
  fast: CheckResult,
  turf: CheckResult,
  thresholds: Thresholds,
  tolerance: ComparisonTolerance,
): EngineComparison {
  const comparison: EngineComparison = {
    fast: fast.findings.length,
    turf: turf.findings.length,
    onlyFast: [],
    onlyTurf: [],
    near: [],
    different: [],
  };
  const turfById = new Map(turf.findings.map((finding) => [finding.id, finding]));
  const unmatched: Finding[] = [];
  for (const finding of fast.findings) {
    const other = turfById.get(finding.id);
    if (!other) {
      unmatched.push(finding);
      continue;
    }
    turfById.delete(finding.id);
    if (!haveEqualMeasures(finding.measures, other.measures, tolerance)) comparison.different.push(finding.id);
  }
  const onlyFast = matchByPlace(unmatched, turfById, tolerance, comparison);
  const sort = (findings: Iterable<Finding>, only: string[]) => {
    for (const finding of findings) {
      (isNearThreshold(finding, thresholds, tolerance) ? comparison.near : only).push(finding.id);
    }
  };
  sort(onlyFast, comparison.onlyFast);
  sort(turfById.values(), comparison.onlyTurf);
  return comparison;
}

/** Rules whose findings are named after a point. */
const PLACED_RULES: ReadonlySet<RuleId> = new Set(['zone-gap', 'road-unswept', 'route-overlap']);

/**
 * Where a finding's id hangs on a point, two engines may put that a metre apart: gaps and stretches are
 * the same if they fill the same box. Returns what of the fast engine's is still without a twin.
 */
function matchByPlace(
  unmatched: readonly Finding[],
  turfById: Map<string, Finding>,
  tolerance: ComparisonTolerance,
  comparison: EngineComparison,
): Finding[] {
  const onlyFast: Finding[] = [];
  const placed = [...turfById.values()].filter((finding) => PLACED_RULES.has(finding.rule));
  for (const finding of unmatched) {
    const twin = placed.find((other) => turfById.has(other.id) && isSamePlace(finding, other));
    if (!twin) {
      onlyFast.push(finding);
      continue;
    }
    turfById.delete(twin.id);
    if (!haveEqualMeasures(finding.measures, twin.measures, tolerance)) comparison.different.push(finding.id);
  }
  return onlyFast;
}

/** About a decimetre: the engines' shapes differ by rounding alone. */
const SAME_PLACE_DEGREES = 1e-6;

function isSamePlace(a: Finding, b: Finding): boolean {
  if (a.rule !== b.rule || !PLACED_RULES.has(a.rule) || a.explain.params.kind !== b.explain.params.kind) return false;
  if (a.rule !== 'zone-gap' && subjectsKey(a.subjects) !== subjectsKey(b.subjects)) return false;
  const [boxA, boxB] = [boxOf(a.geometry), boxOf(b.geometry)];
  return boxA.every((value, i) => Math.abs(value - boxB[i]!) <= SAME_PLACE_DEGREES);
}

function boxOf(geometry: GeoJSON.Geometry | undefined): number[] {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude, latitude] of positionsOf(geometry)) {
    box[0] = Math.min(box[0]!, longitude);
    box[1] = Math.min(box[1]!, latitude);
    box[2] = Math.max(box[2]!, longitude);
    box[3] = Math.max(box[3]!, latitude);
  }
  return box;
}

function positionsOf(geometry: GeoJSON.Geometry | undefined): [number, number][] {
  switch (geometry?.type) {
    case 'LineString':
      return geometry.coordinates as [number, number][];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat() as [number, number][];
    case 'MultiPolygon':
      return geometry.coordinates.flat(2) as [number, number][];
    default:
      return [];
  }
}

/** Also used for the second opinion on one finding. What only one side measured is not compared. */
export function haveEqualMeasures(ours: Measures, theirs: Measures, tolerance: ComparisonTolerance): boolean {
  const areaSlack = areaSlackOf(ours, tolerance);
  const isWithin = (name: Exclude<keyof Measures, 'pm10TonnesPerYear'>, slack: number) => {
    const [a, b] = [ours[name], theirs[name]];
    return a === undefined || b === undefined || Math.abs(a - b) <= slack;
  };
  return (
    isWithin('areaSquareMeters', areaSlack) &&
    isWithin('uncoveredAreaSquareMeters', areaSlack) &&
    isWithin('coveredFraction', fractionSlackOf(ours, tolerance)) &&
    isWithin('distanceMeters', distanceSlack(ours.distanceMeters, tolerance)) &&
    isWithin('lengthMeters', distanceSlack(ours.lengthMeters, tolerance)) &&
    isWithin('widthMeters', tolerance.widthMeters)
  );
}

/** Whether what decides on the finding lies so near to its threshold that the engines may rightly differ. */
export function isNearThreshold(
  { rule, measures }: Pick<Finding, 'rule' | 'measures'>,
  thresholds: Thresholds,
  tolerance: ComparisonTolerance,
): boolean {
  const isNear = (value: number | undefined, threshold: number, slack: number) =>
    value !== undefined && Math.abs(value - threshold) <= slack;
  const { areaSquareMeters, widthMeters, lengthMeters, distanceMeters, coveredFraction } = measures;
  switch (rule) {
    case 'source-unassigned':
    case 'source-unpatrolled':
      return isNear(coveredFraction, 1 - thresholds.coverageTolerance, fractionSlackOf(measures, tolerance));
    case 'source-unswept': {
      const limit = thresholds.maxSweepingDistanceMeters;
      return isNear(distanceMeters, limit, distanceSlack(limit, tolerance));
    }
    case 'zone-overlap':
    case 'zone-gap':
    case 'zone-escape':
      return (
        isNear(widthMeters, thresholds.sliverWidthMeters, tolerance.widthMeters) ||
        isNear(areaSquareMeters, thresholds.minOverlapAreaSquareMeters, areaSlackOf(measures, tolerance))
      );
    case 'road-unswept': {
      const least = thresholds.minUnsweptRoadMeters;
      return isNear(lengthMeters, least, distanceSlack(least, tolerance));
    }
    case 'route-overlap': {
      const least = thresholds.minRouteOverlapMeters;
      return isNear(lengthMeters, least, distanceSlack(least, tolerance));
    }
    case 'hotspot-unattended':
      // On the edge counts as inside.
      return isNear(distanceMeters, 0, tolerance.distanceMeters);
    case 'hotspot-source': {
      const reach = thresholds.hotspotSourceReachMeters;
      return isNear(distanceMeters, reach, distanceSlack(reach, tolerance));
    }
    default:
      return false;
  }
}

function areaSlackOf({ areaSquareMeters = 0 }: Measures, tolerance: ComparisonTolerance): number {
  return tolerance.areaFraction * areaSquareMeters + tolerance.areaSquareMeters;
}

/** Of a source's area or length; points are covered or not. */
function fractionSlackOf(measures: Measures, tolerance: ComparisonTolerance): number {
  const { areaSquareMeters, lengthMeters } = measures;
  if (areaSquareMeters) return areaSlackOf(measures, tolerance) / areaSquareMeters;
  if (lengthMeters) return distanceSlack(lengthMeters, tolerance) / lengthMeters;
  return 0;
}

function distanceSlack(meters: number | undefined, tolerance: ComparisonTolerance): number {
  return tolerance.distanceFraction * (meters ?? 0) + tolerance.distanceMeters;
}
