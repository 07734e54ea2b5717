/**
 * Numbers on scenes against findings.json of the same workspace: the file is written by the command line, read as
 * plain JSON, and counted again by loops that share nothing with the product.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bbox, booleanPointInPolygon } from '@turf/turf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findScopeMembers } from '../../src/app/scope-geometry.ts';
import { countForScene, type SceneFacts } from '../../src/briefing/scene-numbers.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import { createTestTerminal } from '../../src/cli/test-terminal.ts';
import { geometryToGeoJson } from '../../src/geo/geometry-column.ts';
import { effectiveBatch } from '../../src/model/effective-batch.ts';
import { textAt } from '../../src/model/feature-batch.ts';
import { type CheckResult, RULE_IDS, type RuleId } from '../../src/model/findings.ts';
import type { Scene, SceneMeasure } from '../../src/model/scene.ts';
import type { Scope } from '../../src/model/scope.ts';
import type { WorkspaceDocument } from '../../src/model/workspace.ts';
import { findingsJson } from '../../src/reports/findings-json.ts';
import { createHotspotFilter } from '../../src/ui/briefing/scene-hotspots.ts';
import { createLayerFeatures } from '../../src/ui/store/layer-features.ts';
import { area, layerOf, workspaceOf } from '../support/workspace.ts';
import { hasDemo, openDemo, whyNoDemo } from './demo-workspace.ts';

// biome-ignore lint/suspicious/noConsole: the line that says what was not tested
if (whyNoDemo) console.warn(`demo S ${whyNoDemo}`);

/** findings.json as any program reads it. */
interface Written {
  summary: {
    sources: number;
    zones: number;
    uncoveredAreaSquareMeters: number;
    boundaryAreaSquareMeters: number;
    byRule: Record<string, { count: number; areaSquareMeters: number; slivers: number; excepted: number }>;
  };
  findings: {
    rule: string;
    status: string;
    subjects: { layer: string; feature: string }[];
    at: [number, number];
    measures: Record<string, number>;
  }[];
}

function factsOf(document: WorkspaceDocument, check: CheckResult): SceneFacts {
  const features = new Map(
    document.layers.map((layer) => [layer.id, createLayerFeatures(layer, effectiveBatch(layer))]),
  );
  return {
    check,
    // Held against GEOS in roadside-soil.test.ts.
    roadsideSoil: undefined,
    hotspotsShownBy: createHotspotFilter({ document, check, features }),
    membersOf: (scope) => findScopeMembers(features, scope),
    layerOf: (id) => {
      const found = features.get(id);
      return found && { title: found.layer.title, featureCount: found.batch.ids.length };
    },
  };
}

const sceneOf = (rule: RuleId, scope?: Scope): Pick<Scene, 'rules' | 'numbers' | 'scope'> => ({
  rules: [],
  numbers: (['count', 'areaSquareMeters', 'lengthMeters'] satisfies SceneMeasure[]).map((measure) => ({
    of: 'findings',
    rule,
    measure,
  })),
  ...(scope && { scope }),
});

/** Count, m² and m of a rule's open findings, as the file has them. */
function recount({ findings }: Pick<Written, 'findings'>, rule: string) {
  const result = { count: 0, square: undefined as number | undefined, length: undefined as number | undefined };
  const uncontrolled = new Set<string>();
  for (const one of findings) {
    if (one.rule !== rule || one.status !== 'open') continue;
    result.count += 1;
    const square = one.measures.uncoveredAreaSquareMeters ?? one.measures.areaSquareMeters;
    const name = JSON.stringify(one.subjects);
    if (square !== undefined && !(rule === 'source-uncontrolled' && uncontrolled.has(name)))
      result.square = (result.square ?? 0) + square;
    uncontrolled.add(name);
    if (one.measures.lengthMeters !== undefined) result.length = (result.length ?? 0) + one.measures.lengthMeters;
  }
  return result;
}

/** The file has millimetres: each finding may be half of one square off. */
function expectNumbers(scene: ReturnType<typeof sceneOf>, facts: SceneFacts, expected: ReturnType<typeof recount>) {
  const [count, square, length] = countForScene(scene, facts).map(({ value }) => value);
  const said = `${JSON.stringify(scene.scope)} ${JSON.stringify(scene.numbers?.[0])}`;
  expect(count, said).toBe(expected.count);
  const slack = 0.001 * (1 + expected.count);
  for (const [found, wanted] of [
    [square, expected.square],
    [length, expected.length],
  ] as const) {
    if (expected.count === 0) expect(found, said).toBe(0);
    else if (wanted === undefined) expect(found, said).toBeUndefined();
    else expect(Math.abs(Number(found) - wanted), said).toBeLessThan(slack);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'chentu-scenes-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.runIf(hasDemo)('numbers on scenes of the demo', () => {
  let document: WorkspaceDocument;
  let facts: SceneFacts;
  let written: Written;
  beforeAll(async () => {
    document = await openDemo();
    facts = factsOf(document, await runChecks(document));
    const { terminal } = createTestTerminal({ cwd: folder, env: { LANG: 'en' } });
    const demo = join(import.meta.dirname, '../../public/demo');
    expect(await runCli(['check', demo, '--out', 'out', '--jobs', '1'], terminal, COMMANDS, '0.0.0')).toBe(0);
    written = JSON.parse(readFileSync(join(folder, 'out/findings.json'), 'utf8'));
  }, 120_000);

  it('are those of findings.json, rule by rule', () => {
    for (const rule of RULE_IDS) {
      const counted = recount(written, rule);
      expect(counted.count).toBe(written.summary.byRule[rule]!.count);
      // On ground where three zones overlap the summary counts once what the three pairs name.
      if (rule === 'zone-overlap') counted.square = written.summary.byRule[rule]!.areaSquareMeters;
      expectNumbers(sceneOf(rule), facts, counted);
    }
    expect(recount(written, 'source-unassigned').count).toBeGreaterThan(5);
  });

  it('are those of its summary', () => {
    const values = ['sources', 'zones', 'boundaryAreaSquareMeters', 'uncoveredAreaSquareMeters'] as const;
    const numbers = values.map((value) => ({ of: 'summary', value }) as const);
    const found = countForScene({ rules: [], numbers }, facts).map(
      ({ value }) => Math.round(Number(value) * 1e3) / 1e3,
    );
    expect(found).toEqual(values.map((value) => written.summary[value]));
  });

  it('are those of the month where a scene shows the hotspots of the month', () => {
    const hotspots = effectiveBatch(document.layers.find(({ kind }) => kind === 'hotspot')!);
    const timeOf = (feature: string) => String(textAt(hotspots, 'time', hotspots.ids.indexOf(feature)));
    // Beijing is eight hours ahead the whole year: the month is what its clock shows.
    const monthOf = (time: string) => new Date(Date.parse(time) + 8 * 3_600_000).toISOString().slice(0, 7);
    const unattended = written.findings.filter(
      ({ rule, status }) => rule === 'hotspot-unattended' && status === 'open',
    );
    const months = unattended.map(({ subjects }) => monthOf(timeOf(subjects[0]!.feature)));
    const now = monthOf(document.asOf!);
    const inMonth = months.filter((month) => month === now).length;
    expect(inMonth).toBeGreaterThan(0);
    expect(inMonth).toBeLessThan(months.length);
    const numbers = [{ of: 'findings', rule: 'hotspot-unattended', measure: 'count' }] as const;
    const count = (time: 'month' | { from: string; end: string } | undefined) =>
      countForScene({ rules: [], numbers, hotspots: { drawing: 'points', ...(time && { time }) } }, facts)[0]?.value;
    expect(count('month')).toBe(inMonth);
    expect(count(undefined)).toBe(months.length);
    const october = { from: '2026-10-01T00:00:00+08:00', end: '2026-11-01T00:00:00+08:00' };
    expect(count(october)).toBe(months.filter((month) => month === '2026-10').length);
  });

  it('are those of each street, by the place of the finding or the middle of the source', () => {
    const zones = document.layers.find(({ id }) => id === 'zones')!;
    const batch = effectiveBatch(zones);
    const streets = batch.ids.flatMap((feature, index) =>
      textAt(batch, 'level', index) === 'street'
        ? [{ feature, ground: geometryToGeoJson(batch.geometry, index) as GeoJSON.Polygon }]
        : [],
    );
    expect(streets.length).toBeGreaterThan(3);
    const sources = new Map<string, [number, number]>();
    for (const id of ['soil', 'sites', 'parks', 'piles']) {
      const layer = effectiveBatch(document.layers.find((one) => one.id === id)!);
      layer.ids.forEach((feature, index) => {
        const [west, south, east, north] = bbox(geometryToGeoJson(layer.geometry, index)!);
        sources.set(`${id} ${feature}`, [(west + east) / 2, (south + north) / 2]);
      });
    }
    let [certain, onTheBorder] = [0, 0];
    for (const { feature, ground } of streets) {
      // A road may run on the border between two streets, and the file has centimetres: such a place may be in either.
      const around = ([x, y]: readonly [number, number]) =>
        [-2e-7, 2e-7].flatMap((move) => [
          booleanPointInPolygon([x + move, y], ground),
          booleanPointInPolygon([x, y + move], ground),
        ]);
      const holds = (place: readonly [number, number]) => around(place).includes(true);
      const holdsSurely = (place: readonly [number, number]) => !around(place).includes(false);
      const within = (inStreet: typeof holds) =>
        written.findings.filter(
          ({ at, subjects }) =>
            inStreet(at) ||
            subjects.some(({ layer, feature: name }) => {
              const middle = sources.get(`${layer} ${name}`);
              return middle !== undefined && inStreet(middle);
            }),
        );
      const scope = { type: 'zone', zone: { layer: 'zones', feature } } as const;
      for (const rule of RULE_IDS) {
        const most = recount({ findings: within(holds) }, rule);
        const least = recount({ findings: within(holdsSurely) }, rule);
        if (most.count === least.count) {
          expectNumbers(sceneOf(rule, scope), facts, most);
          certain += 1;
        } else {
          const count = Number(countForScene(sceneOf(rule, scope), facts)[0]?.value);
          expect(count >= least.count && count <= most.count).toBe(true);
          onTheBorder += 1;
        }
      }
    }
    expect(certain).toBeGreaterThan(10 * onTheBorder);
  });
});

describe('numbers on scenes of a small workspace', () => {
  it('leave out exceptions and slivers, as its summary does, and what was not judged', async () => {
    const owner = (name: string) => ({ owner: name, person: '某甲', level: 'grid' });
    const document = workspaceOf(
      [
        layerOf('zones', 'responsibilityZone', [
          area('a', [0, 0, 1000, 1000], owner('甲')),
          // 100 m × 1000 m with a, of which nothing is excepted.
          area('b', [900, 0, 1000, 1000], owner('乙')),
          // 50 m × 1000 m with b: a decision says that this is joint duty.
          area('c', [1850, 0, 1000, 1000], owner('丙')),
          // 1 m × 1000 m with c: a sliver.
          area('d', [2849, 0, 1000, 1000], owner('丁')),
        ]),
        layerOf('soil', 'bareSoil', [
          area('in', [10, 10, 20, 20], { status: 'uncovered' }),
          area('half', [3839, 10, 20, 20], { status: 'uncovered' }),
          area('out', [9000, 10, 30, 20], { status: 'uncovered' }),
        ]),
      ],
      {
        exceptions: [
          {
            rule: 'zone-overlap',
            subjects: [
              { layer: 'zones', feature: 'b' },
              { layer: 'zones', feature: 'c' },
            ],
            kind: 'joint',
          },
        ],
      },
    );
    const check = await runChecks(document);
    const written: Written = JSON.parse([...findingsJson(check)].join(''));
    expect(written.summary.byRule['zone-overlap']).toMatchObject({ count: 1, slivers: 1, excepted: 1 });
    const facts = factsOf(document, check);
    for (const rule of RULE_IDS) {
      if (written.summary.byRule[rule]) expectNumbers(sceneOf(rule), facts, recount(written, rule));
      else expect(countForScene(sceneOf(rule), facts)[0]?.value).toBeUndefined();
    }
    const [overlaps, ground] = countForScene(sceneOf('zone-overlap'), facts);
    expect(overlaps?.value).toBe(1);
    expect(ground?.value).toBeCloseTo(100_000, -1);
    // 20 m × 10 m of one patch, and all 600 m² of another.
    expect(countForScene(sceneOf('source-unassigned'), facts)[1]?.value).toBeCloseTo(800, 0);
    expect(countForScene(sceneOf('road-unswept'), facts)[0]?.value).toBeUndefined();
  });
});
