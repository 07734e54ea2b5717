import { describe, expect, it } from 'vitest';
import { area, layerOf, type MadeFeature, rectangle, route, spot, workspaceOf } from '../../test/support/workspace.ts';
import type { Layer, WorkspaceDocument, WorkspaceException } from '../model/workspace.ts';
import { findRoadsideSoil } from './roadside-soil.ts';
import { runChecks } from './run-checks.ts';
import { createSession } from './session.ts';

/** From 0 to 1000 m along the x axis, swept from 0 to 400 m: what is left begins at 412 m, where the route's 15 m end. */
const roads = layerOf('roads', 'road', [route('main', [0, 0, 1000, 0], { grade: '一级' })]);
const routes = layerOf('routes', 'sweepingRoute', [route('r', [0, 9, 400, 9])]);
const soil = (...features: MadeFeature[]) => layerOf('soil', 'bareSoil', features);
const BARE = { status: 'uncovered', openedAt: '2026-11-22' };

interface More {
  readonly thresholds?: Readonly<Record<string, number>>;
  readonly exceptions?: readonly WorkspaceException[];
}
const made = (layers: readonly Layer[], more: More = {}): WorkspaceDocument => ({
  ...workspaceOf([roads, routes, ...layers], more),
  asOf: '2026-11-23',
});

async function pair(document: WorkspaceDocument) {
  const check = await runChecks(document);
  const found = await findRoadsideSoil(document, check);
  const unswept = new Map(check.findings.map((finding) => [finding.id, finding.subjects[0]?.feature]));
  return {
    ...found,
    named: found.pairs.map(
      ({ finding, soil: { feature }, distanceMeters }) =>
        `${unswept.get(finding)} ${feature} ${Math.round(distanceMeters * 1000) / 1000}`,
    ),
  };
}

describe('bare soil beside unswept roads', () => {
  it('is measured from the unswept part alone, the nearest first, exactly 50 m included', async () => {
    const { named, pairs, withinMeters } = await pair(
      made([
        soil(
          area('far', [600, 50.01, 20, 20], BARE),
          area('edge', [600, 50, 20, 20], BARE),
          // 30 m beside the swept part, and 300 m from where the unswept one begins.
          area('swept', [100, 30, 20, 20], BARE),
          area('near', [700, -40, 20, 20], BARE),
          area('across', [800, -5, 20, 10], BARE),
          spot('point', 900, 10, BARE),
        ),
      ]),
    );
    expect(withinMeters).toBe(50);
    expect(named).toEqual(['main across 0', 'main point 10', 'main near 20', 'main edge 50']);
    expect(pairs.map(({ areaSquareMeters: found }) => found && Math.round(found))).toEqual([200, undefined, 400, 400]);
  });

  it('holds an unswept road that runs through the soil, and one in a hole of it by its rim', async () => {
    const { named } = await pair(made([soil(area('all', [300, -500, 900, 1000], BARE))]));
    expect(named).toEqual(['main all 0']);
  });

  it('takes soil that its ledger has as bare: uncovered, opened again, or never said to be treated', async () => {
    const at = (place: number) => [450 + 40 * place, 10, 20, 20] as const;
    const { named, unknownPatches } = await pair(
      made([
        soil(
          area('uncovered', at(0), { status: 'uncovered' }),
          area('netted', at(1), { status: 'netted' }),
          area('greened', at(2), { status: 'greened', treatedAt: '2026-10-01' }),
          area('again', at(3), { status: 'netted', treatedAt: '2026-10-01', reopenedAt: '2026-11-20' }),
          area('planned', at(4), { status: 'netted', treatedAt: '2026-10-01', reopenedAt: '2026-12-20' }),
          area('silent', at(5), { openedAt: '2026-11-20' }),
        ),
        // Nothing in this layer says what is covered.
        layerOf('outlines', 'bareSoil', [area('x', at(6)), area('y', [600, 900, 10, 10])]),
      ]),
    );
    expect(named.sort()).toEqual(['main again 10', 'main silent 10', 'main uncovered 10']);
    expect(unknownPatches).toBe(1);
  });

  it('pairs every stretch with every patch, and no exception', async () => {
    const other = layerOf('more', 'road', [route('side', [700, 20, 700, 300], { grade: '二级' })]);
    const layers = [other, soil(area('corner', [710, 10, 10, 10], BARE))];
    expect((await pair(made(layers))).named.sort()).toEqual(['main corner 10', 'side corner 10']);
    const exceptions = [{ rule: 'road-unswept', subjects: [{ layer: 'more', feature: 'side' }], kind: 'exception' }];
    expect((await pair(made(layers, { exceptions: exceptions as never }))).named).toEqual(['main corner 10']);
  });

  it('follows the distance of the rule pack, and finds nothing where there is no unswept road or no soil', async () => {
    const near = soil(area('edge', [600, 50, 20, 20], BARE));
    expect((await pair(made([near], { thresholds: { roadsideSoilMeters: 49 } }))).named).toEqual([]);
    expect((await pair(made([]))).pairs).toEqual([]);
    expect((await pair({ ...workspaceOf([near]), asOf: '2026-11-23' })).pairs).toEqual([]);
  });

  it('is the same from an open session, and follows an edit', async () => {
    const document = made([soil(area('edge', [600, 50, 20, 20], BARE))]);
    const session = await createSession(document);
    expect(await session.roadsideSoil()).toEqual(await findRoadsideSoil(session.document, session.check));
    await session.apply({
      label: { code: 'edit.feature-changed', params: {} },
      operations: [
        {
          op: 'feature',
          layer: 'soil',
          id: 'edge',
          feature: { id: 'edge', geometry: rectangle(600, 30, 20, 20), properties: { status: 'uncovered' } },
        },
      ],
    });
    const moved = await session.roadsideSoil();
    expect(moved).toEqual(await findRoadsideSoil(session.document, session.check));
    expect(moved.pairs.map(({ distanceMeters }) => distanceMeters)).toEqual([30]);
  });
});
