/**
 * Reads GPX: each waypoint is a point, each route and track a line, with name, description and time as
 * columns. Heights and the time of each position are left out, and told.
 */
import { gpx } from '@tmcw/togeojson';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Task } from '../../core/task.ts';
import { createNoteList } from '../../model/note-list.ts';
import { buildBatch } from '../build-batch.ts';
import type { RawLayer, ReadInput } from '../driver.ts';
import { nameOfFile } from '../file-name.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { plainProperties } from '../xml/plain-properties.ts';

export async function readGpx(input: ReadInput, task: Task): Promise<Result<RawLayer[]>> {
  const parsed = parseXml(input.bytes, input.options.encoding);
  if (!parsed.ok) return parsed;
  const { document, encoding } = parsed.value;
  const notes = createNoteList();
  for (const note of parsed.notes) notes.take(note);
  let withReadings = 0;
  const features = gpx(document).features.map(({ geometry, properties: found }) => {
    if (found && 'coordinateProperties' in found) withReadings++;
    return { type: 'Feature', geometry, properties: plainProperties(found).properties };
  });
  const records = ['wpt', 'rte', 'trk'].reduce((sum, tag) => sum + document.getElementsByTagName(tag).length, 0);
  if (features.length === 0) return fail('gpx-no-features', { count: records });
  if (records > features.length) notes.add('records-without-positions', { count: records - features.length });
  if (withReadings > 0) notes.add('gpx-readings-left-out', { count: withReadings });
  const batch = await buildBatch(features, notes, task);
  return ok([{ name: nameOfFile(input.name), batch, crs: 'EPSG:4326', encoding, notes: notes.finish() }]);
}
