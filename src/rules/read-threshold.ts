/** One threshold of a rule pack, checked against its shape and laid over what was in its place. */
import { fail, ok, type Problem, problem, type Result } from '../core/result.ts';
import type { Confirmation, LocalText, Threshold } from '../model/rule-pack.ts';
import { isLocalText, LOCAL_TEXT_EXPECTED, readLocalText } from './read-local-text.ts';
import type { ThresholdShape } from './thresholds.ts';

export const TAGS: readonly Confirmation[] = ['confirmed', 'derived', 'unconfirmed', 'proposed'];
const NO_TEXT: LocalText = { 'zh-CN': '', en: '' };

export type Fields = Readonly<Record<string, unknown>>;

/**
 * `under` is what the pack below holds by that name; the national pack has nothing below it. Without
 * a tag, a value with a source is the office's rule (`confirmed`), one without is its choice
 * (`proposed`): both act. Fails with `rule-pack-field`. Notes: `rule-pack-source-missing`;
 * `rule-pack-unconfirmed` where `under` acts instead, `rule-pack-unconfirmed-off` where nothing does.
 */
export function readThreshold(
  id: string,
  entry: unknown,
  shape: ThresholdShape,
  under: Threshold | undefined,
): Result<Threshold> {
  const field = `thresholds.${id}`;
  if (!isFields(entry)) return wrongField(field, 'object');
  const wrong = findWrongPart(id, entry, shape);
  if (wrong) return wrongField(`${field}.${wrong.part}`, wrong.expected);
  const source = readLocalText(entry.source) ?? NO_TEXT;
  const hasSource = source['zh-CN'] !== '';
  const tag = (entry.tag as Confirmation | undefined) ?? (hasSource ? 'confirmed' : 'proposed');
  const appliesTo = readLocalText(entry.appliesTo);
  const notes: Problem[] = [];
  if (!hasSource) notes.push(problem('rule-pack-source-missing', { field: `${field}.source` }));
  if (tag === 'unconfirmed') notes.push(noteUnconfirmed(field, under));
  return ok(
    {
      id,
      value: entry.value as Threshold['value'],
      unit: shape.unit,
      tag,
      source,
      ...(typeof entry.address === 'string' ? { address: entry.address } : {}),
      ...(typeof entry.date === 'string' ? { date: entry.date } : {}),
      ...(appliesTo ? { appliesTo } : {}),
      text: readLocalText(entry.text) ?? under?.text ?? NO_TEXT,
      ...(tag === 'unconfirmed' && under ? { instead: under } : {}),
    },
    notes,
  );
}

function noteUnconfirmed(field: string, under: Threshold | undefined): Problem {
  let acting = under;
  while (acting?.tag === 'unconfirmed') acting = acting.instead;
  return problem(acting ? 'rule-pack-unconfirmed' : 'rule-pack-unconfirmed-off', { field });
}

interface WrongPart {
  readonly part: string;
  readonly expected: string;
}

function findWrongPart(id: string, entry: Fields, shape: ThresholdShape): WrongPart | undefined {
  const value = findWrongValue(entry.value, shape);
  if (value) return { part: 'value', expected: value };
  if (entry.id !== undefined && entry.id !== id) return { part: 'id', expected: id };
  if (entry.unit !== undefined && entry.unit !== shape.unit) return { part: 'unit', expected: shape.unit };
  if (entry.tag !== undefined && !TAGS.includes(entry.tag as Confirmation)) {
    return { part: 'tag', expected: TAGS.join(', ') };
  }
  const unreadable = ['source', 'appliesTo', 'text'].find(
    (part) => entry[part] !== undefined && !isLocalText(entry[part]),
  );
  if (unreadable) return { part: unreadable, expected: LOCAL_TEXT_EXPECTED };
  const noText = ['address', 'date'].find((part) => entry[part] !== undefined && typeof entry[part] !== 'string');
  return noText === undefined ? undefined : { part: noText, expected: 'text' };
}

/** What was expected, or undefined where the value fits. */
function findWrongValue(value: unknown, shape: ThresholdShape): string | undefined {
  switch (shape.type) {
    case 'number':
      return isNumberWithin(value, shape) ? undefined : `${shape.min}…${shape.max} ${shape.unit}`;
    case 'choice':
      return shape.values.includes(value as string) ? undefined : shape.values.join(' | ');
    case 'list': {
      const isAny = shape.values.length === 0;
      const suits = (item: unknown) => (isAny ? typeof item === 'string' : shape.values.includes(item as string));
      const fits = Array.isArray(value) && value.length > 0 && value.every(suits);
      return fits ? undefined : isAny ? '["…"]' : shape.values.join(', ');
    }
    case 'steps': {
      const fits =
        Array.isArray(value) &&
        value.length === shape.count &&
        value.every((item, i) => isNumberWithin(item, shape) && (i === 0 || item > value[i - 1]));
      return fits ? undefined : `${shape.count} × ${shape.min}…${shape.max} ${shape.unit}`;
    }
  }
}

function isNumberWithin(value: unknown, { min, max }: { min: number; max: number }): boolean {
  return typeof value === 'number' && value >= min && value <= max;
}

export function wrongField(field: string, expected: string) {
  return fail('rule-pack-field', { field: field || '/', expected });
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
