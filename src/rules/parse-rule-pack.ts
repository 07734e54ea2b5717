/**
 * Rule packs from bytes: the national default, and what is laid over it: a city's pack, a workspace's
 * own, the one named on the command line. Validated by hand, since a schema compiler would need eval.
 * Every problem names the field at fault.
 */
import national from '../../data/rule-packs/national.json' with { type: 'json' };
import { invariant } from '../core/invariant.ts';
import { fail, ok, type Problem, problem, type Result } from '../core/result.ts';
import { RULE_IDS } from '../model/findings.ts';
import type { RulePack, Threshold } from '../model/rule-pack.ts';
import { readAlertPlan } from './read-alert-plan.ts';
import { isLocalText, LOCAL_TEXT_EXPECTED, readLocalText } from './read-local-text.ts';
import { type Fields, isFields, readThreshold, wrongField } from './read-threshold.ts';
import { THRESHOLD_SHAPES, type ThresholdShape } from './thresholds.ts';

const SHAPES: Readonly<Record<string, ThresholdShape>> = THRESHOLD_SHAPES;

/** What ships with the product, and holds every threshold and rule. */
export function nationalRulePack(): RulePack {
  const { id, version, name } = national;
  const read = readPack(national, { id, version, name, thresholds: {}, priorities: {} }, id);
  invariant(read.ok, 'the national rule pack is not valid');
  return read.value;
}

/**
 * Undefined bytes give `under` as it is. A pack need only hold what differs from it: the rest is
 * filled in. Fails with `rule-pack-not-json`, `rule-pack-field` (a field of the wrong type or out of
 * its range: `field`, `expected`). Notes: `rule-pack-unknown` for a threshold or rule that does not
 * exist, and those of `readThreshold`.
 */
export function parseRulePack(bytes?: Uint8Array, under: RulePack = nationalRulePack()): Result<RulePack> {
  if (!bytes) return ok(under);
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder('utf-8').decode(bytes));
  } catch (error) {
    return fail('rule-pack-not-json', { reason: error instanceof Error ? error.message : String(error) });
  }
  return layRulePack(content, under);
}

/** The same of a pack that is read already. */
export function layRulePack(content: unknown, under: RulePack): Result<RulePack> {
  if (!isFields(content)) return wrongField('', 'object');
  return readPack(content, under, national.id);
}

/** Over any pack but the one of `plainId`, both are named. */
function readPack(content: Fields, under: RulePack, plainId: string): Result<RulePack> {
  const notes: Problem[] = [];
  if (content.format !== undefined && content.format !== 'chentu-rule-pack')
    return wrongField('format', 'chentu-rule-pack');
  for (const field of ['id', 'version'] as const) {
    if (content[field] !== undefined && typeof content[field] !== 'string') return wrongField(field, 'text');
  }
  for (const field of ['name', 'appliesTo'] as const) {
    if (content[field] !== undefined && !isLocalText(content[field])) return wrongField(field, LOCAL_TEXT_EXPECTED);
  }
  const thresholds = readThresholds(content.thresholds, under, notes);
  if (!thresholds.ok) return thresholds;
  const priorities = readPriorities(content.priorities, under, notes);
  if (!priorities.ok) return priorities;
  const alertPlan = content.alertPlan === undefined ? ok(under.alertPlan) : readAlertPlan(content.alertPlan);
  if (!alertPlan.ok) return alertPlan;
  const appliesTo = readLocalText(content.appliesTo) ?? under.appliesTo;
  const id = typeof content.id === 'string' ? content.id : 'local';
  const version = typeof content.version === 'string' ? content.version : '1';
  const name = readLocalText(content.name) ?? { 'zh-CN': '本地规则', en: 'Local rules' };
  const isPlain = under.id === plainId;
  return ok(
    {
      id: isPlain ? id : `${under.id}+${id}`,
      version: isPlain ? version : `${under.version}+${version}`,
      name: isPlain
        ? name
        : { 'zh-CN': `${under.name['zh-CN']} + ${name['zh-CN']}`, en: `${under.name.en} + ${name.en}` },
      ...(appliesTo ? { appliesTo } : {}),
      thresholds: thresholds.value,
      priorities: priorities.value,
      ...(alertPlan.value ? { alertPlan: alertPlan.value } : {}),
    },
    notes,
  );
}

function readThresholds(content: unknown, under: RulePack, notes: Problem[]): Result<Record<string, Threshold>> {
  const thresholds: Record<string, Threshold> = { ...under.thresholds };
  if (content === undefined) return ok(thresholds);
  if (!isFields(content)) return wrongField('thresholds', 'object');
  for (const [id, entry] of Object.entries(content)) {
    const shape = Object.hasOwn(SHAPES, id) ? SHAPES[id] : undefined;
    if (!shape) {
      notes.push(problem('rule-pack-unknown', { field: `thresholds.${id}` }));
      continue;
    }
    const read = readThreshold(id, entry, shape, under.thresholds[id]);
    if (!read.ok) return read;
    notes.push(...read.notes);
    thresholds[id] = read.value;
  }
  return ok(thresholds);
}

function readPriorities(content: unknown, under: RulePack, notes: Problem[]): Result<Record<string, number>> {
  const priorities: Record<string, number> = { ...under.priorities };
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
