/**
 * What an office changes in the pack in force: a value of its own, back again, another plan for alerts.
 * Each gives a whole pack, for an edit that can be undone. Knows no panel.
 */
import { ok, type Result } from '../core/result.ts';
import type { AlertPlan, LocalText, RulePack, Threshold } from '../model/rule-pack.ts';
import { findBundledRulePack } from './bundled-rule-packs.ts';
import { nationalRulePack } from './parse-rule-pack.ts';
import { readThreshold, wrongField } from './read-threshold.ts';
import { findInForce, THRESHOLD_SHAPES, type ThresholdShape } from './thresholds.ts';

const SHAPES: Readonly<Record<string, ThresholdShape>> = THRESHOLD_SHAPES;
const OWN_ID = '+local';
const OWN_NAME: LocalText = { 'zh-CN': '＋本区设定', en: ' + own values' };
const OWN_SOURCE: LocalText = { 'zh-CN': '本区设定', en: "The district's own choice" };

export interface OwnValue {
  readonly value: unknown;
  /** The document that says so, as its title stands there; empty for a choice of the office. */
  readonly source: string;
  readonly address: string;
  /** The day of the change, `2026-11-23`. */
  readonly day: string;
}

/**
 * The pack with a value of the office's own: `confirmed` where it names a source, else `proposed`. Fails
 * with `rule-pack-field` for a value that its shape does not take, or an address that is none of the web.
 */
export function overrideThreshold(pack: RulePack, id: string, own: OwnValue): Result<RulePack> {
  const shape = Object.hasOwn(SHAPES, id) ? SHAPES[id] : undefined;
  const before = pack.thresholds[id];
  if (!shape || !before) return wrongField(`thresholds.${id}`, Object.keys(SHAPES).join(', '));
  const source = own.source.trim();
  const address = own.address.trim();
  if (address !== '' && !/^https?:\/\//.test(address)) return wrongField(`thresholds.${id}.address`, 'https://…');
  const entry = {
    value: own.value,
    tag: source === '' ? 'proposed' : 'confirmed',
    source: source === '' ? OWN_SOURCE : source,
    ...(address === '' ? {} : { address }),
    date: own.day,
    text: before.text,
  };
  const read = readThreshold(id, entry, shape, before);
  if (!read.ok) return read;
  return ok(put(pack, { ...read.value, replaces: before.replaces ?? before }));
}

/** The pack with one value as another pack has it, source and all. */
export function adoptThreshold(pack: RulePack, adopted: Threshold): RulePack {
  const before = pack.thresholds[adopted.id];
  return put(pack, { ...adopted, ...(before ? { replaces: before.replaces ?? before } : {}) });
}

/** What a value would be reset to: what it replaced, else what the bundled packs that the pack is made of have; undefined where that is what acts. */
export function findReset(pack: RulePack, id: string): Threshold | undefined {
  const now = pack.thresholds[id];
  if (!now) return undefined;
  if (now.replaces) return now.replaces;
  const bundled = bundledBase(pack)?.thresholds[id];
  if (!bundled || isSame(findInForce(pack, id)?.value, bundled.value)) return undefined;
  // Files hold what acts: of a value that is not confirmed there is nothing to go back to.
  return bundled.tag === 'unconfirmed' ? undefined : bundled;
}

/** The pack with a value as it was before the office set its own; the pack itself where there is nothing to reset. */
export function resetThreshold(pack: RulePack, id: string): RulePack {
  const to = findReset(pack, id);
  return to ? put(pack, to) : pack;
}

/** The pack with a place's plan for alerts, or without any. */
export function adoptAlertPlan(pack: RulePack, plan: AlertPlan | undefined): RulePack {
  const { alertPlan: _, ...others } = pack;
  return plan ? { ...others, alertPlan: plan } : others;
}

function put(pack: RulePack, threshold: Threshold): RulePack {
  const thresholds = { ...pack.thresholds, [threshold.id]: threshold };
  return nameByContent({ ...pack, thresholds });
}

/** A pack with values of the office's own says so in its name, once. */
function nameByContent(pack: RulePack): RulePack {
  const isOwn = Object.keys(pack.thresholds).some((id) => findReset(pack, id) !== undefined);
  const isNamed = pack.id.endsWith(OWN_ID);
  if (isOwn === isNamed) return pack;
  const id = isOwn ? `${pack.id}${OWN_ID}` : pack.id.slice(0, -OWN_ID.length);
  const name = {
    'zh-CN': isOwn ? `${pack.name['zh-CN']}${OWN_NAME['zh-CN']}` : without(pack.name['zh-CN'], OWN_NAME['zh-CN']),
    en: isOwn ? `${pack.name.en}${OWN_NAME.en}` : without(pack.name.en, OWN_NAME.en),
  };
  return { ...pack, id, name };
}

const without = (text: string, end: string) => (text.endsWith(end) ? text.slice(0, -end.length) : text);

/** The bundled packs that a pack's id names, one laid over the other; undefined where it names none. */
function bundledBase({ id }: RulePack): RulePack | undefined {
  const national = nationalRulePack();
  let base: RulePack | undefined = id.split('+').includes(national.id) ? national : undefined;
  for (const part of id.split('+')) {
    const laid = findBundledRulePack(part, base ?? national);
    if (laid?.ok) base = laid.value;
  }
  return base;
}

function isSame(a: Threshold['value'] | undefined, b: Threshold['value']): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
