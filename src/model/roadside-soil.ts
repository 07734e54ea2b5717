/** Bare soil beside unswept roads, as it is answered: plain data that crosses a worker boundary. */
import type { Subject } from '../core/subject.ts';
import type { LonLat } from './lon-lat.ts';

/** An unswept stretch of road and one patch of uncovered bare soil beside it. */
export interface RoadsidePair {
  /** Of the rule road-unswept, open. */
  readonly finding: string;
  readonly soil: Subject;
  /** From the unswept stretch, not from the whole road; 0 where they touch. */
  readonly distanceMeters: number;
  /** As measured; undefined for a patch that is a point or a line. */
  readonly areaSquareMeters: number | undefined;
  /** In the patch. */
  readonly at: LonLat;
}

export interface RoadsideSoil {
  /** The rule pack's `roadsideSoilMeters`. */
  readonly withinMeters: number;
  /** In the order of the findings; of one finding the nearest soil first. */
  readonly pairs: readonly RoadsidePair[];
  /** Patches as near of which the ledger does not say whether they are covered: in no pair. */
  readonly unknownPatches: number;
}
