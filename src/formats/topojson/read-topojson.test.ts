import { describe, expect, it } from 'vitest';
import { createRandom } from '../../core/random.ts';
import { geometryToGeoJson } from '../../geo/geometry-column.ts';
import { valueAt } from '../../model/feature-batch.ts';
import type { RawLayer } from '../driver.ts';
import { findDriver } from '../drivers.ts';
import { readFile } from '../read-file.ts';
import { readTopoJson } from './read-topojson.ts';
import { startsAsTopology } from './starts-as-topology.ts';

const bytesOf = (content: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));

async function read(content: unknown): Promise<RawLayer[]> {
  const result = await readTopoJson({ name: 'x.topojson', bytes: bytesOf(content), options: {} }, {});
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

async function readProblem(content: unknown): Promise<string> {
  const result = await readTopoJson({ name: 'x.topojson', bytes: bytesOf(content), options: {} }, {});
  return result.ok ? '' : result.problem.code;
}

const shapesOf = ({ batch }: RawLayer) => Array.from(batch.rows, (_, i) => geometryToGeoJson(batch.geometry, i));
const valuesOf = ({ batch }: RawLayer, name: string) =>
  Array.from(batch.rows, (_, i) => valueAt(batch.columns.get(name), i));
const codesOf = ({ notes }: RawLayer) => notes.map(({ code, at }) => [code, at?.row]);

/** Two squares side by side that share an edge: steps of a thousandth of a degree from 113.6, 34.7. */
const neighbours = {
  type: 'Topology',
  bbox: [113.6, 34.7, 113.602, 34.701],
  transform: { scale: [0.001, 0.001], translate: [113.6, 34.7] },
  arcs: [
    [
      [1, 0],
      [0, 1],
    ],
    [
      [1, 1],
      [-1, 0],
      [0, -1],
      [1, 0],
    ],
    [
      [1, 0],
      [1, 0],
      [0, 1],
      [-1, 0],
    ],
  ],
  objects: {
    街道: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', id: 'W', properties: { name: '西' }, arcs: [[0, 1]] },
        { type: 'MultiPolygon', id: 7, properties: { name: '东', id: 'E' }, arcs: [[[2, -1]]] },
        { type: null, properties: { name: '空' } },
        {
          type: 'GeometryCollection',
          geometries: [
            { type: 'LineString', arcs: [0] },
            { type: 'Point', coordinates: [2, 0] },
          ],
        },
      ],
    },
    站点: { type: 'Point', coordinates: [1, 1], properties: { __proto__name: 'x' } },
  },
};

describe('TopoJSON', () => {
  it('gives a layer for each object, put together from quantised arcs', async () => {
    const [streets, stations] = await read(neighbours);
    expect([streets!.name, stations!.name]).toEqual(['街道', '站点']);
    const rounded = shapesOf(streets!).map((shape) =>
      JSON.parse(JSON.stringify(shape), (_, value) => (typeof value === 'number' ? Number(value.toFixed(9)) : value)),
    );
    expect(rounded).toEqual([
      {
        type: 'Polygon',
        coordinates: [
          [
            [113.601, 34.7],
            [113.601, 34.701],
            [113.6, 34.701],
            [113.6, 34.7],
            [113.601, 34.7],
          ],
        ],
      },
      {
        type: 'Polygon',
        coordinates: [
          [
            [113.601, 34.7],
            [113.602, 34.7],
            [113.602, 34.701],
            [113.601, 34.701],
            [113.601, 34.7],
          ],
        ],
      },
      null,
      {
        type: 'LineString',
        coordinates: [
          [113.601, 34.7],
          [113.601, 34.701],
        ],
      },
    ]);
    expect(valuesOf(streets!, 'name')).toEqual(['西', '东', '空', null]);
    expect(valuesOf(streets!, 'id')).toEqual(['W', 'E', null, null]);
    expect(codesOf(streets!)).toEqual([
      ['geometry-missing', 2],
      ['geometry-mixed', 3],
    ]);
    expect(shapesOf(stations!)).toEqual([{ type: 'Point', coordinates: [113.601, 34.701] }]);
  });

  it('reads arcs that are not quantised', async () => {
    const [layer] = await read({
      type: 'Topology',
      arcs: [
        [
          [1.5, 2.5],
          [3.25, 4],
        ],
      ],
      objects: { 线: { type: 'MultiLineString', arcs: [[0], [-1]] } },
    });
    expect(shapesOf(layer!)).toEqual([
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [1.5, 2.5],
            [3.25, 4],
          ],
          [
            [3.25, 4],
            [1.5, 2.5],
          ],
        ],
      },
    ]);
  });

  it('keeps the attributes of a geometry whose arcs are wrong', async () => {
    const geometries = [[[99]], [[-99]], [[1.5]], [['0']], [[]], 0, null, [[0, null]], [[{}]]].map((arcs, n) => ({
      type: 'Polygon',
      arcs,
      properties: { n },
    }));
    const others = [{ type: 'Sphere' }, { type: 'Point' }, { type: 'MultiPoint', coordinates: [[1], null] }, 3];
    const [layer] = await read({
      ...neighbours,
      objects: { a: { type: 'GeometryCollection', geometries: [...geometries, ...others] } },
    });
    expect(valuesOf(layer!, 'n').slice(0, 9)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(codesOf(layer!)).toEqual([
      ...geometries.map((_, row) => ['topojson-geometry-broken', row]),
      ['geometry-type-unknown', 9],
      ['topojson-geometry-broken', 10],
      ['topojson-geometry-broken', 11],
      ['feature-not-an-object', 12],
    ]);
  });

  it('says what is wrong with a file that holds nothing', async () => {
    expect(await readProblem({ type: 'Topology', arcs: [] })).toBe('topojson-no-objects');
    expect(await readProblem({ ...neighbours, transform: {} })).toBe('topojson-transform-broken');
    expect(await readProblem({ ...neighbours, transform: { scale: [1, 'a'], translate: [0, 0] } })).toBe(
      'topojson-transform-broken',
    );
    expect(await readProblem({ type: 'FeatureCollection' })).toBe('topojson-no-topology');
    expect(await readProblem('{"type":"Topology","arcs":[')).toBe('json-ends-early');
    expect(await readProblem('{"type":"Topology","arcs":]')).toBe('json-broken');
    expect(await readProblem(' ')).toBe('file-empty');
  });

  it('does not let few bytes become endless coordinates, nor depth exhaust the stack', async () => {
    const arc = Array.from({ length: 20_000 }, () => [1, 1]);
    const arcs = Array.from({ length: 2_000 }, () => 0);
    const geometries = Array.from({ length: 3 }, () => ({ type: 'LineString', arcs }));
    const [layer] = await read({
      ...neighbours,
      arcs: [arc],
      objects: { a: { type: 'GeometryCollection', geometries } },
    });
    expect(codesOf(layer!)).toEqual([
      ['topojson-too-large', 0],
      ['topojson-too-large', 1],
      ['topojson-too-large', 2],
    ]);
    const open = '{"type":"GeometryCollection","geometries":['.repeat(50_000);
    const [deep] = await read(`{"type":"Topology","arcs":[],"objects":{"a":${open}${open}${']}'.repeat(100_000)}}}`);
    expect(codesOf(deep!)).toEqual([['topojson-geometry-broken', 0]]);
  });

  it('answers or refuses whatever becomes of a file', async () => {
    const sound = bytesOf(neighbours);
    const random = createRandom(20261126);
    for (let run = 0; run < 500; run++) {
      const bytes = sound.slice(0, run % 2 === 0 ? random.integer(0, sound.length) : sound.length);
      for (let flips = random.integer(0, 5); flips > 0 && bytes.length > 0; flips--)
        bytes[random.integer(0, bytes.length - 1)] = random.integer(0x20, 0x7e);
      const result = await readTopoJson({ name: 'x', bytes, options: {} }, {});
      expect(result.ok ? result.value.length : result.problem.code.length).toBeGreaterThan(0);
    }
  });
});

describe('a Topology', () => {
  it('is known by its outermost type', () => {
    const starts = (text: string) => startsAsTopology(bytesOf(text));
    expect(starts('\uFEFF {"type" : "Topology","arcs":[')).toBe(true);
    expect(starts('{"name":"a \\"type\\":\\"x\\"","v":1,"type":"Topology"')).toBe(true);
    expect(starts('{"type":"FeatureCollection","features":[{"type":"Topology"')).toBe(false);
    expect(starts('{"features":[{"properties":{"type":"Topology"}}]}')).toBe(false);
    expect(starts('{"note":"\\"type\\":\\"Topology\\"","type":"Feature"}')).toBe(false);
    expect(starts('{"note":"type')).toBe(false);
    expect(starts('[{"type":"Topology"}]')).toBe(false);
    expect(findDriver('x.json', bytesOf(neighbours))?.id).toBe('topojson');
    expect(findDriver('x.topojson', bytesOf('{"type":"FeatureCollection"'))?.id).toBe('geojson');
  });

  it('is handed over where its type stands last', async () => {
    const { type, ...others } = neighbours;
    const result = await readFile({ name: 'x.json', bytes: bytesOf({ ...others, type }) }, {}, {});
    expect(result.ok ? result.value.map(({ name, batch }) => [name, batch.rows.length]) : result.problem).toEqual([
      ['街道', 4],
      ['站点', 1],
    ]);
  });
});
