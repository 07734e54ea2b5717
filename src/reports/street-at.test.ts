import { expect, it } from 'vitest';
import { layerOf, workspaceOf } from '../../test/support/workspace.ts';
import { createRandom } from '../core/random.ts';
import { createStreetAt } from './street-at.ts';
import { createZonePath } from './zone-path.ts';

/** A star of so many corners around a middle, in degrees, with a square hole where asked. */
function star(random: () => number, middle: readonly [number, number], corners: number, hasHole: boolean) {
  const ring = Array.from({ length: corners }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / corners;
    const radius = 0.02 + 0.03 * random();
    return [middle[0] + radius * Math.cos(angle), middle[1] + radius * Math.sin(angle)];
  });
  const hole = [
    [-0.005, -0.005],
    [0.005, -0.005],
    [0.005, 0.005],
    [-0.005, 0.005],
    [-0.005, -0.005],
  ].map(([x = 0, y = 0]) => [middle[0] + x, middle[1] + y]);
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!], ...(hasHole ? [hole] : [])] } as GeoJSON.Polygon;
}

it('answers as the path of zones does, for overlapping streets with holes, corners and edges', () => {
  const source = createRandom(7);
  const random = () => source.next();
  const streets = Array.from({ length: 6 }, (_, index) => ({
    geometry: star(random, [113.6 + 0.03 * index, 34.7], 5 + 40 * index, index % 2 === 0),
    properties: { id: `s${index}`, level: 'street', name: `街道${index}`, ...(index === 5 ? { duty: 'water' } : {}) },
  }));
  const document = workspaceOf([layerOf('zones', 'responsibilityZone', streets)]);
  const [streetAt, pathOf] = [createStreetAt(document), createZonePath(document)];
  const expected = (at: readonly [number, number]) => pathOf(at).find(({ level }) => level === 'street')?.name;
  const places = Array.from({ length: 4000 }, () => [113.5 + 0.4 * random(), 34.6 + 0.2 * random()] as const);
  const corners = streets.flatMap(({ geometry }) => geometry.coordinates[0]!.map(([x = 0, y = 0]) => [x, y] as const));
  const answers = [...places, ...corners].map((at) => [streetAt(at), expected(at)] as const);
  expect(answers.filter(([found, wanted]) => found !== wanted)).toEqual([]);
  expect(new Set(answers.map(([found]) => found)).size).toBe(7);
});
