/**
 * Rule packs from bytes: the national default, and what an office lays over it. Validated by hand,
 * since a schema compiler would need eval. Every problem names the field at fault.
 */
import national from '../../data/rule-packs/national.json' with { type: 'json' };
import { fail, ok, type Problem, problem, type Result } from '../core/result.ts';
import { RULE_IDS } from '../model/findings.ts';
import type { Confirmation, RulePack, Threshold } from '../model/rule-pack.ts';
import { THRESHOLD_SHAPES, type ThresholdShape } from './thresholds.ts';

const TAGS: readonly Confirmation[] = ['confirmed', 'derived', 'unconfirmed', 'proposed'];
type Fields = Readonly<Record<string, unknown>>;

export function nationalRulePack(): RulePack {
  const { id, version, name, priorities } = national;
  return { id, version, name, priorities, thresholds: national.thresholds as Record<string, Threshold> };
}

/**
 * Undefined gives the national default. A pack need only hold what differs from it: the rest is
 * filled in. Fails with `rule-pack-not-json`, `rule-pack-field` (a field of the wrong type or out of
 * its range: `field`, `expected`). Notes: `rule-pack-unknown` for a threshold or rule that does not
 * exist, `rule-pack-source-missing` for a value of whose origin nothing is said.
 */
export function parseRulePack(bytes?: Uint8Array): Result<RulePack> {
  if (!bytes) return ok(nationalRulePack());
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder('utf-8').decode(bytes));
  } catch (error) {
    return fail('rule-pack-not-json', { reason: error instanceof Error ? error.message : String(error) });
  }
  if (!isFields(content)) return wrongField('', 'object');
  return readPack(content);
}

function readPack(content: Fields): Result<RulePack> {
  const base = nationalRulePack();
  const notes: Problem[] = [];
  if (content.format !== undefined && content.format !== 'chentu-rule-pack')
    return wrongField('format', 'chentu-rule-pack');
  for (const field of ['id', 'version'] as const) {
    if (content[field] !== undefined && typeof content[field] !== 'string') return wrongField(field, 'text');
  }
  const thresholds = readThresholds(content.thresholds, base, notes);
  if (!thresholds.ok) return thresholds;
  const priorities = readPriorities(content.priorities, base, notes);
  if (!priorities.ok) return priorities;
  return ok(
    {
      id: typeof content.id === 'string' ? content.id : 'local',
      version: typeof content.version === 'string' ? content.version : '1',
      name: readName(content.name) ?? { 'zh-CN': '本地规则', en: 'Local rules' },
      thresholds: thresholds.value,
      priorities: priorities.value,
    },
    notes,
  );
}

function readThresholds(content: unknown, base: RulePack, notes: Problem[]): Result<Record<string, Threshold>> {
  const thresholds: Record<string, Threshold> = { ...base.thresholds };
  if (content === undefined) return ok(thresholds);
  if (!isFields(content)) return wrongField('thresholds', 'object');
  for (const [name, entry] of Object.entries(content)) {
    const field = `thresholds.${name}`;
    const shape = (THRESHOLD_SHAPES as Readonly<Record<string, ThresholdShape>>)[name];
    const original = base.thresholds[name];
    if (!shape || !original) {
      notes.push(problem('rule-pack-unknown', { field }));
      continue;
    }
    const read = readThreshold(field, entry, shape, original, notes);
    if (!read.ok) return read;
    thresholds[name] = read.value;
  }
  return ok(thresholds);
}

function readThreshold(
  field: string,
  entry: unknown,
  shape: ThresholdShape,
  original: Threshold,
  notes: Problem[],
): Result<Threshold> {
  if (!isFields(entry)) return wrongField(field, 'object');
  const wrong = findWrongValue(entry.value, shape);
  if (wrong) return wrongField(`${field}.value`, wrong);
  if (entry.unit !== undefined && entry.unit !== shape.unit) return wrongField(`${field}.unit`, shape.unit);
  if (entry.tag !== undefined && !TAGS.includes(entry.tag as Confirmation))
    return wrongField(`${field}.tag`, TAGS.join(', '));
  for (const name of ['source', 'address', 'date']) {
    if (entry[name] !== undefined && typeof entry[name] !== 'string') return wrongField(`${field}.${name}`, 'text');
  }
  if (entry.source === undefined) notes.push(problem('rule-pack-source-missing', { field: `${field}.source` }));
  return ok({
    value: entry.value as Threshold['value'],
    unit: shape.unit,
    tag: (entry.tag as Confirmation | undefined) ?? 'unconfirmed',
    source: (entry.source as string | undefined) ?? '',
    ...(typeof entry.address === 'string' ? { address: entry.address } : {}),
    ...(typeof entry.date === 'string' ? { date: entry.date } : {}),
    text: readName(entry.text) ?? original.text,
  });
}

/** What was expected, or undefined where the value fits. */
function findWrongValue(value: unknown, shape: ThresholdShape): string | undefined {
  if (shape.type === 'number') {
    const fits = typeof value === 'number' && value >= shape.min && value <= shape.max;
    return fits ? undefined : `${shape.min}…${shape.max} ${shape.unit}`;
  }
  const isAny = shape.values.length === 0;
  const suits = (item: unknown) => (isAny ? typeof item === 'string' : shape.values.includes(item as string));
  const fits = Array.isArray(value) && value.length > 0 && value.every(suits);
  return fits ? undefined : isAny ? '["…"]' : shape.values.join(', ');
}

function readPriorities(content: unknown, base: RulePack, notes: Problem[]): Result<Record<string, number>> {
  const priorities: Record<string, number> = { ...base.priorities };
  if (content === undefined) return ok(priorities);
  if (!isFields(content)) return wrongField('priorities', 'object');
  for (const [rule, rank] of Object.entries(content)) {
    const field = `priorities.${rule}`;
    if (!(RULE_IDS as readonly string[]).includes(rule)) notes.push(problem('rule-pack-unknown', { field }));
    else if (typeof rank !== 'number' || !Number.isInteger(rank) || rank < 1) return wrongField(field, '1, 2, 3 …');
    else priorities[rule] = rank;
  }
  return ok(priorities);
}

/** A text in both languages; one language stands for both. */
function readName(content: unknown): { 'zh-CN': string; en: string } | undefined {
  if (typeof content === 'string') return { 'zh-CN': content, en: content };
  if (!isFields(content)) return undefined;
  const [zh, en] = [content['zh-CN'], content.en].map((text) => (typeof text === 'string' ? text : undefined));
  return zh === undefined && en === undefined ? undefined : { 'zh-CN': (zh ?? en) as string, en: (en ?? zh) as string };
}

function wrongField(field: string, expected: string) {
  return fail('rule-pack-field', { field: field || '/', expected });
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
