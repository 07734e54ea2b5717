import gcoord from 'gcoord';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { readPlaces } from './read-place.ts';

const read = (text: string, datum: 'wgs84' | 'gcj02' = 'wgs84') => readPlaces(text, { datum, near: [113.6, 34.7] });
const round = ({ longitude, latitude }: { longitude: number; latitude: number }) => [
  Math.round(longitude * 1e7) / 1e7,
  Math.round(latitude * 1e7) / 1e7,
];

describe('degrees', () => {
  it('reads both orders by their range, and says which it was', async () => {
    for (const [text, first] of [
      ['113.6234, 34.7456', false],
      ['34.7456,113.6234', true],
      ['113.6234，34.7456', false],
      ['(113.6234 34.7456)', false],
      ['北纬34.7456 东经113.6234', true],
      ['N34.7456 E113.6234', true],
    ] as const) {
      const [reading] = await read(text);
      expect(reading && round(reading), text).toEqual([113.6234, 34.7456]);
      expect(reading, text).toMatchObject({ notation: 'decimal', isLatitudeFirst: first, datum: 'wgs84' });
    }
  });
  it('reads degrees, minutes and seconds', async () => {
    for (const text of ['113°36′36″E 34°42′18″N', '北纬34度42分18秒，东经113度36分36秒', `34°42'18"N, 113°36'36"E`]) {
      const [reading] = await read(text);
      expect(reading && round(reading), text).toEqual([113.61, 34.705]);
      expect(reading?.notation).toBe('sexagesimal');
    }
  });
  it('reads a WKT point, and shifts GCJ-02 back as gcoord does', async () => {
    expect(round((await read('POINT (113.6 34.7)'))[0]!)).toEqual([113.6, 34.7]);
    expect((await read('point z(113.6 34.7 120)'))[0]?.notation).toBe('wkt');
    const [reading] = await read('113.6, 34.7', 'gcj02');
    const expected = gcoord.transform([113.6, 34.7], gcoord.GCJ02, gcoord.WGS84);
    // The library's inverse is good to a few 1e-6 degrees; ours is iterated.
    expect(Math.abs(reading!.longitude - expected[0]!)).toBeLessThan(1e-5);
    expect(Math.abs(reading!.latitude - expected[1]!)).toBeLessThan(1e-5);
    expect(Math.abs(reading!.longitude - 113.6)).toBeGreaterThan(0.004);
    expect(reading?.datum).toBe('gcj02');
  });
});

describe('CGCS2000 zones', () => {
  const definition = (meridian: number, easting: number) =>
    `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${easting} +y_0=0 +ellps=GRS80 +units=m +no_defs`;
  const at = [113.6234, 34.7456] as const;

  it('reads metres with their zone in either order', async () => {
    const [easting, northing] = proj4(definition(114, 38_500_000), [...at]) as [number, number];
    for (const text of [
      `${northing.toFixed(3)}, ${easting.toFixed(3)}`,
      `X=${northing.toFixed(3)} Y=${easting.toFixed(3)}`,
      `${easting.toFixed(3)} ${northing.toFixed(3)}`,
    ]) {
      const readings = await read(text);
      expect(readings, text).toHaveLength(1);
      expect(readings[0], text).toMatchObject({ notation: 'zone3Numbered', centralMeridian: 114 });
      expect(Math.abs(readings[0]!.longitude - at[0]), text).toBeLessThan(2e-8);
      expect(Math.abs(readings[0]!.latitude - at[1]), text).toBeLessThan(2e-8);
    }
  });
  it('takes the zone of the workspace where none is written, and offers its neighbours', async () => {
    const [easting, northing] = proj4(definition(114, 500_000), [...at]) as [number, number];
    const readings = await read(`${northing.toFixed(3)} ${easting.toFixed(3)}`);
    expect(readings.map(({ centralMeridian }) => centralMeridian)).toEqual([114, 111, 117]);
    expect(Math.abs(readings[0]!.longitude - at[0])).toBeLessThan(2e-8);
    expect(readings[0]).toMatchObject({ notation: 'zone3', isLatitudeFirst: true });
  });
});

it('takes nothing else for a place', async () => {
  for (const text of [
    '',
    '113.6',
    '3 号地块',
    '410105, 410106',
    '13812345678 13812345679',
    'POINT(200 34)',
    '99500000 3846000',
    '2026-11-02',
  ])
    expect(await read(text), text).toEqual([]);
});
