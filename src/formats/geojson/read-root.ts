/**
 * The outermost value of a GeoJSON text: a collection whose features are streamed, one feature, a bare geometry, or
 * a list of features. Its other members may stand before or behind the features, in any order.
 */
import { fail, ok, type Problem, type Result } from '../../core/result.ts';
import { isGeometryType } from '../build-batch.ts';
import { describeFound } from '../clean-geometry.ts';
import { findJsonError, isCutOff } from './find-json-error.ts';
import { endOfValue, skipBlanks } from './json-bytes.ts';
import { readElements } from './read-elements.ts';
import { skipSeparators } from './read-lines.ts';
import { parseJson, type RecordIntake } from './record-intake.ts';

const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, QUOTE, COLON, COMMA] = [0x7b, 0x7d, 0x5b, 0x22, 0x3a, 0x2c] as const;
/** A member of the collection itself that is longer says nothing that would be read. */
const LONGEST_MEMBER = 1 << 20;
const SHOWN_BYTES = 200;

/** The members `type`, `crs` and `name` of the outermost object, as they were found. */
export interface Root {
  readonly type?: unknown;
  readonly crs?: unknown;
  readonly name?: unknown;
}

type Failure = { readonly ok: false; readonly problem: Problem };

/** Fails where the text is no GeoJSON, or breaks before anything could be read. A Topology is left to its own reader. */
export async function readRoot(intake: RecordIntake, start: number): Promise<Result<Root>> {
  const { bytes } = intake;
  if (bytes[start] === OPEN_LIST) return readList(intake, start);
  if (bytes[start] !== OPEN_OBJECT) {
    const fault = findJsonError(bytes, start);
    return fault === undefined ? fail('geojson-no-features', { found: show(bytes, start) }) : breakAt(intake, fault);
  }
  let first: Root | undefined;
  // Features that follow each other without a list around them are read one after the other.
  for (let at = start; ; ) {
    const object = await readObject(intake, at);
    if (!object.ok) return object;
    const { root, end } = object.value;
    first ??= root;
    if (end === undefined || first.type === 'Topology') return ok(first);
    at = skipSeparators(bytes, end);
    if (bytes[at] === OPEN_OBJECT) continue;
    if (at < bytes.length) intake.tell('geojson-goes-on', at);
    return ok(first);
  }
}

async function readList(intake: RecordIntake, start: number): Promise<Result<Root>> {
  const { bytes, builder, notes } = intake;
  const end = await readElements(intake, start);
  if (builder.row > 0 && intake.genuine === 0 && !intake.firstFault) {
    return fail('geojson-no-features', { found: show(bytes, start) });
  }
  notes.add('geojson-list-of-features');
  const next = end === undefined ? bytes.length : skipSeparators(bytes, end);
  if (next < bytes.length) intake.tell('geojson-goes-on', next);
  return ok({});
}

interface FoundObject {
  readonly root: Root;
  /** The place behind it; undefined where it breaks, which is told. */
  readonly end: number | undefined;
}

async function readObject(intake: RecordIntake, start: number): Promise<Result<FoundObject>> {
  const { bytes, notes } = intake;
  const members = new Map<string, unknown>();
  let hasFeatures = false;
  const finish = (end: number | undefined): Result<FoundObject> => {
    const root: Root = { type: members.get('type'), crs: members.get('crs'), name: members.get('name') };
    if (!hasFeatures) return readWhole(intake, start, end ?? bytes.length, members, root);
    const { type } = root;
    if (type !== 'FeatureCollection') notes.add('geojson-type-missing', { found: describeFound(type) });
    return ok({ root, end });
  };
  const stop = (at: number): Result<FoundObject> => {
    if (!hasFeatures) return breakAt(intake, findJsonError(bytes, start) ?? at);
    const isEnd = isCutOff(bytes, at);
    intake.tell(isEnd ? 'geojson-cut-off' : 'geojson-broken-off', isEnd ? bytes.length : at);
    return finish(undefined);
  };

  let at = skipBlanks(bytes, start + 1);
  if (bytes[at] === CLOSE_OBJECT) return finish(at + 1);
  for (;;) {
    const keyEnd = bytes[at] === QUOTE ? endOfValue(bytes, at) : ~at;
    if (keyEnd < 0) return stop(~keyEnd);
    const colon = skipBlanks(bytes, keyEnd);
    if (bytes[colon] !== COLON) return stop(colon);
    const key = parseMember(bytes, at, keyEnd);
    const from = skipBlanks(bytes, colon + 1);
    let to: number;
    if (key === 'features' && bytes[from] === OPEN_LIST && !isRecordType(members.get('type'))) {
      if (hasFeatures) notes.add('geojson-features-twice');
      hasFeatures = true;
      const behind = await readElements(intake, from);
      if (behind === undefined) return finish(undefined);
      to = behind;
    } else {
      to = endOfValue(bytes, from);
      if (to < 0) return stop(~to);
      members.set(String(key), parseMember(bytes, from, to));
    }
    at = skipBlanks(bytes, to);
    if (bytes[at] === CLOSE_OBJECT) return finish(at + 1);
    if (bytes[at] !== COMMA) return stop(at);
    at = skipBlanks(bytes, at + 1);
  }
}

/** An object without a list of features is one record, or none. */
function readWhole(
  intake: RecordIntake,
  start: number,
  end: number,
  members: ReadonlyMap<string, unknown>,
  root: Root,
): Result<FoundObject> {
  const { bytes, builder } = intake;
  const fault = findJsonError(bytes, start, end);
  if (fault !== undefined) return breakAt(intake, fault);
  if (isRecordType(root.type)) {
    const record = intake.parse(start, end);
    if (record === undefined) builder.skip();
    else intake.add(record, start);
    return ok({ root: { type: root.type, crs: root.crs }, end });
  }
  if (root.type === 'Topology') return ok({ root, end });
  if (root.type === 'FeatureCollection') {
    return fail('geojson-features-missing', { found: describeFound(members.get('features')) });
  }
  const found = root.type ?? [...members.keys()].slice(0, 5).join(', ');
  return fail('geojson-no-features', { found: describeFound(found) });
}

const isRecordType = (type: unknown): boolean => type === 'Feature' || isGeometryType(type);

/** Undefined for what is broken, and for what is so long that nobody asks for it. */
function parseMember(bytes: Uint8Array, start: number, end: number): unknown {
  if (end - start > LONGEST_MEMBER) return undefined;
  try {
    return parseJson(bytes, start, end);
  } catch {
    return undefined;
  }
}

function breakAt(intake: RecordIntake, at: number): Failure {
  intake.tell('json-broken', isCutOff(intake.bytes, at) ? intake.bytes.length : at);
  return failAtFault(intake);
}

/** The first fault of the text as the problem of the file. */
export function failAtFault({ firstFault }: RecordIntake): Failure {
  const { line = 1, column = 1, found = '' } = firstFault ?? {};
  return found === '' ? fail('json-ends-early', { line, column }) : fail('json-broken', { line, column, found });
}

/** The beginning of a text that is no GeoJSON. */
function show(bytes: Uint8Array, start: number): string {
  const text = new TextDecoder().decode(bytes.subarray(start, start + SHOWN_BYTES)).trim();
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
