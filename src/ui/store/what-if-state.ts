/** What is assumed: a wind, how far one looks into it, an alert. Kept while the panel is closed; no part of the document. */
import type { Subject } from '../../core/subject.ts';
import type { AlertColour } from '../../model/rule-pack.ts';

export interface AssumedWind {
  /** Where it comes from, clockwise from true north, whole degrees 0 to 359. */
  readonly fromDegrees: number;
  /** 级, on the Beaufort scale; undefined where the station gives none. */
  readonly force: number | undefined;
  /** The reading that it was taken from; absent for a wind that somebody set. */
  readonly reading?: { readonly station: Subject; readonly timeMs: number };
}

export interface WhatIfState {
  /** Undefined until somebody sets one, or a station has a reading. */
  readonly wind: AssumedWind | undefined;
  /** Undefined: the rule pack's. */
  readonly reachMeters: number | undefined;
  readonly minAreaSquareMeters: number;
  readonly onlyOpenSoil: boolean;
  readonly alert: AlertColour | undefined;
}

export const INITIAL_WHAT_IF: WhatIfState = {
  wind: undefined,
  reachMeters: undefined,
  minAreaSquareMeters: 0,
  onlyOpenSoil: false,
  alert: undefined,
};
