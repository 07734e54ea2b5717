import gcoord from 'gcoord';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkPlanted, plantedWorkspace } from '../../../test/support/slip-workspace.ts';
import { createTranslator } from '../../i18n/translate.ts';
import type { CheckResult } from '../../model/findings.ts';
import { buildSlips } from './build-slips.ts';
import type { SlipOptions } from './slip-options.ts';

const workspace = plantedWorkspace();
let result: CheckResult;
beforeAll(async () => {
  result = await checkPlanted(workspace);
});
const build = (more: Partial<SlipOptions> = {}) =>
  buildSlips(workspace, result, { translate: createTranslator('zh-CN'), language: 'zh-CN', deadlineDays: 10, ...more });
const uncontrolled = (more: Partial<SlipOptions> = {}) => build({ rules: ['source-uncontrolled'], ...more })[0]!;

describe('a slip of a finding', () => {
  it('has a number, days of the calendar in China, and the deadline', () => {
    const open = result.findings.filter(({ status }) => status === 'open');
    expect(build().map(({ serial }) => Number(serial))).toEqual(open.map((_, index) => index + 1));
    // 20:30 in Greenwich is the next morning in Beijing.
    expect(build()[0]).toMatchObject({
      number: '2026-11-001',
      kind: 'assignment',
      issued: '2026-11-24',
      deadline: '2026-12-04',
    });
  });

  it('says what was found, where, whose it is and by which rule', () => {
    const { items, units, street } = uncontrolled();
    const [item] = items;
    expect(units).toEqual(['某建设公司']);
    expect(street).toBe('东街道');
    expect(item).toMatchObject({
      ruleName: '措施不到位',
      subjects: 'soil 1 号地块 <{编号}> & "甲"',
      address: '东一路 1 号',
      zones: ['示范区', '东街道', '东一网格'],
    });
    expect(item?.sentence).toContain('12.0 亩，自 2026-10-01 起裸露 54 天，仍未覆盖，超期 52 天');
    expect(item?.measures[0]).toEqual({ name: 'areaSquareMeters', label: '面积', text: '12.0 亩（8,000 m²）' });
    expect(item?.basis.thresholds.slice(0, 2)).toMatchObject([
      { value: '裸土覆盖时限：48 小时', tag: '建议值' },
      { value: '裸土治理时限：3 个月', tag: '已核实', date: '2018-10-26' },
    ]);
    expect(item?.basis.thresholds[1]?.source).toContain('大气污染防治法');
    expect(item?.basis.thresholds[1]?.address).toMatch(/^https?:/);
  });

  it('has its place in WGS84 and in GCJ-02 as an independent library shifts it', () => {
    const item = uncontrolled().items[0]!;
    const [longitude, latitude] = gcoord.transform([item.at[0], item.at[1]], gcoord.WGS84, gcoord.GCJ02);
    expect(item.gcj02[0]).toBeCloseTo(longitude, 6);
    expect(item.gcj02[1]).toBeCloseTo(latitude, 6);
  });

  it('names people only where they are asked for, each of their own feature', () => {
    expect(JSON.stringify(build())).not.toMatch(/网格员|工长|0000-00|区领导|街道办主任/);
    expect(uncontrolled({ withPersonal: true }).people).toEqual({
      person: '工长乙',
      phone: '0000-002',
      zonePerson: '网格员甲',
      zonePhone: '0000-001',
      leader: '区领导',
    });
  });

  it('says nothing of street and zones for what lies outside of all', () => {
    const [outside] = build({ rules: ['source-unassigned'] });
    expect(outside?.items[0]).toMatchObject({ zones: [], units: [], subjects: 'soil 2 号地块' });
    expect(outside?.street).toBeUndefined();
  });

  it('speaks English too', () => {
    const [slip] = build({ translate: createTranslator('en'), language: 'en', rules: ['source-uncontrolled'] });
    expect(slip?.items[0]?.ruleName).toBe('Uncontrolled');
    expect(slip?.items[0]?.basis.thresholds[0]?.value).toContain('48 h');
  });
});

describe('which findings get one', () => {
  it('those that are open, by rule, street and id; their numbers do not hang on the filter', () => {
    const all = build();
    const east = build({ street: '东街道' });
    expect(east).toEqual(all.filter(({ street }) => street === '东街道'));
    expect(build({ street: 'E' })).toEqual(east);
    const last = all.at(-1)!;
    expect(build({ ids: [last.items[0]!.findingId] })).toEqual([last]);
    expect(build({ ids: [] })).toEqual([]);
    const none = { ...result, findings: result.findings.map((each) => ({ ...each, status: 'exception' as const })) };
    expect(buildSlips(workspace, none, { translate: String, language: 'en', deadlineDays: 1 })).toEqual([]);
  });

  it('none that came back as settled; the others keep their numbers', () => {
    const [first, ...others] = build();
    const settled = { ...workspace, cases: [{ finding: first!.items[0]!.findingId, status: 'settled' as const }] };
    const options = { translate: createTranslator('zh-CN'), language: 'zh-CN' as const, deadlineDays: 10 };
    expect(buildSlips(settled, result, options)).toEqual(others);
  });

  it('takes the picture that it is given for a finding', () => {
    const picture = { bytes: new Uint8Array(1), description: '位置图' };
    const [slip] = build({ mapOf: ({ rule }) => (rule === 'source-uncontrolled' ? picture : undefined) });
    expect(build({ mapOf: () => picture }).every(({ items }) => items[0]?.map === picture)).toBe(true);
    expect(slip?.items[0]?.map).toBe(slip?.items[0]?.rule === 'source-uncontrolled' ? picture : undefined);
  });
});

describe('a slip of a street', () => {
  it('lists its findings, addressed to the street; what lies in none comes last', () => {
    const slips = build({ per: 'street', kind: 'rectification', withPersonal: true });
    expect(slips.map(({ street, units, kind, number }) => [street, units, kind, number])).toEqual([
      ['西街道', ['西街道办'], 'rectification', '2026-11-001'],
      ['东街道', ['东街道办'], 'rectification', '2026-11-002'],
      [undefined, [], 'rectification', '2026-11-003'],
    ]);
    expect(slips[1]?.people).toEqual({ person: '街道办主任' });
    expect(slips.flatMap(({ items }) => items.map(({ findingId }) => findingId)).sort()).toEqual(
      build()
        .map(({ items }) => items[0]!.findingId)
        .sort(),
    );
  });
});
