import { describe, expect, it } from 'vitest';
import { area, layerOf, rectangle, workspaceOf } from '../../test/support/workspace.ts';
import { createSession } from './session.ts';

const zones = layerOf('zones', 'responsibilityZone', [
  area('street', [0, 0, 2000, 1000], { level: 'street', owner: '甲' }),
  area('west', [0, 0, 1200, 1000], { level: 'community', parent: 'street', owner: '乙' }),
  area('east', [1200, 0, 800, 1000], { level: 'community', parent: 'street', owner: '丙' }),
]);

describe('measureGroundShares', () => {
  it('lists the zones of every level under each area, the largest part first', async () => {
    const session = await createSession(workspaceOf([zones]));
    const shares = await session.groundShares([rectangle(1000, 100, 400, 100), rectangle(-500, -500, 10, 10)]);
    expect(
      shares.map((list) =>
        list.map(({ zone, level, isLeaf, areaSquareMeters }) => [
          zone.feature,
          level,
          isLeaf,
          Math.round(areaSquareMeters),
        ]),
      ),
    ).toEqual([
      [
        ['street', 'street', false, 40_000],
        ['west', 'community', true, 20_000],
        ['east', 'community', true, 20_000],
      ],
      [],
    ]);
  });

  it('does not count ground that is merely touched', async () => {
    const session = await createSession(workspaceOf([zones]));
    const [shares] = await session.groundShares([rectangle(2000, 0, 100, 100)]);
    expect(shares).toEqual([]);
  });
});
