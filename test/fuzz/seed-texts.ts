/** Whole files that are written as text, each with something of what its format can say. */

export const CSV =
  '编号,名称,面积（亩）,经度,纬度\n0012,一号,12.4,113.61,34.71\n0013,"二号,\n大",3,"113°37\'12""",34.72\n0014,三号,1e3,,\n';
export const WKT =
  '编号\tWKT\n1\tPOINT(113 34)\n2\tPOLYGON((113 34,113.1 34,113.1 34.1,113 34))\n3\tLINESTRING EMPTY\n';
export const KML = `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>甲</name>
<Placemark><name>一</name><ExtendedData><Data name="责任"><value>某</value></Data></ExtendedData><Point><coordinates>113,34,5</coordinates></Point></Placemark>
<Placemark><name>二</name><MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>113,34 113.1,34 113.1,34.1 113,34</coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry></Placemark></Folder></Document></kml>`;
export const GPX = `<?xml version="1.0"?><gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="34" lon="113"><name>点</name></wpt>
<trk><name>线</name><trkseg><trkpt lat="34" lon="113"><time>2026-03-05T08:00:00Z</time></trkpt><trkpt lat="34.1" lon="113"/></trkseg></trk></gpx>`;

export const OSM = `<?xml version="1.0"?><osm version="0.6"><bounds minlat="34" minlon="113" maxlat="35" maxlon="114"/>
<node id="1" lat="34" lon="113"/><node id="2" lat="34.1" lon="113"/><node id="3" lat="34.1" lon="113.1"><tag k="amenity" v="school"/></node>
<way id="5"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="1"/><tag k="landuse" v="construction"/></way>
<way id="6"><nd ref="1"/><nd ref="2"/><nd ref="9"/><tag k="highway" v="primary"/></way>
<relation id="7"><member type="way" ref="5" role="outer"/><tag k="type" v="multipolygon"/><tag k="landuse" v="brownfield"/></relation></osm>`;
export const LAND = `[属性描述]
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
export const FIRES =
  'latitude,longitude,brightness,scan,track,acq_date,acq_time,satellite,confidence,version,bright_t31,frp,daynight\n34.1,113.2,310.2,1.1,1,2022-04-01,35,T,67,6.1NRT,290,12.1,D\n';
export const TOPOJSON = JSON.stringify({
  type: 'Topology',
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
  ],
  objects: {
    裸土: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', id: 7, properties: { 编号: '007', 面积: 12.5 }, arcs: [[0, 1]] },
        { type: 'MultiLineString', properties: { 编号: '008' }, arcs: [[0], [-2]] },
        { type: null, properties: { 编号: '009' } },
      ],
    },
    点: { type: 'MultiPoint', coordinates: [[5, 5]] },
  },
});
export const WEB_PAGE = `<html><head><meta charset="utf-8"></head><body><p>裸土台账</p><table><tr><th rowspan="1">名称</th><th>经度</th><th>纬度</th></tr>
<tr><td rowspan="2">一号</td><td>113.6</td><td>34.7</td></tr><tr><td>113.7</td><td>34.8</td></tr></table>
<table><tr><td colspan="2">合计 &amp; 其他</td><td>2</td></tr></table></body></html>`;
