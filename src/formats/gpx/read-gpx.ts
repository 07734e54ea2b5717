/**
 * Reads GPX: each waypoint is a point, each route and track a line, with name, description and time as
 * columns. Heights and the time of each position are left out, and told.
 */
import { gpx } from '@tmcw/togeojson';
import type { Document, Element } from '@xmldom/xmldom';
import { fail, ok, type Result } from '../../core/result.ts';
import { checkpoint, type Task } from '../../core/task.ts';
import { createNoteList } from '../../model/note-list.ts';
import { createBatchBuilder } from '../build-batch.ts';
import type { RawLayer, ReadInput } from '../driver.ts';
import { nameOfFile } from '../file-name.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { plainProperties } from '../xml/plain-properties.ts';

const RECORDS: readonly string[] = ['trk', 'rte', 'wpt'];
const RECORDS_PER_CHECKPOINT = 1_000;

export async function readGpx(input: ReadInput, task: Task): Promise<Result<RawLayer[]>> {
  const parsed = parseXml(input.bytes, input.options.encoding);
  if (!parsed.ok) return parsed;
  const { document, encoding } = parsed.value;
  const notes = createNoteList(input.options.notesPerCode);
  for (const note of parsed.notes) notes.take(note);
  const builder = createBatchBuilder(notes);
  let withReadings = 0;
  const roots = Array.from(document.getElementsByTagName('gpx'));
  for (const element of RECORDS.flatMap((tag) => Array.from(document.getElementsByTagName(tag)))) {
    const feature = featureOf(element, roots);
    if (feature) {
      const { geometry, properties } = feature;
      if (properties && 'coordinateProperties' in properties) withReadings++;
      builder.add({ type: 'Feature', geometry, properties: plainProperties(properties).properties });
    } else {
      const feature = nameOf(element);
      notes.add('record-without-positions', {}, { row: builder.row, ...(feature ? { feature } : {}) });
      builder.skip();
    }
    if (builder.row % RECORDS_PER_CHECKPOINT === 0) await checkpoint(task);
  }
  const records = builder.row;
  if (builder.count === 0) return fail('gpx-no-features', { count: records });
  if (withReadings > 0) notes.add('gpx-readings-left-out', { count: withReadings });
  const batch = builder.finish();
  return ok([{ name: nameOfFile(input.name), batch, records, crs: 'EPSG:4326', encoding, notes: notes.finish() }]);
}

/** Undefined for one that the converter passes over. It is given one at a time, for it does not say which those are. */
function featureOf(element: Element, roots: readonly Element[]) {
  const alone = {
    getElementsByTagName: (tag: string) => (tag === 'gpx' ? roots : tag === element.tagName ? [element] : []),
  };
  return gpx(alone as unknown as Document).features[0];
}

const nameOf = (element: Element): string | undefined =>
  Array.from(element.childNodes)
    .find(({ nodeName }) => nodeName === 'name')
    ?.textContent?.trim();
