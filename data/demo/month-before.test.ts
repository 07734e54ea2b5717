import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runChecks } from '../../src/checks/run-checks.ts';
import { subjectKey } from '../../src/core/subject.ts';
import { openWorkspace } from '../../src/formats/workspace/open-workspace.ts';
import { filesInMemory } from '../../src/formats/workspace/workspace-files.ts';
import { instantOf } from '../../src/model/instant.ts';
import { applyPatch } from '../../src/model/patch.ts';
import { compareMonths } from '../../src/reports/months/compare-months.ts';
import { createReopened } from '../../src/reports/months/reopened.ts';
import { snapshotOf } from '../../src/reports/months/snapshot.ts';
import { parseRulePack } from '../../src/rules/parse-rule-pack.ts';
import { monthBefore } from './month-before.ts';

const DEMO = new URL('../../public/demo', import.meta.url).pathname;
const OCTOBER = '2026-10-31T18:00:00+08:00';

async function openDemo() {
  const manifest = JSON.parse(readFileSync(join(DEMO, 'workspace.json'), 'utf8'));
  const paths: string[] = ['workspace.json', ...[...manifest.layers, ...manifest.series].map(({ file }) => file)];
  const bytes = (path: string) => new Uint8Array(readFileSync(join(DEMO, path)));
  const opened = await openWorkspace(
    filesInMemory(paths.map((path) => ({ path, bytes: bytes(path) }))),
    parseRulePack,
    {},
  );
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value.document;
}

describe('two months of the demo', () => {
  it('every change is explained by a planted one, and every kind of planted change shows', async () => {
    const november = await openDemo();
    const now = instantOf(november.asOf ?? '');
    const { operations, planted } = monthBefore(november, instantOf(OCTOBER), now, 48);
    const label = { code: 'edit.sample', params: {} };
    const october = { ...applyPatch(november, { label, operations }).document, asOf: OCTOBER };
    const [before, after] = [
      await runChecks(october, { engine: 'fast' }),
      await runChecks(november, { engine: 'fast' }),
    ];
    const { changes } = compareMonths(snapshotOf(before), snapshotOf(after), {
      isReopened: createReopened(november, before.asOf, after.asOf),
    });
    const why = new Map(planted.map(({ kind, subject }) => [subjectKey(subject), kind]));
    const explained = changes
      .filter(({ kind }) => kind !== 'same')
      .map(({ kind, finding }) => {
        const reason = finding.subjects
          .map((subject) => why.get(subjectKey(subject)))
          .find((found) => found !== undefined);
        return `${reason ?? `unexplained ${finding.rule}`}: ${kind}`;
      });
    const counts: Record<string, number> = {};
    for (const text of explained) counts[text] = (counts[text] ?? 0) + 1;
    expect(counts).toEqual({
      'opened: new': 430,
      'cover-clock: new': 3,
      'hotspot: new': 3,
      'treated: settled': 12,
      'reopened: reopened': 6,
      'grown: worse': 17,
      // Nearer to a sweeping route, since it is larger; and one that now reaches out of its grid.
      'grown: better': 3,
      'grown: new': 1,
    });
    const sites = planted.filter(({ kind }) => kind.startsWith('site-'));
    expect(sites).toEqual([]);
  }, 60_000);
});
