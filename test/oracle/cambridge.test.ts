/** Both engines on a real city, against what GEOS answers in the same frame (cambridge_answers.py). */
import { beforeAll, describe, expect, it } from 'vitest';
import { runChecks } from '../../src/checks/run-checks.ts';
import type { CheckResult, EngineName, Finding, RuleId } from '../../src/model/findings.ts';
import answers from './cambridge-answers.json' with { type: 'json' };
import { hasRealData, openCambridge, whyNoRealData } from './cambridge-workspace.ts';

interface Covered {
  area: number;
  covered: number;
  touching: number;
}
type ByFeature<T> = Readonly<Record<string, T>>;
const COVERED = {
  sites: { districts: answers.sites.districts.covered, patrols: answers.sites.patrols.covered },
  parcels: { districts: answers.parcels.districts.covered, patrols: answers.parcels.patrols.covered },
} as Record<string, Record<string, ByFeature<Covered>>>;
const ROAD = { sites: answers.sites.road, parcels: answers.parcels.road } as Record<string, ByFeature<number>>;
const SOURCES = ['sites', 'parcels'] as const;

/**
 * How near each engine must come. The fast engine shares the frame: it differs by rounding and by one
 * snapping of projected coordinates, where PROJ and our loop fall on different sides of half a
 * millimetre (1e-6 of a small parcel). The plain engine adds what is left of Turf's sphere.
 */
const TOLERANCE = {
  fast: { relative: 1e-5, fraction: 1e-6, meters: 0.002, squareMeters: 0 },
  turf: { relative: 2e-5, fraction: 1e-5, meters: 0.004, squareMeters: 0.05 },
} as const;

// biome-ignore lint/suspicious/noConsole: the one line that says what was not tested
if (whyNoRealData) console.warn(`Cambridge ${whyNoRealData}`);

describe.runIf(hasRealData).each<EngineName>(['fast', 'turf'])('the %s engine on Cambridge', (engine) => {
  const tolerance = TOLERANCE[engine];
  let result: CheckResult;
  beforeAll(async () => {
    result = await runChecks(await openCambridge(), { engine });
  }, 300_000);

  const findingsOf = (rule: RuleId, layer?: string) =>
    new Map(
      result.findings
        .filter((finding) => finding.rule === rule && (!layer || finding.subjects[0]?.layer === layer))
        .map((finding): [string, Finding] => [finding.subjects[0]?.feature ?? finding.id, finding]),
    );
  const areaError = (actual: number, expected: number) =>
    Math.max(0, Math.abs(actual - expected) - tolerance.squareMeters) / expected;
  const names = (map: ReadonlyMap<string, unknown>) => [...map.keys()].sort();

  it('leaves nothing unchecked but the roads, of which it has none', () => {
    expect(result.unchecked.map(({ rule, problem }) => [rule, problem.code])).toEqual([
      ['road-unswept', 'rule-lacks-layer'],
    ]);
    expect(result.summary.sources).toBe(19 + 702);
    expect(result.summary.zones).toBe(14 + 9);
  });

  it.each([
    ['source-unassigned', 'districts'],
    ['source-unpatrolled', 'patrols'],
  ] as const)('%s: the sources that GEOS finds, with their fractions and areas', (rule, zones) => {
    for (const layer of SOURCES) {
      const expected = Object.entries(COVERED[layer]![zones]!).filter(([, { covered }]) => covered < 0.99);
      const found = findingsOf(rule, layer);
      expect(names(found)).toEqual(expected.map(([name]) => name).sort());
      for (const [name, { area, covered }] of expected) {
        const { measures } = found.get(name)!;
        expect(Math.abs(measures.coveredFraction! - covered), name).toBeLessThan(tolerance.fraction);
        expect(areaError(measures.areaSquareMeters!, area), name).toBeLessThan(tolerance.relative);
        expect(measures.uncoveredAreaSquareMeters! / area, name).toBeCloseTo(1 - covered, 4);
      }
    }
  });

  it('has the classes of the published table: full, partial, none', () => {
    const classesOf = (layer: string, all: number) => {
      const fractions = [...findingsOf('source-unassigned', layer).values()].map((f) => f.measures.coveredFraction!);
      const none = fractions.filter((fraction) => fraction <= 0.01).length;
      return { full: all - fractions.length, partial: fractions.length - none, none };
    };
    expect(classesOf('sites', 19)).toEqual({ full: 13, partial: 4, none: 2 });
    expect(classesOf('parcels', 702)).toEqual({ full: 484, partial: 64, none: 154 });
  });

  it('source-unswept: the sources that GEOS finds farther than 50 m, with their distances', () => {
    for (const layer of SOURCES) {
      const expected = Object.entries(ROAD[layer]!).filter(([, meters]) => meters > 50);
      const found = findingsOf('source-unswept', layer);
      expect(names(found)).toEqual(expected.map(([name]) => name).sort());
      for (const [name, meters] of expected) {
        const distance = found.get(name)!.measures.distanceMeters!;
        expect(Math.abs(distance - meters), name).toBeLessThan(tolerance.meters + meters * tolerance.relative);
      }
    }
  });

  it('zone-overlap: nine pairs whose borders only touch', () => {
    expect(findingsOf('zone-overlap').size).toBe(0);
    expect(answers.districtOverlaps).toMatchObject({ pairs: 9, overOnePercent: 0 });
    const material = answers.districtOverlaps.list.filter((pair) => !pair.touching);
    expect(result.summary.byRule['zone-overlap']!.slivers).toBe(material.length);
  });

  it('zone-gap: the pieces that GEOS finds', () => {
    const areas = (layer: string) =>
      result.findings
        .filter(({ rule, explain }) => rule === 'zone-gap' && explain.params.kind === layer)
        .map((finding) => finding.measures.areaSquareMeters!)
        .sort((a, b) => b - a);
    for (const [kind, gaps] of [
      ['responsibilityZone', answers.gaps.districts],
      ['patrolZone', answers.gaps.patrols],
    ] as const) {
      const found = areas(kind);
      expect(found.length).toBe(gaps.material.length);
      found.forEach((area, i) => {
        expect(areaError(area, gaps.material[i]!)).toBeLessThan(tolerance.relative);
      });
    }
    const { byRule, uncoveredAreaSquareMeters, boundaryAreaSquareMeters } = result.summary;
    const gap = byRule['zone-gap']!;
    const pieces = answers.gaps.districts.pieces + answers.gaps.patrols.pieces;
    expect(gap.count + gap.slivers).toBe(pieces);
    expect(areaError(uncoveredAreaSquareMeters, answers.gaps.districts.total)).toBeLessThan(tolerance.relative);
    expect(areaError(boundaryAreaSquareMeters, answers.boundaryArea)).toBeLessThan(tolerance.relative);
  });

  it('hotspot-unattended: the points that GEOS finds in no zone', async () => {
    expect(names(findingsOf('hotspot-unattended'))).toEqual(answers.unattended);
    const document = await openCambridge(['patrols', 'sites', 'parcels', 'roads']);
    const fewer = await runChecks(document, { engine });
    const found = fewer.findings.filter(({ rule }) => rule === 'hotspot-unattended');
    const expected = [...answers.unattendedWithoutPatrols].sort();
    expect(found.map(({ subjects }) => subjects[0]!.feature).sort()).toEqual(expected);
    expect(fewer.findings.some(({ rule }) => rule === 'source-unpatrolled')).toBe(false);
  });
});
