import { beforeAll, describe, expect, it } from 'vitest';
import { area, degrees, layerOf, route, spot, workspaceOf } from '../../../test/support/workspace.ts';
import type { Finding } from '../../model/findings.ts';
import { applyPatch } from '../../model/patch.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import { createSession, type Session } from '../session.ts';
import { acceptFinding, findAcceptance, reopenFinding } from './accept-finding.ts';
import type { ConflictSheet, FixRequest } from './settle-types.ts';

const A = { name: '一网格', code: '410101001001001', owner: '甲', person: '张', phone: '1', leader: '王' };
const B = { name: '二网格', code: '410101001002001', owner: '乙', person: '李' };

/** A is 100 × 100 m, B reaches 10 m into it; between B and C 1 m is left free, and 50 m east of C. */
function district(): WorkspaceDocument {
  return workspaceOf([
    layerOf('boundary', 'boundary', [area('D', [0, 0, 400, 100])]),
    layerOf('zones', 'responsibilityZone', [
      area('A', [0, 0, 100, 100], A),
      area('B', [90, 0, 110, 100], B),
      area('C', [201, 0, 149, 100], { name: '三网格', owner: '丙' }),
    ]),
    layerOf('soil', 'bareSoil', [
      area('S1', [95, 10, 10, 10], { status: 'uncovered' }),
      area('S2', [20, 20, 10, 10], { status: 'netted' }),
      area('S3', [250, 5, 10, 10], { status: 'netted' }),
    ]),
    layerOf('routes', 'sweepingRoute', [route('Q', [0, 5, 110, 5])]),
    layerOf('roads', 'road', [route('R1', [0, 50, 400, 50], { name: '云河路' })]),
    layerOf('schools', 'receptor', [spot('K1', 92, 80, { name: '一小' }), spot('K2', 300, 80)]),
  ]);
}

const findingsOf = (session: Session, rule: string) => session.check.findings.filter((found) => found.rule === rule);

async function sheetOf(session: Session, finding: Finding | undefined): Promise<ConflictSheet> {
  const sheet = await session.conflict(finding?.id ?? '');
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.problem));
  return sheet.value;
}

async function fix(session: Session, request: FixRequest) {
  const planned = await session.planFix(request);
  if (!planned.ok) throw new Error(JSON.stringify(planned.problem));
  await session.apply(planned.value.patch);
  return planned.value;
}

function outlineOf(session: Session, layer: string, id: string): GeoJSON.Position[] {
  const geometry = session.document.layers.find((found) => found.id === layer)?.edits.get(id)?.geometry;
  return geometry?.type === 'Polygon' ? geometry.coordinates.flat() : [];
}

describe('the sheet of an overlap', () => {
  let sheet: ConflictSheet;
  beforeAll(async () => {
    const session = await createSession(district());
    sheet = await sheetOf(session, findingsOf(session, 'zone-overlap')[0]);
  });

  it('says how large it is', () => {
    expect(sheet.areaSquareMeters).toBeCloseTo(1000, 3);
    expect(sheet.widthMeters).toBeCloseTo(10, 3);
    expect(sheet.lengthMeters).toBeCloseTo(Math.hypot(10, 100), 3);
  });

  it('says whose it is, and which part of each', () => {
    expect(sheet.parties).toMatchObject([
      { zone: { layer: 'zones', feature: 'A' }, ...A, sources: 2 },
      { zone: { layer: 'zones', feature: 'B' }, ...B, sources: 1 },
    ]);
    expect(sheet.parties.map(({ shareFraction }) => shareFraction)).toEqual([
      expect.closeTo(0.1, 6),
      expect.closeTo(1 / 11, 6),
    ]);
    expect(sheet.parties.map(({ borderMeters }) => borderMeters)).toEqual([
      expect.closeTo(100, 3),
      expect.closeTo(100, 3),
    ]);
  });

  it('counts what lies in it', () => {
    expect(sheet.inside).toMatchObject({
      sources: [{ kind: 'bareSoil', count: 1, areaSquareMeters: expect.closeTo(50, 3), names: ['S1'] }],
      uncoveredCount: 1,
      roadCount: 1,
      roadMeters: expect.closeTo(10, 3),
      roadNames: ['云河路'],
      receptorCount: 1,
      receptorNames: ['一小'],
    });
  });

  it('suggests the zone with more sources where the borders are as long', () => {
    expect(sheet.suggestion).toEqual({
      zone: { layer: 'zones', feature: 'A' },
      reason: 'sources',
      params: { name: '一网格', ownCount: 2, otherCount: 1 },
    });
  });
});

it('goes by the code of the street around it before all else', async () => {
  const document = workspaceOf([
    layerOf('zones', 'responsibilityZone', [
      area('J1', [0, 0, 100, 100], { level: 'street', code: '410101001000', owner: '街' }),
      area('A', [0, 0, 50, 100], { ...A, code: '410101002001001' }),
      area('B', [40, 0, 20, 100], { ...B, code: '410101001002001' }),
    ]),
  ]);
  const session = await createSession(document);
  const sheet = await sheetOf(session, findingsOf(session, 'zone-overlap')[0]);
  expect(sheet.suggestion).toEqual({
    zone: { layer: 'zones', feature: 'B' },
    reason: 'code',
    params: { name: '二网格', code: '410101001' },
  });
});

describe('settling an overlap', () => {
  it.each(['A', 'B'])('clips it from %s, and undoing brings it back', async (feature) => {
    const session = await createSession(district());
    const [overlap] = findingsOf(session, 'zone-overlap');
    const before = JSON.stringify(session.check);
    const from = { layer: 'zones', feature };
    const planned = await session.planFix({ fix: 'clip', finding: overlap!.id, from });
    expect(planned.ok && planned.value.zones).toMatchObject([{ zone: from }]);
    if (!planned.ok) return;
    const { beforeSquareMeters, afterSquareMeters } = planned.value.zones[0]!;
    expect(beforeSquareMeters - afterSquareMeters).toBeCloseTo(1000, 3);
    const { inverse } = applyPatch(session.document, planned.value.patch);
    await session.apply(planned.value.patch);
    expect(findingsOf(session, 'zone-overlap')).toEqual([]);
    expect(session.check.summary.byRule['zone-overlap']).toMatchObject({ count: 0, slivers: 0 });
    await session.apply(inverse);
    expect(JSON.stringify(session.check)).toBe(before);
  });

  it('splits it along a line: left of it to the first zone, with the same points on both sides', async () => {
    const session = await createSession(district());
    const [overlap] = findingsOf(session, 'zone-overlap');
    // Northwards with a bend, in the middle of the ten metres: A is left of it.
    const line = degrees(94, -20, 97, 50, 95, 120) as [number, number][];
    const plan = await fix(session, { fix: 'split', finding: overlap!.id, line });
    expect(plan.moves.reduce((sum, { areaSquareMeters }) => sum + areaSquareMeters, 0)).toBeCloseTo(1000, 1);
    expect(findingsOf(session, 'zone-overlap')).toEqual([]);
    const [a, b] = [outlineOf(session, 'zones', 'A'), outlineOf(session, 'zones', 'B')];
    const shared = a.filter((corner) => b.some((other) => other[0] === corner[0] && other[1] === corner[1]));
    expect(shared.length).toBeGreaterThanOrEqual(3);
  });

  it('splits it along its middle where nobody draws', async () => {
    const session = await createSession(district());
    const [overlap] = findingsOf(session, 'zone-overlap');
    const { zones } = await fix(session, { fix: 'split', finding: overlap!.id });
    expect(zones.map(({ beforeSquareMeters, afterSquareMeters }) => beforeSquareMeters - afterSquareMeters)).toEqual([
      expect.closeTo(500, 1),
      expect.closeTo(500, 1),
    ]);
  });

  it('refuses a line that does not cross it, and one that crosses itself', async () => {
    const session = await createSession(district());
    const { id } = findingsOf(session, 'zone-overlap')[0]!;
    const codeFor = async (...numbers: number[]) => {
      const line = degrees(...numbers) as [number, number][];
      const planned = await session.planFix({ fix: 'split', finding: id, line });
      return planned.ok ? '' : planned.problem.code;
    };
    expect(await codeFor(300, -20, 300, 120)).toBe('settle.line-misses');
    expect(await codeFor(80, 40, 120, 60, 120, 40, 80, 60)).toBe('settle.line-crosses-itself');
    expect(await codeFor(95, 50)).toBe('settle.line-too-short');
  });

  it('refuses to leave a zone without ground, and suggests that it keeps what it has', async () => {
    const session = await createSession(
      workspaceOf([
        layerOf('zones', 'responsibilityZone', [area('A', [0, 0, 100, 100], A), area('B', [20, 20, 20, 20], B)]),
      ]),
    );
    const { id } = findingsOf(session, 'zone-overlap')[0]!;
    const sheet = await sheetOf(session, findingsOf(session, 'zone-overlap')[0]);
    expect(sheet.suggestion).toMatchObject({ zone: { feature: 'B' }, reason: 'whole' });
    const planned = await session.planFix({ fix: 'clip', finding: id, from: { layer: 'zones', feature: 'B' } });
    expect(planned).toMatchObject({
      ok: false,
      problem: { code: 'settle.no-ground-left', params: { name: '二网格' } },
    });
  });

  it('bends the neighbours where a new border meets theirs', async () => {
    // B's skew side crosses A's border between corners: the point is on no millimetre of A's edge.
    const skew = { type: 'Polygon', coordinates: [degrees(37, -30, 91, 61, 150, 61, 150, -30, 37, -30)] } as const;
    const document = workspaceOf([
      layerOf('zones', 'responsibilityZone', [
        {
          geometry: { type: 'Polygon', coordinates: [degrees(0, 0, 100, 7, 100, 100, 0, 100, 0, 0)] },
          properties: { id: 'A', ...A },
        },
        { geometry: skew as unknown as GeoJSON.Polygon, properties: { id: 'B', ...B } },
      ]),
    ]);
    const session = await createSession(document);
    const { id } = findingsOf(session, 'zone-overlap')[0]!;
    const plan = await fix(session, { fix: 'clip', finding: id, from: { layer: 'zones', feature: 'B' } });
    expect(plan.adjustedCount).toBe(1);
    const [a, b] = [outlineOf(session, 'zones', 'A'), outlineOf(session, 'zones', 'B')];
    const shared = a.slice(1).filter((corner) => b.some((other) => other[0] === corner[0] && other[1] === corner[1]));
    expect(shared.length).toBe(3);
    expect(session.check.summary.byRule['zone-overlap']).toMatchObject({ count: 0, slivers: 0 });
  });
});

describe('settling a gap', () => {
  it('gives it to a neighbour', async () => {
    const session = await createSession(district());
    const [gap] = findingsOf(session, 'zone-gap');
    const sheet = await sheetOf(session, gap);
    expect(sheet.parties.map(({ name }) => name)).toEqual(['三网格']);
    const plan = await fix(session, { fix: 'merge', finding: gap!.id, into: { layer: 'zones', feature: 'C' } });
    expect(plan.zones[0]!.afterSquareMeters - plan.zones[0]!.beforeSquareMeters).toBeCloseTo(5000, 2);
    expect(findingsOf(session, 'zone-gap')).toEqual([]);
  });
});

describe('settling an escape', () => {
  const street = (): WorkspaceDocument =>
    workspaceOf([
      layerOf('zones', 'responsibilityZone', [
        area('J', [0, 0, 100, 100], { name: '街道', level: 'street', owner: '街' }),
        area('A', [60, 0, 60, 100], { ...A, parent: 'J' }),
      ]),
    ]);

  it('clips the zone to its parent', async () => {
    const session = await createSession(street());
    const [reachesOut] = findingsOf(session, 'zone-escape');
    const plan = await fix(session, { fix: 'clip', finding: reachesOut!.id, from: { layer: 'zones', feature: 'A' } });
    expect(plan.zones[0]!.afterSquareMeters).toBeCloseTo(4000, 2);
    expect(findingsOf(session, 'zone-escape')).toEqual([]);
  });

  it('lets the parent grow, which it suggests where the ground is nobody else’s', async () => {
    const session = await createSession(street());
    const [reachesOut] = findingsOf(session, 'zone-escape');
    expect((await sheetOf(session, reachesOut)).suggestion).toMatchObject({ reason: 'free', params: { name: '街道' } });
    const plan = await fix(session, { fix: 'extend', finding: reachesOut!.id });
    expect(plan.zones[0]!.afterSquareMeters).toBeCloseTo(12_000, 2);
    expect(plan.collisions).toEqual([]);
    expect(findingsOf(session, 'zone-escape')).toEqual([]);
  });

  it('says that the ground is another street’s, whom the parent would collide with', async () => {
    const { layers } = street();
    const other = layerOf('more', 'responsibilityZone', [
      area('K', [105, 0, 100, 100], { name: '邻街道', level: 'street', owner: '邻' }),
    ]);
    const session = await createSession(workspaceOf([...layers, other]));
    const [reachesOut] = findingsOf(session, 'zone-escape');
    expect((await sheetOf(session, reachesOut)).suggestion).toMatchObject({
      zone: { layer: 'more', feature: 'K' },
      reason: 'held',
      params: { heldFraction: expect.closeTo(0.75, 6) },
    });
    const plan = await fix(session, { fix: 'extend', finding: reachesOut!.id });
    expect(plan.collisions).toMatchObject([{ name: '邻街道', areaSquareMeters: expect.closeTo(1500, 2) }]);
    expect(findingsOf(session, 'zone-overlap')).toHaveLength(1);
  });
});

describe('slivers', () => {
  it('settles all of them in one edit', async () => {
    const session = await createSession(
      workspaceOf([
        layerOf('boundary', 'boundary', [area('D', [0, 0, 300, 100])]),
        layerOf('zones', 'responsibilityZone', [
          area('A', [0, 0, 101, 100], A),
          area('B', [100, 0, 99, 100], B),
          area('C', [200, 0, 100, 100], { owner: '丙' }),
        ]),
      ]),
    );
    const planned = await session.planSlivers();
    expect(planned).toMatchObject({ ok: true, value: { overlapCount: 1, gapCount: 1, leftCount: 0 } });
    if (!planned.ok) return;
    await session.apply(planned.value.patch);
    expect(session.check.summary.byRule['zone-overlap']).toMatchObject({ count: 0, slivers: 0 });
    expect(session.check.summary.byRule['zone-gap']).toMatchObject({ count: 0, slivers: 0 });
  });

  it('makes an empty edit where there are none', async () => {
    const session = await createSession(
      workspaceOf([layerOf('zones', 'responsibilityZone', [area('A', [0, 0, 9, 9], A)])]),
    );
    expect(await session.planSlivers()).toMatchObject({
      ok: true,
      value: { patch: { operations: [] }, overlapCount: 0 },
    });
  });
});

describe('what stays as it is', () => {
  it('is joint duty or an exception with its reason, and can be taken back', async () => {
    const session = await createSession(district());
    const [overlap] = findingsOf(session, 'zone-overlap');
    const joint = { kind: 'joint', reason: '两单位共管', by: '张', when: '2026-11-23' } as const;
    await session.apply(acceptFinding(session.document, overlap!, joint));
    expect(findingsOf(session, 'zone-overlap')[0]?.status).toBe('joint');
    expect(findAcceptance(session.document, overlap!)).toMatchObject(joint);
    await session.apply(acceptFinding(session.document, overlap!, { ...joint, kind: 'exception', by: ' ' }));
    expect(session.document.exceptions).toEqual([
      {
        rule: 'zone-overlap',
        subjects: overlap!.subjects,
        kind: 'exception',
        reason: '两单位共管',
        when: '2026-11-23',
      },
    ]);
    await session.apply(reopenFinding(session.document, overlap!));
    expect(session.document.exceptions).toEqual([]);
    expect(findingsOf(session, 'zone-overlap')[0]?.status).toBe('open');
  });
});

it('has nothing to say of a finding that is gone, or is about no zones', async () => {
  const session = await createSession(district());
  expect(await session.conflict('gone')).toMatchObject({ ok: false, problem: { code: 'engine.finding-gone' } });
  const [other] = session.check.findings.filter(({ rule }) => !rule.startsWith('zone-'));
  expect(await session.conflict(other!.id)).toMatchObject({ ok: false, problem: { code: 'settle.no-conflict' } });
});
