import { describe, expect, it } from 'vitest';
import { area, layerOf, type MadeFeature, spot, workspaceOf } from '../../test/support/workspace.ts';
import type { Series } from '../model/series.ts';
import { openFastWorkspace } from './fast-workspace.ts';
import { createStationExposure } from './station-exposure.ts';

const AS_OF = '2026-11-23T08:00:00+08:00';

function series(feature: string, windFrom: number, force: number): Series {
  return {
    id: feature,
    station: { layer: 'receptors', feature },
    timesMs: Float64Array.of(Date.parse(AS_OF) - 3_600_000),
    pm10: Float64Array.of(Number.NaN),
    windFromDegrees: Float64Array.of(windFrom),
    windForce: Float64Array.of(force),
  };
}

async function expose(sites: MadeFeature[], receptors: MadeFeature[], winds: readonly Series[], asOf?: string) {
  const layers = [layerOf('sites', 'constructionSite', sites), layerOf('receptors', 'receptor', receptors)];
  const document = { ...workspaceOf(layers), asOf: AS_OF, series: winds };
  const workspace = await openFastWorkspace(document, { asOf });
  const exposure = createStationExposure(workspace);
  return sites.map((_, index) => exposure.of(workspace.sources[0]!.prepared.packed, index));
}

const station = (id: string, x: number, y: number) => spot(id, x, y, { kind: 'station' });

describe('createStationExposure', () => {
  it('tells how far the nearest station within 4 km is from the box of a source', async () => {
    const [near, far, at, none] = await expose(
      [
        area('near', [100, 0, 50, 50]),
        area('far', [-4100, 0, 99.9, 50]),
        area('at', [-10, -10, 20, 20]),
        area('none', [0, 4100, 9, 9]),
      ],
      [station('S1', 0, 0), station('S2', 250, 25), spot('school', 100, 10, { kind: 'school' })],
      [],
    );
    expect(near!.stationDistanceMeters).toBeCloseTo(100, 3);
    expect(far!.stationDistanceMeters).toBe(undefined);
    expect(at!.stationDistanceMeters).toBe(0);
    expect(none).toEqual({});
    expect(near!.isUpwind).toBe(undefined);
  });

  it('takes 4 km themselves as within', async () => {
    const [edge] = await expose([area('edge', [-4100, 0, 100, 50])], [station('S1', 0, 0)], []);
    expect(edge!.stationDistanceMeters).toBeCloseTo(4000, 3);
  });

  it('asks whether the source lies where the station’s wind comes from', async () => {
    const around = [
      area('north', [-50, 450, 100, 100]),
      area('east', [450, -50, 100, 100]),
      area('on', [-5, -5, 10, 10]),
    ];
    const upwind = async (windFrom: number, force: number, asOf?: string) =>
      (await expose(around, [station('S1', 0, 0)], [series('S1', windFrom, force)], asOf)).map(
        ({ isUpwind }) => isUpwind,
      );
    expect(await upwind(0, 2)).toEqual([true, false, true]);
    expect(await upwind(22, 1)).toEqual([true, false, true]);
    expect(await upwind(23, 1)).toEqual([false, false, true]);
    expect(await upwind(90, 1)).toEqual([false, true, true]);
    expect(await upwind(90, 0.5)).toEqual([false, false, false]);
    expect(await upwind(90, 1, '2026-11-23T10:01:00+08:00')).toEqual([undefined, undefined, undefined]);
  });

  it('has nothing to say of a source without a place, or without stations', async () => {
    expect(await expose([{ geometry: null, properties: { id: 'a' } }], [station('S1', 0, 0)], [])).toEqual([{}]);
    expect(await expose([area('a', [0, 0, 9, 9])], [], [])).toEqual([{}]);
  });
});
