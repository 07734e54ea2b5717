import { describe, expect, it } from 'vitest';
import type { ConflictParty, ConflictSheet } from '../../checks/settle/settle-types.ts';
import { listChoices } from './list-choices.ts';

const party = (feature: string): ConflictParty => ({
  zone: { layer: 'zones', feature },
  name: feature,
  level: 'grid',
  areaSquareMeters: 1,
  shareFraction: 0,
  borderMeters: 0,
  sources: 0,
});

function sheet(rule: ConflictSheet['rule'], names: readonly string[], suggestion?: ConflictSheet['suggestion']) {
  const made: ConflictSheet = {
    finding: 'f',
    rule,
    kind: 'responsibilityZone',
    geometry: { type: 'Polygon', coordinates: [] },
    parts: 1,
    areaSquareMeters: 1,
    widthMeters: 1,
    lengthMeters: 1,
    parties: names.map(party),
    inside: {
      sources: [],
      uncoveredCount: 0,
      roadCount: 0,
      roadMeters: 0,
      roadNames: [],
      receptorCount: 0,
      receptorNames: [],
    },
    ...(suggestion ? { suggestion } : {}),
  };
  return listChoices(made).map(({ text, name, suggested }) => `${text} ${name}${suggested ? ' *' : ''}`.trim());
}

const to = (feature: string, reason: 'code' | 'free' | 'held') => ({
  zone: { layer: 'zones', feature },
  reason,
  params: {},
});

describe('ways to settle a conflict', () => {
  it('clips an overlap from the one that should not have it', () => {
    const expected = ['clip A', 'clip B *', 'split', 'joint', 'exception'];
    expect(sheet('zone-overlap', ['A', 'B'], to('A', 'code'))).toEqual(expected);
  });

  it('offers a gap to each neighbour, and no joint duty for ground that is nobody’s', () => {
    expect(sheet('zone-gap', ['A', 'B'], to('B', 'code'))).toEqual(['merge A', 'merge B *', 'exception']);
    expect(sheet('zone-gap', [])).toEqual(['exception']);
  });

  it('clips an escape into another’s ground, and lets the parent take in what is free', () => {
    const [clip, extend] = ['clipToParent A', 'extend J'];
    expect(sheet('zone-escape', ['A', 'J'], to('K', 'held'))).toEqual([`${clip} *`, extend, 'exception']);
    expect(sheet('zone-escape', ['A', 'J'], to('J', 'free'))).toEqual([clip, `${extend} *`, 'exception']);
  });
});
