/**
 * Findings as a feature batch, so that any format of `formats/` can write them (FlatGeobuf, for one);
 * reports do not import formats, so whoever calls has the writer.
 */
import type { Problem } from '../core/result.ts';
import { appendGeoJson, createGeometryBuilder } from '../geo/geometry-column.ts';
import type { FeatureBatch } from '../model/feature-batch.ts';
import type { CheckResult } from '../model/findings.ts';
import { findingsTable, type Wording } from './findings-table.ts';
import { tableBatch } from './table-batch.ts';

/** One feature per finding, in order; geometry as in GeoJSON; columns under the table's ASCII keys. */
export function findingsBatch(result: CheckResult, wording: Wording): { batch: FeatureBatch; problems: Problem[] } {
  const table = findingsTable(result, wording);
  const geometry = createGeometryBuilder();
  const problems: Problem[] = [];
  for (const finding of result.findings) {
    const shape = finding.geometry ?? { type: 'Point', coordinates: [...finding.at] };
    const problem = appendGeoJson(geometry, shape);
    if (problem) problems.push(problem);
  }
  const batch = tableBatch(table, geometry.finish(), 'key');
  return { batch: { ...batch, ids: result.findings.map(({ id }) => id) }, problems };
}
