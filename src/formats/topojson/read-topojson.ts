/**
 * Reads TopoJSON: every object of `objects` is a layer, each of its geometries a feature, put together from the
 * arcs that it shares with its neighbours. A geometry that names arcs that are not there keeps its attributes.
 */
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { fail, ok, type Result } from '../../core/result.ts';
import { checkpoint, type Task } from '../../core/task.ts';
import { createNoteList, type NoteList } from '../../model/note-list.ts';
import { createBatchBuilder, isGeometryType, NO_PLACE } from '../build-batch.ts';
import { decodeText } from '../decode-text.ts';
import type { RawLayer, ReadInput } from '../driver.ts';
import { crsOfMember } from '../geojson/crs-member.ts';
import { locateJsonError } from '../geojson/locate-json-error.ts';
import { createArcCounter } from './count-positions.ts';

const RECORDS_PER_CHECKPOINT = 1_000;

type Record_ = { readonly [key: string]: unknown };

/** Fails where the text is broken or holds no objects. O(bytes + positions, arcs counted once for each use). */
export async function readTopoJson(input: ReadInput, task: Task): Promise<Result<RawLayer[]>> {
  const decoded = decodeText(input.bytes, input.options.encoding);
  if (!decoded.ok) return decoded;
  const parsed = parse(decoded.value.text.replace(/^[\uFEFF\s]+/u, ''));
  if (!parsed.ok) return parsed;
  const topology = parsed.value;
  const objects = isObject(topology.objects) ? Object.entries(topology.objects) : [];
  if (objects.length === 0) return fail('topojson-no-objects', { found: Object.keys(topology).slice(0, 5).join(', ') });
  if (!isTransform(topology.transform)) return fail('topojson-transform-broken');
  const counter = createArcCounter(topology.arcs);
  const layers: RawLayer[] = [];
  for (const [name, object] of objects) {
    const notes = createNoteList(input.options.notesPerCode);
    for (const note of decoded.notes) notes.take(note);
    const crs = crsOfMember(topology.crs, notes);
    const { batch, records } = await readObject(object, topology, counter, notes, task);
    const layer: RawLayer = { name, batch, records, encoding: decoded.value.encoding, notes: notes.finish() };
    layers.push(crs === undefined ? layer : { ...layer, crs });
  }
  return ok(layers);
}

function parse(text: string): Result<Record_> {
  if (text.trim() === '') return fail('file-empty');
  try {
    const root = JSON.parse(text) as unknown;
    return isObject(root) && root.type === 'Topology' ? ok(root) : fail('topojson-no-topology');
  } catch {
    const error = locateJsonError(text);
    if (!error) return fail('json-too-deep');
    const { line, column, found } = error;
    return found === '' ? fail('json-ends-early', { line, column }) : fail('json-broken', { line, column, found });
  }
}

async function readObject(
  object: unknown,
  topology: Record_,
  counter: ReturnType<typeof createArcCounter>,
  notes: NoteList,
  task: Task,
): Promise<Required<Pick<RawLayer, 'batch' | 'records'>>> {
  const isCollection = isObject(object) && object.type === 'GeometryCollection' && Array.isArray(object.geometries);
  const records = isCollection ? (object.geometries as unknown[]) : [object];
  const builder = createBatchBuilder(notes);
  for (const record of records) {
    builder.add(isObject(record) ? featureOf(record) : record);
    if (builder.row % RECORDS_PER_CHECKPOINT === 0) await checkpoint(task);
  }
  return { batch: builder.finish(), records: builder.row };

  function featureOf(record: Record_): unknown {
    const { id, properties } = record;
    const hasId = (typeof id === 'string' || typeof id === 'number') && !(isObject(properties) && 'id' in properties);
    const own = isObject(properties) || properties === null || properties === undefined;
    return {
      type: 'Feature',
      geometry: geometryOf(record),
      // Its own name stands outside of the properties, and often nowhere else.
      properties: hasId && own ? { id, ...(properties as Record_ | null | undefined) } : properties,
    };
  }

  function geometryOf(record: Record_): unknown {
    if (record.type === null || record.type === undefined) return null;
    if (!isGeometryType(record.type)) return { type: record.type };
    const problem = counter.findProblem(record);
    if (problem !== undefined) {
      notes.add(problem, {}, { row: builder.row });
      return NO_PLACE;
    }
    // Within a collection: the library takes a geometry collection by itself for a list of features.
    const alone = { type: 'GeometryCollection', geometries: [record] } as unknown as GeometryCollection;
    return feature(topology as unknown as Topology, alone).features[0]?.geometry;
  }
}

/** Absent, or whole: the library trusts it. */
function isTransform(transform: unknown): boolean {
  if (transform === undefined || transform === null) return true;
  const { scale, translate } = transform as { scale?: unknown; translate?: unknown };
  return [scale, translate].every(
    (pair) => Array.isArray(pair) && pair.length >= 2 && pair.every((value) => typeof value === 'number'),
  );
}

function isObject(value: unknown): value is Record_ {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
