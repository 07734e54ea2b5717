/** Small whole files of every readable format, in the encodings and packings that they come in, to be broken. */
import { zipSync } from 'fflate';
import type { FormatId } from '../../src/formats/driver.ts';
import { readFile } from '../../src/formats/read-file.ts';
import { createGb18030Encoder } from '../../src/formats/shapefile/encode-gb18030.ts';
import type { PathAndBytes } from '../../src/formats/workspace/workspace-path.ts';
import { unzipFiles } from '../../src/formats/workspace/zip.ts';
import { writeFile } from '../../src/formats/write-file.ts';
import { encodeUtf16 } from './open-container.ts';
import { packedSeeds } from './packed-seeds.ts';
import { CSV, FIRES, GPX, KML, LAND, OSM, TOPOJSON, WEB_PAGE, WKT } from './seed-texts.ts';

const encode = (text: string) => new TextEncoder().encode(text);

const square = (lon: number, lat: number) => [
  [lon, lat],
  [lon + 0.01, lat],
  [lon + 0.01, lat + 0.01],
  [lon, lat + 0.01],
  [lon, lat],
];
const features = Array.from({ length: 12 }, (_, at) => ({
  type: 'Feature',
  properties: { 编号: `00${at}`, 名称: `图斑${at}`, 面积: 12.5 * at, 已覆盖: at % 2 === 0, 日期: '2026-03-05' },
  geometry:
    at % 3 === 0
      ? { type: 'Point', coordinates: [113 + at / 100, 34] }
      : at % 3 === 1
        ? { type: 'LineString', coordinates: square(113 + at / 100, 34) }
        : { type: 'Polygon', coordinates: [square(113 + at / 100, 34)] },
}));
const GEOJSON = encode(JSON.stringify({ type: 'FeatureCollection', name: '图斑', features }));
const TEXTS: Readonly<Record<string, string>> = {
  'a.csv': CSV,
  'b.tsv': WKT,
  'c.kml': KML,
  'd.gpx': GPX,
  'n.osm': OSM,
  'o.txt': LAND,
  'p.csv': FIRES,
  'r.topojson': TOPOJSON,
  's.xls': WEB_PAGE,
};
const WRITTEN: readonly (readonly [FormatId, string])[] = [
  ['flatgeobuf', 'e.fgb'],
  ['kml', 'f.kml'],
  ['csv', 'g.csv'],
  ['shapefile', 'l.zip'],
  ['gpx', 'm.gpx'],
  ['xlsx', 'q.xlsx'],
];

/** Each is what is dropped at once: one file, or several that belong together. */
export async function readerSeeds(): Promise<readonly (readonly PathAndBytes[])[]> {
  const read = await readFile({ name: 'x.geojson', bytes: GEOJSON }, {}, {});
  if (!read.ok) throw new Error(read.problem.code);
  const [layer] = read.value;
  const written = await Promise.all(
    WRITTEN.map(async ([format, path]) => {
      const bytes = await writeFile(format, { name: '图斑', batch: layer!.batch });
      if (!bytes.ok) throw new Error(`${format}: ${bytes.problem.code}`);
      return { path, bytes: bytes.value };
    }),
  );
  const lines = features.map((feature) => JSON.stringify(feature)).join('\n');
  const zip = (entries: Record<string, Uint8Array>) => zipSync(entries) as Uint8Array<ArrayBuffer>;
  const files = [
    { path: 'h.geojson', bytes: GEOJSON },
    { path: 'i.geojsonl', bytes: encode(lines) },
    ...Object.entries(TEXTS).map(([path, text]) => ({ path, bytes: encode(text) })),
    { path: 't.csv', bytes: encodeUtf16(CSV) },
    { path: 'u.csv', bytes: encodeGbk(CSV) },
    { path: 'v.txt', bytes: encodeGbk(LAND) },
    ...written,
    ...packedSeeds(),
    { path: 'j.kmz', bytes: zip({ 'doc.kml': encode(KML) }) },
    { path: 'k.zip', bytes: zip({ '台账/a.csv': encode(CSV), 'b.geojson': GEOJSON }) },
  ];
  const parts = unzipFiles(written.find(({ path }) => path === 'l.zip')!.bytes);
  if (!parts.ok) throw new Error(parts.problem.code);
  const table = parts.value.find(({ path }) => path.endsWith('.dbf'))!;
  return [...files.map((file) => [file]), [table], parts.value];
}

function encodeGbk(text: string): Uint8Array<ArrayBuffer> {
  return createGb18030Encoder()(text, Number.POSITIVE_INFINITY).bytes.slice();
}
