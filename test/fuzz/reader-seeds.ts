/** One small whole file of every readable format, to be broken. */
import { zipSync } from 'fflate';
import type { FormatId } from '../../src/formats/driver.ts';
import { readFile } from '../../src/formats/read-file.ts';
import type { PathAndBytes } from '../../src/formats/workspace/workspace-path.ts';
import { writeFile } from '../../src/formats/write-file.ts';

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
const CSV =
  '编号,名称,面积（亩）,经度,纬度\n0012,一号,12.4,113.61,34.71\n0013,"二号,\n大",3,"113°37\'12""",34.72\n0014,三号,1e3,,\n';
const WKT = '编号\tWKT\n1\tPOINT(113 34)\n2\tPOLYGON((113 34,113.1 34,113.1 34.1,113 34))\n3\tLINESTRING EMPTY\n';
const KML = `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>甲</name>
<Placemark><name>一</name><ExtendedData><Data name="责任"><value>某</value></Data></ExtendedData><Point><coordinates>113,34,5</coordinates></Point></Placemark>
<Placemark><name>二</name><MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>113,34 113.1,34 113.1,34.1 113,34</coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry></Placemark></Folder></Document></kml>`;
const GPX = `<?xml version="1.0"?><gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="34" lon="113"><name>点</name></wpt>
<trk><name>线</name><trkseg><trkpt lat="34" lon="113"><time>2026-03-05T08:00:00Z</time></trkpt><trkpt lat="34.1" lon="113"/></trkseg></trk></gpx>`;

const OSM = `<?xml version="1.0"?><osm version="0.6"><bounds minlat="34" minlon="113" maxlat="35" maxlon="114"/>
<node id="1" lat="34" lon="113"/><node id="2" lat="34.1" lon="113"/><node id="3" lat="34.1" lon="113.1"><tag k="amenity" v="school"/></node>
<way id="5"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="1"/><tag k="landuse" v="construction"/></way>
<way id="6"><nd ref="1"/><nd ref="2"/><nd ref="9"/><tag k="highway" v="primary"/></way>
<relation id="7"><member type="way" ref="5" role="outer"/><tag k="type" v="multipolygon"/><tag k="landuse" v="brownfield"/></relation></osm>`;
const LAND = `[属性描述]
坐标系=2000国家大地坐标系
几度分带=3
投影类型=高斯克吕格
计量单位=米
带号=38
[地块坐标]
4,0.1,DK1,一号地块,面,,住宅,,@
J1,1,3841000.1,38500000.2
J2,1,3841100.1,38500000.2
J3,1,3841100.1,38500100.2
J1,1,3841000.1,38500000.2
`;
const FIRES =
  'latitude,longitude,brightness,scan,track,acq_date,acq_time,satellite,confidence,version,bright_t31,frp,daynight\n34.1,113.2,310.2,1.1,1,2022-04-01,35,T,67,6.1NRT,290,12.1,D\n';

const TEXTS: Readonly<Record<string, string>> = {
  'a.csv': CSV,
  'b.tsv': WKT,
  'c.kml': KML,
  'd.gpx': GPX,
  'n.osm': OSM,
  'o.txt': LAND,
  'p.csv': FIRES,
};
const WRITTEN: readonly (readonly [FormatId, string])[] = [
  ['flatgeobuf', 'e.fgb'],
  ['kml', 'f.kml'],
  ['csv', 'g.csv'],
  ['shapefile', 'l.zip'],
  ['gpx', 'm.gpx'],
  ['xlsx', 'q.xlsx'],
];

export async function readerSeeds(): Promise<readonly PathAndBytes[]> {
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
  return [
    { path: 'h.geojson', bytes: GEOJSON },
    { path: 'i.geojsonl', bytes: encode(lines) },
    ...Object.entries(TEXTS).map(([path, text]) => ({ path, bytes: encode(text) })),
    ...written,
    { path: 'j.kmz', bytes: zip({ 'doc.kml': encode(KML) }) },
    { path: 'k.zip', bytes: zip({ '台账/a.csv': encode(CSV), 'b.geojson': GEOJSON }) },
  ];
}
