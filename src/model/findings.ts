/** What a check answers: findings.json as written, and the same in memory. */
import type { Params, Problem } from '../core/result.ts';
import type { Subject } from '../core/subject.ts';
import type { LonLat } from './lon-lat.ts';

export const RULE_IDS = [
  'source-unassigned',
  'source-unpatrolled',
  'source-unswept',
  'source-uncontrolled',
  'zone-overlap',
  'zone-gap',
  'zone-escape',
  'zone-ownerless',
  'road-unswept',
  'route-overlap',
  'hotspot-unattended',
  'hotspot-source',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

export interface Measures {
  areaSquareMeters?: number;
  uncoveredAreaSquareMeters?: number;
  coveredFraction?: number;
  distanceMeters?: number;
  widthMeters?: number;
  lengthMeters?: number;
  pm10TonnesPerYear?: [low: number, high: number];
}

/** Those that are one number each, in the order in which they are written and listed. */
export const NUMBER_MEASURES = [
  'areaSquareMeters',
  'uncoveredAreaSquareMeters',
  'coveredFraction',
  'distanceMeters',
  'widthMeters',
  'lengthMeters',
] as const satisfies readonly (keyof Measures)[];

export interface Candidate {
  subject: Subject;
  score: number;
  distanceMeters: number;
  bearingDegrees: number;
}

/** A sentence to be put into words: a translation key and what stands in it. */
export interface Sentence {
  code: string;
  params: Params;
}

export interface Finding {
  id: string;
  rule: RuleId;
  /** The rule's rank from the rule pack, 1 first. */
  priority: number;
  /** 0 to 1 within the rule. */
  severity: number;
  status: 'open' | 'exception' | 'joint';
  subjects: readonly Subject[];
  /** A point inside the finding. */
  at: LonLat;
  measures: Measures;
  candidates?: readonly Candidate[];
  explain: Sentence;
  suggestion?: Sentence;
  /** Always there for zone rules with an area; for source and hotspot rules only with shapes asked for. */
  geometry?: GeoJSON.Geometry;
}

/** A copy that has a shape. Part by part: a finding may put together what explains it when it is asked, and not before. */
export function withGeometry(finding: Finding, geometry: GeoJSON.Geometry): Finding {
  const { id, rule, priority, severity, status, subjects, at, measures, candidates, explain, suggestion } = finding;
  return {
    ...{ id, rule, priority, severity, status, subjects, at, measures, explain, geometry },
    ...(candidates && { candidates }),
    ...(suggestion && { suggestion }),
  };
}

export interface RuleSummary {
  count: number;
  areaSquareMeters: number;
  slivers: number;
  sliverAreaSquareMeters: number;
  excepted: number;
}

export interface ZoneSummary {
  zone: Subject;
  counts: { [rule in RuleId]?: number };
  sources: number;
  uncoveredAreaSquareMeters: number;
}

export interface CheckSummary {
  sources: number;
  zones: number;
  byRule: { [rule in RuleId]?: RuleSummary };
  byZone: ZoneSummary[];
  boundaryAreaSquareMeters: number;
  uncoveredAreaSquareMeters: number;
}

export interface Unchecked {
  rule: RuleId;
  subjects: readonly Subject[];
  problem: Problem;
}

export interface LayerNote {
  layer: string;
  row?: number;
  problem: Problem;
}

export type EngineName = 'fast' | 'turf';

export interface CheckResult {
  format: 'chentu-findings';
  version: 1;
  workspace: string;
  asOf: string;
  engine: EngineName;
  rulePack: { id: string; version: string };
  summary: CheckSummary;
  /** Sorted: priority, then severity downwards, then id. */
  findings: Finding[];
  /** The findings one after the other, where they need not be held all at once. */
  readonly eachFinding?: () => Iterable<Finding>;
  unchecked: Unchecked[];
  notes: LayerNote[];
}

export interface FindingsDelta {
  added: Finding[];
  changed: Finding[];
  removed: string[];
  summary: CheckSummary;
  unchecked: Unchecked[];
  notes: LayerNote[];
}
