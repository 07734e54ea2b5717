/**
 * Findings as a feature batch, so that any format of `formats/` can write them (FlatGeobuf, for one);
 * reports do not import formats, so whoever calls has the writer.
 */
import type { Problem } from '../core/result.ts';
import { appendGeoJson, createGeometryBuilder } from '../geo/geometry-column.ts';
import { createColumnBuilder } from '../model/column-builder.ts';
import type { Column, FeatureBatch } from '../model/feature-batch.ts';
import type { CheckResult } from '../model/findings.ts';
import { findingsTable, type Wording } from './findings-table.ts';

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
  const builders = table.columns.map(() => createColumnBuilder());
  let count = 0;
  for (const cells of table.rows) {
    for (const [index, builder] of builders.entries()) builder.set(count, cells[index]);
    count++;
  }
  const columns = new Map<string, Column>(
    table.columns.map(({ key }, index) => [key, (builders[index] as (typeof builders)[number]).finish(count)]),
  );
  const batch: FeatureBatch = {
    geometry: geometry.finish(),
    columns,
    rows: Uint32Array.from({ length: count }, (_, row) => row),
    ids: result.findings.map((finding) => finding.id),
  };
  return { batch, problems };
}
