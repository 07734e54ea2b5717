/** What charts and rankings count: facts of sources, hotspots and findings, before they are put into months, hours or ranks. */
import type { Subject } from '../core/subject.ts';
import type { RuleId } from '../model/findings.ts';
import type { Scope } from '../model/scope.ts';

export interface ChartRequest {
  /** Responsibility zones of one level, between which is told apart: streets. */
  readonly zones: readonly Subject[];
  /** Only what lies in a responsibility zone, or is one unit's. */
  readonly scope?: Scope | undefined;
}

/** Open findings by rule. */
export type RuleCounts = { [rule in RuleId]?: number };

export interface CountedGround {
  /** Dust sources with at least a part there. */
  sources: number;
  readonly counts: RuleCounts;
}

export interface ZoneFacts extends CountedGround {
  readonly zone: Subject;
  /** As measured; 0 for a zone that is not there. */
  readonly areaSquareMeters: number;
}

export interface OwnerFacts extends CountedGround {
  /** Empty for what has none. */
  readonly owner: string;
}

export interface PlacedFact {
  /** Into the zones asked for; -1 outside of them all. */
  readonly zone: number;
  /** Empty for what has none. */
  readonly owner: string;
}

/** A patch of bare soil as its ledger tells it; undefined where it is silent. */
export interface SoilFact extends PlacedFact {
  /** As measured; of a patch without ground what the ledger states. */
  readonly areaSquareMeters: number | undefined;
  readonly status: string | undefined;
  readonly openedAt: string | undefined;
  readonly treatedAt: string | undefined;
  readonly reopenedAt: string | undefined;
}

export interface HotspotFact extends PlacedFact {
  readonly time: string | undefined;
}

export interface ChartFacts {
  /** The clock of the rules as written; milliseconds since 1970, NaN where there is none. */
  readonly asOf: string;
  readonly asOfInstant: number;
  readonly zones: readonly ZoneFacts[];
  /** What lies in none of the zones. */
  readonly outside: CountedGround;
  /** Everything once. */
  readonly total: CountedGround;
  /** Findings on several units' ground count for each of them. */
  readonly owners: readonly OwnerFacts[];
  readonly soil: readonly SoilFact[];
  readonly hotspots: readonly HotspotFact[];
}
