/**
 * Findings on lengths of road, from what was measured: unswept stretches, and stretches that two
 * operators sweep. Shared by both engines; measures nothing itself.
 */
import { type Subject, subjectKey } from '../core/subject.ts';
import { numberAt } from '../model/feature-batch.ts';
import type { LayerNote, Sentence } from '../model/findings.ts';
import type { LonLat } from '../model/lon-lat.ts';
import type { Thresholds } from '../rules/thresholds.ts';
import { type FeatureRef, field, nameOf, ownerOf, subjectOf } from './check-input.ts';
import type { FeatureList } from './feature-list.ts';
import type { FindingDraft } from './rule.ts';
import { routeOverlapSeverity, unsweptRoadSeverity } from './severity.ts';
import { noteUnjudged } from './unjudged-note.ts';

export interface MeasuredStretch {
  /** Where half of its length lies on either side. */
  readonly at: LonLat;
  /** The same in the metric frame: what the id is made of, beside the subjects. */
  readonly pointMeters: readonly [x: number, y: number];
  /** Of its pieces; what lies between them is left out. */
  readonly lengthMeters: number;
  /** Its pieces. */
  readonly geometry: GeoJSON.LineString | GeoJSON.MultiLineString;
}

export interface MeasuredUnsweptRoad extends MeasuredStretch {
  readonly road: FeatureRef;
  /** The whole road. */
  readonly roadMeters: number;
}

export function draftUnsweptRoad(measured: MeasuredUnsweptRoad, thresholds: Thresholds): FindingDraft {
  const { road, roadMeters, lengthMeters, at, geometry } = measured;
  const siltLoading = numberAt(road.layer.batch, 'siltLoadingGramsPerSquareMeter', road.index);
  const subjects = [subjectOf(road)];
  const params: Record<string, Sentence['params'][string]> = {
    name: nameOf(road),
    grade: gradeOf(road) ?? null,
    owner: ownerOf(road) ?? null,
    lengthMeters,
    roadMeters,
    matchMeters: thresholds.routeMatchMeters,
    minLengthMeters: thresholds.minUnsweptRoadMeters,
  };
  if (siltLoading !== undefined) params.siltLoadingGramsPerSquareMeter = siltLoading;
  return {
    subjects,
    identity: identityOf(subjects, measured),
    at,
    severity: unsweptRoadSeverity(lengthMeters, siltLoading),
    measures: { lengthMeters },
    explain: { code: `road-unswept.${siltLoading === undefined ? 'length' : 'silty'}`, params },
    suggestion: { code: 'road-unswept.assign', params: { name: nameOf(road) } },
    geometry,
    zones: [],
  };
}

export interface MeasuredRouteOverlap extends MeasuredStretch {
  /** Along which it was measured. */
  readonly a: FeatureRef;
  readonly b: FeatureRef;
}

export function draftRouteOverlap(measured: MeasuredRouteOverlap, thresholds: Thresholds): FindingDraft {
  const { a, b, lengthMeters, at, geometry } = measured;
  const subjects = [subjectOf(a), subjectOf(b)];
  const names = {
    nameA: nameOf(a),
    operatorA: operatorOf(a) ?? null,
    nameB: nameOf(b),
    operatorB: operatorOf(b) ?? null,
  };
  return {
    subjects,
    identity: identityOf(subjects, measured),
    at,
    severity: routeOverlapSeverity(lengthMeters),
    measures: { lengthMeters },
    explain: {
      code: 'route-overlap.operators',
      params: {
        ...names,
        firstModes: field(a, 'modes') ?? null,
        secondModes: field(b, 'modes') ?? null,
        lengthMeters,
        matchMeters: thresholds.routeMatchMeters,
        parallelDegrees: thresholds.parallelRouteDegrees,
        minLengthMeters: thresholds.minRouteOverlapMeters,
      },
    },
    suggestion: { code: 'route-overlap.settle', params: names },
    geometry,
    zones: [],
  };
}

/** Who sweeps a route: its operator, else its owner. Compared as this text. */
export function operatorOf(route: FeatureRef): string | undefined {
  return field(route, 'operator') ?? ownerOf(route);
}

export function noteRoutesWithoutOperator(features: FeatureList): LayerNote[] {
  return noteUnjudged(
    features,
    ['operator', 'owner'],
    'routes-without-operator',
    (ref) => operatorOf(ref) !== undefined,
  );
}

export function noteRoadsWithoutGrade(features: FeatureList): LayerNote[] {
  return noteUnjudged(features, ['grade'], 'roads-without-grade', (ref) => gradeOf(ref) !== undefined);
}

export function gradeOf(road: FeatureRef): string | undefined {
  return field(road, 'grade');
}

function identityOf(subjects: readonly Subject[], { pointMeters: [x, y] }: MeasuredStretch): string {
  return `${subjects.map(subjectKey).join('|')}@${Math.round(x)},${Math.round(y)}`;
}

/** One line, or several. */
export function linesToGeoJson(lines: GeoJSON.Position[][]): MeasuredStretch['geometry'] {
  return lines.length === 1
    ? { type: 'LineString', coordinates: lines[0]! }
    : { type: 'MultiLineString', coordinates: lines };
}
