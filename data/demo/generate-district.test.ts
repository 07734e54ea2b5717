import { beforeAll, describe, expect, it } from 'vitest';
import { runChecks } from '../../src/checks/run-checks.ts';
import { subjectKey } from '../../src/core/subject.ts';
import { toWgs84 } from '../../src/geo/datum.ts';
import { createFrame } from '../../src/geo/laea.ts';
import type { CheckResult, Finding } from '../../src/model/findings.ts';
import { mapLayer } from '../../src/model/map-layer.ts';
import type { Layer, WorkspaceDocument } from '../../src/model/workspace.ts';
import { nationalRulePack } from '../../src/rules/parse-rule-pack.ts';
import { type DemoDistrict, generateDistrict } from './generate-district.ts';

const SEED = 1;

function documentOf({ manifest, layers }: DemoDistrict): WorkspaceDocument {
  const read = manifest.layers.map((entry): Layer => {
    const { batch, notes } = mapLayer(layers.get(entry.id as Parameters<typeof layers.get>[0])!(), entry);
    expect(notes).toEqual([]);
    return {
      id: entry.id,
      kind: entry.kind,
      title: entry.title ?? entry.id,
      manifest: entry,
      base: batch,
      edits: new Map(),
    };
  });
  return {
    name: manifest.name,
    ...(manifest.asOf ? { asOf: manifest.asOf } : {}),
    ...(manifest.frame ? { frame: manifest.frame } : {}),
    layers: read,
    rulePack: nationalRulePack(),
    exceptions: [],
    scenes: [],
    carried: {},
  };
}

/** Rule, subjects and area in whole square millimetres: what a planted fault and a finding have in common. */
const signature = (rule: string, subjects: readonly { layer: string; feature: string }[], area: number | undefined) =>
  `${rule} ${subjects.map(subjectKey).sort().join(' ')} ${area === undefined ? '' : area.toFixed(2)}`;

const signatureOf = ({ rule, subjects, measures }: Finding) =>
  signature(rule, subjects, rule === 'zone-ownerless' ? undefined : measures.areaSquareMeters);

describe.each(['S', 'M'] as const)('demo district of size %s', (size) => {
  let district: DemoDistrict;
  let result: CheckResult;
  beforeAll(async () => {
    district = generateDistrict({ size, seed: SEED });
    result = await runChecks(documentOf(district));
  });

  it.each(['zone-overlap', 'zone-gap', 'zone-escape', 'zone-ownerless'] as const)(
    'is found to have exactly the planted faults of %s',
    (rule) => {
      const planted = district.plantedFaults.zones.filter((fault) => fault.rule === rule && !fault.isSliver);
      const found = result.findings.filter((finding) => finding.rule === rule);
      expect(found.map(signatureOf).sort()).toEqual(
        planted.map((fault) => signature(rule, fault.subjects, fault.areaSquareMeters)).sort(),
      );
    },
  );

  it.each(['zone-overlap', 'zone-gap', 'zone-escape'] as const)('counts exactly the planted slivers of %s', (rule) => {
    const planted = district.plantedFaults.zones.filter((fault) => fault.rule === rule && fault.isSliver);
    const { slivers, sliverAreaSquareMeters } = result.summary.byRule[rule]!;
    expect(slivers).toBe(planted.length);
    expect(sliverAreaSquareMeters).toBeCloseTo(
      planted.reduce((sum, fault) => sum + fault.areaSquareMeters!, 0),
      2,
    );
  });

  it('is found to have exactly the forgotten patches past three months, and the re-opened ones past 48 hours', () => {
    const soil = result.findings.filter(
      ({ rule, subjects }) => rule === 'source-uncontrolled' && subjects[0]!.layer === 'soil',
    );
    const under = (clock: string) => soil.filter(({ explain }) => explain.code.includes(`soil-${clock}`));
    const keysOf = (subjects: readonly { layer: string; feature: string }[]) => subjects.map(subjectKey).sort();
    const { forgotten, reopened } = district.plantedFaults;
    expect([forgotten.subjects.length, reopened.subjects.length]).toEqual([5, 6]);
    expect(keysOf(under('treat').flatMap(({ subjects }) => subjects))).toEqual(keysOf(forgotten.subjects));
    const overdue = new Set(keysOf(under('cover').flatMap(({ subjects }) => subjects)));
    expect(keysOf(reopened.subjects).filter((key) => !overdue.has(key))).toEqual([]);
    // Some lie bare and are in time: a clock that takes all of them would tell nothing.
    expect(soil.length / result.summary.sources).toBeLessThan(0.2);
    expect(soil.length / result.summary.sources).toBeGreaterThan(0.1);
  });

  it('measures the widths that were planted', () => {
    const widths = new Map(
      district.plantedFaults.zones
        .filter((fault) => fault.widthMeters !== undefined && !fault.isSliver)
        .map((fault) => [signature(fault.rule, fault.subjects, fault.areaSquareMeters), fault.widthMeters!]),
    );
    const measured = result.findings.filter((finding) => widths.has(signatureOf(finding)));
    expect(measured).toHaveLength(widths.size);
    for (const finding of measured)
      expect(finding.measures.widthMeters! / widths.get(signatureOf(finding))!).toBeCloseTo(1, 1);
  });

  it('has nothing that could not be checked, and no note but on roads without a grade', () => {
    expect(result.unchecked).toEqual([]);
    // Motorways and country roads have no cleaning grade: nobody has to sweep them.
    expect(result.notes.map(({ layer, problem }) => [layer, problem.code])).toEqual([['roads', 'roads-without-grade']]);
  });

  it('has the promised sizes', () => {
    const counts = { S: [1000, 300], M: [10_000, 1000] }[size];
    expect([result.summary.sources, result.summary.zones]).toEqual(counts);
  });
});

describe('the generator', () => {
  it('gives the same values for the same seed, and others for another', () => {
    const [first, again, other] = [SEED, SEED, SEED + 1].map((seed) => generateDistrict({ size: 'S', seed }));
    for (const [id, build] of first!.layers) {
      const [batch, same] = [build(), again!.layers.get(id)!()];
      expect(same.geometry.coordinates, id).toEqual(batch.geometry.coordinates);
      expect([...same.columns], id).toEqual([...batch.columns]);
    }
    expect(again!.plantedFaults).toEqual(first!.plantedFaults);
    expect(again!.series).toEqual(first!.series);
    expect(other!.layers.get('soil')!().geometry.coordinates).not.toEqual(
      first!.layers.get('soil')!().geometry.coordinates,
    );
  });

  it('delivers the misplaced patches in GCJ-02: read as such, they lie half a kilometre to the west', () => {
    const { layers, plantedFaults, manifest } = generateDistrict({ size: 'S', seed: SEED });
    const entry = manifest.layers.find(({ id }) => id === 'soil')!;
    const { batch } = mapLayer(layers.get('soil')!(), entry);
    expect(plantedFaults.datum.subjects).toHaveLength(24);
    const frame = createFrame(manifest.frame!);
    for (const { feature } of plantedFaults.datum.subjects) {
      const start =
        batch.geometry.positionStart[batch.geometry.ringStart[batch.geometry.partStart[batch.ids.indexOf(feature)]!]!]!;
      const [longitude, latitude] = [
        batch.geometry.coordinates[2 * start]!,
        batch.geometry.coordinates[2 * start + 1]!,
      ];
      const out = [0, 0, 0, 0];
      frame.project(longitude, latitude, out, 0);
      frame.project(...toWgs84('gcj02', longitude, latitude), out, 2);
      // True places are whole millimetres of the frame; shifted ones are not.
      expect(Math.abs(out[2]! * 1000 - Math.round(out[2]! * 1000))).toBeLessThan(0.02);
      expect(out[0]! - out[2]!).toBeGreaterThan(400);
    }
  });

  it('names nobody: people are roles, and no telephone number could ring', () => {
    const { layers } = generateDistrict({ size: 'S', seed: SEED });
    for (const [id, build] of layers) {
      const phones = build().columns.get('联系电话');
      if (phones?.type === 'text')
        for (const phone of phones.dictionary) expect(phone, id).toMatch(/^0000-\d{3}-\d{4}$/);
      const people = build().columns.get('责任人');
      if (people?.type === 'text')
        for (const person of people.dictionary) expect(person, id).toMatch(/(员|长|人|理|度) \d{3,}$/);
    }
  });
});
