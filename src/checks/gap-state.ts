/** What the rule zone-gap keeps of the ground between edits, and the sums of the summary that come from it. */
import type { MetricPolygons } from '../geo/geos-wkb.ts';
import type { ZoneKind } from '../model/kinds.ts';
import type { GapGround } from './gap-ground.ts';

export interface GapState {
  /** The union of all boundary features; none where there is no boundary. */
  boundary: MetricPolygons;
  grounds: { [kind in ZoneKind]?: GapGround };
  /** 0 without a boundary. */
  boundaryAreaSquareMeters: number;
  /** Ground inside the boundary without a responsibility leaf zone, slivers included; 0 without a boundary. */
  uncoveredAreaSquareMeters: number;
}

export function createGapState(): GapState {
  return { boundary: [], grounds: {}, boundaryAreaSquareMeters: 0, uncoveredAreaSquareMeters: 0 };
}
