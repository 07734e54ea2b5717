/**
 * The measuring that can be spread over threads: job → common data, range, output, and the function
 * that does it. A job is added here and nowhere else; whoever runs it, here or in a helper, reads
 * this table.
 */
import type { Measures, Spread } from '../core/spread.ts';
import type { GeometryColumn } from '../geo/geometry-column.ts';
import { createRangePacker, type PackCommon, type PackedRange } from '../geo/pack-ranges.ts';
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
  /** The range is a slice of a layer as it was read. */
  packing: { common: PackCommon; range: GeometryColumn; output: PackedRange };
  hotspots: { common: CandidateCommon; range: HotspotRange; output: CandidateLists };
}

export type MeasureSpread = Spread<MeasureTable>;

export const MEASURES: Measures<MeasureTable> = {
  sources: createSourceMeasurer,
  packing: createRangePacker,
  hotspots: createCandidateMeasurer,
};
