import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCrs } from '../geo/crs.ts';
import { fromWgs84 } from '../geo/datum.ts';
import type { ReadOptions } from './driver.ts';
import { findDriver } from './drivers.ts';
import { examineFile } from './importing/examine-file.ts';
import { readFile } from './read-file.ts';

const bytesOf = (content: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
const points = (positions: readonly (readonly number[])[], crs?: string) => ({
  type: 'FeatureCollection',
  ...(crs === undefined ? {} : { crs: { type: 'name', properties: { name: crs } } }),
  features: positions.map((coordinates) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Point', coordinates },
  })),
});

async function read(content: unknown, options: ReadOptions = {}) {
  const result = await readFile({ name: '点.geojson', bytes: bytesOf(content) }, options, {});
  return result.ok
    ? { crs: result.value[0]!.crs, at: [...result.value[0]!.batch.geometry.coordinates], notes: result.value[0]!.notes }
    : { code: result.problem.code, ...result.problem.params, file: result.problem.at?.file };
}

describe('coordinate systems on reading', async () => {
  const place: [number, number] = [113.6, 34.7];
  const crs = await findCrs('EPSG:4526');
  const projected = crs.ok ? crs.value.fromLonLat(...place) : [0, 0];

  it('follows the manifest, else the file, else takes degrees', async () => {
    const byFile = await read(points([projected], 'urn:ogc:def:crs:EPSG::4526'));
    const byManifest = await read(points([projected], 'EPSG:3857'), { crs: 'EPSG:4526' });
    for (const found of [byFile, byManifest]) {
      expect(found.crs).toBe('EPSG:4526');
      expect(found.at?.[0]).toBeCloseTo(place[0], 9);
      expect(found.at?.[1]).toBeCloseTo(place[1], 9);
    }
    expect(await read(points([place]))).toMatchObject({ crs: 'EPSG:4326', at: place });
    // Geographic CGCS2000 keeps every digit.
    expect(await read(points([place], 'EPSG:4490'))).toMatchObject({ crs: 'EPSG:4490', at: place });
  });

  it('undoes the datum shift to a nanodegree', async () => {
    for (const datum of ['gcj02', 'bd09'] as const) {
      const { at } = await read(points([fromWgs84(datum, ...place)]), { datum });
      expect(Math.abs(at![0]! - place[0])).toBeLessThan(1e-9);
      expect(Math.abs(at![1]! - place[1])).toBeLessThan(1e-9);
    }
  });

  it('says what is wrong where numbers and system contradict each other', async () => {
    expect(await read(points([projected, projected]))).toEqual({
      code: 'coordinates-not-degrees',
      x: String(Math.round(projected[0]! * 1e6) / 1e6),
      y: String(Math.round(projected[1]! * 1e6) / 1e6),
      crs: 'EPSG:4326',
      guess: 'EPSG:4526',
      file: '点.geojson',
    });
    expect(await read(points([[12_645_000, 4_120_000]]))).toMatchObject({ guess: 'EPSG:3857' });
    expect(await read(points([[34.7, 113.6]]))).toMatchObject({ code: 'coordinates-swapped' });
    expect(await read(points([place], 'EPSG:4526'))).toMatchObject({ code: 'coordinates-are-degrees' });
    expect(await read(points([place], 'EPSG:99999'))).toMatchObject({ code: 'crs-unknown', file: '点.geojson' });
  });

  it('keeps the row of a position that the projection cannot hold, without its geometry', async () => {
    const far = [1e30, 1e30];
    const { at, notes } = await read(points([projected, far, projected], 'EPSG:3857'), { crs: 'EPSG:4526' });
    expect(at?.length).toBe(4);
    expect(notes?.map((note) => [note.code, note.at])).toEqual([
      ['coordinates-not-convertible', { file: '点.geojson', row: 1 }],
    ]);
  });

  it('leaves a few positions outside the globe for the check to name', async () => {
    expect((await read(points([place, place, [1136, 34]]))).at).toEqual([...place, ...place, 1136, 34]);
  });
});

describe('formats', () => {
  it('are known by content before name', async () => {
    const fgb = Uint8Array.of(0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0);
    expect(findDriver('x.geojson', fgb)?.id).toBe('flatgeobuf');
    expect(findDriver('x.fgb', bytesOf('\uFEFF {"type":'))?.id).toBe('geojson');
    expect(findDriver('x.FGB', bytesOf('?'))?.id).toBe('flatgeobuf');
    expect(findDriver('x.dwg', bytesOf('AC1032'))).toBeUndefined();
    const unknown = await readFile({ name: 'x.dwg', bytes: bytesOf('AC1032') }, {}, {});
    expect(unknown.ok ? '' : [unknown.problem.code, unknown.problem.at?.file]).toEqual(['format-unknown', 'x.dwg']);
  });
});

describe('inspecting', () => {
  async function inspect(content: unknown, name = 'x.geojson') {
    const result = await examineFile({ name, bytes: bytesOf(content) }, {}, {});
    if (!result.ok) throw new Error(result.problem.code);
    return result.value.layers[0]!.facts;
  }

  it('tells what a file holds and what is wrong with its shapes', async () => {
    const ring = (...positions: number[][]) => ({ type: 'Polygon', coordinates: [positions] });
    const layer = await inspect({
      type: 'FeatureCollection',
      name: '图斑',
      features: [
        { type: 'Feature', properties: { n: 1, s: '甲' }, geometry: ring([1, 1], [2, 1], [2, 2], [1, 1]) },
        { type: 'Feature', properties: { n: 2 }, geometry: ring([1, 1], [2, 1], [1, 1]) },
        { type: 'Feature', properties: { n: 2 }, geometry: ring([1, 1], [2, 1], [2, 2]) },
        { type: 'Feature', properties: {}, geometry: ring([1, 1], [999, 1], [2, 2], [1, 1]) },
        { type: 'Feature', properties: {}, geometry: null },
        { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [[1, 1]] } },
      ],
    });
    expect(layer).toMatchObject({
      name: '图斑',
      encoding: 'utf-8',
      crs: 'EPSG:4326',
      crsFrom: 'default',
      features: 6,
      geometryTypes: { polygon: 4, none: 1, line: 1 },
      bounds: [1, 1, 2, 2],
      fields: [
        { name: 'n', type: 'number', filled: 3, samples: [1, 2] },
        { name: 's', type: 'text', filled: 1, samples: ['甲'] },
      ],
    });
    expect(layer.problems.map((found) => [found.code, found.at?.row])).toEqual([
      ['geometry-missing', 4],
      ['geometry-degenerate', 1],
      ['ring-closed', 2],
      ['coordinates-out-of-range', 3],
      ['geometry-degenerate', 5],
    ]);
  });

  it('guesses a datum only with a reason', async () => {
    const guess = async (content: unknown, name?: string) => {
      const { datum } = await inspect(content, name);
      return [datum.datum, ...datum.reasons.map((reason) => reason.code)];
    };
    expect(await guess(points([[-71.1, 42.3]]))).toEqual(['wgs84', 'datum-guess-outside']);
    expect(await guess(points([[113.6, 34.7]]))).toEqual([undefined, 'datum-guess-open']);
    expect(await guess(points([[113.6, 34.7]]), '高德_工地.geojson')).toEqual(['gcj02', 'datum-guess-named']);
    expect(await guess(points([]))).toEqual([undefined]);
  });
});

const realData = process.env.CHENTU_REAL_DATA;

describe.skipIf(!realData)('real files (needs CHENTU_REAL_DATA)', () => {
  const inspect = async (path: string) => {
    const result = await examineFile(
      { name: path, bytes: new Uint8Array(readFileSync(join(realData!, path))) },
      {},
      {},
    );
    if (!result.ok) throw new Error(result.problem.code);
    return result.value.layers[0]!.facts;
  };

  it('reads a city of layers without loss', async () => {
    const counts: Record<string, number> = {
      'cambridge/DPW_StreetSweepingDistricts.geojson': 14,
      'cambridge/DPW_StreetSweepingRoads.geojson': 714,
      'cambridge/DERIVED_vacant_industrial_parking_parcels_FY2014.geojson': 702,
      'cambridge/CDD_SpecialPermitAreas.geojson': 355,
      'cambridge/CDD_SpecialPermits.geojson': 499,
      'cambridge/CDD_ZoningDistricts.geojson': 261,
      'cambridge/ASSESSING_ParcelsFY2014.fgb': 13_115,
    };
    for (const [path, count] of Object.entries(counts))
      expect([path, (await inspect(path)).features]).toEqual([path, count]);
    const roads = await inspect('cambridge/DPW_StreetSweepingRoads.geojson');
    expect(roads.geometryTypes).toEqual({ none: 1, polygon: 713 });
    expect(roads.problems.map((found) => found.code)).toContain('geometry-empty');
  });

  it('knows the boundaries that come in GCJ-02', async () => {
    const { datum, features } = await inspect('shanghai/datav_GCJ02_310000_districts.json');
    expect([datum.datum, features]).toEqual(['gcj02', 16]);
  });
});
