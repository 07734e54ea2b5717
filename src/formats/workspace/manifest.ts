/**
 * workspace.json, read by hand: what is right becomes values, what is wrong becomes notes, and what
 * this version does not know is carried along, so that saving loses nothing.
 */
import { fail, ok, type Problem, problem, type Result } from '../../core/result.ts';
import { parseDateText } from '../../model/date-text.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import type { NoticeDecision } from '../../model/notice-decision.ts';
import type { Scene } from '../../model/scene.ts';
import { CASE_STATUSES, type WorkspaceCase, type WorkspaceException } from '../../model/workspace.ts';
import { locateJsonError } from '../geojson/locate-json-error.ts';
import { isDecision } from './parse-decision.ts';
import { shorten } from './parse-layer-entry.ts';
import { parseScene } from './parse-scene.ts';

export interface ParsedManifest {
  readonly name: string;
  readonly asOf?: string;
  readonly frame?: LonLat;
  /** Unchecked: `parseLayerEntry` judges each. */
  readonly layers: readonly unknown[];
  readonly rulePack?: string;
  readonly exceptions: readonly WorkspaceException[];
  readonly scenes: readonly Scene[];
  readonly cases: readonly WorkspaceCase[];
  readonly decisions: readonly NoticeDecision[];
  /** Every other key, and those values that could not be used, under their own keys. */
  readonly carried: Readonly<Record<string, unknown>>;
}

type Fields = Readonly<Record<string, unknown>>;

/** Keys of workspace.json that become parts of the document; all others are carried. `rulePack` is both. */
const USED_KEYS = new Set([
  ...['format', 'version', 'name', 'asOf', 'frame', 'layers', 'exceptions', 'scenes', 'cases', 'decisions'],
]);

/** Fails where the text is no JSON, no workspace, or of a later version. */
export function parseManifest(bytes: Uint8Array): Result<ParsedManifest> {
  const text = new TextDecoder('utf-8').decode(bytes);
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    const { line, column, found } = locateJsonError(text) ?? { line: 1, column: 1, found: '' };
    return found === '' ? fail('json-ends-early', { line, column }) : fail('json-broken', { line, column, found });
  }
  if (!isFields(root) || root.format !== 'chentu-workspace') {
    return fail('workspace-format-wrong', { found: shorten(isFields(root) ? root.format : root) });
  }
  if (typeof root.version === 'number' && root.version > 1)
    return fail('workspace-version-later', { version: root.version });
  if (!Array.isArray(root.layers))
    return fail('manifest-key-wrong', { key: 'layers', expected: '[ … ]', found: shorten(root.layers) });
  return readFields(root, root.layers);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readFields(root: Fields, layers: readonly unknown[]): Result<ParsedManifest> {
  const notes: Problem[] = [];
  const carried: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(root)) if (!USED_KEYS.has(key)) carried[key] = value;
  const leaveAside = (key: string, expected: string, found: unknown, kept: unknown = found) => {
    notes.push(problem('manifest-key-left-aside', { key, expected, found: shorten(found) }));
    carried[key] = kept;
  };
  /** A value that is right, or undefined with a note. */
  const take = <T>(key: string, expected: string, isRight: (value: unknown) => value is T): T | undefined => {
    const value = root[key];
    if (value === undefined || value === null) return undefined;
    if (isRight(value)) return value;
    leaveAside(key, expected, value);
    return undefined;
  };
  /** The members of a list that are right; the others are noted and carried. */
  const takeList = <T>(key: string, expected: string, isRight: (value: unknown) => value is T): readonly T[] => {
    const list = take(key, '[ … ]', Array.isArray as (value: unknown) => value is unknown[]) ?? [];
    const wrong = list.filter((value) => !isRight(value));
    for (const value of wrong) leaveAside(key, expected, value, wrong);
    return list.filter(isRight);
  };
  const name = take('name', '"…"', isText);
  const asOf = take('asOf', '"2026-11-23T08:00:00+08:00"', isDateText);
  const frame = take('frame', '[113.6, 34.7]', isLonLat);
  const isSceneEntry = (value: unknown): value is unknown => parseScene(value) !== undefined;
  const scenes = takeList('scenes', '{ "id", "title", "camera", "layers", "rules" }', isSceneEntry).flatMap((entry) => {
    const parsed = parseScene(entry);
    notes.push(...(parsed?.notes ?? []));
    return parsed ? [parsed.scene] : [];
  });
  const rulePack = take('rulePack', '"rules.json"', isText);
  return ok(
    {
      name: name ?? '',
      ...(asOf === undefined ? {} : { asOf: isoText(asOf) }),
      ...(frame === undefined ? {} : { frame }),
      layers,
      ...(rulePack === undefined ? {} : { rulePack }),
      exceptions: takeList('exceptions', '{ "rule", "subjects", "kind": "exception" | "joint" }', isException),
      scenes,
      cases: takeList('cases', '{ "finding", "status": "open" | "assigned" | "settled" | "verified" }', isCase),
      decisions: takeList('decisions', '{ "month": "2026-11", "list", "party", "outcome" }', isDecision),
      carried,
    },
    notes,
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Dates in other spellings become ISO; ISO text stays as it is, fractions of seconds included. */
const isoText = (text: string): string =>
  /^\d{4}-\d{2}-\d{2}(?:T|$)/u.test(text) ? text : (parseDateText(text) ?? text);

function isDateText(value: unknown): value is string {
  return typeof value === 'string' && parseDateText(value) !== undefined;
}

function isLonLat(value: unknown): value is LonLat {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [longitude, latitude] = value as unknown[];
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return false;
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}

function isException(value: unknown): value is WorkspaceException {
  if (!isFields(value) || typeof value.rule !== 'string' || !Array.isArray(value.subjects)) return false;
  const subjects = value.subjects as unknown[];
  return (
    (value.kind === 'exception' || value.kind === 'joint') &&
    (value.finding === undefined || isText(value.finding)) &&
    subjects.every((subject) => isFields(subject) && isText(subject.layer) && isText(subject.feature))
  );
}

function isCase(value: unknown): value is WorkspaceCase {
  if (!isFields(value) || !isText(value.finding)) return false;
  const { status, assignedAt, deadline, settledAt, verifiedAt, outcome, photos = [], photosBefore = [] } = value;
  return (
    (CASE_STATUSES as readonly unknown[]).includes(status) &&
    [assignedAt, deadline, settledAt, verifiedAt, outcome].every((text) => text === undefined || isText(text)) &&
    [photos, photosBefore].every((names) => Array.isArray(names) && names.every(isText))
  );
}
