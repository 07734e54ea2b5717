/**
 * After any sequence of edits the open session answers what a check from scratch answers, byte for
 * byte: on demo S and on a real city. More of it: CHENTU_EDIT_RUNS=20 npx vitest run test/oracle/edits
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { runChecks } from '../../src/checks/run-checks.ts';
import { createSession } from '../../src/checks/session.ts';
import { createRandom } from '../../src/core/random.ts';
import type { WorkspaceDocument } from '../../src/model/workspace.ts';
import { differences } from '../support/differences.ts';
import { EDIT_NAMES, randomEdit } from '../support/random-edits.ts';
import { hasRealData, openCambridge, whyNoRealData } from './cambridge-workspace.ts';
import { hasDemo, openDemo, whyNoDemo } from './demo-workspace.ts';

// biome-ignore lint/suspicious/noConsole: the lines that say what was not tested
const say = (line: string) => console.warn(line);
if (whyNoDemo) say(`demo S ${whyNoDemo}`);
if (whyNoRealData) say(`Cambridge ${whyNoRealData}`);

const RUNS = Number(process.env.CHENTU_EDIT_RUNS ?? 2);
/** Compared with a fresh check after every so many edits. */
const EDITS_BETWEEN_CHECKS = 5;
const CHECKS = 4;

const CASES = [
  { name: 'demo S', isThere: hasDemo, open: openDemo },
  { name: 'Cambridge', isThere: hasRealData, open: () => openCambridge() },
];

for (const { name, isThere, open } of CASES) {
  describe.runIf(isThere)(`a session on ${name}`, () => {
    let document: WorkspaceDocument;
    beforeAll(async () => {
      document = await open();
    });

    it('keeps up with its edits, and its deltas add up to its answer', async () => {
      const made = new Set<string>();
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 1e9 }), async (seed) => {
          const random = createRandom(seed);
          const session = await createSession(document);
          const kept = new Map(session.check.findings.map((finding) => [finding.id, finding]));
          for (let check = 0; check < CHECKS; check++) {
            const { findings } = session.check;
            for (let edit = 0; edit < EDITS_BETWEEN_CHECKS; edit++) {
              const patch = randomEdit(random.pick(EDIT_NAMES), session.document, findings, random);
              if (!patch) continue;
              made.add(patch.label.code);
              const delta = await session.apply(patch);
              for (const id of delta.removed) kept.delete(id);
              for (const finding of [...delta.added, ...delta.changed]) kept.set(finding.id, finding);
            }
            const fresh = await runChecks(session.document);
            expect(differences(session.check, fresh)).toEqual([]);
            expect(JSON.stringify(fresh.findings.map(({ id }) => kept.get(id)))).toBe(JSON.stringify(fresh.findings));
            expect(kept.size).toBe(fresh.findings.length);
          }
        }),
        { numRuns: RUNS },
      );
      expect(made.size).toBeGreaterThan(EDIT_NAMES.length / 2);
    }, 600_000);
  });
}
