import { describe, expect, it } from 'vitest';
import { workspaceOf } from '../../../test/support/workspace.ts';
import { applyPatch } from '../../model/patch.ts';
import type { WorkspaceCase } from '../../model/workspace.ts';
import { comparePhoto } from './compare-photo.ts';
import { type PlacedTable, planReturns } from './plan-returns.ts';

const [A, B, C] = ['aaaaaaaaaaaaaaa1', 'bbbbbbbbbbbbbbb2', 'ccccccccccccccc3'] as const;
const cases: WorkspaceCase[] = [
  { finding: A, status: 'assigned', assignedAt: '2026-11-24', deadline: '2026-12-01' },
  { finding: C, status: 'settled', settledAt: '2026-11-20', outcome: '已洒水' },
];
const document = { ...workspaceOf([]), cases };
const findings = new Map<string, { id: string; at: readonly [number, number] }>(
  [A, B].map((id) => [id, { id, at: [113.6, 34.7] }]),
);
const header = ['问题编号', '办结日期', '办理情况', '照片'];
const table = (...rows: (string | null)[][]): PlacedTable => ({
  file: '台账.xlsx',
  sheet: '问题',
  header,
  rows,
  lines: [3, 4, 5, 6],
});
const plan = (input: Partial<Parameters<typeof planReturns>[2]>) =>
  planReturns(document, (id) => findings.get(id), { tables: [], photos: [], ...input });
const picture = Uint8Array.of(1);

describe('returned slips', () => {
  it('settle what they say, with the rows that fit nothing noted by their lines, in one edit', () => {
    const planned = plan({
      tables: [
        table(
          [A, '2026-11-28', '已苫盖', null],
          ['ffffffffffffffff', '2026-11-28', '已苫盖', null],
          [C, '2026-11-20', '已洒水', null],
          [B, '2026-11-26', '', null],
        ),
        { file: '台账.xlsx', sheet: '汇总', header: ['类别', '数量'], rows: [['未覆盖', 3]] },
      ],
    });
    expect(planned).toMatchObject({
      settled: [{ finding: A, settledAt: '2026-11-28', outcome: '已苫盖' }, { finding: B }],
      unchangedCount: 1,
      unknownCount: 1,
      notes: [
        {
          code: 'slip-return-unknown',
          params: { id: 'ffffffffffffffff' },
          at: { file: '台账.xlsx', sheet: '问题', line: 4 },
        },
      ],
    });
    const after = applyPatch(document, planned.patch!);
    expect(after.document.cases?.map(({ finding, status }) => [finding, status])).toEqual([
      [A, 'settled'],
      [C, 'settled'],
      [B, 'settled'],
    ]);
    expect(applyPatch(after.document, after.inverse).document).toEqual(document);
  });

  it('change nothing when they come twice', () => {
    const tables = [table([A, '2026-11-28', '已苫盖', 'x.jpg'])];
    const photos = [{ name: 'x.jpg', bytes: picture }];
    const first = applyPatch(document, plan({ tables, photos }).patch!).document;
    const again = planReturns(first, (id) => findings.get(id), { tables, photos });
    expect(again).toMatchObject({ settled: [], unchangedCount: 1, patch: undefined });
  });

  it('say what is odd: settled before it was handed out, two files that differ, no ids at all', () => {
    const codes = (input: Parameters<typeof plan>[0]) => plan(input).notes.map(({ code }) => code);
    expect(codes({ tables: [table([A, '2026-11-20', '', null])] })).toEqual(['return-date-early']);
    expect(codes({ tables: [table([B, '2026-11-26', '', null]), table([B, '2026-11-27', '', null])] })).toEqual([
      'slip-return-twice',
    ]);
    expect(codes({ tables: [{ file: 'x.csv', header: ['a'], rows: [] }] })).toEqual(['slip-return-without-ids']);
  });
});

describe('photos that come along', () => {
  it('go to the finding that lists them or whose id they carry, as attachments', () => {
    const planned = plan({
      tables: [table([A, '2026-11-28', '', 'IMG_1.JPG；缺.jpg'], [B, '2026-11-28', '', null])],
      photos: [
        { name: '现场/img_1.jpg', bytes: picture },
        { name: `${B}-后.jpg`, bytes: picture },
        { name: `${C}.jpg`, bytes: picture },
        { name: '无关.jpg', bytes: picture },
      ],
    });
    expect(planned.settled.map(({ photos }) => photos)).toEqual([
      [`cases/${A}-img_1.jpg`, '缺.jpg'],
      [`cases/${B}-后.jpg`],
    ]);
    expect(planned.notes.map(({ code, params }) => [code, params.name])).toEqual([
      ['return-photo-missing', '缺.jpg'],
      ['return-photo-alone', `${C}.jpg`],
      ['return-photo-unmatched', '无关.jpg'],
    ]);
    expect(Object.keys(applyPatch(document, planned.patch!).document.unread!.files)).toEqual([
      `attachments/cases/${A}-img_1.jpg`,
      `attachments/cases/${B}-后.jpg`,
    ]);
  });

  it('are held against place and time of the finding', () => {
    const finding = { id: A, at: [113.6, 34.7] as const };
    const compare = (longitude: number, time?: string) =>
      comparePhoto('x.jpg', { longitude, latitude: 34.7, time }, finding, cases[0]);
    // A thousandth of a degree of longitude is 91.6 m there (GRS 80).
    expect(compare(113.601)).toEqual([]);
    const [far] = compare(113.6037);
    expect(far).toMatchObject({ code: 'return-photo-far', params: { name: 'x.jpg', id: A, limitMeters: 200 } });
    expect(far?.params.distanceMeters).toBeCloseTo(338.9, 0);
    // 23:30 in Greenwich is the next day in China, that of the slip.
    expect(compare(113.6, '2026-11-23T23:30:00+00:00')).toEqual([]);
    expect(compare(113.6, '2026-11-23T14:00:00+08:00')).toMatchObject([
      { code: 'return-photo-early', params: { taken: '2026-11-23', assigned: '2026-11-24' } },
    ]);
    expect(comparePhoto('x.jpg', undefined, finding, cases[0])).toEqual([]);
  });
});
