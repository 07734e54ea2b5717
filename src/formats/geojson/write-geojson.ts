/** Writes RFC 7946 GeoJSON: WGS84, one feature a line, all columns of every feature. */
import { ok, type Result } from '../../core/result.ts';
import { checkpoint, type Task } from '../../core/task.ts';
import { geometryToGeoJson } from '../../geo/geometry-column.ts';
import { valueAt } from '../../model/feature-batch.ts';
import type { WriteLayer } from '../driver.ts';
import { joinBytes } from '../join-bytes.ts';

const FEATURES_PER_CHUNK = 5_000;

/** Coordinates keep all their digits, so that reading gives the same numbers back. O(positions). */
export async function writeGeoJson(layer: WriteLayer, task: Task): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const { geometry, columns } = layer.batch;
  const encoder = new TextEncoder();
  const chunks = [encoder.encode(`{"type":"FeatureCollection","name":${JSON.stringify(layer.name)},"features":[\n`)];
  for (let start = 0; start < geometry.count; start += FEATURES_PER_CHUNK) {
    await checkpoint(task);
    const lines: string[] = [];
    for (let index = start; index < Math.min(geometry.count, start + FEATURES_PER_CHUNK); index++) {
      const properties = Object.fromEntries([...columns].map(([name, column]) => [name, valueAt(column, index)]));
      lines.push(JSON.stringify({ type: 'Feature', properties, geometry: geometryToGeoJson(geometry, index) }));
    }
    chunks.push(encoder.encode(`${start > 0 ? ',\n' : ''}${lines.join(',\n')}`));
  }
  chunks.push(encoder.encode('\n]}\n'));
  return ok(joinBytes(chunks));
}
