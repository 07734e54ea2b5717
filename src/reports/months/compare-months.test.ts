import { describe, expect, it } from 'vitest';
import type { Finding } from '../../model/findings.ts';
import { compareMonths } from './compare-months.ts';
import type { Snapshot, SnapshotFinding } from './snapshot.ts';

const finding = (id: string, more: Partial<Finding> = {}): SnapshotFinding => ({
  id,
  rule: 'source-unassigned',
  priority: 1,
  severity: 0.5,
  status: 'open',
  subjects: [{ layer: 'soil', feature: id }],
  at: [113.6, 34.7],
  measures: { areaSquareMeters: 1000, uncoveredAreaSquareMeters: 400 },
  explain: { code: 'explain.source-unassigned', params: {} },
  ...more,
});

const month = (asOf: string, ...findings: SnapshotFinding[]): Snapshot => ({
  workspace: 'made',
  asOf,
  rulePack: { id: 'cn-national', version: '1' },
  summary: { sources: 0, zones: 0, byRule: {}, byZone: [], boundaryAreaSquareMeters: 0, uncoveredAreaSquareMeters: 0 },
  findings,
});

const kinds = (before: Snapshot, after: Snapshot, earlier: Snapshot[] = []) =>
  Object.fromEntries(compareMonths(before, after, { earlier }).changes.map(({ kind, finding: { id } }) => [id, kind]));

describe('two months', () => {
  it('tells new, settled, same, and what is back from a month before', () => {
    const september = month('2026-09-30', finding('back'), finding('kept'));
    const october = month('2026-10-31', finding('kept'), finding('done'));
    const november = month('2026-11-30', finding('kept'), finding('back'), finding('fresh'));
    expect(kinds(october, november, [september])).toEqual({
      back: 'reopened',
      fresh: 'new',
      kept: 'same',
      done: 'settled',
    });
    expect(kinds(october, november).back).toBe('new');
    const isReopened = ({ id }: SnapshotFinding) => id === 'fresh';
    expect(compareMonths(october, november, { isReopened }).changes[0]).toMatchObject({
      kind: 'reopened',
      finding: { id: 'fresh' },
    });
  });

  it('calls worse and better by what the rule is measured by, and small differences of surveys the same', () => {
    const open = (uncoveredAreaSquareMeters: number) =>
      finding('one', { measures: { areaSquareMeters: 1000, uncoveredAreaSquareMeters } });
    const compared = (before: number, after: number) =>
      compareMonths(month('2026-10-31', open(before)), month('2026-11-30', open(after))).changes[0];
    expect(compared(400, 404)).toMatchObject({ kind: 'same' });
    expect(compared(400, 405)).toEqual({
      kind: 'worse',
      finding: open(405),
      measure: { name: 'uncoveredAreaSquareMeters', before: 400, after: 405 },
    });
    expect(compared(405, 400)).toMatchObject({ kind: 'better' });
    // Under a square metre nothing is worse, whatever the share.
    expect(compared(0.5, 1.4)).toMatchObject({ kind: 'same' });
  });

  it('says of a decision that it is one, and of its end that the finding is back', () => {
    const excepted = finding('one', { status: 'exception' });
    expect(kinds(month('2026-10-31', finding('one')), month('2026-11-30', excepted))).toEqual({ one: 'excepted' });
    expect(kinds(month('2026-10-31', excepted), month('2026-11-30', finding('one')))).toEqual({ one: 'reopened' });
    expect(kinds(month('2026-10-31', excepted), month('2026-11-30', excepted))).toEqual({});
  });

  it('knows a gap again whose place has moved with its shape, and no other one between the same zones', () => {
    const gap = (id: string, at: [number, number], areaSquareMeters: number) =>
      finding(id, {
        rule: 'zone-gap',
        at,
        measures: { areaSquareMeters, widthMeters: 20 },
        subjects: [
          { layer: 'zones', feature: 'a' },
          { layer: 'zones', feature: 'b' },
        ],
      });
    // 0.001° of longitude are some 92 m here: within the side of a hectare, outside of that of 400 m².
    const near = compareMonths(
      month('2026-10-31', gap('was', [113.6, 34.7], 10_000)),
      month('2026-11-30', gap('is', [113.601, 34.7], 12_000)),
    ).changes;
    expect(near).toMatchObject([{ kind: 'worse', finding: { id: 'is' }, measure: { before: 10_000, after: 12_000 } }]);
    const far = kinds(
      month('2026-10-31', gap('was', [113.6, 34.7], 400)),
      month('2026-11-30', gap('is', [113.601, 34.7], 400)),
    );
    expect(far).toEqual({ is: 'new', was: 'settled' });
  });

  it('pairs the nearest first, and each finding once', () => {
    const stretch = (id: string, longitude: number) =>
      finding(id, {
        rule: 'road-unswept',
        at: [longitude, 34.7],
        measures: { lengthMeters: 500 },
        subjects: [{ layer: 'roads', feature: 'r' }],
      });
    const before = month('2026-10-31', stretch('a', 113.6), stretch('b', 113.604));
    const after = month('2026-11-30', stretch('b2', 113.6045), stretch('c', 113.6015), stretch('d', 113.62));
    const changes = compareMonths(before, after).changes.map(({ kind, finding: { id } }) => `${id} ${kind}`);
    expect(changes).toEqual(['d new', 'b2 same', 'c same']);
  });

  it('says where the rules were others', () => {
    const before = month('2026-10-31', finding('one'));
    expect(compareMonths(before, before).sameRules).toBe(true);
    expect(compareMonths({ ...before, rulePack: { id: 'beijing', version: '1' } }, before).sameRules).toBe(false);
  });
});
