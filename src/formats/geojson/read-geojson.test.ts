import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geometryToGeoJson } from '../../geo/geometry-column.ts';
import { valueAt } from '../../model/feature-batch.ts';
import { checkGeometry } from '../check-geometry.ts';
import type { RawLayer } from '../driver.ts';
import { readFile } from '../read-file.ts';
import { locateJsonError } from './locate-json-error.ts';
import { readGeoJson } from './read-geojson.ts';
import { writeGeoJson } from './write-geojson.ts';

const bytesOf = (content: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));

async function readLayer(content: unknown): Promise<RawLayer> {
  const result = await readGeoJson({ name: 'x.geojson', bytes: bytesOf(content), options: {} }, {});
  if (!result.ok) throw new Error(result.problem.code);
  return result.value[0]!;
}

async function readProblem(content: unknown) {
  const result = await readGeoJson({ name: 'x.geojson', bytes: bytesOf(content), options: {} }, {});
  return result.ok ? undefined : { code: result.problem.code, ...result.problem.params };
}

const notesOf = (layer: RawLayer) => layer.notes.map((note) => [note.code, note.at?.row]);
const feature = (geometry: unknown, properties: unknown = {}) => ({ type: 'Feature', properties, geometry });
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const point = { type: 'Point', coordinates: [113.6, 34.7] };

describe('reading GeoJSON', () => {
  it('reads a collection, a feature, a geometry, a list and one feature a line alike', async () => {
    const whole = feature(point, { n: 1 });
    const forms = [
      collection(whole),
      whole,
      [whole],
      `${JSON.stringify(whole)}\n${JSON.stringify(whole)}`,
      `\u001e${JSON.stringify(whole)}\n\u001e${JSON.stringify(whole)}\n`,
      `\uFEFF  ${JSON.stringify(collection(whole))}`,
    ];
    for (const form of forms) {
      const { batch } = await readLayer(form);
      expect(geometryToGeoJson(batch.geometry, 0)).toEqual(point);
      expect(valueAt(batch.columns.get('n'), 0)).toBe(1);
    }
    expect((await readLayer(point)).batch.rows).toEqual(Uint32Array.of(0));
    expect((await readLayer(forms[3])).batch.rows).toEqual(Uint32Array.of(0, 1));
  });

  it('notes each bad record with its row and keeps the others', async () => {
    const layer = await readLayer(
      collection(
        feature(point),
        null,
        feature(null),
        feature({ type: 'Polygon', coordinates: [['x', 'y']] }),
        feature({ type: 'Point', coordinates: ['113.6', '34.7'] }),
        feature({ type: 'Circle', coordinates: [0, 0] }),
        feature(point, ['not', 'a', 'table']),
        feature({ type: 'Point', coordinates: [113.6, 34.7, 80, 1] }),
        feature({ type: 'GeometryCollection', geometries: [{ type: 'GeometryCollection', geometries: [point] }] }),
        feature({ type: 'LineString', coordinates: [] }),
      ),
    );
    expect(notesOf(layer)).toEqual([
      ['feature-not-an-object', 1],
      ['geometry-missing', 2],
      ['geometry-malformed', 3],
      ['coordinates-are-text', 4],
      ['geometry-type-unknown', 5],
      ['properties-not-an-object', 6],
      ['geometry-collection-nested', 8],
      ['geometry-empty', 9],
      ['heights-left-out', 7],
    ]);
    expect([...layer.batch.rows]).toEqual([0, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([...layer.batch.geometry.type]).toEqual([1, 0, 0, 1, 0, 1, 1, 1, 0]);
    expect(geometryToGeoJson(layer.batch.geometry, 3)).toEqual(point);
  });

  it('says at which line and place a broken file breaks', async () => {
    expect(await readProblem('{ "type": "FeatureCollection",\n  "features": [\n    { "type": ] }')).toEqual({
      code: 'json-broken',
      line: 3,
      column: 15,
      found: ']',
    });
    expect(await readProblem('{"type":"FeatureCollection","features":[')).toEqual({
      code: 'json-ends-early',
      line: 1,
      column: 41,
    });
    expect(await readProblem('  \n')).toEqual({ code: 'file-empty' });
    expect(await readProblem({ type: 'Sphere' })).toEqual({ code: 'geojson-no-features', found: '"Sphere"' });
    expect(await readProblem({ type: 'Topology' })).toEqual({ code: 'topojson-no-objects', found: 'type' });
  });

  it('reads what stands in a broken line file and names the broken line', async () => {
    const layer = await readLayer(`${JSON.stringify(feature(point))}\n{"type": \n${JSON.stringify(feature(point))}`);
    expect(layer.notes).toEqual([{ code: 'line-not-json', params: { line: 2, column: 10 }, at: { row: 1 } }]);
    expect([...layer.batch.rows]).toEqual([0, 2]);
  });

  it('takes the last of duplicate keys, as JSON.parse does, and keeps nested values as text', async () => {
    const { batch } = await readLayer('{"type":"Feature","geometry":null,"properties":{"a":1,"a":2,"b":{"c":[1]}}}');
    expect(valueAt(batch.columns.get('a'), 0)).toBe(2);
    expect(valueAt(batch.columns.get('b'), 0)).toBe('{"c":[1]}');
  });

  it('honours the crs member in its spellings', async () => {
    const crsOf = async (name: string) => {
      const crs = { type: 'name', properties: { name } };
      return (await readLayer({ ...collection(feature(point)), crs })).crs;
    };
    expect(await crsOf('urn:ogc:def:crs:EPSG::4490')).toBe('EPSG:4490');
    expect(await crsOf('EPSG:3857')).toBe('EPSG:3857');
    expect(await crsOf('urn:ogc:def:crs:OGC:1.3:CRS84')).toBe('EPSG:4326');
  });

  it('reads GBK text and says that it guessed', async () => {
    // "裸土" in GBK
    const gbk = Uint8Array.of(0xc2, 0xe3, 0xcd, 0xc1);
    const [before, after] = JSON.stringify(feature(null, { n: '@' })).split('@');
    const bytes = Uint8Array.of(...bytesOf(before), ...gbk, ...bytesOf(after));
    const result = await readGeoJson({ name: 'x', bytes, options: {} }, {});
    if (!result.ok) throw new Error(result.problem.code);
    expect(valueAt(result.value[0]!.batch.columns.get('n'), 0)).toBe('裸土');
    expect(result.value[0]!.notes[0]).toEqual({ code: 'encoding-guessed', params: { encoding: 'gb18030' } });
  });

  it('survives a collection nested a hundred thousand deep', async () => {
    const depth = 100_000;
    const text = `${'{"type":"GeometryCollection","geometries":['.repeat(depth)}${']}'.repeat(depth)}`;
    const result = await readGeoJson({ name: 'x', bytes: bytesOf(text), options: {} }, {});
    expect(result.ok ? result.value[0]!.notes.map((note) => note.code) : [result.problem.code]).toEqual(
      result.ok ? ['geometry-collection-nested', 'geometry-malformed'] : ['json-too-deep'],
    );
  });
});

describe('writing GeoJSON', () => {
  it('gives back what was read, to the last digit', async () => {
    const geometry = fc.oneof(
      fc.constant(null),
      fc.record({ type: fc.constant('Point'), coordinates: fc.tuple(longitude, latitude) }),
      fc.record({
        type: fc.constant('MultiLineString'),
        coordinates: fc.array(fc.array(fc.tuple(longitude, latitude), { minLength: 2, maxLength: 4 }), {
          minLength: 2,
          maxLength: 3,
        }),
      }),
    );
    const properties = fc.record({
      text: fc.option(fc.string({ minLength: 1 }), { nil: null }),
      number: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null }),
      flag: fc.option(fc.boolean(), { nil: null }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(geometry, properties), { minLength: 1 }), async (features) => {
        const { batch, name } = await readLayer(collection(...features.map(([g, p]) => feature(g, p))));
        const written = await writeGeoJson({ name, batch }, {});
        if (!written.ok) throw new Error(written.problem.code);
        const again = await readLayer(new TextDecoder().decode(written.value));
        expect(again.batch.geometry).toEqual(batch.geometry);
        for (const column of ['text', 'number', 'flag']) {
          const values = (layer: RawLayer['batch']) =>
            Array.from(layer.rows, (_, index) => valueAt(layer.columns.get(column), index));
          expect(values(again.batch)).toEqual(values(batch));
        }
      }),
    );
  });
});

const longitude = fc.double({ min: -180, max: 180, noNaN: true }).map((value) => value + 0);
const latitude = fc.double({ min: -90, max: 90, noNaN: true }).map((value) => value + 0);

describe('locating JSON errors', () => {
  it('finds an error exactly where JSON.parse refuses', () => {
    const json = fc.json().chain((text) =>
      fc.oneof(
        fc.constant(text),
        fc.nat(text.length).map((at) => text.slice(0, at)),
        fc
          .tuple(fc.nat(text.length), fc.constantFrom('}', ']', ',', '"', 'x', '0', '\\', '\n'))
          .map(([at, letter]) => text.slice(0, at) + letter + text.slice(at)),
      ),
    );
    fc.assert(
      fc.property(json, (text) => {
        let isSound = true;
        try {
          JSON.parse(text);
        } catch {
          isSound = false;
        }
        expect(locateJsonError(text) === undefined, text).toBe(isSound);
      }),
      { numRuns: 2000 },
    );
  });
});

const realData = process.env.CHENTU_REAL_DATA;
/** Faults of metadata that GeoJSON readers need not judge: bbox, feature ids, precision, winding, duplicate keys, foreign members. */
const NOT_FAULTS_OF_SHAPE = /bbox|featureid|precision|rhr|winding|changed_semantics|collection_single|loop|first-last/;

describe.skipIf(!realData)('malformed files of others (needs CHENTU_REAL_DATA)', () => {
  it('gives a problem or a note for each and never throws', async () => {
    const folder = join(realData!, 'messy/bad_geojson');
    const silent: string[] = [];
    const names = readdirSync(folder);
    for (const name of names) {
      const result = await readFile({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }, {}, {});
      const layers = result.ok ? result.value : [];
      const told = layers.flatMap((layer) => [...layer.notes, ...checkGeometry(layer.batch)]);
      if (result.ok && told.length === 0) silent.push(name);
    }
    expect(names.length).toBe(86);
    expect(silent.filter((name) => !NOT_FAULTS_OF_SHAPE.test(name))).toEqual([]);
  });
});
