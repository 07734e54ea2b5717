/** OpenStreetMap files against GDAL's reader: the same elements in each layer, every position the same. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/formats/read-file.ts';
import { GeometryType, geometryToGeoJson } from '../../src/geo/geometry-column.ts';
import { textAt } from '../../src/model/feature-batch.ts';
import answers from './osm-answers.json' with { type: 'json' };

type Answers = Readonly<Record<string, Readonly<Record<string, string>>>>;
type Ring = (readonly [number, number])[];

const folder = join(process.env.CHENTU_REAL_DATA ?? '', 'osm');
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const compare = ([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]): number =>
  ax - bx || ay - by;

/** OpenStreetMap's unit of 1e-7 degrees; a number farther than 1e-9 degrees from one is not read right. */
function units(degrees: number): number {
  const whole = Math.round(degrees * 1e7);
  expect(Math.abs(degrees - whole / 1e7)).toBeLessThan(1e-9);
  return whole;
}

function canonical(closed: Ring): Ring {
  const ring = closed.slice(0, -1);
  const least = ring.reduce((best, position, at) => (compare(position, ring[best]!) < 0 ? at : best), 0);
  const turned = [...ring.slice(least), ...ring.slice(0, least)];
  return compare(turned[1]!, turned.at(-1)!) <= 0 ? turned : [turned[0]!, ...turned.slice(1).reverse()];
}

function compareRings(a: Ring, b: Ring): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const order = compare(a[at]!, b[at]!);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function digest(geometry: GeoJSON.Geometry): string {
  const ringOf = (positions: GeoJSON.Position[]): Ring => positions.map(([x, y]) => [units(x!), units(y!)] as const);
  const ringsOf = (): Ring[] => {
    if (geometry.type === 'Point') return [ringOf([geometry.coordinates])];
    if (geometry.type === 'LineString') return [ringOf(geometry.coordinates)];
    if (geometry.type === 'Polygon') return geometry.coordinates.map((ring) => canonical(ringOf(ring)));
    if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat().map((ring) => canonical(ringOf(ring)));
    throw new Error(`found ${geometry.type}, expected a point, a line or an area`);
  };
  const text = ringsOf()
    .sort(compareRings)
    .map((ring) => ring.map(([x, y]) => `${x},${y}`).join(';'))
    .join('|');
  return createHash('md5').update(text).digest('hex').slice(0, 8);
}

async function digestsOf(name: string): Promise<Record<string, Record<string, string>>> {
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  const result = await readFile({ name, bytes }, {}, {});
  if (!result.ok) throw new Error(`found ${result.problem.code}, expected layers`);
  return Object.fromEntries(
    result.value.map(({ name: layer, batch }) => {
      const rows = Array.from(batch.rows, (_, index): [string, string] => {
        expect(batch.geometry.type[index]).not.toBe(GeometryType.none);
        return [textAt(batch, 'id', index)!, digest(geometryToGeoJson(batch.geometry, index)!)];
      });
      return [layer, Object.fromEntries(rows.sort(([a], [b]) => compareText(a, b)))];
    }),
  );
}

describe.skipIf(!process.env.CHENTU_REAL_DATA || !existsSync(folder))('OpenStreetMap files as GDAL reads them', () => {
  it.each(Object.entries(answers.files as Readonly<Record<string, Answers>>))('%s', async (name, expected) => {
    expect(await digestsOf(name)).toEqual(expected);
  });
});
