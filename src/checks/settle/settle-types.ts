/**
 * What is known of a conflict between zones, and what can be done about it: an overlap, a gap, an
 * escape. The same in the terminal, in a worker and inline.
 */
import type { Params } from '../../core/result.ts';
import type { Subject } from '../../core/subject.ts';
import type { SourceKind, ZoneKind } from '../../model/kinds.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import type { Patch } from '../../model/patch.ts';

export const CONFLICT_RULES = ['zone-overlap', 'zone-gap', 'zone-escape'] as const;
export type ConflictRule = (typeof CONFLICT_RULES)[number];

/** A zone that has a part in the conflict. */
export interface ConflictParty {
  readonly zone: Subject;
  readonly name: string;
  readonly level: string;
  readonly code?: string;
  readonly owner?: string;
  readonly person?: string;
  readonly phone?: string;
  readonly leader?: string;
  readonly areaSquareMeters: number;
  /** The conflict's part of the zone; 0 for a gap, which is part of none. */
  readonly shareFraction: number;
  /** How far the conflict's outline runs along ground that is this zone's alone. */
  readonly borderMeters: number;
  /** Sources with a part in the whole zone. */
  readonly sources: number;
  /** The code of the coarser zone or boundary in which the conflict lies, where the zone's own code begins with it. */
  readonly matchedCode?: string;
}

export interface SourcesInside {
  readonly kind: SourceKind;
  readonly count: number;
  /** Their ground inside the conflict. */
  readonly areaSquareMeters: number;
  /** Those with the most ground inside first; not all of many. */
  readonly names: readonly string[];
}

export interface ConflictContents {
  readonly sources: readonly SourcesInside[];
  /** Bare soil that nothing covers. */
  readonly uncoveredCount: number;
  /** Of the parts inside, where it can be estimated. */
  readonly pm10TonnesPerYear?: [low: number, high: number];
  readonly roadCount: number;
  readonly roadMeters: number;
  readonly roadNames: readonly string[];
  readonly receptorCount: number;
  readonly receptorNames: readonly string[];
}

export type SuggestionReason = 'whole' | 'code' | 'border' | 'sources' | 'area' | 'order' | 'held' | 'free';

/** Who should have the ground, and why: never done by itself. */
export interface OwnerSuggestion {
  readonly zone: Subject;
  readonly reason: SuggestionReason;
  /** The numbers behind the reason. */
  readonly params: Params;
}

export interface ConflictSheet {
  readonly finding: string;
  readonly rule: ConflictRule;
  readonly kind: ZoneKind;
  readonly geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon;
  readonly parts: number;
  readonly areaSquareMeters: number;
  readonly widthMeters: number;
  /** Between the two points of its outline that lie farthest apart. */
  readonly lengthMeters: number;
  /** Overlap: both zones. Escape: the zone, then its parent. Gap: those along it, the longest border first. */
  readonly parties: readonly ConflictParty[];
  readonly inside: ConflictContents;
  readonly suggestion?: OwnerSuggestion;
  /** Where an overlap would be split if nobody draws a line. */
  readonly middleLine?: readonly LonLat[];
}

export type FixRequest =
  /** Takes an overlap from one of its zones; of an escape, what lies outside of the parent. */
  | { readonly fix: 'clip'; readonly finding: string; readonly from: Subject }
  /** What lies left of the line goes to the first zone of an overlap, what lies right of it to the second. */
  | { readonly fix: 'split'; readonly finding: string; readonly line?: readonly LonLat[] }
  /** Gives a gap to a zone along it. */
  | { readonly fix: 'merge'; readonly finding: string; readonly into: Subject }
  /** The parent takes in what reaches out of it. */
  | { readonly fix: 'extend'; readonly finding: string };

/** Ground that changes hands. */
export interface GroundMove {
  readonly areaSquareMeters: number;
  readonly geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon;
  readonly from?: Subject;
  readonly to?: Subject;
}

export interface ZoneAreaChange {
  readonly zone: Subject;
  readonly name: string;
  readonly owner?: string;
  readonly beforeSquareMeters: number;
  readonly afterSquareMeters: number;
}

/** Ground of another owner's zone that a zone would take in. */
export interface Collision {
  readonly zone: Subject;
  readonly name: string;
  readonly owner?: string;
  readonly areaSquareMeters: number;
}

/** An edit that has not been made yet. */
export interface FixPlan {
  readonly patch: Patch;
  readonly moves: readonly GroundMove[];
  /** Zones that gain or lose ground, the largest change first. */
  readonly zones: readonly ZoneAreaChange[];
  /** Zones that only get corners where a new border meets theirs. */
  readonly adjustedCount: number;
  /** Overlaps that it would make; the largest first. */
  readonly collisions: readonly Collision[];
}

export interface SliverPlan extends Omit<FixPlan, 'collisions'> {
  readonly overlapCount: number;
  readonly gapCount: number;
  /** Slivers that cannot be settled so, each with its reason. */
  readonly leftCount: number;
}
