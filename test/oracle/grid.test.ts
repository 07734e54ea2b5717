/** Both engines on small made-up districts full of shared borders and touching corners, against GEOS (grid_answers.py). */
import { describe, expect, it } from 'vitest';
import { runChecks } from '../../src/checks/run-checks.ts';
import { appendGeoJson, createGeometryBuilder } from '../../src/geo/geometry-column.ts';
import { createFrame } from '../../src/geo/laea.ts';
import type { TextColumn } from '../../src/model/feature-batch.ts';
import type { EngineName, RuleId } from '../../src/model/findings.ts';
import type { LayerKind } from '../../src/model/kinds.ts';
import type { LonLat } from '../../src/model/lon-lat.ts';
import type { Layer, WorkspaceDocument } from '../../src/model/workspace.ts';
import { nationalRulePack } from '../../src/rules/parse-rule-pack.ts';
import answers from './grid-answers.json' with { type: 'json' };

const CENTER: LonLat = [113.6, 34.7];
const frame = createFrame(CENTER);
/** Metres before the snapping, so that the shapes lie around the frame's centre as a district's do. */
const OFFSET = [-4000, 7000] as const;

type Shape = { type: string; coordinates: unknown };

function toDegrees(coordinates: unknown): unknown {
  const list = coordinates as unknown[];
  return typeof list[0] === 'number'
    ? frame.unproject((list[0] as number) + OFFSET[0], (list[1] as number) + OFFSET[1])
    : list.map(toDegrees);
}

function layerOf(id: string, kind: LayerKind, shapes: readonly Shape[]): Layer {
  const builder = createGeometryBuilder();
  for (const { type, coordinates } of shapes) {
    appendGeoJson(builder, { type, coordinates: toDegrees(coordinates) } as GeoJSON.Geometry);
  }
  const ids = shapes.map((_, index) => String(index));
  const names: TextColumn = { type: 'text', codes: Uint32Array.from(ids, (_, i) => i + 1), dictionary: ids };
  const base = {
    geometry: builder.finish(),
    columns: new Map([['owner', names]]),
    rows: Uint32Array.from(ids.keys()),
    ids,
  };
  return { id, kind, title: id, manifest: { id, kind, file: `${id}.fgb` }, base, edits: new Map() };
}

function districtOf(answer: (typeof answers)[number]): WorkspaceDocument {
  return {
    name: `grid ${answer.seed}`,
    asOf: '2026-11-23',
    frame: CENTER,
    layers: [
      layerOf('sources', 'bareSoil', answer.sources),
      layerOf('zones', 'responsibilityZone', answer.zones),
      layerOf('routes', 'sweepingRoute', answer.routes),
      layerOf('hotspots', 'hotspot', answer.hotspots),
      layerOf('boundary', 'boundary', [answer.boundary]),
    ],
    rulePack: nationalRulePack(),
    exceptions: [],
    scenes: [],
    carried: {},
  };
}

/** The fast engine: 1e-9 of the larger operand, in square metres of a district of 0.5 km². */
const TOLERANCE = {
  fast: { squareMeters: 1e-4, fraction: 1e-9, meters: 1e-6 },
  turf: { squareMeters: 0.1, fraction: 5e-5, meters: 0.005 },
} as const;

describe.each<EngineName>(['fast', 'turf'])('the %s engine', (engine) => {
  const tolerance = TOLERANCE[engine];
  it.each(answers)('answers district $seed as GEOS does', async (answer) => {
    const { findings, unchecked, summary } = await runChecks(districtOf(answer), { engine });
    expect(unchecked.map(({ rule, problem }) => [rule, problem.code])).toEqual([['road-unswept', 'rule-lacks-layer']]);
    const of = (rule: RuleId) => findings.filter((finding) => finding.rule === rule);
    const byFeature = (rule: RuleId) =>
      new Map(of(rule).map((one) => [Number(one.subjects[0]!.feature), one.measures]));
    const indices = (map: ReadonlyMap<number, unknown>) => [...map.keys()].sort((a, b) => a - b);
    const where = <T>(values: readonly T[], test: (value: T) => boolean) =>
      values.flatMap((value, index) => (test(value) ? [index] : []));

    const unassigned = byFeature('source-unassigned');
    expect(indices(unassigned)).toEqual(where(answer.covered, (fraction) => fraction < 0.99));
    for (const [index, measures] of unassigned) {
      expect(Math.abs(measures.coveredFraction! - answer.covered[index]!)).toBeLessThan(tolerance.fraction);
      const [area, length] = [answer.areas[index]!, answer.lengths[index]!];
      expect(Math.abs((measures.areaSquareMeters ?? 0) - area)).toBeLessThan(tolerance.squareMeters);
      expect(Math.abs((measures.lengthMeters ?? 0) - length)).toBeLessThan(tolerance.meters);
    }

    const unswept = byFeature('source-unswept');
    expect(indices(unswept)).toEqual(where(answer.road, (meters) => meters > 50));
    for (const [index, { distanceMeters }] of unswept) {
      expect(Math.abs(distanceMeters! - answer.road[index]!)).toBeLessThan(tolerance.meters);
    }

    const material = answer.overlaps.filter((pair) => pair.material);
    const pairs = of('zone-overlap').map(({ subjects, measures }) => ({
      pair: subjects.map(({ feature }) => Number(feature)).join('-'),
      area: measures.areaSquareMeters!,
    }));
    const byPair = new Map(pairs.map(({ pair, area }) => [pair, area]));
    expect([...byPair.keys()].sort()).toEqual(material.map(({ a, b }) => `${a}-${b}`).sort());
    for (const { a, b, area } of material) {
      expect(Math.abs(byPair.get(`${a}-${b}`)! - area)).toBeLessThan(tolerance.squareMeters);
    }
    expect(summary.byRule['zone-overlap']!.slivers).toBe(answer.overlaps.length - material.length);

    const gaps = of('zone-gap')
      .map(({ measures }) => measures.areaSquareMeters!)
      .sort((a, b) => b - a);
    expect(gaps.length).toBe(answer.gaps.length);
    gaps.forEach((area, i) => {
      expect(Math.abs(area - answer.gaps[i]!)).toBeLessThan(10 * tolerance.squareMeters);
    });
    expect(summary.byRule['zone-gap']!.slivers).toBe(answer.gapSlivers);
    expect(Math.abs(summary.uncoveredAreaSquareMeters - answer.uncovered)).toBeLessThan(50 * tolerance.squareMeters);

    expect(indices(byFeature('hotspot-unattended'))).toEqual(answer.unattended);
    const sourcesInZones = summary.byZone.reduce((sum, zone) => sum + zone.sources, 0);
    const polygons = answer.inZones.reduce((sum, count) => sum + count, 0);
    expect(sourcesInZones).toBeGreaterThanOrEqual(polygons);
  });
});
