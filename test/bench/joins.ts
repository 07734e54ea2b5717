/** The joins that are measured, and what an engine answers to each. */

export const JOINS = {
  A: 'hotspots in zones',
  B1: 'source × zone intersects',
  B2: 'zone of each source with the largest overlap',
  C: 'zone × zone overlaps',
  D: 'sources farther than 50 m from every route',
  E: 'area of each source that no served zone covers',
  F: '5 nearest sources within 500 m of each hotspot',
} as const;
export type JoinName = keyof typeof JOINS;
export const JOIN_NAMES = Object.keys(JOINS) as JoinName[];

export const ROUTE_DISTANCE_METERS = 50;
export const NEAREST_COUNT = 5;
export const NEAREST_METERS = 500;
/** Less than this is rounding, not ground that is shared or uncovered. */
export const NO_AREA_SQUARE_METERS = 1e-6;

export interface Answer {
  /**
   * A, B1: pairs, touching included. B2: sources with a zone. C: pairs that share an area. D: sources.
   * E: sources with an uncovered area. F: neighbours found.
   */
  readonly found: number;
  /** Sum over what was found of (first index + 1) × (second index + 1), for D of index + 1: the same pairs, not only as many. */
  readonly checksum?: number;
  /** B2, C, E: the sum. */
  readonly areaSquareMeters?: number;
  /** F: the sum. */
  readonly distanceMeters?: number;
  /** B2, E: square metres per source. */
  readonly areas?: Float64Array;
  /** Operations in which the engine threw or failed; it answers without them. */
  readonly failed?: number;
}
