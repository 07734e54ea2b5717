/**
 * What a rule answers, whichever engine measured it. Ids, status, priority, order and summary are
 * made from it in `assemble.ts`, so that two engines can differ in their measuring alone.
 * Knows no geometry.
 */
import type { Subject } from '../core/subject.ts';
import type { Candidate, LayerNote, Measures, RuleId, Sentence, Unchecked } from '../model/findings.ts';
import type { LonLat } from '../model/lon-lat.ts';

/** A finding without its id, status and priority. */
export interface FindingDraft {
  readonly subjects: readonly Subject[];
  /**
   * What the id is made of in place of the subjects, where one rule may have several findings for
   * the same subjects; for a gap its kind and an interior point on a 1 m grid.
   */
  readonly identity?: string;
  /** A point inside the finding. */
  readonly at: LonLat;
  /** 0 to 1 within the rule: `severity.ts`. */
  readonly severity: number;
  readonly measures: Measures;
  readonly candidates?: readonly Candidate[];
  readonly explain: Sentence;
  readonly suggestion?: Sentence;
  readonly geometry?: GeoJSON.Geometry;
  /** Zones of every level at whose line in `summary.byZone` the finding counts: those its subject lies in, touches or is. */
  readonly zones: readonly Subject[];
}

/** What sums and order need of a finding. */
export interface Weight {
  readonly severity: number;
  readonly areaSquareMeters: number | undefined;
  /** As in the draft. */
  readonly zones: readonly Subject[];
}

/** What a rule has to say of one item, before it is put into words: there may be a million, of which twenty are read. */
export interface Verdict {
  /** Of each finding, in the order in which they are written; none where something could not be checked. */
  readonly weights: readonly Weight[];
  /** Good until the next edit. */
  write(): ItemOutcome;
}

/** What a rule has to say of one item that it judges by itself: a source, a pair of zones, a gap. */
export interface ItemOutcome {
  readonly findings: readonly FindingDraft[];
  readonly unchecked: readonly Unchecked[];
  /** Findings below the thresholds of size: counted, never dropped. */
  readonly slivers: number;
  readonly sliverAreaSquareMeters: number;
}

export function found(...findings: readonly FindingDraft[]): ItemOutcome {
  return { findings, unchecked: [], slivers: 0, sliverAreaSquareMeters: 0 };
}

export function sliver(areaSquareMeters: number): ItemOutcome {
  return { findings: [], unchecked: [], slivers: 1, sliverAreaSquareMeters: areaSquareMeters };
}

export function unchecked(entry: Unchecked): ItemOutcome {
  return { findings: [], unchecked: [entry], slivers: 0, sliverAreaSquareMeters: 0 };
}

/** All that one rule has to say of one workspace. Plain data. */
export interface RuleOutcome {
  readonly rule: RuleId;
  readonly findings: readonly FindingDraft[];
  readonly unchecked: readonly Unchecked[];
  /** A whole layer that lacks what the rule reads is one note here, instead of a finding per feature. */
  readonly notes: readonly LayerNote[];
  /** Findings below the thresholds of size: counted, never dropped. Zone rules have any, and rules of lengths, whose slivers have no area. */
  readonly slivers: number;
  readonly sliverAreaSquareMeters: number;
}

/** Sums that belong to no single rule. */
export interface Tallies {
  /** Dust sources that could be judged. */
  readonly sources: number;
  /** Zones of both kinds that could be judged. */
  readonly zones: number;
  /** Area of the union of all boundary features; 0 without any. */
  readonly boundaryAreaSquareMeters: number;
  /** Ground inside the boundary that no responsibility leaf zone covers, slivers included; 0 without a boundary. */
  readonly uncoveredAreaSquareMeters: number;
  /** One line per zone of either kind and any level, in the order of layers and features. */
  readonly byZone: readonly ZoneTally[];
}

export interface ZoneTally {
  readonly zone: Subject;
  /** Dust sources with at least a part inside. */
  readonly sources: number;
  /** Ground of those sources that no leaf zone of this zone's kind covers. */
  readonly uncoveredAreaSquareMeters: number;
}

/** What an engine answers. */
export interface EngineOutcome {
  /** One per rule that was judged, in the order of RULE_IDS. */
  readonly outcomes: readonly RuleOutcome[];
  readonly tallies: Tallies;
}

export function emptyOutcome(rule: RuleId): RuleOutcome {
  return { rule, findings: [], unchecked: [], notes: [], slivers: 0, sliverAreaSquareMeters: 0 };
}
