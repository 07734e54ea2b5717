import { expect, it } from 'vitest';
import { area, layerOf, workspaceOf } from '../../test/support/workspace.ts';
import { createSession } from '../checks/session.ts';
import { snapshotPath } from '../model/months.ts';
import type { PatchOperation } from '../model/patch.ts';
import { createMonthJobs } from './month-jobs.ts';

const TASK = { signal: new AbortController().signal };
const label = { code: 'edit.sample', params: {} };
const orThrow = <T>(result: { ok: true; value: T } | { ok: false; problem: { code: string } }): T => {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};

it('keeps a month, compares the next with it, and lists what is behind a number', async () => {
  const soil = layerOf('soil', 'bareSoil', [area('a', [0, 0, 20, 20]), area('b', [50, 0, 20, 20])]);
  const zones = layerOf('zones', 'responsibilityZone', [area('far', [9000, 0, 20, 20], { owner: '甲' })]);
  const session = await createSession({ ...workspaceOf([zones, soil]), asOf: '2026-10-31' });
  const jobs = createMonthJobs(() => session);
  expect(await jobs.compareMonths({}, TASK)).toMatchObject({ ok: false, problem: { code: 'months-none-before' } });
  const { month, bytes } = orThrow(await jobs.keepMonth(null, TASK));
  expect(month).toBe('2026-10');
  expect(orThrow(await jobs.readMonth({ path: 'f.json', bytes }, TASK)).month).toBe('2026-10');

  const operations: PatchOperation[] = [
    { op: 'attachment', path: snapshotPath('2026-09'), bytes },
    { op: 'feature', layer: 'soil', id: 'a', feature: null },
  ];
  await session.apply({ label, operations });
  const report = orThrow(await jobs.compareMonths({}, TASK));
  expect([report.before, report.after, report.all.counts.settled > 0]).toEqual(['2026-09', '2026-10', true]);
  const settled = orThrow(await jobs.listChanges({ choice: {}, filter: { kinds: ['settled'] }, limit: 1 }, TASK));
  expect([settled.count, settled.changes.length]).toEqual([report.all.counts.settled, 1]);
  expect(settled.changes[0]?.finding.subjects).toEqual([{ layer: 'soil', feature: 'a' }]);

  // A decision asks for nothing to be counted again.
  await session.apply({ label, operations: [{ op: 'decisions', decisions: [] }] });
  expect(orThrow(await jobs.compareMonths({}, TASK))).toBe(report);
  await session.apply({ label, operations: [{ op: 'feature', layer: 'soil', id: 'a', feature: undefined }] });
  expect(orThrow(await jobs.compareMonths({}, TASK)).all.counts.settled).toBe(0);
});

it('answers nothing where nothing is open', async () => {
  const jobs = createMonthJobs(() => undefined);
  const codes = [await jobs.compareMonths({}, TASK), await jobs.keepMonth(null, TASK)].map((result) =>
    result.ok ? undefined : result.problem.code,
  );
  expect(codes).toEqual(['engine.nothing-open', 'engine.nothing-open']);
});
