/** Findings as a GeoJSON feature collection for any GIS: the shape where there is one, else the point. */
import type { CheckResult } from '../model/findings.ts';
import { jsonList } from './findings-json.ts';
import { findingsTable, type Wording } from './findings-table.ts';
import { roundGeometry, roundPosition } from './rounding.ts';

/** Pieces of text, one feature a line. Properties carry the table's ASCII keys; empty cells are null. */
export function* findingsGeoJson(result: CheckResult, wording: Wording): Generator<string> {
  const table = findingsTable(result, wording);
  const rows = table.rows[Symbol.iterator]();
  yield '{"type":"FeatureCollection",\n';
  yield* jsonList('features', result.eachFinding?.() ?? result.findings, (finding): GeoJSON.Feature => {
    const cells = rows.next().value ?? [];
    return {
      type: 'Feature',
      id: finding.id,
      geometry: finding.geometry
        ? roundGeometry(finding.geometry)
        : { type: 'Point', coordinates: roundPosition(finding.at) },
      properties: Object.fromEntries(table.columns.map(({ key }, index) => [key, cells[index] ?? null])),
    };
  });
  yield '}\n';
}
