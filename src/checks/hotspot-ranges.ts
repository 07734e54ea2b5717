/**
 * The candidates of a range of hotspots as plain data in and out, so that another thread can search
 * them. A range holds neighbours, one after the other, so that the sources around them are at hand.
 */
import type { PackedLayer } from '../geo/packed-layer.ts';
import type { UpwindSector } from '../rules/wind.ts';
import { createCandidateSearch, type SourceRanks } from './candidate-search.ts';

export interface CandidateCommon {
  readonly ranks: SourceRanks;
  readonly reachMeters: number;
  /** At most so many of a hotspot. */
  readonly count: number;
}

export interface HotspotRange {
  /** Where each hotspot lies; one of type `none` has no candidates. */
  readonly places: PackedLayer;
  /** x, y and minCosine of each hotspot's sector; NaN where there is none. */
  readonly sectors: Float64Array;
}

/** Of the i-th hotspot the candidates from start[i] to start[i + 1], best first. */
export interface CandidateLists {
  readonly start: Uint32Array;
  /** Places in the ranks. */
  readonly items: Int32Array;
  readonly scores: Float64Array;
  readonly distancesMeters: Float64Array;
}

/** O(hotspots · log sources) where sources are many and the best of them near. */
export function createCandidateMeasurer(common: CandidateCommon): (range: HotspotRange) => CandidateLists {
  const { ranks, reachMeters, count } = common;
  const search = createCandidateSearch(ranks, reachMeters, count);
  return ({ places, sectors }) => {
    const start = new Uint32Array(places.count + 1);
    const items = new Int32Array(count * places.count);
    const scores = new Float64Array(count * places.count);
    const distancesMeters = new Float64Array(count * places.count);
    let total = 0;
    for (let hotspot = 0; hotspot < places.count; hotspot++) {
      search.search(places, hotspot, sectorAt(sectors, hotspot));
      for (let k = 0; k < search.found; k++, total++) {
        items[total] = search.items[k]!;
        scores[total] = search.scores[k]!;
        distancesMeters[total] = search.distancesMeters[k]!;
      }
      start[hotspot + 1] = total;
    }
    return {
      start,
      items: items.slice(0, total),
      scores: scores.slice(0, total),
      distancesMeters: distancesMeters.slice(0, total),
    };
  };
}

/** Writes a sector where `sectorAt` finds it. */
export function putSector(sectors: Float64Array, hotspot: number, sector: UpwindSector | undefined): void {
  sectors[3 * hotspot] = sector ? sector.x : Number.NaN;
  sectors[3 * hotspot + 1] = sector ? sector.y : Number.NaN;
  sectors[3 * hotspot + 2] = sector ? sector.minCosine : Number.NaN;
}

function sectorAt(sectors: Float64Array, hotspot: number): UpwindSector | undefined {
  const x = sectors[3 * hotspot]!;
  if (Number.isNaN(x)) return undefined;
  return { x, y: sectors[3 * hotspot + 1]!, minCosine: sectors[3 * hotspot + 2]! };
}
