/** What reading on bytes, a piece at a time, must keep: cuts, damage, order of members, and files that mean harm. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../core/random.ts';
import type { Progress, Task } from '../../core/task.ts';
import { geometryToGeoJson } from '../../geo/geometry-column.ts';
import { valueAt } from '../../model/feature-batch.ts';
import type { RawLayer } from '../driver.ts';
import { findJsonError } from './find-json-error.ts';
import { endOfValue, findFeature } from './json-bytes.ts';
import { readGeoJson } from './read-geojson.ts';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

async function read(content: string | Uint8Array<ArrayBuffer>, encoding?: string, task: Task = {}) {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  return readGeoJson({ name: 'x.geojson', bytes, options: encoding === undefined ? {} : { encoding } }, task);
}

async function readLayer(content: string | Uint8Array<ArrayBuffer>, encoding?: string): Promise<RawLayer> {
  const result = await read(content, encoding);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value[0]!;
}

const featureText = (n: number, more = '') =>
  `{"type":"Feature","properties":{"n":${n}${more}},"geometry":{"type":"Point","coordinates":[${n % 180},1]}}`;
const collectionText = (features: readonly string[]) =>
  `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}`;
const numbersOf = ({ batch }: RawLayer) => Array.from(batch.rows, (_, i) => valueAt(batch.columns.get('n'), i));
const notesOf = (layer: RawLayer) =>
  layer.notes.map(({ code, params, at }) => [code, params.line, params.column, at?.row]);

describe('a file cut off', () => {
  const whole = collectionText([1, 2, 3, 4].map((n) => featureText(n)));

  it('gives the features before the cut, wherever it falls, and says where that is', async () => {
    const ends = [1, 2, 3, 4].map((n) => whole.indexOf(featureText(n)) + featureText(n).length);
    for (let length = 1; length < whole.length; length++) {
      const result = await read(whole.slice(0, length));
      const done = ends.filter((end) => end <= length).length;
      if (done === 0) {
        expect(result.ok ? '' : result.problem.code, `${length}`).toBe('json-ends-early');
        continue;
      }
      const layer = result.ok ? result.value[0]! : undefined;
      expect(layer && numbersOf(layer), `${length}`).toEqual([1, 2, 3, 4].slice(0, done));
      const note = layer?.notes.find(({ code }) => code === 'geojson-cut-off');
      const text = whole.slice(0, length);
      expect(note?.params, `${length}`).toEqual({
        line: text.split('\n').length,
        column: text.length - text.lastIndexOf('\n'),
        found: '',
        done,
      });
    }
  });
});

describe('a file cut off within a character', () => {
  it('is of the encoding that it was', async () => {
    const bytes = bytesOf(collectionText([featureText(1), featureText(2, ',"名":"裸土"')]));
    const layer = await readLayer(bytes.slice(0, bytes.indexOf(0xe8) + 2));
    expect(layer.notes.map(({ code }) => code)).toEqual(['geojson-cut-off']);
  });
});

describe('a broken place', () => {
  it('costs the one feature that it is in', async () => {
    const features = [1, 2, 3, 4, 5].map((n) => featureText(n));
    const damages: [string, (text: string) => string][] = [
      ['a bracket less', (text) => text.replace('},"geometry"', ',"geometry"')],
      ['a quote lost', (text) => text.replace('"n"', '"n')],
      ['no value', (text) => text.replace('"n":3', '"n":')],
      ['NaN', (text) => text.replace('"n":3', '"n":NaN')],
      ['two commas', (text) => text.replace(',"geo', ',,"geo')],
      ['no bracket in the coordinates', (text) => text.replace(',1]', ',1')],
    ];
    for (const [name, damage] of damages) {
      const text = collectionText(features.map((feature, i) => (i === 2 ? damage(feature) : feature)));
      const layer = await readLayer(text);
      expect(numbersOf(layer), name).toEqual([1, 2, 4, 5]);
      expect(layer.notes[0], name).toMatchObject({
        code: 'geojson-record-broken',
        // A bracket that is missing shows where the next feature begins.
        params: { line: name === 'a bracket less' ? 5 : 4 },
        at: { row: 2 },
      });
    }
  });

  it('that ends a feature too early costs its geometry', async () => {
    const [a, b, c] = [1, 2, 3].map((n) => featureText(n));
    const layer = await readLayer(collectionText([a!, b!.replace('},"geometry"', '}},"geometry"'), c!]));
    expect(numbersOf(layer)).toEqual([1, 2, 3]);
    expect([...layer.batch.geometry.type]).toEqual([1, 0, 1]);
    expect(layer.notes.map(({ code, params, at }) => [code, params.line, at?.row])).toEqual([
      ['geometry-missing', undefined, 1],
      ['feature-not-an-object', undefined, 2],
      ['geojson-text-skipped', 3, 3],
    ]);
  });

  it('is named as it stands in the file', async () => {
    const text = collectionText([featureText(1), '{"type":"Feature","name":"土😀","x":?}', featureText(3)]);
    const layer = await readLayer(text);
    expect(layer.notes).toEqual([
      {
        code: 'geojson-record-broken',
        params: { line: 3, column: text.split('\n')[2]!.indexOf('?') + 1, found: '?', done: 1 },
        at: { row: 1 },
      },
    ]);
    expect([...layer.batch.rows]).toEqual([0, 2]);
  });

  it('between two features loses neither', async () => {
    const [a, b] = [featureText(1), featureText(2)];
    const cases: [string, string][] = [
      [`{"type":"FeatureCollection","features":[${a},${b},]}`, 'json-mended'],
      [`{"type":"FeatureCollection","features":[${a} ${b}]}`, 'json-mended'],
      [`{"type":"FeatureCollection","features":[${a},${b}]},`, 'geojson-goes-on'],
      [`{"type":"FeatureCollection","features":[${a}, ] ,${b}]}`, 'json-mended'],
      [`{"type":"FeatureCollection","features":[${a} xx ${b}]}`, 'geojson-text-skipped'],
      [`{"type":"FeatureCollection","features":[${a},${b}] xx`, 'geojson-broken-off'],
    ];
    for (const [text, code] of cases) {
      const layer = await readLayer(text);
      expect(
        layer.notes.map((note) => note.code),
        text,
      ).toContain(code);
      if (!text.includes('] ,')) expect(numbersOf(layer), text).toEqual([1, 2]);
    }
  });

  it('fails as ever where no feature at all could be read', async () => {
    const result = await read('{"type":"FeatureCollection","features":[\n{"type":"Feature",]');
    expect(result).toEqual({
      ok: false,
      problem: { code: 'json-broken', params: { line: 2, column: 19, found: ']' } },
    });
  });

  it('or several never throw, and every record is a feature or noted', async () => {
    const sound = collectionText(Array.from({ length: 30 }, (_, n) => featureText(n, ',"名":"裸土"')));
    const random = createRandom(20261126);
    for (let run = 0; run < 600; run++) {
      const bytes = bytesOf(sound);
      for (let flips = random.integer(1, 4); flips > 0; flips--) {
        bytes[random.integer(0, bytes.length - 1)] = random.integer(0, 255);
      }
      const result = await read(bytes);
      if (!result.ok) continue;
      const { batch, notes } = result.value[0]!;
      expect(batch.rows.length < 30 ? notes.length > 0 : true, new TextDecoder().decode(bytes)).toBe(true);
      expect(batch.rows.length).toBeGreaterThan(18);
    }
  });
});

describe('members', () => {
  it('count wherever they stand', async () => {
    const crs = '"crs":{"type":"name","properties":{"name":"EPSG:4526"}},"name":"图斑"';
    for (const text of [
      `{${crs},"type":"FeatureCollection","features":[${featureText(1)}]}`,
      `{"features":[${featureText(1)}],${crs},"type":"FeatureCollection"}`,
      `{"features" : [ ${featureText(1)} ] , ${crs} , "type" : "FeatureCollection" , "x" : [ { "features" : [ 1 ] } ] }\n`,
    ]) {
      expect(await readLayer(text)).toMatchObject({ crs: 'EPSG:4526', name: '图斑', notes: [] });
    }
  });

  it('called alike, or __proto__, harm nothing', async () => {
    const a = `{"__proto__":{"a":1},"type":"FeatureCollection","features":[${featureText(1, ',"__proto__":7,"constructor":"x"')}],"features":[${featureText(2)}]}`;
    const layer = await readLayer(a);
    expect(numbersOf(layer)).toEqual([1, 2]);
    expect(layer.notes.map(({ code }) => code)).toEqual(['geojson-features-twice']);
    expect(valueAt(layer.batch.columns.get('__proto__'), 0)).toBe(7);
    expect(valueAt(layer.batch.columns.get('constructor'), 0)).toBe('x');
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  it('named features of a single Feature are no list', async () => {
    const layer = await readLayer('{"type":"Feature","geometry":null,"properties":{"n":1},"features":[{"n":2}]}');
    expect(numbersOf(layer)).toEqual([1]);
  });
});

describe('records without a list around them', () => {
  it('are read behind separators, over several lines, and as collections', async () => {
    const pretty = (n: number) => JSON.stringify(JSON.parse(featureText(n)), null, 1);
    expect(numbersOf(await readLayer(`\u001e${pretty(1)}\n\u001e${pretty(2)}\n`))).toEqual([1, 2]);
    expect(numbersOf(await readLayer(`${pretty(1)}\n${pretty(2)}\n`))).toEqual([1, 2]);
    const lines = [1, 2].map(
      (n) => `{"type":"FeatureCollection","features":[${featureText(n)},${featureText(n + 2)}]}`,
    );
    expect(numbersOf(await readLayer(lines.join('\r\n')))).toEqual([1, 3, 2, 4]);
  });

  it('lose one line at a break', async () => {
    const layer = await readLayer(`${featureText(1)}\n\n{"type":"Feature","x":}\n${featureText(3)}`);
    expect(notesOf(layer)).toEqual([['line-not-json', 2, 23, 1]]);
    expect([...layer.batch.rows]).toEqual([0, 2]);
  });
});

describe('encodings', () => {
  const text = collectionText(Array.from({ length: 40_000 }, (_, n) => featureText(n, ',"名":"裸土図斑[{"')));
  const utf16 = (littleEndian: boolean) => {
    const view = new DataView(new ArrayBuffer(2 * text.length + 2));
    `\uFEFF${text}`.split('').forEach((letter, i) => {
      view.setUint16(2 * i, letter.charCodeAt(0), littleEndian);
    });
    return new Uint8Array(view.buffer);
  };

  it.each([
    ['utf-16le', true],
    ['utf-16be', false],
  ])('%s of several megabytes is read by its mark', async (encoding, littleEndian) => {
    const layer = await readLayer(utf16(littleEndian));
    expect([layer.encoding, layer.batch.rows.length]).toEqual([encoding, 40_000]);
    expect(valueAt(layer.batch.columns.get('名'), 39_999)).toBe('裸土図斑[{');
  });

  it('GBK whose second bytes are brackets and backslashes is read whole', async () => {
    // 乗 is 0x81 0x5C, 亄 is 0x81 0x7D in GBK: the second bytes are those of \ and }.
    const [before, after] = collectionText([featureText(1, ',"t":"@"')]).split('@');
    const bytes = Uint8Array.of(...bytesOf(before!), 0x81, 0x5c, 0x81, 0x7d, ...bytesOf(after!));
    const layer = await readLayer(bytes);
    expect(layer.notes.map(({ code, params }) => [code, params.encoding])).toEqual([['encoding-guessed', 'gb18030']]);
    expect(valueAt(layer.batch.columns.get('t'), 0)).toBe(
      new TextDecoder('gbk').decode(bytes.slice(before!.length, -after!.length)),
    );
    expect((await readLayer(bytes, 'gbk')).encoding).toBe('gbk');
    expect(await read(bytes, 'klingon')).toMatchObject({ ok: false, problem: { code: 'encoding-unknown' } });
  });
});

describe('files that mean harm', () => {
  const deep = (n: number) => '['.repeat(n) + ']'.repeat(n);

  it('nested a hundred thousand deep cost a cell or a geometry', async () => {
    const text = collectionText([
      `{"type":"Feature","geometry":null,"properties":{"n":1,"a":${deep(100_000)}}}`,
      `{"type":"Feature","geometry":{"type":"Point","coordinates":${deep(100_000)}},"properties":{"n":2}}`,
      `{"type":"Feature","geometry":${deep(100_000)},"properties":{"n":3}}`,
      `{"type":${deep(100_000)},"geometry":null,"properties":{"n":4}}`,
      `{"type":{"toString":1},"geometry":null,"properties":{"n":5}}`,
    ]);
    const layer = await readLayer(text);
    expect(numbersOf(layer)).toEqual([1, 2, 3, 4, 5]);
    expect(layer.notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'property-too-deep',
        'geometry-malformed',
        'geometry-not-an-object',
        'feature-type-wrong',
      ]),
    );
    expect(await read(deep(100_000))).toMatchObject({ ok: false, problem: { code: 'geojson-no-features' } });
    expect(await read('['.repeat(1_000_000))).toMatchObject({ ok: false, problem: { code: 'json-ends-early' } });
  });

  it('with more parts than a call can take are read whole', async () => {
    const positions = Array.from({ length: 150_000 }, (_, i) => [i / 3000, 1]);
    const points = positions.map((coordinates) => ({ type: 'Point', coordinates }));
    const shapes = [
      { type: 'MultiPoint', coordinates: positions },
      { type: 'GeometryCollection', geometries: points },
      {
        type: 'MultiPolygon',
        coordinates: positions.map(([x]) => [
          [
            [x, 0],
            [x, 1],
            [0, 1],
            [x, 0],
          ],
        ]),
      },
    ];
    const layer = await readLayer(JSON.stringify(shapes));
    expect([...layer.batch.geometry.partStart]).toEqual([0, 150_000, 300_000, 450_000]);
  });

  it('of forty megabytes in one line, one text, or breaks without end do not hang', async () => {
    const many = Array.from({ length: 300_000 }, (_, n) => featureText(n)).join(',');
    const started = performance.now();
    expect((await readLayer(`{"type":"FeatureCollection","features":[${many}]}`)).batch.rows.length).toBe(300_000);
    const long = await readLayer(collectionText([featureText(1, `,"t":"${'\\"x'.repeat(13_000_000)}"`)]));
    expect(String(valueAt(long.batch.columns.get('t'), 0)).length).toBe(26_000_000);
    // Each record swallows all that follow it.
    const open = await readLayer(
      `{"type":"FeatureCollection","features":[${featureText(1)},${many.replaceAll('}},', '},')}]}`,
    );
    expect(open.notes.map(({ code }) => code)).toContain('geojson-record-broken');
    const closed = await readLayer(
      `{"type":"FeatureCollection","features":[${featureText(1)},${many.replaceAll('"n"', '?')}]}`,
    );
    expect(closed.notes.at(-1)).toMatchObject({ code: 'more-notes', params: { count: 299_980 } });
    expect(performance.now() - started).toBeLessThan(40_000);
  });
});

describe('long reading', () => {
  const text = collectionText(Array.from({ length: 400_000 }, (_, n) => featureText(n)));

  it('tells how far it is, in bytes, and can be stopped', async () => {
    const told: Progress[] = [];
    await read(text, undefined, { onProgress: (progress) => told.push(progress) });
    expect(told.length).toBeGreaterThan(50);
    expect(told.every(({ stage, total }) => stage === 'read' && total === text.length)).toBe(true);
    expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).toSorted((a, b) => a - b));
    const controller = new AbortController();
    let turns = 0;
    const pause = async () => {
      if (++turns === 30) controller.abort(new Error('stopped'));
    };
    await expect(read(text, undefined, { pause, signal: controller.signal })).rejects.toThrow('stopped');
    expect(turns).toBe(30);
  });
});

describe('the outline of JSON', () => {
  it('ends values where the parser does', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom('', ' ', ',1', ']', '}'), (text, behind) => {
        const bytes = bytesOf(text + behind);
        const isScalar = !/^\s*["{[]/u.test(text);
        expect(endOfValue(bytes, 0)).toBe(isScalar && behind === '' ? bytes.length : bytesOf(text).length);
        expect(findJsonError(bytes, 0, bytesOf(text).length)).toBeUndefined();
      }),
    );
  });

  it('finds where the next feature begins', () => {
    const bytes = bytesOf('{"type":"Featur"} { "type" :\n"Feature"}');
    expect(findFeature(bytes, 0)).toBe(18);
    expect(findFeature(bytes, 19)).toBeUndefined();
  });

  it('keeps coordinates to the last digit', async () => {
    const coordinates = [113.61234567890124, -34.1e-7];
    const layer = await readLayer(JSON.stringify({ type: 'Point', coordinates }));
    expect(geometryToGeoJson(layer.batch.geometry, 0)).toEqual({ type: 'Point', coordinates });
  });
});
