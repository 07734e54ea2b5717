/**
 * Two answers to one question, side by side: what only one engine finds, what both find with numbers
 * further apart than Turf's accuracy, and what lies so near to a threshold that either may be right.
 */
import type { CheckResult, Finding, Measures } from '../model/findings.ts';
import type { Thresholds } from '../rules/thresholds.ts';
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
  const onlyFast = matchGaps(unmatched, turfById, tolerance, comparison);
  const sort = (findings: Iterable<Finding>, only: string[]) => {
    for (const finding of findings) {
      (isNearThreshold(finding, thresholds, tolerance) ? comparison.near : only).push(finding.id);
    }
  };
  sort(onlyFast, comparison.onlyFast);
  sort(turfById.values(), comparison.onlyTurf);
  return comparison;
}

/**
 * A gap's id hangs on an interior point, which two engines may put a metre apart: gaps are the same if
 * they fill the same box. Returns what of the fast engine's is still without a twin.
 */
function matchGaps(
  unmatched: readonly Finding[],
  turfById: Map<string, Finding>,
  tolerance: ComparisonTolerance,
  comparison: EngineComparison,
): Finding[] {
  const onlyFast: Finding[] = [];
  const gaps = [...turfById.values()].filter((finding) => finding.rule === 'zone-gap');
  for (const finding of unmatched) {
    const twin =
      finding.rule === 'zone-gap' ? gaps.find((gap) => turfById.has(gap.id) && haveSameBox(finding, gap)) : undefined;
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

function haveSameBox(a: Finding, b: Finding): boolean {
  if (a.explain.params.kind !== b.explain.params.kind) return false;
  const [boxA, boxB] = [boxOf(a.geometry), boxOf(b.geometry)];
  return boxA.every((value, i) => Math.abs(value - boxB[i]!) <= SAME_PLACE_DEGREES);
}

function boxOf(geometry: GeoJSON.Geometry | undefined): number[] {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const polygons =
    geometry?.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry?.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  for (const [longitude, latitude] of polygons.flat(2) as [number, number][]) {
    box[0] = Math.min(box[0]!, longitude);
    box[1] = Math.min(box[1]!, latitude);
    box[2] = Math.max(box[2]!, longitude);
    box[3] = Math.max(box[3]!, latitude);
  }
  return box;
}

/** Also used for the second opinion on one finding. What only one side measured is not compared. */
export function haveEqualMeasures(ours: Measures, theirs: Measures, tolerance: ComparisonTolerance): boolean {
  const area = ours.areaSquareMeters ?? 0;
  const areaSlack = tolerance.areaFraction * area + tolerance.areaSquareMeters;
  const fractionSlack = area > 0 ? (2 * areaSlack) / area : 1e-4;
  const isWithin = (a: number | undefined, b: number | undefined, slack: number) =>
    a === undefined || b === undefined || Math.abs(a - b) <= slack;
  const lengthSlack = (value = 0) => tolerance.distanceFraction * value + tolerance.distanceMeters;
  return (
    isWithin(ours.areaSquareMeters, theirs.areaSquareMeters, areaSlack) &&
    isWithin(ours.uncoveredAreaSquareMeters, theirs.uncoveredAreaSquareMeters, 2 * areaSlack) &&
    isWithin(ours.coveredFraction, theirs.coveredFraction, fractionSlack) &&
    isWithin(ours.distanceMeters, theirs.distanceMeters, lengthSlack(ours.distanceMeters)) &&
    isWithin(ours.lengthMeters, theirs.lengthMeters, lengthSlack(ours.lengthMeters)) &&
    isWithin(ours.widthMeters, theirs.widthMeters, tolerance.widthMeters)
  );
}

/** Whether one of the measures that decide on a finding lies so near to its threshold that the engines may rightly differ. */
export function isNearThreshold(finding: Finding, thresholds: Thresholds, tolerance: ComparisonTolerance): boolean {
  const isNear = (value: number | undefined, threshold: number, slack: number) =>
    value !== undefined && Math.abs(value - threshold) <= slack;
  const { areaSquareMeters, widthMeters, distanceMeters, coveredFraction } = finding.measures;
  const { maxSweepingDistanceMeters, minOverlapAreaSquareMeters, sliverWidthMeters, coverageTolerance } = thresholds;
  switch (finding.rule) {
    case 'source-unassigned':
    case 'source-unpatrolled': {
      const areaSlack = tolerance.areaFraction + tolerance.areaSquareMeters / (areaSquareMeters || 1000);
      return isNear(coveredFraction, 1 - coverageTolerance, 2 * areaSlack);
    }
    case 'source-unswept': {
      const slack = tolerance.distanceMeters + tolerance.distanceFraction * maxSweepingDistanceMeters;
      return isNear(distanceMeters, maxSweepingDistanceMeters, slack);
    }
    case 'zone-overlap':
    case 'zone-gap': {
      const areaSlack = tolerance.areaSquareMeters + tolerance.areaFraction * minOverlapAreaSquareMeters;
      return (
        isNear(widthMeters, sliverWidthMeters, tolerance.widthMeters) ||
        isNear(areaSquareMeters, minOverlapAreaSquareMeters, areaSlack)
      );
    }
    default:
      return false;
  }
}
