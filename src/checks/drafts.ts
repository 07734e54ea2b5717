/**
 * Findings from what was measured: measures, severity and the sentence that says what, how much, by
 * which rule and whose. Shared by both engines, so that they can differ in their numbers alone.
 * Measures nothing itself. Texts: `explain.<code>` and `suggestion.<code>`.
 */
import type { Params, ParamValue } from '../core/result.ts';
import type { Measures, Sentence } from '../model/findings.ts';
import type { ZoneKind } from '../model/kinds.ts';
import type { LonLat } from '../model/lon-lat.ts';
import type { Thresholds } from '../rules/thresholds.ts';
import { dutyOf, type FeatureRef, field, levelOf, nameOf, ownerOf, subjectOf } from './check-input.ts';
import type { FindingDraft } from './rule.ts';
import { groundSeverity, hotspotSeverity, ownerlessSeverity } from './severity.ts';
import { NEAREST_ZONE_REACH_METERS } from './source-measures.ts';
import {
  type Clocked,
  estimatePm10,
  type MeasuredCoverage,
  type MeasuredSource,
  type MeasuredSweeping,
  type Nearest,
  weighCoverage,
  weighSweeping,
} from './weigh-source.ts';

/** A source of which the finding says where it is. */
export interface PlacedSource extends MeasuredSource {
  readonly at: LonLat;
}

export type CoverageRule = 'source-unassigned' | 'source-unpatrolled';

export interface PlacedCoverage extends MeasuredCoverage {
  readonly source: PlacedSource;
}

export function draftCoverage(rule: CoverageRule, measured: PlacedCoverage, input: Clocked): FindingDraft {
  const { source, coveredFraction, nearest } = measured;
  const { ref, at, areaSquareMeters, lengthMeters } = source;
  const uncoveredFraction = 1 - coveredFraction;
  const measures: Measures = { coveredFraction };
  const how = coveredFraction > 0 ? 'partly' : nearest ? 'outside' : 'alone';
  const params = describeSource(source);
  params.requiredFraction = 1 - input.thresholds.coverageTolerance;
  if (how === 'partly') params.uncoveredFraction = uncoveredFraction;
  if (areaSquareMeters !== undefined) {
    measures.areaSquareMeters = areaSquareMeters;
    measures.uncoveredAreaSquareMeters = areaSquareMeters * uncoveredFraction;
    if (how === 'partly') params.uncoveredAreaSquareMeters = measures.uncoveredAreaSquareMeters;
  }
  if (lengthMeters !== undefined) measures.lengthMeters = lengthMeters;
  if (nearest) {
    measures.distanceMeters = nearest.distanceMeters;
    Object.assign(params, describeZone(nearest.ref));
    if (how === 'outside') params.distanceMeters = nearest.distanceMeters;
  } else params.reachMeters = NEAREST_ZONE_REACH_METERS;
  const pm10 = estimatePm10(ref, areaSquareMeters, input);
  if (pm10) measures.pm10TonnesPerYear = pm10;
  const { severity, zones } = weighCoverage(measured, input);
  const draft: { -readonly [K in keyof FindingDraft]: FindingDraft[K] } = {
    subjects: [subjectOf(ref)],
    at,
    severity,
    measures,
    explain: { code: `${rule}.${extentOf(source)}-${how}`, params },
    zones,
  };
  if (nearest) draft.suggestion = { code: `${rule}.nearest`, params: describeZone(nearest.ref) };
  return draft;
}

export interface PlacedSweeping extends MeasuredSweeping {
  readonly source: PlacedSource;
}

export function draftUnswept(measured: PlacedSweeping, input: Clocked): FindingDraft {
  const { source, nearest } = measured;
  const { ref, at, areaSquareMeters, lengthMeters } = source;
  const limit = input.thresholds.maxSweepingDistanceMeters;
  const measures: Measures = {};
  if (areaSquareMeters !== undefined) measures.areaSquareMeters = areaSquareMeters;
  if (lengthMeters !== undefined) measures.lengthMeters = lengthMeters;
  if (nearest) measures.distanceMeters = nearest.distanceMeters;
  const pm10 = estimatePm10(ref, areaSquareMeters, input);
  if (pm10) measures.pm10TonnesPerYear = pm10;
  const { severity, zones } = weighSweeping(measured, input);
  const params = describeSource(source);
  params.maxDistanceMeters = limit;
  if (nearest) Object.assign(params, describeRoute(nearest));
  const draft: { -readonly [K in keyof FindingDraft]: FindingDraft[K] } = {
    subjects: [subjectOf(ref)],
    at,
    severity,
    measures,
    explain: { code: `source-unswept.${extentOf(source)}-${nearest ? 'far' : 'none'}`, params },
    zones,
  };
  if (nearest) draft.suggestion = { code: 'source-unswept.extend', params: describeRoute(nearest) };
  return draft;
}

export interface MeasuredGround {
  readonly at: LonLat;
  readonly areaSquareMeters: number;
  /** Diameter of the largest inscribed circle. */
  readonly widthMeters: number;
  readonly geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon;
}

export interface MeasuredOverlap extends MeasuredGround {
  readonly a: FeatureRef;
  readonly b: FeatureRef;
}

export function draftOverlap(measured: MeasuredOverlap, thresholds: Thresholds): FindingDraft {
  const { a, b, at, areaSquareMeters, widthMeters, geometry } = measured;
  const [ownerA, ownerB] = [ownerOf(a), ownerOf(b)];
  const subjects = [subjectOf(a), subjectOf(b)];
  return {
    subjects,
    at,
    severity: groundSeverity(areaSquareMeters, widthMeters),
    measures: { areaSquareMeters, widthMeters },
    explain: {
      code: ownerA === undefined || ownerB === undefined ? 'zone-overlap.unowned' : 'zone-overlap.owners',
      params: {
        kind: a.layer.kind,
        level: levelOf(a),
        duty: dutyOf(a),
        nameA: nameOf(a),
        ownerA: ownerA ?? null,
        nameB: nameOf(b),
        ownerB: ownerB ?? null,
        areaSquareMeters,
        widthMeters,
        ...sizeLimits(thresholds),
      },
    },
    suggestion: { code: 'zone-overlap.settle', params: { nameA: nameOf(a), nameB: nameOf(b) } },
    geometry,
    zones: subjects,
  };
}

export interface MeasuredGap extends MeasuredGround {
  readonly kind: ZoneKind;
  /** In the metric frame: what the id is made of. */
  readonly pointMeters: readonly [x: number, y: number];
  /** Leaf zones along its edge, in the order of layers and features. */
  readonly neighbours: readonly FeatureRef[];
  /** False where there is no boundary and the gap is enclosed by zones. */
  readonly insideBoundary: boolean;
}

/** How many neighbours the sentence names. */
const NAMED_NEIGHBOURS = 3;

export function draftGap(measured: MeasuredGap, thresholds: Thresholds): FindingDraft {
  const { kind, at, pointMeters, neighbours, areaSquareMeters, widthMeters, geometry, insideBoundary } = measured;
  const subjects = neighbours.map(subjectOf);
  const names = neighbours.slice(0, NAMED_NEIGHBOURS).map(nameOf).join('、');
  return {
    subjects,
    identity: `${kind}@${Math.round(pointMeters[0])},${Math.round(pointMeters[1])}`,
    at,
    severity: groundSeverity(areaSquareMeters, widthMeters),
    measures: { areaSquareMeters, widthMeters },
    explain: {
      code: `zone-gap.${insideBoundary ? 'inside' : 'enclosed'}${subjects.length === 0 ? '-alone' : ''}`,
      params: {
        kind,
        areaSquareMeters,
        widthMeters,
        ...(subjects.length > 0 ? { neighbourCount: subjects.length, neighbours: names } : {}),
        ...sizeLimits(thresholds),
      },
    },
    ...(subjects.length > 0 ? { suggestion: { code: 'zone-gap.fill', params: { neighbours: names } } } : {}),
    geometry,
    zones: subjects,
  };
}

export interface MeasuredHotspot {
  readonly ref: FeatureRef;
  readonly at: LonLat;
  /** The nearest zone of either kind; undefined where none is within reach. */
  readonly nearest: Nearest | undefined;
}

export function draftHotspot({ ref, at, nearest }: MeasuredHotspot): FindingDraft {
  const zone: Params = nearest
    ? { ...describeZone(nearest.ref), distanceMeters: nearest.distanceMeters }
    : { reachMeters: NEAREST_ZONE_REACH_METERS };
  return {
    subjects: [subjectOf(ref)],
    at,
    severity: hotspotSeverity(field(ref, 'confidence')),
    measures: nearest ? { distanceMeters: nearest.distanceMeters } : {},
    explain: {
      code: `hotspot-unattended.${nearest ? 'near' : 'alone'}`,
      params: { name: nameOf(ref), ...zone },
    },
    ...(nearest ? { suggestion: { code: 'hotspot-unattended.nearest', params: describeZone(nearest.ref) } } : {}),
    zones: [],
  };
}

export interface MeasuredOwnerless {
  readonly ref: FeatureRef;
  readonly at: LonLat;
  readonly areaSquareMeters: number;
  /** Which of `owner`, `person` the zone lacks and its layer has. */
  readonly missing: readonly ('owner' | 'person')[];
}

export function draftOwnerless({ ref, at, areaSquareMeters, missing }: MeasuredOwnerless): FindingDraft {
  const subjects = [subjectOf(ref)];
  const sentence: Sentence['params'] = {
    name: nameOf(ref),
    kind: ref.layer.kind,
    level: levelOf(ref),
    fields: missing.join(','),
    areaSquareMeters,
  };
  return {
    subjects,
    at,
    severity: ownerlessSeverity(areaSquareMeters, missing.length),
    measures: { areaSquareMeters },
    explain: { code: 'zone-ownerless.missing', params: sentence },
    suggestion: { code: 'zone-ownerless.complete', params: { fields: missing.join(',') } },
    zones: subjects,
  };
}

function extentOf({ areaSquareMeters, lengthMeters }: MeasuredSource): 'area' | 'line' | 'point' {
  return areaSquareMeters !== undefined ? 'area' : lengthMeters !== undefined ? 'line' : 'point';
}

/** There may be a hundred thousand of these: written field by field, since spreading objects costs more than the measuring. */
export function describeSource({ ref, areaSquareMeters, lengthMeters }: MeasuredSource): Record<string, ParamValue> {
  const params: Record<string, ParamValue> = { name: nameOf(ref), kind: ref.layer.kind };
  if (areaSquareMeters !== undefined) params.areaSquareMeters = areaSquareMeters;
  if (lengthMeters !== undefined) params.lengthMeters = lengthMeters;
  return params;
}

function describeRoute({ ref, distanceMeters }: Nearest): Params {
  return { routeName: nameOf(ref), operator: field(ref, 'operator') ?? ownerOf(ref) ?? null, distanceMeters };
}

function describeZone(ref: FeatureRef): Params {
  return { zoneName: nameOf(ref), zoneOwner: ownerOf(ref) ?? null };
}

/** The thresholds of ground, as sentences show them. */
export function sizeLimits(thresholds: Thresholds): Params {
  return {
    minAreaSquareMeters: thresholds.minOverlapAreaSquareMeters,
    minWidthMeters: thresholds.sliverWidthMeters,
  };
}
