import gcoord from 'gcoord';
import { Geodesic } from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { readLonLat } from '../core/angles.ts';
import { createNotationWriter, zone3Of } from './place-notations.ts';

const WGS84 = Geodesic.WGS84;
const PLACE = [113.6253, 34.7466] as const;

describe('notations of a place', () => {
  it('writes decimals and seconds that can be typed back in', async () => {
    const decimal = (await createNotationWriter('decimal')).write(PLACE);
    expect(decimal).toBe('113.625300, 34.746600');
    const dms = (await createNotationWriter('dms')).write(PLACE);
    expect(dms).toBe('34°44′47.76″N 113°37′31.08″E');
    const [longitude = 0, latitude = 0] = readLonLat(dms ?? '') ?? [];
    expect(longitude).toBeCloseTo(PLACE[0], 6);
    expect(latitude).toBeCloseTo(PLACE[1], 6);
  });

  it('never writes 60 minutes or seconds, and names the southern and western halves', async () => {
    const { write } = await createNotationWriter('dms');
    expect(write([113.9999999, 34.9999999])).toBe('35°00′00.00″N 114°00′00.00″E');
    expect(write([-71.06, -0.5])).toBe('0°30′00.00″S 71°03′36.00″W');
  });

  it('writes GCJ-02 as gcoord shifts it', async () => {
    const written = (await createNotationWriter('gcj02')).write(PLACE);
    const [longitude = 0, latitude = 0] = gcoord.transform([...PLACE], gcoord.WGS84, gcoord.GCJ02);
    expect(written).toBe(`${longitude.toFixed(6)}, ${latitude.toFixed(6)}`);
  });

  it('finds the 3° zone by the nearest meridian', () => {
    expect(zone3Of(113.6253)).toEqual({ zone: 38, centralMeridian: 114, code: 'EPSG:4547' });
    expect(zone3Of(112.49)).toMatchObject({ zone: 37, centralMeridian: 111, code: 'EPSG:4546' });
    expect(zone3Of(73.4)).toBeUndefined();
    expect(zone3Of(136.6)).toBeUndefined();
    expect(zone3Of(Number.NaN)).toBeUndefined();
  });

  it('writes north and east of the zone in metres, as GeographicLib has the meridian and its perpendicular', async () => {
    const { write } = await createNotationWriter('zone3');
    const meridian = WGS84.Inverse(0, 114, 34.7, 114).s12 ?? 0;
    expect(write([114, 34.7])).toBe(`x ${meridian.toFixed(2)}, y 500000.00`);
    // Conformal, and true to scale on the meridian: at a distance d beside it the easting is d (1 + d² / 6R²).
    const { lat2 = 0, lon2 = 0 } = WGS84.Direct(34.7, 114, 270, 30_000);
    const [, x = '', y = ''] = /^x ([\d.]+), y ([\d.]+)$/.exec(write([lon2, lat2]) ?? '') ?? [];
    expect(Number(x)).toBeCloseTo(meridian, 1);
    expect(Number(y)).toBeCloseTo(500_000 - 30_000 * (1 + 30_000 ** 2 / (6 * 6_371_000 ** 2)), 1);
    expect(write([-71, 42])).toBeUndefined();
  });
});
