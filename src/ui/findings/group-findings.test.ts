import { describe, expect, it } from 'vitest';
import type { CheckResult, Finding, RuleId } from '../../model/findings.ts';
import { buildTestFeatures } from '../test-features.ts';
import { groupFindings, listRows } from './group-findings.ts';

const features = buildTestFeatures([
  { id: 'soil', kind: 'bareSoil', rows: [{ id: 's1', name: '三号裸土' }, { id: 's2', owner: '乙街道' }, { id: 's3' }] },
]);
const rulePack = {
  id: 'p',
  version: '1',
  name: { 'zh-CN': '', en: '' },
  thresholds: {},
  priorities: { 'source-unswept': 2, 'source-unassigned': 1 },
};
const finding = (rule: RuleId, feature: string, severity: number, change: Partial<Finding> = {}): Finding => ({
  id: `${rule}-${feature}`,
  rule,
  priority: 1,
  severity,
  status: 'open',
  subjects: [{ layer: 'soil', feature }],
  at: [113.6, 34.7],
  measures: { areaSquareMeters: 100 },
  explain: { code: 'x', params: {} },
  ...change,
});
const summary = { count: 0, areaSquareMeters: 0, slivers: 0, sliverAreaSquareMeters: 0, excepted: 0 };
const check = {
  summary: {
    byRule: {
      'source-unassigned': summary,
      'source-unswept': summary,
      'zone-overlap': { ...summary, slivers: 3, sliverAreaSquareMeters: 12 },
    },
  },
  findings: [
    finding('source-unassigned', 's1', 0.2),
    finding('source-unassigned', 's2', 0.9),
    finding('source-unassigned', 's3', 0.9, { status: 'exception' }),
    finding('source-unswept', 's1', 0.5),
  ],
  unchecked: [{ rule: 'zone-overlap', subjects: [], problem: { code: 'x', params: {} } }],
  notes: [],
} as unknown as CheckResult;
const options = { features, rulePack };

describe('groups of findings', () => {
  it('stand in the order of the rule pack; within, the most severe first, then by id', () => {
    const groups = groupFindings(check, options);
    expect(groups.map((group) => group.rule)).toEqual(['source-unassigned', 'source-unswept', 'zone-overlap']);
    expect(groups[0]?.findings.map((one) => one.subjects[0]?.feature)).toEqual(['s2', 's3', 's1']);
  });

  it('leave settled findings in the list and out of count and area', () => {
    const [first] = groupFindings(check, options);
    expect([first?.count, first?.excepted, first?.areaSquareMeters]).toEqual([2, 1, 200]);
  });

  it('name a rule that found nothing, with its slivers and what was not checked', () => {
    const overlap = groupFindings(check, options)[2];
    expect([overlap?.count, overlap?.slivers, overlap?.unchecked]).toEqual([0, 3, 1]);
    const rows = listRows(groupFindings(check, options), new Set<RuleId>(['zone-overlap']));
    expect(rows.map((row) => row.type)).toEqual(['group', 'group', 'group', 'clear', 'slivers']);
  });

  it('say the ground of overlaps as the summary does: where three zones meet it counts once', () => {
    const pair = (id: string) => ({ ...check.findings[0], id, rule: 'zone-overlap' as const, status: 'open' as const });
    const byRule = { ...check.summary.byRule, 'zone-overlap': { ...summary, count: 3, areaSquareMeters: 120 } };
    const three = {
      ...check,
      findings: ['a', 'b', 'c'].map(pair),
      summary: { ...check.summary, byRule },
    } as unknown as CheckResult;
    const groundOf = (narrowed: object) =>
      groupFindings(three, { ...options, ...narrowed }).find(({ rule }) => rule === 'zone-overlap')?.areaSquareMeters;
    expect(groundOf({})).toBe(120);
    // Narrowed, the pairs are added up: the summary knows nothing of a scope.
    expect(groundOf({ inScope: () => true })).toBe(300);
  });

  it('narrow to the scope, counts and areas too', () => {
    const inScope = (one: Finding) => one.subjects[0]?.feature === 's1';
    const groups = groupFindings(check, { ...options, inScope });
    expect(groups.map((group) => [group.count, group.areaSquareMeters])).toEqual([
      [1, 100],
      [1, 100],
      [0, 0],
    ]);
    expect(groups[2]?.slivers).toBe(0);
  });

  it('filter by name, unit and id, whatever the case or width of the letters', () => {
    const idsFor = (filter: string) =>
      groupFindings(check, { ...options, filter }).flatMap((group) => group.findings.map((one) => one.id));
    expect(idsFor('三号')).toEqual(['source-unassigned-s1', 'source-unswept-s1']);
    expect(idsFor('乙街')).toEqual(['source-unassigned-s2']);
    expect(idsFor('Ｓ３')).toEqual(['source-unassigned-s3']);
    expect(idsFor('没有')).toEqual([]);
  });
});
