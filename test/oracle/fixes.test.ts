/**
 * No fix loses or invents ground, after any sequence of them, on demo S and on a real city. Everything
 * is measured again from the document by GEOS. More of it: CHENTU_FIX_RUNS=20 npx vitest run test/oracle/fixes
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { runChecks } from '../../src/checks/run-checks.ts';
import { createSession } from '../../src/checks/session.ts';
import type { FixPlan } from '../../src/checks/settle/settle-types.ts';
import { createRandom } from '../../src/core/random.ts';
import type { Subject } from '../../src/core/subject.ts';
import { geometryToGeoJson } from '../../src/geo/geometry-column.ts';
import { createFrame } from '../../src/geo/laea.ts';
import { isZoneKind } from '../../src/model/kinds.ts';
import type { LonLat } from '../../src/model/lon-lat.ts';
import type { WorkspaceDocument } from '../../src/model/workspace.ts';
import { differences } from '../support/differences.ts';
import { randomEdit } from '../support/random-edits.ts';
import { FIX_NAMES, type RandomFix, randomFix } from '../support/random-fixes.ts';
import { type GroundSums, measureGround, pairKey } from '../support/zone-ground-sums.ts';
import { hasRealData, openCambridge, whyNoRealData } from './cambridge-workspace.ts';
import { hasDemo, openDemo, whyNoDemo } from './demo-workspace.ts';

// biome-ignore lint/suspicious/noConsole: the lines that say what was not tested
const say = (line: string) => console.warn(line);
if (whyNoDemo) say(`demo S ${whyNoDemo}`);
if (whyNoRealData) say(`Cambridge ${whyNoRealData}`);

const RUNS = Number(process.env.CHENTU_FIX_RUNS ?? 2);
const FIXES = 8;
/** Compared with a fresh check after every so many fixes; the sums are looked at after each. */
const FIXES_BETWEEN_CHECKS = 4;

/** A corner put into an edge of some hundred metres may move it by half a millimetre. */
const CORNERS_SQUARE_METERS = 0.5;

const onlyZones = (document: WorkspaceDocument): WorkspaceDocument => ({
  ...document,
  layers: document.layers.filter(({ kind }) => isZoneKind(kind)),
});

/** Corners of the ground that moved that both zones have: for each, the position in the one and in the other. */
function cornersOnBothSides(document: WorkspaceDocument, { moves }: FixPlan, a: Subject, b: Subject): Position[][] {
  const { project } = createFrame(document.frame as LonLat);
  const keyOf = ([longitude, latitude]: Position) => {
    const at: [number, number] = [0, 0];
    project(longitude as number, latitude as number, at, 0);
    return at.map((meters) => Math.round(meters * 1000)).join();
  };
  const positionsOf = (geometry: GeoJSON.Geometry | null | undefined) =>
    geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon'
      ? new Map(
          (geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2) as Position[]).map((at) => [keyOf(at), at]),
        )
      : new Map<string, Position>();
  const zone = ({ layer, feature }: Subject) => {
    const own = document.layers.find(({ id }) => id === layer);
    if (!own) return positionsOf(null);
    const edited = own.edits.get(feature)?.geometry;
    return positionsOf(edited ?? geometryToGeoJson(own.base.geometry, own.base.ids.indexOf(feature)));
  };
  const moved = moves.flatMap(({ geometry }) => [...positionsOf(geometry).keys()]);
  const [left, right] = [zone(a), zone(b)];
  return [...new Set(moved)].flatMap((key) =>
    left.has(key) && right.has(key) ? [[left.get(key)!, right.get(key)!]] : [],
  );
}

/** Neither overlap nor gap is left where the fix was made, and no ground of others has moved. */
function expectSettled(
  document: WorkspaceDocument,
  { finding, plan }: RandomFix,
  before: GroundSums,
  after: GroundSums,
  why: string,
): void {
  if (!finding || !plan) return;
  const [a, b] = finding.subjects;
  const area = finding.measures.areaSquareMeters ?? 0;
  if (finding.rule === 'zone-overlap' && a && b) {
    expect(after.pairs.get(pairKey(a, b)) ?? 0, why).toBeLessThan(1e-6);
    // To the last bit: a border that is shared can be moved as one.
    for (const [one, other] of cornersOnBothSides(document, plan, a, b)) expect(one, why).toEqual(other);
    expect(Math.abs(after.covered - before.covered), why).toBeLessThan(CORNERS_SQUARE_METERS);
  }
  if (finding.rule === 'zone-gap')
    expect(Math.abs(after.covered - before.covered - area), why).toBeLessThan(CORNERS_SQUARE_METERS);
  const moved = plan.moves.reduce((sum, { areaSquareMeters }) => sum + areaSquareMeters, 0);
  expect(Math.abs(moved - area), why).toBeLessThan(CORNERS_SQUARE_METERS);
}

type Position = GeoJSON.Position;

const CASES = [
  { name: 'demo S', isThere: hasDemo, open: openDemo, seeds: [] },
  // A corner 0.4 mm beside the other zone's edge, away from where they are split.
  { name: 'Cambridge', isThere: hasRealData, open: () => openCambridge(), seeds: [422477645] },
];

for (const { name, isThere, open, seeds } of CASES) {
  describe.runIf(isThere)(`fixes on ${name}`, () => {
    let document: WorkspaceDocument;
    beforeAll(async () => {
      document = await open();
    });

    it('keep all ground: covered and gaps make the boundary, the four sorts of overlap make all of it', async () => {
      const made = new Set<string>();
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 1e9 }), async (seed) => {
          const random = createRandom(seed);
          const session = await createSession(document);
          let before = await measureGround(session.document, session.check);
          for (let fix = 1; fix <= FIXES; fix++) {
            const name = random.pick(FIX_NAMES);
            const planned = await randomFix(name, session, random);
            const why = `${name}, fix ${fix} of seed ${seed}`;
            if (planned?.ok) {
              made.add(name);
              await session.apply(planned.value.patch);
            } else {
              // A refusal in words; what somebody redraws instead makes conflicts anew.
              if (planned) expect(planned.problem.code, why).toMatch(/^settle\./);
              const redrawn = randomEdit('moveVertex', onlyZones(session.document), [], random);
              if (redrawn) await session.apply(redrawn);
            }
            const sums = await measureGround(session.document, session.check);
            expect(Math.abs((sums.covered + sums.gaps) / sums.boundary - 1), why).toBeLessThan(1e-9);
            expect(Math.abs(sums.overlaps - sums.shared), why).toBeLessThan(1e-3);
            if (planned?.ok && planned.value.plan) {
              const { finding } = planned.value;
              expect(
                session.check.findings.map(({ id }) => id),
                why,
              ).not.toContain(finding?.id);
            }
            if (planned?.ok) expectSettled(session.document, planned.value, before, sums, why);
            before = sums;
            if (fix % FIXES_BETWEEN_CHECKS === 0)
              expect(differences(session.check, await runChecks(session.document)), why).toEqual([]);
          }
        }),
        { numRuns: RUNS + seeds.length, examples: seeds.map((seed): [number] => [seed]) },
      );
      expect(made.size).toBeGreaterThan(FIX_NAMES.length / 3);
    }, 600_000);
  });
}
