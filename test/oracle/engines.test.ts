/**
 * The fast engine against the plain one: on demo S and on a real city every finding is the same, with
 * measures within the accuracy that the plain engine states; what is nearer to a threshold than that
 * counts as near.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSession } from '../../src/checks/session.ts';
import { openWorkspace } from '../../src/formats/workspace/open-workspace.ts';
import { RULE_IDS } from '../../src/model/findings.ts';
import type { WorkspaceDocument } from '../../src/model/workspace.ts';
import { parseRulePack } from '../../src/rules/parse-rule-pack.ts';
import { hasRealData, openCambridge, whyNoRealData } from './cambridge-workspace.ts';

const DEMO = join(import.meta.dirname, '../../public/demo');
const hasDemo = existsSync(join(DEMO, 'workspace.json'));
// biome-ignore lint/suspicious/noConsole: the lines that say what was not tested
const say = (line: string) => console.warn(line);
if (!hasDemo) say(`demo S not run: there is no ${DEMO}/workspace.json`);
if (whyNoRealData) say(`Cambridge ${whyNoRealData}`);

async function openDemo(): Promise<WorkspaceDocument> {
  const paths = (await readdir(DEMO, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(DEMO.length + 1));
  const files = { paths: () => paths, read: async (path: string) => new Uint8Array(await readFile(join(DEMO, path))) };
  const opened = await openWorkspace(files, parseRulePack, {});
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  expect(opened.value.problems).toEqual([]);
  return opened.value.document;
}

const CASES = [
  { name: 'demo S', isThere: hasDemo, open: openDemo },
  { name: 'Cambridge', isThere: hasRealData, open: () => openCambridge() },
];

for (const { name, isThere, open } of CASES) {
  describe.runIf(isThere)(`both engines on ${name}`, () => {
    it('find the same, and measure the same', { timeout: 600_000 }, async () => {
      const session = await createSession(await open());
      const { findings } = session.check;
      const comparison = await session.compareEngines();
      const named = (ids: readonly string[]) =>
        ids.map((id) => {
          const finding = findings.find((one) => one.id === id);
          return finding
            ? `${finding.rule} ${JSON.stringify(finding.subjects)} ${JSON.stringify(finding.measures)}`
            : id;
        });
      const { onlyFast, onlyTurf, near, different } = comparison;
      expect(comparison.fast).toBeGreaterThan(100);
      expect({ onlyFast: named(onlyFast), onlyTurf, different: named(different) }).toEqual({
        onlyFast: [],
        onlyTurf: [],
        different: [],
      });
      if (near.length > 0) say(`${name}: ${near.length} findings lie at a threshold: ${named(near).join('; ')}`);
      expect(near.length).toBeLessThan(comparison.fast / 100);
    });

    it('agree in the second opinion on one finding of each rule and extent', { timeout: 300_000 }, async () => {
      const session = await createSession(await open());
      for (const rule of RULE_IDS) {
        const found = session.check.findings.filter((finding) => finding.rule === rule);
        for (const finding of [...found.slice(0, 3), ...found.slice(-3)]) {
          const opinion = await session.secondOpinion(finding.id);
          expect(opinion, `${rule} ${JSON.stringify(finding.subjects)}`).toMatchObject({ verdict: 'equal' });
        }
      }
    });
  });
}
