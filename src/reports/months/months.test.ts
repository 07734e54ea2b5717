import { describe, expect, it } from 'vitest';
import { area, degrees, layerOf, workspaceOf } from '../../../test/support/workspace.ts';
import { createTranslator } from '../../i18n/translate.ts';
import { changesTable, countingRulesTable, tallyTable } from './change-tables.ts';
import { changesJson } from './changes-json.ts';
import { compareMonths } from './compare-months.ts';
import { createGrouping } from './group-findings.ts';
import { rankTallies } from './rank-tallies.ts';
import { createReopened } from './reopened.ts';
import { readSnapshot, type Snapshot, type SnapshotFinding } from './snapshot.ts';
import { tallyAll, tallyChanges } from './tally-changes.ts';

const document = workspaceOf([
  layerOf('zones', 'responsibilityZone', [
    area('water', [0, 0, 2000, 1000], { level: 'street', duty: 'water', name: '水务片区' }),
    area('east', [1000, 0, 1000, 1000], { level: 'street', name: '东街道' }),
    area('west', [0, 0, 1000, 1000], { level: 'street', name: '西街道' }),
    area('grid', [0, 0, 100, 100], { level: 'grid', name: '网格' }),
  ]),
  layerOf('soil', 'bareSoil', [
    area('a', [100, 100, 10, 10], { owner: '甲' }),
    area('b', [1100, 100, 10, 10], { owner: '乙', reopenedAt: '2026-11-10' }),
    area('c', [5000, 100, 10, 10], { reopenedAt: '2026-10' }),
  ]),
]);
const OWNERS: Readonly<Record<string, string>> = { a: '甲', b: '乙' };
const group = createGrouping(document, ({ feature }) => OWNERS[feature]);

const finding = (id: string, x: number, features: readonly string[], more: Partial<SnapshotFinding> = {}) =>
  ({
    id,
    rule: 'source-unswept',
    priority: 3,
    severity: 0.5,
    status: 'open',
    subjects: features.map((feature) => ({ layer: 'soil', feature })),
    at: degrees(x, 105)[0] as [number, number],
    measures: { distanceMeters: 80 },
    explain: { code: 'nothing-of-the-kind', params: {} },
    ...more,
  }) satisfies SnapshotFinding;

const month = (asOf: string, ...findings: SnapshotFinding[]): Snapshot => ({
  workspace: 'made',
  asOf,
  rulePack: { id: 'cn-national', version: '1' },
  summary: { sources: 0, zones: 0, byRule: {}, byZone: [], boundaryAreaSquareMeters: 0, uncoveredAreaSquareMeters: 0 },
  findings,
});

const OCTOBER = month(
  '2026-10-31',
  finding('one', 105, ['a']),
  finding('two', 1105, ['b']),
  finding('both', 105, ['a', 'b']),
);
const NOVEMBER = month('2026-11-30', finding('one', 105, ['a']), finding('three', 5005, ['c']));
const COMPARED = compareMonths(OCTOBER, NOVEMBER);

describe('whose findings are', () => {
  it('takes the street of the general duty, and no grid', () => {
    expect(group(finding('one', 105, ['a']))).toEqual({ street: '西街道', owners: ['甲'] });
    expect(group(finding('two', 1105, ['b', 'a', 'b']))).toEqual({ street: '东街道', owners: ['乙', '甲'] });
    expect(group(finding('three', 5005, ['c']))).toEqual({ street: undefined, owners: [] });
  });

  it('takes streets of another duty where there are no others', () => {
    const alone = workspaceOf([
      layerOf('zones', 'responsibilityZone', [
        area('w', [0, 0, 2000, 1000], { level: 'street', duty: 'water', name: '水务' }),
      ]),
    ]);
    expect(createGrouping(alone, () => undefined)(finding('one', 105, ['a'])).street).toBe('水务');
  });
});

describe('tallies', () => {
  it('count what was, what is, and the share that was settled; a finding of two units counts for each', () => {
    const byStreet = tallyChanges(COMPARED.changes, group, 'street');
    expect(
      byStreet.map(({ name, openBefore, openNow, settledFraction }) => [name, openBefore, openNow, settledFraction]),
    ).toEqual([
      ['西街道', 2, 1, 0.5],
      ['东街道', 1, 0, 1],
      [undefined, 0, 1, undefined],
    ]);
    const byOwner = tallyChanges(COMPARED.changes, group, 'owner');
    expect(byOwner.map(({ name, openBefore, openNow }) => [name, openBefore, openNow])).toEqual([
      ['甲', 2, 1],
      ['乙', 2, 0],
      [undefined, 0, 1],
    ]);
    expect(tallyAll(COMPARED.changes)).toMatchObject({ openBefore: 3, openNow: 2, settledFraction: 2 / 3 });
  });

  it('leave exceptions out of the share', () => {
    const excepted = compareMonths(
      month('2026-10-31', finding('one', 105, ['a']), finding('two', 105, ['a'])),
      month('2026-11-30', finding('one', 105, ['a'], { status: 'exception' })),
    );
    expect(tallyAll(excepted.changes)).toMatchObject({ openBefore: 2, openNow: 0, settledFraction: 1 });
  });
});

describe('tables of a month', () => {
  const translate = createTranslator('zh-CN');
  const wording = { translate, describe: () => ({}) };

  it('list every change but what stayed the same, with both measures', () => {
    const rows = [...changesTable(COMPARED, group, wording).rows];
    expect(
      rows.map(([change, , , owners, street, measure, before, after]) => [
        change,
        owners,
        street,
        measure,
        before,
        after,
      ]),
    ).toEqual([
      ['新增', null, null, '距离（m）', null, 80],
      ['已销号', '乙', '东街道', '距离（m）', 80, null],
      ['已销号', '甲；乙', '西街道', '距离（m）', 80, null],
    ]);
  });

  it('end with all, and say how it was counted', () => {
    const { changes } = COMPARED;
    const ranked = rankTallies(tallyChanges(changes, group, 'street'), 'settledFraction');
    const table = tallyTable(ranked, tallyAll(changes), 'street', translate);
    const rows = [...table.rows];
    expect(rows.map(([rank, name]) => [rank, name])).toEqual([
      [1, '东街道'],
      [2, '西街道'],
      [null, '（不在任何街道内）'],
      [null, '合计'],
    ]);
    expect(rows.at(-1)).toEqual([null, '合计', 3, 2, 0, 1, 0, 1, 0, 0, 0, 2, 0.6667]);
    expect(rows.every((cells) => cells.length === table.columns.length)).toBe(true);
    const rules = [...countingRulesTable(COMPARED, translate).rows].flat();
    expect(rules[0]).toBe('对比时点：2026-10-31 与 2026-11-30。');
    expect(rules.every((text) => !String(text).startsWith('months.'))).toBe(true);
  });

  it('are JSON, one change a line', () => {
    const text = [...changesJson(COMPARED, group)].join('');
    const parsed = JSON.parse(text);
    expect(parsed).toMatchObject({ format: 'chentu-changes', version: 1, sameRules: true });
    expect(parsed.changes).toHaveLength(3);
    expect(parsed.changes[1]).toMatchObject({
      kind: 'settled',
      id: 'two',
      street: '东街道',
      measure: 'distanceMeters',
      before: 80,
    });
    expect(text.split('\n').filter((line) => line.includes('"kind"'))).toHaveLength(3);
  });
});

describe('ground that lies bare again', () => {
  it('is known by its date between the two months', () => {
    const isReopened = createReopened(document, '2026-10-31', '2026-11-30');
    expect(['a', 'b', 'c'].map((id) => isReopened(finding(id, 0, [id])))).toEqual([false, true, false]);
  });
});

describe('snapshots', () => {
  const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
  const whole = { format: 'chentu-findings', version: 1, ...OCTOBER };

  it('are read as they were written', () => {
    const read = readSnapshot(bytes(whole), 'f.json');
    expect(read).toEqual({ ok: true, value: OCTOBER, notes: [] });
  });

  it('say what is wrong with a file, and where', () => {
    const code = (value: unknown) => {
      const read = readSnapshot(bytes(value), 'f.json');
      return read.ok ? undefined : `${read.problem.code} ${read.problem.at?.file}`;
    };
    expect(code('{')).toBe('snapshot-not-json f.json');
    expect(code([])).toBe('snapshot-not-findings f.json');
    expect(code({ ...whole, findings: {} })).toBe('snapshot-not-findings f.json');
    expect(code({ ...whole, version: 2 })).toBe('snapshot-newer-version f.json');
    expect(code({ ...whole, summary: 1 })).toBe('snapshot-not-findings f.json');
  });

  it('leave out what cannot be compared, and count it', () => {
    const broken = [null, {}, { ...OCTOBER.findings[0], rule: 'other' }, { ...OCTOBER.findings[0], at: [1, 'x'] }];
    const read = readSnapshot(bytes({ ...whole, findings: [...broken, OCTOBER.findings[1]] }), 'f.json');
    expect(read.ok && read.value.findings.map(({ id }) => id)).toEqual(['two']);
    expect(read.ok && read.notes).toEqual([
      { code: 'snapshot-findings-left-out', params: { count: 4 }, at: { file: 'f.json' } },
    ]);
  });
});
