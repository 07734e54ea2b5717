import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../core/random.ts';
import { geometryToGeoJson } from '../geo/geometry-column.ts';
import { valueAt } from '../model/feature-batch.ts';
import { readFile } from './read-file.ts';
import { writeFile } from './write-file.ts';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const kmlOf = (inner: string, head = '<?xml version="1.0" encoding="UTF-8"?>') =>
  `${head}<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>裸土台账</name>${inner}</Document></kml>`;
const square = '113.6,34.7,120 113.61,34.7,120 113.61,34.71,120 113.6,34.71,120 113.6,34.7,120';
const placemark = (words: string, coordinates = square) =>
  `<Placemark>${words}<Polygon><outerBoundaryIs><LinearRing><coordinates>${coordinates}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`;

async function read(bytes: Uint8Array<ArrayBuffer>, name = '台账.kml') {
  const result = await readFile({ name, bytes }, {}, {});
  if (!result.ok) return { code: result.problem.code, params: result.problem.params };
  const [layer] = result.value;
  const { batch, notes } = layer!;
  const rows = Array.from(batch.rows, (_, index) => ({
    geometry: geometryToGeoJson(batch.geometry, index),
    ...Object.fromEntries([...batch.columns].map(([column, values]) => [column, valueAt(values, index)])),
  }));
  return { layer: layer!.name, rows, notes: notes.map(({ code }) => code) };
}

describe('KML', () => {
  it('gives each placemark its shape and its fields, and tells what was left out', async () => {
    const extended =
      '<ExtendedData><Data name="面积"><value>12.5</value></Data><Data name="labelText"><value>甲</value></Data></ExtendedData>';
    const text = kmlOf(
      placemark(`<name>一号</name><styleUrl>#red</styleUrl>${extended}`) +
        '<Folder><Placemark><name>二号</name><TimeSpan><begin>2026-09-01</begin></TimeSpan></Placemark></Folder>' +
        '<NetworkLink><Link><href>http://example.invalid/a.kml</href></Link></NetworkLink>',
    );
    const found = await read(bytesOf(text));
    expect(found).toMatchObject({
      layer: '裸土台账',
      rows: [
        { name: '一号', 面积: '12.5', labelText: '甲', geometry: { type: 'Polygon' } },
        { name: '二号', begin: '2026-09-01', geometry: null },
      ],
    });
    expect(found.rows?.[0]?.geometry).toMatchObject({ coordinates: [expect.arrayContaining([[113.61, 34.71]])] });
    expect(found.rows?.[0]).not.toHaveProperty('styleUrl');
    expect(new Set(found.notes)).toEqual(
      new Set(['kml-links-left-out', 'looks-left-out', 'geometry-missing', 'heights-left-out']),
    );
  });

  it('opens a KMZ by its content, and says when there is no KML in it', async () => {
    const kmz = zipSync({ 'doc.kml': bytesOf(kmlOf(placemark('<name>一号</name>'))) }) as Uint8Array<ArrayBuffer>;
    expect(await read(kmz, '下载')).toMatchObject({ rows: [{ name: '一号' }] });
    const other = zipSync({ 'a.txt': bytesOf('x') }) as Uint8Array<ArrayBuffer>;
    expect(await read(other, 'a.kmz')).toMatchObject({ code: 'kmz-without-kml' });
  });

  it('reads GBK where the file says so, and where it says UTF-8 and is not', async () => {
    // 裸土 in GBK.
    const name = [0xc2, 0xe3, 0xcd, 0xc1];
    for (const declared of ['GBK', 'UTF-8']) {
      const [before, after] = kmlOf(placemark('<name>#</name>'), `<?xml version="1.0" encoding="${declared}"?>`)
        .replace('裸土台账', 'x')
        .split('#') as [string, string];
      const bytes = Uint8Array.from([...bytesOf(before), ...name, ...bytesOf(after)]);
      expect(await read(bytes)).toMatchObject({ rows: [{ name: '裸土' }] });
    }
  });

  it('says where XML is broken, and does not follow what a hostile file asks for', async () => {
    expect(await read(bytesOf('<kml><Document>\n<Placemark></kml>'))).toMatchObject({
      code: 'xml-broken',
      params: { line: 2 },
    });
    expect(await read(bytesOf(kmlOf('')))).toMatchObject({ code: 'kml-no-placemarks' });
    const deep = kmlOf('<Folder>'.repeat(5000) + '</Folder>'.repeat(5000));
    expect(await read(bytesOf(deep))).toMatchObject({ code: 'xml-too-deep' });
    const doctype =
      '<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    const bomb = await read(bytesOf(kmlOf(placemark('<name>&b;&c;</name>'), doctype)));
    expect(JSON.stringify(bomb)).not.toMatch(/aaaaaaaaaa|root:/);
    const proto = '<ExtendedData><Data name="__proto__"><value>x</value></Data></ExtendedData>';
    expect(await read(bytesOf(kmlOf(placemark(proto))))).toHaveProperty('rows');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('answers or refuses whatever becomes of a file: cut, bytes flipped, pieces repeated', async () => {
    const sound = bytesOf(
      kmlOf(placemark('<name>一号</name><ExtendedData><Data name="面积"><value>3</value></Data></ExtendedData>')),
    );
    const random = createRandom(20261126);
    let readable = 0;
    for (let run = 0; run < 400; run++) {
      const bytes = sound.slice(0, run % 3 === 0 ? random.integer(0, sound.length) : sound.length);
      for (let flips = random.integer(0, 4); flips > 0 && bytes.length > 0; flips--)
        bytes[random.integer(0, bytes.length - 1)] = random.integer(0, 255);
      const from = random.integer(0, bytes.length);
      const mutated = run % 5 === 0 ? Uint8Array.from([...bytes, ...bytes.subarray(from)]) : bytes;
      const found = await read(mutated);
      expect(found.code ?? found.rows).toBeDefined();
      if (found.rows) readable++;
    }
    expect(readable).toBeGreaterThan(50);
  });

  it('gives back what was written', async () => {
    const first = await readFile(
      { name: 'a.kml', bytes: bytesOf(kmlOf(placemark('<name>一号 &lt;b&gt;</name>'))) },
      {},
      {},
    );
    const layer = first.ok && first.value[0];
    if (!layer) throw new Error('found no layer, expected one');
    const written = await writeFile('kml', { name: layer.name, batch: layer.batch }, {});
    expect(written.ok && (await read(written.value))).toMatchObject({
      rows: [{ name: '一号 <b>', geometry: geometryToGeoJson(layer.batch.geometry, 0) }],
    });
  });
});

describe('GPX', () => {
  it('has waypoints as points, routes and tracks as lines', async () => {
    const point = (tag: string, x: number) =>
      `<${tag} lat="34.7" lon="${x}"><ele>120</ele><time>2026-11-01T08:00:00Z</time></${tag}>`;
    const text = `<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">${point('wpt', 113.6)}<rte><name>路线</name>${point('rtept', 113.6)}${point('rtept', 113.7)}</rte><trk><name>轨迹</name><trkseg>${point('trkpt', 113.6)}${point('trkpt', 113.8)}</trkseg></trk></gpx>`;
    const found = await read(bytesOf(text), '巡查');
    const types = found.rows?.map(({ geometry }) => geometry?.type).sort();
    expect(types).toEqual(['LineString', 'LineString', 'Point']);
    expect(found.notes).toContain('gpx-readings-left-out');
    expect(await read(bytesOf('<gpx version="1.1"></gpx>'), 'a.gpx')).toMatchObject({ code: 'gpx-no-features' });
  });
});

const folder = join(process.env.CHENTU_REAL_DATA ?? '', 'messy/kml_gpx');

describe.skipIf(!process.env.CHENTU_REAL_DATA || !existsSync(folder))('files of others', () => {
  it('never throw, and give a feature for each record or say why not', async () => {
    const codes = new Map<string, string>();
    for (const name of readdirSync(folder).filter((file) => /\.(?:kml|kmz|gpx)$/.test(file))) {
      const found = await read(new Uint8Array(readFileSync(join(folder, name))), name);
      if (found.code) codes.set(name, found.code);
      else expect(found.rows?.length, name).toBeGreaterThan(0);
    }
    // These hold no position at all, or tracks of a single one.
    const empty = ['bad.gpx', 'empty_trk.gpx', 'trek_no_rtept.gpx', 'unique_trkpt.gpx'];
    const expected = [...empty.map((name) => [name, 'gpx-no-features']), ['networklink.kml', 'kml-only-links']];
    expect(Object.fromEntries(codes)).toEqual(Object.fromEntries(expected));
  });
});
