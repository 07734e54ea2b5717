import { describe, expect, it } from 'vitest';
import { area, degrees, layerOf, spot, workspaceOf } from '../../test/support/workspace.ts';
import { createSession } from './session.ts';

describe('picking satellite hotspots', () => {
  it('finds one anywhere in its pixel, behind what is smaller there', async () => {
    const session = await createSession(
      workspaceOf([
        layerOf('fires', 'hotspot', [spot('pixel', 0, 0, { scanMeters: 800, trackMeters: 400 }), spot('pin', 2000, 0)]),
        layerOf('soil', 'bareSoil', [area('patch', [250, 100, 50, 50])]),
      ]),
    );
    const pick = (x: number, y: number) =>
      session.pick(degrees(x, y)[0] as [number, number], 10, ['fires', 'soil']).map(({ feature }) => feature);
    expect(pick(270, 120)).toEqual(['patch', 'pixel']);
    expect(pick(-390, -190)).toEqual(['pixel']);
    expect(pick(-390, -215)).toEqual([]);
    expect(pick(0, 5)).toEqual(['pixel']);
    expect(pick(2005, 0)).toEqual(['pin']);
    expect(pick(2100, 0)).toEqual([]);
  });
});
