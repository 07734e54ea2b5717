import { expect, it } from 'vitest';
import { snapshotPath } from '../../model/months.ts';
import type { NoticeDecision } from '../../model/notice-decision.ts';
import { nationalRulePack } from '../../rules/parse-rule-pack.ts';
import { parseManifest } from './manifest.ts';
import { saveWorkspace } from './save-workspace.ts';

const DECISIONS: readonly NoticeDecision[] = [
  {
    month: '2026-11',
    list: 'talk',
    party: { type: 'street', name: '长麓街道' },
    outcome: 'dismissed',
    reason: '数据补录所致',
    by: '李主任',
    when: '2026-11-27',
  },
  {
    month: '2026-11',
    list: 'supervise',
    party: { type: 'feature', subject: { layer: 'soil', feature: '770' } },
    outcome: 'accepted',
  },
];
const WRONG = [
  { ...DECISIONS[0], month: '2026-13' },
  { ...DECISIONS[0], list: 'shoot' },
  { ...DECISIONS[0], party: { type: 'feature' } },
  { ...DECISIONS[0], outcome: 'maybe' },
  { ...DECISIONS[0], by: 7 },
  null,
];
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

it('decisions and the months that are kept are saved and read again; what is no decision is noted and kept', async () => {
  const bytes = new TextEncoder().encode('{}');
  const saved = await saveWorkspace({
    name: '区',
    layers: [],
    rulePack: nationalRulePack(),
    exceptions: [],
    scenes: [],
    carried: { decisions: WRONG, snapshots: [{ month: '2020-01', file: 'gone' }] },
    decisions: DECISIONS,
    unread: { files: { [snapshotPath('2026-10')]: bytes }, layers: [] },
  });
  if (!saved.ok) throw new Error(saved.problem.code);
  const [manifest] = saved.value;
  const written = JSON.parse(new TextDecoder().decode(manifest!.bytes)) as Record<string, unknown>;
  expect(written.snapshots).toEqual([{ month: '2026-10', file: 'snapshots/2026-10/findings.json' }]);
  expect(saved.value.map(({ path }) => path)).toContain('snapshots/2026-10/findings.json');
  const parsed = parseManifest(bytesOf(written));
  if (!parsed.ok) throw new Error(parsed.problem.code);
  expect(parsed.value.decisions).toEqual(DECISIONS);
  expect(parsed.value.carried.decisions).toEqual(WRONG);
  expect(parsed.notes.map(({ params }) => params.key)).toEqual(WRONG.map(() => 'decisions'));
});
