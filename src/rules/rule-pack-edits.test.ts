import { describe, expect, it } from 'vitest';
import { findBundledRulePack } from './bundled-rule-packs.ts';
import { nationalRulePack } from './parse-rule-pack.ts';
import { adoptAlertPlan, adoptThreshold, findReset, overrideThreshold, resetThreshold } from './rule-pack-edits.ts';
import { thresholdsInForce } from './thresholds.ts';

const own = (value: unknown, source = '', address = '') => ({ value, source, address, day: '2026-11-23' });
function bundled(name: string) {
  const pack = findBundledRulePack(name);
  if (!pack?.ok) throw new Error(name);
  return pack.value;
}
function overridden(pack = nationalRulePack(), value: unknown = 24) {
  const made = overrideThreshold(pack, 'bareSoilCoverHours', own(value));
  if (!made.ok) throw new Error(made.problem.code);
  return made.value;
}

describe("an office's own value", () => {
  it('acts, is called a choice without a source and a rule with one, and keeps what the value decides', () => {
    const pack = overridden();
    expect(thresholdsInForce(pack).bareSoilCoverHours).toBe(24);
    expect(pack.thresholds.bareSoilCoverHours).toMatchObject({
      tag: 'proposed',
      date: '2026-11-23',
      source: { 'zh-CN': '本区设定' },
      text: nationalRulePack().thresholds.bareSoilCoverHours!.text,
    });
    const sourced = overrideThreshold(pack, 'windStopForce', own(5, '区扬尘办〔2026〕3 号', 'https://example.org/3'));
    expect(sourced.ok && sourced.value.thresholds.windStopForce).toMatchObject({
      tag: 'confirmed',
      address: 'https://example.org/3',
    });
  });

  it('is told in the name once, and no longer after the last one is reset', () => {
    const once = overridden();
    expect([once.id, once.name['zh-CN']]).toEqual(['cn-national+local', '全国通用规则（缺省）＋本区设定']);
    expect(overridden(once, 12).id).toBe('cn-national+local');
    const back = resetThreshold(overridden(once, 12), 'bareSoilCoverHours');
    expect(back).toEqual(nationalRulePack());
  });

  it('is refused outside of its range, of another type, or with an address that is none', () => {
    const refuse = (id: string, value: unknown, address = '') => {
      const made = overrideThreshold(nationalRulePack(), id, own(value, 'x', address));
      return made.ok ? undefined : [made.problem.code, made.problem.params.field];
    };
    expect(refuse('windStopForce', 13)).toEqual(['rule-pack-field', 'thresholds.windStopForce.value']);
    expect(refuse('windStopForce', Number.NaN)).toEqual(['rule-pack-field', 'thresholds.windStopForce.value']);
    expect(refuse('qualifyingModes', [])).toEqual(['rule-pack-field', 'thresholds.qualifyingModes.value']);
    expect(refuse('bareSoilPm10Tonnes', [2, 1])).toEqual(['rule-pack-field', 'thresholds.bareSoilPm10Tonnes.value']);
    expect(refuse('windStopForce', 5, 'javascript:alert(1)')).toEqual([
      'rule-pack-field',
      'thresholds.windStopForce.address',
    ]);
    expect(refuse('constructor', 1)).toEqual(['rule-pack-field', 'thresholds.constructor']);
  });

  it('is reset to the pack that it was laid over, also after a file was read that only has the value', () => {
    const beijing = bundled('beijing');
    const { replaces: _, ...threshold } = overridden(beijing, 72).thresholds.bareSoilCoverHours!;
    const read = {
      ...overridden(beijing, 72),
      thresholds: { ...beijing.thresholds, bareSoilCoverHours: threshold },
    };
    expect(findReset(read, 'bareSoilCoverHours')?.value).toBe(24);
    expect(resetThreshold(read, 'bareSoilCoverHours')).toEqual(beijing);
    expect(findReset(beijing, 'bareSoilCoverHours')).toBeUndefined();
  });
});

it('takes over one value of another pack with its source', () => {
  const hefei = bundled('hefei').thresholds.windStopForce!;
  const pack = adoptThreshold(nationalRulePack(), hefei);
  expect(pack.thresholds.windStopForce).toMatchObject({ value: 5, tag: 'confirmed', source: hefei.source });
  expect(resetThreshold(pack, 'windStopForce')).toEqual(nationalRulePack());
});

it('takes over a plan for alerts, and goes without one again', () => {
  const plan = bundled('hebei').alertPlan;
  const pack = adoptAlertPlan(nationalRulePack(), plan);
  expect(pack.alertPlan).toBe(plan);
  expect(adoptAlertPlan(pack, undefined)).toEqual(nationalRulePack());
});
