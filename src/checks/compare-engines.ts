/**
 * Two answers to one question, side by side: what only one engine finds, what both find with numbers
 * further apart than Turf's accuracy, and what lies so near to a threshold that either may be right.
 */
import type { CheckResult, Finding, Measures } from '../model/findings.ts';
import type { Thresholds } from '../rules/thresholds.ts';
import type { EngineComparison } from './session-types.ts';

/** How far the plain engine's numbers may lie from exact ones. */
export interface ComparisonTolerance {
  readonly areaFraction: number;
  readonly distanceFraction: number;
  readonly lengthMeters: number;
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
  matchGaps(unmatched, turfById, tolerance, comparison);
  for (const finding of turfById.values()) {
    (isNearThreshold(finding.measures, thresholds, tolerance) ? comparison.near : comparison.onlyTurf).push(finding.id);
  }
  return comparison;
}

/** A gap's id hangs on an interior point, which two engines may put a metre apart: gaps are the same if they fill the same box. */
function matchGaps(
  unmatched: readonly Finding[],
  turfById: Map<string, Finding>,
  tolerance: ComparisonTolerance,
  comparison: EngineComparison,
): void {
  const gaps = [...turfById.values()].filter((finding) => finding.rule === 'zone-gap');
  for (const finding of unmatched) {
    const twin =
      finding.rule === 'zone-gap' ? gaps.find((gap) => turfById.has(gap.id) && haveSameBox(finding, gap)) : undefined;
    if (!twin) {
      comparison.onlyFast.push(finding.id);
      continue;
    }
    turfById.delete(twin.id);
    if (!haveEqualMeasures(finding.measures, twin.measures, tolerance)) comparison.different.push(finding.id);
  }
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
  const areaSlack = tolerance.areaFraction * area + 0.01;
  const isWithin = (a: number | undefined, b: number | undefined, slack: number) =>
    a === undefined || b === undefined || Math.abs(a - b) <= slack;
  const lengthSlack = (value: number | undefined) => tolerance.distanceFraction * (value ?? 0) + tolerance.lengthMeters;
  return (
    isWithin(ours.areaSquareMeters, theirs.areaSquareMeters, areaSlack) &&
    isWithin(ours.uncoveredAreaSquareMeters, theirs.uncoveredAreaSquareMeters, 2 * areaSlack) &&
    isWithin(
      ours.coveredFraction,
      theirs.coveredFraction,
      2 * tolerance.areaFraction + (area > 0 ? 0.01 / area : 1e-4),
    ) &&
    isWithin(ours.distanceMeters, theirs.distanceMeters, lengthSlack(ours.distanceMeters)) &&
    isWithin(ours.lengthMeters, theirs.lengthMeters, lengthSlack(ours.lengthMeters)) &&
    isWithin(ours.widthMeters, theirs.widthMeters, lengthSlack(ours.widthMeters) + 0.02)
  );
}

/** Whether a measure lies so near to its threshold that the engines may rightly differ on the finding. */
export function isNearThreshold(measures: Measures, thresholds: Thresholds, tolerance: ComparisonTolerance): boolean {
  const isNear = (value: number | undefined, threshold: number, slack: number) =>
    value !== undefined && Math.abs(value - threshold) <= slack;
  const { areaSquareMeters, widthMeters, distanceMeters, coveredFraction } = measures;
  const { maxSweepingDistanceMeters, minOverlapAreaSquareMeters, sliverWidthMeters, coverageTolerance } = thresholds;
  const lengthSlack = tolerance.lengthMeters + tolerance.distanceFraction * maxSweepingDistanceMeters;
  return (
    isNear(coveredFraction, 1 - coverageTolerance, 1e-4) ||
    isNear(distanceMeters, maxSweepingDistanceMeters, lengthSlack) ||
    isNear(widthMeters, sliverWidthMeters, 0.02) ||
    (widthMeters !== undefined && isNear(areaSquareMeters, minOverlapAreaSquareMeters, 0.02))
  );
}
