import { describe, expect, it } from 'vitest';
import { area, degrees, layerOf, workspaceOf } from '../../test/support/workspace.ts';
import type { WorkspaceException } from '../model/workspace.ts';
import { compareExceptions, indexExceptions, mayShareSubjects } from './exception-index.ts';
import { findingId } from './finding-id.ts';
import { createSession } from './session.ts';
import { acceptFinding, reopenFinding } from './settle/accept-finding.ts';

const subjects = [
  { layer: 'z', feature: 'a' },
  { layer: 'z', feature: 'b' },
];
const all: WorkspaceException = { rule: 'zone-gap', subjects: subjects.toReversed(), kind: 'joint' };
const one: WorkspaceException = { rule: 'zone-gap', subjects, finding: 'gap-1', kind: 'exception' };
const gap = (id: string) => ({ id, rule: 'zone-gap', subjects }) as const;

describe('exceptions', () => {
  it('hold for one finding, or for all about the same subjects in any order; the nearer word counts', () => {
    expect(indexExceptions([one]).of(gap('gap-1'))).toBe(one);
    expect(indexExceptions([one]).of(gap('gap-2'))).toBeUndefined();
    for (const list of [
      [one, all],
      [all, one],
    ]) {
      expect(indexExceptions(list).of(gap('gap-1'))).toBe(one);
      expect(indexExceptions(list).of(gap('gap-2'))).toBe(all);
    }
    expect(indexExceptions([all]).of({ ...gap('gap-1'), rule: 'zone-overlap' })).toBeUndefined();
    expect(indexExceptions([all]).of({ ...gap('gap-1'), subjects: [subjects[0]!] })).toBeUndefined();
  });

  it('tell which findings a changed list may give another status', () => {
    const change = compareExceptions(indexExceptions([all]), indexExceptions([all, one]));
    expect([...change.rules]).toEqual(['zone-gap']);
    expect(change.touches(gap('gap-1'))).toBe(true);
    expect(change.touches(gap('gap-2'))).toBe(false);
    const reworded = indexExceptions([{ ...all, reason: '其他理由' }]);
    expect(compareExceptions(indexExceptions([all]), reworded).rules.size).toBe(0);
  });

  it('need no finding’s name where rule and subjects are its name', () => {
    expect(mayShareSubjects({ id: findingId('zone-overlap', subjects), rule: 'zone-overlap', subjects })).toBe(false);
    expect(mayShareSubjects({ id: findingId('zone-gap', subjects, 'z@1,2'), rule: 'zone-gap', subjects })).toBe(true);
  });
});

it('of two gaps between the same zones one is accepted, and the other stays open, through edits too', async () => {
  // A reaches over to B in the middle, and leaves 40 m free above and below.
  const outline = [0, 0, 100, 0, 100, 80, 140, 80, 140, 120, 100, 120, 100, 200, 0, 200, 0, 0];
  const geometry: GeoJSON.Polygon = { type: 'Polygon', coordinates: [degrees(...outline)] };
  const document = workspaceOf([
    layerOf('boundary', 'boundary', [area('D', [0, 0, 300, 200])]),
    layerOf('zones', 'responsibilityZone', [
      { geometry, properties: { id: 'A', owner: '甲' } },
      area('B', [140, 0, 160, 200], { owner: '乙' }),
    ]),
  ]);
  const session = await createSession(document);
  const gaps = () => session.check.findings.filter(({ rule }) => rule === 'zone-gap');
  const [first, second] = gaps();
  expect(first?.subjects).toEqual(second?.subjects);
  await session.apply(acceptFinding(session.document, first!, { kind: 'exception', reason: '河道', by: '', when: '' }));
  const statusOf = (id: string) => gaps().find((finding) => finding.id === id)?.status;
  expect([statusOf(first!.id), statusOf(second!.id)]).toEqual(['exception', 'open']);
  expect(session.check.summary.byRule['zone-gap']).toMatchObject({ count: 1, excepted: 1 });
  const fresh = await createSession(session.document);
  expect(fresh.check).toEqual(session.check);
  await session.apply(reopenFinding(session.document, first!));
  expect(session.document.exceptions).toEqual([]);
  expect(statusOf(first!.id)).toBe('open');
});
