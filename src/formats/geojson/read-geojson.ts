/**
 * Reads GeoJSON of any length: a collection, one feature, a bare geometry, a list of features, or one of them a
 * line. It works on the bytes: the features are cut out and parsed some at a time, so that a file is never one text
 * nor all of its features objects at once. A record that is wrong is a note with its row; only a text that is no
 * GeoJSON at all fails. Knows nothing of layers and kinds.
 */
import { fail, ok, type Result } from '../../core/result.ts';
import type { Task } from '../../core/task.ts';
import { createNoteList } from '../../model/note-list.ts';
import type { RawLayer, ReadInput } from '../driver.ts';
import { nameOfFile } from '../file-name.ts';
import { utf8BytesOf } from '../utf8-bytes.ts';
import { crsOfMember } from './crs-member.ts';
import { findSeparator, readLines, skipSeparators } from './read-lines.ts';
import { failAtFault, type Root, readRoot } from './read-root.ts';
import { createRecordIntake, type RecordIntake } from './record-intake.ts';

/** O(bytes); holds the file, the result, and some megabytes of it as objects. */
export async function readGeoJson(input: ReadInput, task: Task): Promise<Result<RawLayer[]>> {
  const text = await utf8BytesOf(input.bytes, input.options.encoding, task);
  if (!text.ok) return text;
  const { bytes, encoding } = text.value;
  const notes = createNoteList(input.options.notesPerCode);
  for (const note of text.notes) notes.take(note);
  const start = skipSeparators(bytes, 0);
  if (start === bytes.length) return fail('file-empty');
  const intake = createRecordIntake(bytes, notes, task, nameOfFile(input.name));
  const root = await readRecords(intake, start);
  if (!root.ok) return root;
  // Its type may stand behind all else: only now is it known to be one.
  if (root.value.type === 'Topology') return (await import('../topojson/read-topojson.ts')).readTopoJson(input, task);
  if (intake.builder.count === 0 && intake.firstFault) return failAtFault(intake);
  const { name: stated } = root.value;
  const name = typeof stated === 'string' && stated !== '' ? stated : nameOfFile(input.name);
  const crs = crsOfMember(root.value.crs, notes);
  const records = intake.builder.row;
  const layer: RawLayer = { name, batch: intake.builder.finish(), records, encoding, notes: notes.finish() };
  return ok([crs === undefined ? layer : { ...layer, crs }]);
}

async function readRecords(intake: RecordIntake, start: number): Promise<Result<Root>> {
  const separator = findSeparator(intake.bytes, start);
  if (separator === undefined) return readRoot(intake, start);
  await readLines(intake, start, separator);
  return ok({});
}
