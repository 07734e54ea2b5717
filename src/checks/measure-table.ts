/**
 * The measuring that can be spread over threads: job → common data, range, output, and the function
 * that does it. A job is added here and nowhere else; whoever runs it, here or in a helper, reads
 * this table.
 */
import type { Measures, Spread } from '../core/spread.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import {
  type CandidateCommon,
  type CandidateLists,
  createCandidateMeasurer,
  type HotspotRange,
} from './hotspot-ranges.ts';
import { createSourceMeasurer, type SourceCommon, type SourceLines } from './source-ranges.ts';

export interface MeasureTable {
  /** The range is a slice of a source layer. */
  sources: { common: SourceCommon; range: PackedLayer; output: SourceLines };
  hotspots: { common: CandidateCommon; range: HotspotRange; output: CandidateLists };
}

export type MeasureSpread = Spread<MeasureTable>;

export const MEASURES: Measures<MeasureTable> = {
  sources: createSourceMeasurer,
  hotspots: createCandidateMeasurer,
};
