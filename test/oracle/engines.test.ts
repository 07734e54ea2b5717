/**
 * The fast engine against the plain one: on demo S and on a real city every finding is the same, with
 * measures within the accuracy that the plain engine states; what is nearer to a threshold than that
 * counts as near.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { compareResults } from '../../src/checks/compare-engines.ts';
import { PLAIN_ENGINE_TOLERANCE } from '../../src/checks/plain/ellipsoid-measures.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { createSession } from '../../src/checks/session.ts';
import { type CheckResult, RULE_IDS } from '../../src/model/findings.ts';
import type { WorkspaceDocument } from '../../src/model/workspace.ts';
import { thresholdsInForce } from '../../src/rules/thresholds.ts';
import { hasRealData, openCambridge, whyNoRealData } from './cambridge-workspace.ts';
import { hasDemo, openDemo, whyNoDemo } from './demo-workspace.ts';

// biome-ignore lint/suspicious/noConsole: the lines that say what was not tested
const say = (line: string) => console.warn(line);
if (whyNoDemo) say(`demo S ${whyNoDemo}`);
if (whyNoRealData) say(`Cambridge ${whyNoRealData}`);

const CASES = [
  { name: 'demo S', isThere: hasDemo, open: openDemo },
  { name: 'Cambridge', isThere: hasRealData, open: () => openCambridge() },
];

for (const { name, isThere, open } of CASES) {
  describe.runIf(isThere)(`both engines on ${name}`, () => {
    let document: WorkspaceDocument;
    let fast: CheckResult;
    let turf: CheckResult;
    beforeAll(async () => {
      document = await open();
      fast = await runChecks(document);
      turf = await runChecks(document, { engine: 'turf' });
    }, 600_000);

    it('find the same, and measure the same', () => {
      const thresholds = thresholdsInForce(document.rulePack);
      const { onlyFast, onlyTurf, near, different } = compareResults(fast, turf, thresholds, PLAIN_ENGINE_TOLERANCE);
      const named = (ids: readonly string[]) =>
        ids.map((id) => {
          const found = [...fast.findings, ...turf.findings].find((finding) => finding.id === id);
          return `${found?.rule} ${JSON.stringify(found?.subjects)} ${JSON.stringify(found?.measures)}`;
        });
      expect(fast.findings.length).toBeGreaterThan(100);
      expect({ onlyFast: named(onlyFast), onlyTurf: named(onlyTurf), different: named(different) }).toEqual({
        onlyFast: [],
        onlyTurf: [],
        different: [],
      });
      if (near.length > 0) say(`${name}: ${near.length} findings lie at a threshold: ${named(near).join('; ')}`);
      expect(near.length).toBeLessThan(fast.findings.length / 100);
    });

    it('sum up the same: slivers, sources by zone, and why each finding is there', () => {
      expect(turf.unchecked).toEqual(fast.unchecked);
      expect(turf.notes).toEqual(fast.notes);
      const countsOf = ({ summary }: CheckResult) => ({
        sources: summary.sources,
        zones: summary.byZone.map(({ zone, counts, sources }) => ({ zone, counts, sources })),
        rules: Object.entries(summary.byRule).map(([rule, { count, slivers }]) => ({ rule, count, slivers })),
      });
      expect(countsOf(turf)).toEqual(countsOf(fast));
      const codesOf = ({ findings }: CheckResult) =>
        findings.map(({ rule, subjects, explain }) => `${rule} ${JSON.stringify(subjects)} ${explain.code}`).sort();
      expect(codesOf(turf)).toEqual(codesOf(fast));
      for (const sum of ['boundaryAreaSquareMeters', 'uncoveredAreaSquareMeters'] as const) {
        expect(Math.abs(turf.summary[sum] / fast.summary[sum] - 1)).toBeLessThan(1e-5);
      }
    });

    it('agree in the second opinion on the worst and the least findings of each rule', async () => {
      const session = await createSession(document);
      for (const rule of RULE_IDS) {
        const found = session.check.findings.filter((finding) => finding.rule === rule);
        for (const finding of [...found.slice(0, 3), ...found.slice(-3)]) {
          const opinion = await session.secondOpinion(finding.id);
          expect(opinion, `${rule} ${JSON.stringify(finding.subjects)}`).toMatchObject({ verdict: 'equal' });
        }
      }
    }, 300_000);
  });
}
