import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from '../../test/support/differences.ts';
import { area, layerOf, rectangle, route, spot, workspaceOf } from '../../test/support/workspace.ts';
import { createRandom, type Random } from '../core/random.ts';
import type { Patch, PatchOperation } from '../model/patch.ts';
import type { RulePack, Threshold } from '../model/rule-pack.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import { runChecks } from './run-checks.ts';
import { createSession } from './session.ts';

const label = { code: 'test', params: {} };

function district(): WorkspaceDocument {
  const random = createRandom(7);
  const place = (size: number): [number, number, number, number] => [
    random.integer(0, 900),
    random.integer(0, 900),
    random.integer(5, size),
    random.integer(5, size),
  ];
  return workspaceOf([
    layerOf(
      'soil',
      'bareSoil',
      Array.from({ length: 60 }, (_, i) => area(`s${i}`, place(60))),
    ),
    layerOf(
      'sites',
      'constructionSite',
      Array.from({ length: 20 }, (_, i) => spot(`c${i}`, place(9)[0], place(9)[1])),
    ),
    layerOf(
      'zones',
      'responsibilityZone',
      Array.from({ length: 25 }, (_, i) => area(`z${i}`, place(300), { owner: `单位${i % 5}` })),
    ),
    layerOf('patrol', 'patrolZone', [area('p0', [0, 0, 300, 300], { owner: '一队' })]),
    layerOf(
      'routes',
      'sweepingRoute',
      Array.from({ length: 8 }, (_, i) => route(`r${i}`, [...place(9).slice(0, 2), ...place(9).slice(0, 2)])),
    ),
    layerOf(
      'hot',
      'hotspot',
      Array.from({ length: 30 }, (_, i) => spot(`h${i}`, place(9)[0], place(9)[1])),
    ),
    layerOf('boundary', 'boundary', [area('b', [0, 0, 1000, 1000])]),
  ]);
}

function randomOperation(random: Random): PatchOperation {
  const layer = random.pick(['soil', 'zones', 'zones', 'patrol', 'routes']);
  const id = `${layer === 'patrol' ? 'p' : layer[0] === 'r' ? 'r' : layer[0]}${random.integer(0, 30)}`;
  if (random.next() < 0.25) return { op: 'feature', layer, id, feature: null };
  const [x, y] = [random.integer(0, 900), random.integer(0, 900)];
  const geometry = rectangle(x, y, random.integer(5, 250), random.integer(5, 250));
  return {
    op: 'feature',
    layer,
    id,
    feature: { id, geometry, properties: { id, owner: `单位${random.integer(0, 6)}` } },
  };
}

describe('session', () => {
  it('follows a change of the rules and takes it back, as a fresh check would', async () => {
    const session = await createSession(district());
    const before = JSON.stringify(session.check.findings);
    const { rulePack } = session.document;
    const distance = rulePack.thresholds.maxSweepingDistanceMeters as Threshold;
    const wider: RulePack = {
      ...rulePack,
      thresholds: { ...rulePack.thresholds, maxSweepingDistanceMeters: { ...distance, value: 120 } },
      priorities: { ...rulePack.priorities, 'source-unswept': 9 },
    };
    const unswept = () => session.check.findings.filter(({ rule }) => rule === 'source-unswept');
    const many = unswept().length;
    await session.apply({ label, operations: [{ op: 'rulePack', rulePack: wider, isOwn: true }] });
    expect(unswept().length).toBeGreaterThan(0);
    expect(unswept().length).toBeLessThan(many);
    expect(unswept()[0]?.priority).toBe(9);
    expect(differences(session.check, await runChecks(session.document))).toEqual([]);
    await session.apply({ label, operations: [{ op: 'rulePack', rulePack, isOwn: false }] });
    expect(JSON.stringify(session.check.findings)).toBe(before);
  });

  it('answers after random edits what a fresh check answers, and its deltas add up to it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e9 }), async (seed) => {
        const random = createRandom(seed);
        const session = await createSession(district());
        const kept = new Map(session.check.findings.map((finding) => [finding.id, finding]));
        for (let edit = 0; edit < 6; edit++) {
          const patch: Patch = { label, operations: [randomOperation(random), randomOperation(random)] };
          const delta = await session.apply(patch);
          for (const id of delta.removed) kept.delete(id);
          for (const finding of [...delta.added, ...delta.changed]) kept.set(finding.id, finding);
          const fresh = await runChecks(session.document);
          expect(differences(session.check, fresh)).toEqual([]);
          expect(JSON.stringify(fresh.findings.map(({ id }) => kept.get(id)))).toBe(JSON.stringify(fresh.findings));
          expect(kept.size).toBe(fresh.findings.length);
        }
      }),
      { numRuns: Number(process.env.CHENTU_EDIT_RUNS ?? 4) },
    );
  });

  it('stores the frame on opening, so that an edit does not move it', async () => {
    const { frame: _, ...loose } = district();
    const session = await createSession(loose);
    const center = session.document.frame!;
    const far = { id: 'far', geometry: rectangle(5000, 5000, 900, 900), properties: { id: 'far' } };
    await session.apply({ label, operations: [{ op: 'feature', layer: 'boundary', id: 'far', feature: far }] });
    expect(session.document.frame).toEqual(center);
  });

  it('leaves everything as it was where an edit is cancelled', async () => {
    const session = await createSession(district());
    const before = JSON.stringify(session.check);
    const controller = new AbortController();
    controller.abort(new Error('enough'));
    const patch: Patch = { label, operations: [{ op: 'feature', layer: 'zones', id: 'z1', feature: null }] };
    await expect(session.apply(patch, { signal: controller.signal })).rejects.toThrow('enough');
    expect(JSON.stringify(session.check)).toBe(before);
    const delta = await session.apply(patch);
    expect(differences(session.check, await runChecks(session.document))).toEqual([]);
    expect(delta.added.length + delta.removed.length + delta.changed.length).toBeGreaterThan(0);
  });

  it('follows what was added and is taken back again, in hotspots that named it', async () => {
    const session = await createSession(
      workspaceOf([
        layerOf('soil', 'bareSoil', [area('old', [400, 0, 40, 40])]),
        layerOf('hot', 'hotspot', [spot('h', 0, 0)]),
      ]),
    );
    const named = () => session.check.findings.find(({ rule }) => rule === 'hotspot-source')?.candidates ?? [];
    const added = { id: 'new', geometry: rectangle(50, 0, 40, 40), properties: { id: 'new' } };
    const put = (feature: typeof added | null | undefined) =>
      session.apply({ label, operations: [{ op: 'feature', layer: 'soil', id: 'new', feature }] });
    for (const end of [null, undefined]) {
      await put(added);
      expect(named().map(({ subject }) => subject.feature)).toEqual(['new', 'old']);
      await put(end);
      expect(named().map(({ subject }) => subject.feature)).toEqual(['old']);
      expect(differences(session.check, await runChecks(session.document))).toEqual([]);
    }
  });

  it('picks points before lines before polygons, small before large', async () => {
    const session = await createSession(
      workspaceOf([
        layerOf('zones', 'responsibilityZone', [area('big', [0, 0, 500, 500]), area('small', [0, 0, 50, 50])]),
        layerOf('routes', 'sweepingRoute', [route('r', [0, 12, 50, 12])]),
        layerOf('hot', 'hotspot', [spot('h', 10, 10), spot('far', 30, 30)]),
      ]),
    );
    const at = spot('', 10, 10).geometry as GeoJSON.Point;
    const features = (tolerance: number, ...layers: string[]) =>
      session.pick(at.coordinates as [number, number], tolerance, layers).map(({ feature }) => feature);
    expect(features(3, 'zones', 'routes', 'hot')).toEqual(['h', 'r', 'small', 'big']);
    expect(features(1, 'zones', 'routes', 'hot')).toEqual(['h', 'small', 'big']);
    expect(features(1, 'zones')).toEqual(['small', 'big']);
  });
});

describe('probe', () => {
  const layers = [
    layerOf('soil', 'bareSoil', [
      area('in', [10, 10, 10, 10]),
      area('half', [45, 10, 10, 10]),
      area('out', [90, 10, 10, 10]),
    ]),
    layerOf('sites', 'constructionSite', [spot('c', 20, 40)]),
    layerOf('patrol', 'patrolZone', [
      area('other', [45, 0, 40, 100], { owner: '二队' }),
      area('own', [0, 90, 50, 50], { owner: '一队' }),
    ]),
  ];

  it('says what a draft takes in, settles and collides with', async () => {
    const session = await createSession(workspaceOf(layers));
    const geometry = rectangle(0, 0, 50, 100);
    const probed = await session.probe({ layer: 'patrol', geometry, owner: '一队' });
    expect(probed.areaSquareMeters).toBeCloseTo(5000, 6);
    expect(probed.perimeterMeters).toBeCloseTo(300, 6);
    expect(probed.sourcesInside).toEqual({ bareSoil: 2, constructionSite: 1 });
    expect(probed.newlyCovered.map(({ feature }) => feature)).toEqual(['in', 'c']);
    expect(probed.collisions.map(({ zone, owner }) => [zone.feature, owner])).toEqual([['other', '二队']]);
    expect(probed.collisions[0]!.areaSquareMeters).toBeCloseTo(500, 6);
    expect(probed.stillUncovered.map(({ feature }) => feature)).toEqual(['out']);
  });

  it('measures the road inside, the soil that is open, and the work of the zones beside it', async () => {
    const roads = layerOf('roads', 'road', [route('r', [-20, 30, 150, 30])]);
    const session = await createSession(workspaceOf([...layers, roads]));
    const probed = await session.probe({ layer: 'patrol', geometry: rectangle(0, 0, 50, 100), owner: '一队' });
    expect(probed.roadMeters).toBeCloseTo(50, 6);
    expect(probed.untreatedSoil).toBe(2);
    expect(probed.pm10Tonnes.bareSoil?.[1]).toBeGreaterThan(0);
    const [other] = probed.beside.filter(({ zone }) => zone.feature === 'other');
    expect(other).toMatchObject({ sources: 1, isNear: true });
    expect(other?.areaSquareMeters).toBeCloseTo(4000, 6);
    expect(other?.roadMeters).toBeCloseTo(40, 6);
  });

  it('foretells what applying the draft answers', async () => {
    const session = await createSession(workspaceOf(layers));
    const geometry = rectangle(0, 0, 50, 100);
    const probed = await session.probe({ layer: 'patrol', geometry, owner: '一队' });
    const feature = { id: 'new', geometry, properties: { id: 'new', owner: '一队' } };
    const delta = await session.apply({ label, operations: [{ op: 'feature', layer: 'patrol', id: 'new', feature }] });
    expect(delta.removed).toHaveLength(probed.newlyCovered.length);
    const overlap = delta.added.find(({ rule }) => rule === 'zone-overlap')!;
    expect(overlap.measures.areaSquareMeters).toBeCloseTo(probed.collisions[0]!.areaSquareMeters, 9);
  });

  it('knows the first patrol zone though its layer is still to come', async () => {
    const session = await createSession(workspaceOf(layers.slice(0, 2)));
    const probed = await session.probe({ layer: 'to-come', kind: 'patrolZone', geometry: rectangle(0, 0, 50, 100) });
    expect(probed.newlyCovered.map(({ feature }) => feature)).toEqual(['in', 'c']);
    expect(probed.beside).toEqual([]);
  });

  it('does not compare a zone with itself while it is changed', async () => {
    const session = await createSession(workspaceOf(layers));
    const probed = await session.probe({
      layer: 'patrol',
      feature: 'other',
      geometry: rectangle(45, 0, 41, 100),
      owner: '九队',
    });
    expect(probed.collisions.map(({ zone }) => zone.feature)).toEqual(['own']);
  });
});
