import { describe, expect, it } from 'vitest';
import { area, layerOf, workspaceOf } from '../../../test/support/workspace.ts';
import { runChecks } from '../../checks/run-checks.ts';
import { snapshotPath } from '../../model/months.ts';
import { applyPatch } from '../../model/patch.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import { compareDocumentMonths, createMonthReader } from './document-months.ts';
import { listChanges } from './list-changes.ts';
import { buildMonthReport } from './month-report.ts';
import { snapshotJson } from './snapshot-json.ts';

/** Patches in no zone at all. */
const soil = (...features: string[]) =>
  layerOf(
    'soil',
    'bareSoil',
    features.map((id, place) => area(id, [4000 + 50 * place, 100, 20, 20], { owner: '甲' })),
  );
const zones = layerOf('zones', 'responsibilityZone', [
  area('west', [0, 0, 1000, 1000], { level: 'street', name: '西街道', owner: '甲' }),
  area('east', [1000, 0, 1000, 1000], { level: 'street', name: '东街道', owner: '乙' }),
]);
const workspace = (asOf: string, ...features: string[]): WorkspaceDocument => ({
  ...workspaceOf([zones, soil(...features)]),
  asOf,
});

async function keep(document: WorkspaceDocument, month: string, past: WorkspaceDocument) {
  const bytes = new TextEncoder().encode([...snapshotJson(await runChecks(past, { engine: 'fast' }))].join(''));
  const label = { code: 'edit.sample', params: {} };
  return applyPatch(document, { label, operations: [{ op: 'attachment', path: snapshotPath(month), bytes }] }).document;
}

describe('months of a document', () => {
  it('compare what is checked now with the newest month before that is kept', async () => {
    const now = workspace('2026-11-23', 'a', 'c');
    const kept = await keep(now, '2026-10', workspace('2026-10-31', 'a', 'b'));
    const check = await runChecks(kept, { engine: 'fast' });
    const months = compareDocumentMonths(kept, check, {}, createMonthReader());
    if (!months.ok) throw new Error(months.problem.code);
    const report = buildMonthReport(kept, check, months.value);
    expect([report.before, report.after, report.isNow]).toEqual(['2026-10', '2026-11', true]);
    const unassigned = report.byRule.find(({ rule }) => rule === 'source-unassigned')?.tally;
    expect(unassigned?.counts).toMatchObject({ new: 1, settled: 1 });
    // Both streets are listed though all lies outside of them.
    expect(report.streets.map(({ name, openNow }) => [name, openNow])).toEqual([
      ['西街道', 0],
      ['东街道', 0],
      [undefined, report.all.openNow],
    ]);
    const settled = listChanges(months.value, { kinds: ['settled'], rule: 'source-unassigned', street: null });
    expect(settled.count).toBe(1);
    expect(settled.changes[0]).toMatchObject({
      kind: 'settled',
      owners: [],
      finding: { subjects: [{ feature: 'b' }] },
    });
    const ofUnit = listChanges(months.value, { kinds: ['new'], owner: '甲' }, 0);
    expect([ofUnit.count, ofUnit.changes]).toEqual([report.owners.find(({ name }) => name === '甲')?.counts.new, []]);
  });

  it('say what is missing', async () => {
    const now = workspace('2026-11-23', 'a');
    const check = await runChecks(now, { engine: 'fast' });
    const codeOf = (choice: object, document = now) => {
      const months = compareDocumentMonths(document, check, choice);
      return months.ok ? undefined : months.problem.code;
    };
    expect(codeOf({})).toBe('months-none-before');
    expect(codeOf({ before: '2026-01' })).toBe('months-not-kept');
    const broken = { files: { [snapshotPath('2026-10')]: new Uint8Array([1]) }, layers: [] };
    expect(codeOf({}, { ...now, unread: broken })).toBe('snapshot-not-json');
  });

  it('keeps what could not be judged apart from what is settled', async () => {
    const past = workspace('2026-10-31', 'a');
    const now = { ...past, asOf: '2026-11-23' };
    const kept = await keep(now, '2026-10', past);
    const check = await runChecks(kept, { engine: 'fast' });
    const [first] = check.findings.filter(({ rule }) => rule === 'source-unassigned');
    const problem = { code: 'source-without-geometry', params: { kind: 'bareSoil' } };
    const silent = {
      ...check,
      findings: check.findings.filter((finding) => finding !== first),
      unchecked: [{ rule: first!.rule, subjects: [{ layer: 'soil', feature: 'a' }], problem }],
    };
    const months = compareDocumentMonths(kept, silent);
    if (!months.ok) throw new Error(months.problem.code);
    const report = buildMonthReport(kept, silent, months.value);
    expect(report.all.counts).toMatchObject({ unjudged: 1, settled: 0 });
    expect(report.uncheckedCount).toBe(1);
  });
});
