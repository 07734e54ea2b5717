/**
 * The XML form as a source of elements, in one pass per visit and never as a tree: 100 MB as a document
 * would be several GB. Saxes takes it in pieces (67 MB/s; xmldom 8, sax 33; saxen is faster but wants all
 * text at once), builds no entities that the file defines and fetches nothing.
 */
import { SaxesParser } from 'saxes';
import { fail, ok, type Problem, problem, type Result } from '../../../core/result.ts';
import { checkpoint, type Task } from '../../../core/task.ts';
import type { NoteList } from '../../../model/note-list.ts';
import { decodePieces, findEncoding, findMark, PIECE_BYTES } from '../../decode-text.ts';
import type { ReadInput } from '../../driver.ts';
import { declaredEncoding } from '../../xml/declared-encoding.ts';
import { emptyCounts, type OsmCounts, type OsmSource, type OsmVisitor } from '../osm-source.ts';
import { createElementReader } from './element-reader.ts';

/** A file with more faults is no longer one that can be trusted. */
const MAX_FAULTS = 20;
/** The format needs five: osm, relation, member, nd. Deeper is hostile. */
const MAX_DEPTH = 32;
const PIECES_PER_CHECKPOINT = 2;

/** Thrown out of the parser to end a visit early; carries what is wrong where nothing can be made of the file. */
class StopReading extends Error {
  readonly refusal: Problem | undefined;

  constructor(refusal?: Problem) {
    super('reading stopped');
    this.refusal = refusal;
  }
}

export function openOsmXml({ bytes, options }: ReadInput, notes: NoteList): Result<OsmSource> {
  const encoding = findEncoding(bytes, options.encoding ?? findMark(bytes) ?? declaredEncoding(bytes));
  if (!encoding.ok) return encoding;
  for (const note of encoding.notes) notes.take(note);
  let isNoted = false;
  return ok({
    encoding: encoding.value,
    async visit(visitor, task) {
      const result = await visitOnce(bytes, encoding.value, visitor, isNoted ? undefined : notes, task);
      isNoted = true;
      return result;
    },
  });
}

async function visitOnce(
  bytes: Uint8Array,
  encoding: string,
  visitor: OsmVisitor,
  notes: NoteList | undefined,
  task: Task,
): Promise<Result<OsmCounts>> {
  const counts = emptyCounts();
  const { parser, firstFault } = createParser(visitor, counts, notes);
  let pieces = 0;
  try {
    for (const text of decodePieces(bytes, encoding)) {
      if (++pieces % PIECES_PER_CHECKPOINT === 0) {
        await checkpoint(task);
        const done = Math.min(bytes.length, pieces * PIECE_BYTES);
        task.onProgress?.({ stage: 'read', done, total: bytes.length });
      }
      parser.write(text);
    }
    parser.close();
  } catch (error) {
    if (!(error instanceof StopReading)) throw error;
    if (error.refusal) return { ok: false, problem: error.refusal };
  }
  const fault = firstFault();
  if (!fault) return ok(counts);
  if (counts.nodes + counts.ways + counts.relations === 0) return fail('xml-broken', fault);
  notes?.add('osm-xml-damaged', fault);
  return ok(counts);
}

function createParser(visitor: OsmVisitor, counts: OsmCounts, notes: NoteList | undefined) {
  const parser = new SaxesParser({ position: false, xmlns: false });
  const reader = createElementReader(visitor, counts);
  let depth = 0;
  let faults = 0;
  let first: { line: number; column: number; found: string } | undefined;
  let remark: string | undefined;
  parser.on('error', ({ message }) => {
    first ??= { line: parser.line, column: parser.column + 1, found: message.slice(0, 120) };
    if (++faults > MAX_FAULTS) throw new StopReading();
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (depth === 0) refuseOtherRoots(name);
    if (depth === 1 && name === 'action') throw new StopReading(problem('osm-change-file'));
    if (depth === 1 && name === 'remark') remark = '';
    if (depth > MAX_DEPTH) throw new StopReading(problem('xml-too-deep', { depth: MAX_DEPTH }));
    reader.open(name, attributes, depth++);
  });
  parser.on('text', (text) => {
    if (remark !== undefined) remark += text;
  });
  parser.on('closetag', () => {
    reader.close(--depth);
    if (depth !== 1) return;
    // Overpass says here that it ran out of time or memory: the file is then a part of what was asked for.
    if (remark !== undefined) notes?.add('osm-remark', { found: remark.trim().slice(0, 120) });
    remark = undefined;
  });
  return { parser, firstFault: () => first };
}

function refuseOtherRoots(name: string): void {
  if (name === 'osmChange') throw new StopReading(problem('osm-change-file'));
  if (name !== 'osm') throw new StopReading(problem('osm-not-osm', { found: `<${name.slice(0, 40)}>` }));
}
