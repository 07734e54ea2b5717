import { expect, it } from 'vitest';
import { area, degrees, layerOf, rectangle, route, spot, workspaceOf } from '../../test/support/workspace.ts';
import { createSession } from './session.ts';

const streets = (level: string) => [
  area('east', [500, 0, 500, 1000], { level, name: '东街道', owner: '甲' }),
  area('west', [0, 0, 500, 1000], { level, name: '西街道', owner: '乙' }),
];
const soil = layerOf('soil', 'bareSoil', [
  area('in east', [600, 100, 50, 50]),
  area('more in west', [440, 100, 100, 50]),
  area('more in east', [480, 300, 100, 50]),
  area('outside', [2000, 100, 50, 50]),
  spot('point', 100, 100),
  route('line', [450, 500, 700, 500]),
  spot('on the border', 500, 500),
]);
const openWith = (level: string) =>
  createSession(
    workspaceOf([
      layerOf('zones', 'responsibilityZone', [
        ...streets(level),
        area('office', [0, 0, 1000, 1000], { level, owner: '渣土办', duty: '渣土监管' }),
        area('district', [0, 0, 1000, 1000], { level: 'district', owner: '区' }),
        area('grid', [460, 600, 100, 100], { level: 'grid', owner: '丙' }),
      ]),
      soil,
    ]),
  );

it('has each feature in the street with most of it', async () => {
  const session = await openWith('street');
  const { level, streets: found, codes } = await session.streetsOf({ layer: 'soil' });
  expect(level).toBe('street');
  expect(found.map(({ feature }) => feature)).toEqual(['east', 'west']);
  // 60 of 100 m west; 80 of 100 m east; a line of 50 m west and 200 m east; on the border: the earlier one.
  expect([...codes]).toEqual([1, 2, 1, 0, 2, 1, 1]);
});

it('has grids in their street, streets in themselves and the district in none', async () => {
  const session = await openWith('street');
  expect([...(await session.streetsOf({ layer: 'zones' })).codes]).toEqual([1, 2, 0, 0, 1]);
  expect([...(await session.streetsOf({ layer: 'gone' })).codes]).toEqual([]);
});

it('answers places', async () => {
  const session = await openWith('street');
  const places = Float64Array.from(degrees(700, 700, 10, 10, 5000, 5000).flat());
  expect([...(await session.streetsOf({ places })).codes]).toEqual([1, 2, 0]);
});

it('takes the next level that divides the district where there are no streets', async () => {
  const session = await openWith('community');
  expect((await session.streetsOf({ layer: 'soil' })).level).toBe('community');
  const bare = await createSession(workspaceOf([soil]));
  expect(await bare.streetsOf({ layer: 'soil' })).toEqual({ level: undefined, streets: [], codes: new Uint32Array(7) });
});

it('follows edits, and sizes do', async () => {
  const session = await openWith('street');
  const sizes = session.sizesOf('soil');
  expect([...sizes.areasSquareMeters].map((size) => Math.round(size))).toEqual([
    2500,
    5000,
    5000,
    2500,
    Number.NaN,
    Number.NaN,
    Number.NaN,
  ]);
  expect([...sizes.lengthsMeters].map((size) => Math.round(size))).toEqual([
    Number.NaN,
    Number.NaN,
    Number.NaN,
    Number.NaN,
    Number.NaN,
    250,
    Number.NaN,
  ]);
  await session.apply({
    label: { code: 'test', params: {} },
    operations: [
      { op: 'feature', layer: 'soil', id: 'in east', feature: null },
      {
        op: 'feature',
        layer: 'soil',
        id: 'new',
        feature: { id: 'new', geometry: rectangle(10, 10, 10, 10), properties: {} },
      },
    ],
  });
  expect([...(await session.streetsOf({ layer: 'soil' })).codes]).toEqual([2, 1, 0, 2, 1, 1, 2]);
  expect(Math.round(session.sizesOf('soil').areasSquareMeters.at(-1)!)).toBe(100);
});
