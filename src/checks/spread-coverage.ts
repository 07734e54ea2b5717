/** The coverage of a source layer, measured in ranges by whoever does them, and put together in the layer's order. */
import { rangesOf } from '../core/spread.ts';
import type { Task } from '../core/task.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { sliceLayer } from '../geo/slice-layer.ts';
import type { MeasureSpread } from './measure-table.ts';
import type { SourceCoverage, SourceShares } from './source-coverage.ts';
import type { ZoneSet } from './zone-set.ts';

/** Some ten milliseconds of work, so that a cancel is heard and uneven ranges balance. */
const SOURCES_PER_RANGE = 2048;

/** O(sources × zones around each). Rejects only when cancelled. */
export async function spreadCoverage(
  layer: PackedLayer,
  zones: ZoneSet,
  spread: MeasureSpread,
  task: Task,
): Promise<SourceCoverage> {
  const ranges = rangesOf(layer.count, SOURCES_PER_RANGE, (first, end) => sliceLayer(layer, first, end));
  // Ranges are no stage that people know: the check reports its rules.
  const { onProgress: _, ...quiet } = task;
  return { layer, zones, ...concatShares(await spread('sourceCoverage', zones.bare, ranges, quiet)) };
}

function concatShares(shares: readonly SourceShares[]): SourceShares {
  const sources = shares.reduce((sum, share) => sum + share.coveredFraction.length, 0);
  const found = shares.reduce((sum, share) => sum + share.zonesOfSource.length, 0);
  const all = {
    coveredFraction: new Float64Array(sources),
    largestShare: new Int32Array(sources),
    zoneStart: new Uint32Array(sources + 1),
    zonesOfSource: new Uint32Array(found),
  };
  let source = 0;
  let zone = 0;
  for (const { coveredFraction, largestShare, zoneStart, zonesOfSource } of shares) {
    all.coveredFraction.set(coveredFraction, source);
    all.largestShare.set(largestShare, source);
    all.zoneStart.set(
      zoneStart.map((offset) => offset + zone),
      source,
    );
    all.zonesOfSource.set(zonesOfSource, zone);
    source += coveredFraction.length;
    zone += zonesOfSource.length;
  }
  return all;
}
