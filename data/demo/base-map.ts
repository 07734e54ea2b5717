/**
 * The ground beneath, from the same geometry as the layers, in the Protomaps basemap schema (version
 * 4), so that its style draws it as it draws a real extract: the attributes here are those on which
 * that style filters. Knows no tiles.
 */
import type { BaseMap, BaseMapFeature, BaseMapLayer, Pen } from './base-map-types.ts';
import { buildBuildings } from './buildings.ts';
import type { District } from './district.ts';
import { villageName } from './names.ts';
import { add, centroidOf, direction, distance, distanceToRing, type Point } from './plane.ts';
import { buildVillageLanes } from './village-lanes.ts';
import { districtOutline } from './zone-layers.ts';

/** Half of the covered square: the district and a rim around it. */
const REACH_METERS = 26_000;

export function buildBaseMap(district: District): BaseMap {
  const place = ([x, y]: Point): [number, number] => {
    const [longitude, latitude] = district.frame.unproject(x, y);
    return [Math.round(longitude * 1e6) / 1e6, Math.round(latitude * 1e6) / 1e6];
  };
  const pen: Pen = {
    line: (path) => ({ type: 'LineString', coordinates: path.map(place) }),
    area: (ring) => ({ type: 'Polygon', coordinates: [[...ring, ring[0]!].map(place)] }),
    dot: (at) => ({ type: 'Point', coordinates: place(at) }),
  };
  const [west, south] = place([-REACH_METERS, -REACH_METERS]);
  const [east, north] = place([REACH_METERS, REACH_METERS]);
  const square: Point[] = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([x, y]) => [x! * REACH_METERS * 1.1, y! * REACH_METERS * 1.1]);
  return {
    bounds: [west, south, east, north],
    layers: new Map<BaseMapLayer, readonly BaseMapFeature[]>([
      ['earth', [{ geometry: pen.area(square), properties: { kind: 'earth' }, fromZoom: 0 }]],
      ['landcover', [{ geometry: pen.area(square), properties: { kind: 'farmland' }, fromZoom: 0, toZoom: 7 }]],
      ['landuse', landuse(district, pen)],
      ['water', water(district, pen)],
      ['roads', [...roads(district, pen), ...buildVillageLanes(district, pen)]],
      ['buildings', buildBuildings(district, pen)],
      ['places', places(district, pen)],
      ['pois', pois(district, pen)],
      [
        'boundaries',
        [
          {
            geometry: pen.line(closed(districtOutline(district)[0]![0]!)),
            properties: { kind: 'county', kind_detail: 6, min_zoom: 7, sort_rank: 289 },
            fromZoom: 8,
          },
        ],
      ],
    ]),
  };
}

const closed = (ring: readonly Point[]): Point[] => [...ring, ring[0]!];

/** Names are Chinese; the style asks for the script of each. */
const named = (name: string, english?: string) => ({
  name,
  script: 'Han',
  'name:zh-Hans': name,
  ...(english ? { 'name:en': english } : {}),
});

const USES: Readonly<Record<string, { kind: string; fromZoom: number } | undefined>> = {
  park: { kind: 'park', fromZoom: 9 },
  greenBelt: { kind: 'park', fromZoom: 9 },
  wood: { kind: 'wood', fromZoom: 9 },
  industry: { kind: 'industrial', fromZoom: 10 },
  school: { kind: 'school', fromZoom: 12 },
  hospital: { kind: 'hospital', fromZoom: 12 },
};

function landuse(district: District, pen: Pen): BaseMapFeature[] {
  const features: BaseMapFeature[] = [];
  for (const { use, ring } of district.blocks) {
    const drawn = USES[use];
    if (drawn)
      features.push({
        geometry: pen.area(ring),
        properties: { kind: drawn.kind, sort_rank: 189 },
        fromZoom: drawn.fromZoom,
      });
  }
  return features;
}

function water(district: District, pen: Pen): BaseMapFeature[] {
  const { river, brook, lake, riverWidthMeters } = district.landscape;
  const left: Point[] = [];
  const right: Point[] = [];
  for (let i = 1; i + 1 < river.length; i++) {
    const along = direction(river[i - 1]!, river[i + 1]!);
    const half = riverWidthMeters(river[i]!) / 2;
    left.push(add(river[i]!, [-along[1], along[0]], half));
    right.push(add(river[i]!, [along[1], -along[0]], half));
  }
  return [
    {
      geometry: pen.area([...right, ...left.reverse()]),
      properties: { kind: 'water', kind_detail: 'river', sort_rank: 200 },
      fromZoom: 8,
    },
    {
      geometry: pen.line(river),
      properties: { kind: 'river', min_zoom: 9, sort_rank: 200, ...named('云河', 'Yun River') },
      fromZoom: 9,
    },
    {
      geometry: pen.line(brook),
      properties: { kind: 'stream', min_zoom: 12, sort_rank: 200, ...named('柳溪', 'Liu Brook') },
      fromZoom: 12,
    },
    { geometry: pen.area(lake), properties: { kind: 'lake', sort_rank: 200 }, fromZoom: 9 },
    {
      geometry: pen.dot(centroidOf(lake)),
      properties: { kind: 'lake', min_zoom: 11, sort_rank: 200, ...named('镜湖', 'Mirror Lake') },
      fromZoom: 11,
    },
  ];
}

const ROADS: Readonly<Record<string, { kind: string; kind_detail: string; fromZoom: number }>> = {
  motorway: { kind: 'highway', kind_detail: 'motorway', fromZoom: 7 },
  ring: { kind: 'major_road', kind_detail: 'trunk', fromZoom: 8 },
  primary: { kind: 'major_road', kind_detail: 'primary', fromZoom: 9 },
  secondary: { kind: 'major_road', kind_detail: 'secondary', fromZoom: 11 },
  tertiary: { kind: 'minor_road', kind_detail: 'tertiary', fromZoom: 12 },
  lane: { kind: 'minor_road', kind_detail: 'residential', fromZoom: 13 },
  county: { kind: 'minor_road', kind_detail: 'unclassified', fromZoom: 11 },
  rural: { kind: 'minor_road', kind_detail: 'unclassified', fromZoom: 12 },
  rail: { kind: 'rail', kind_detail: 'rail', fromZoom: 9 },
};

function roads(district: District, pen: Pen): BaseMapFeature[] {
  const outline = districtOutline(district)[0]![0]!;
  const features: BaseMapFeature[] = [];
  for (const street of district.streets) {
    const { kind, kind_detail, fromZoom } = ROADS[street.kind]!;
    const properties = {
      kind,
      kind_detail,
      min_zoom: fromZoom,
      sort_rank: 400,
      ...(kind === 'rail' ? {} : named(street.name)),
    };
    const runsOn = street.kind === 'motorway' || street.kind === 'primary' || street.kind === 'rail';
    const path = runsOn ? carriedOn(street.path, outline) : street.path;
    features.push({ geometry: pen.line(path), properties, fromZoom });
    for (const bridge of bridgesOf(street.path, district)) {
      features.push({
        geometry: pen.line(bridge),
        properties: { ...properties, is_bridge: true, sort_rank: 410 },
        fromZoom: Math.max(12, fromZoom),
      });
    }
  }
  return features;
}

/** Main roads do not end at the border of a district. */
function carriedOn(path: readonly Point[], outline: readonly Point[]): Point[] {
  const out = [...path];
  const ends = [
    [path[1]!, path[0]!],
    [path[path.length - 2]!, path[path.length - 1]!],
  ] as const;
  for (const [index, [before, end]] of ends.entries()) {
    if (distanceToRing(end, outline) > 3) continue;
    let heading = direction(before, end);
    let at = end;
    for (let step = 0; step < 7; step++) {
      const turn = 0.07 * Math.sin(step * 1.3 + end[0] / 900);
      heading = [heading[0] - heading[1] * turn, heading[1] + heading[0] * turn];
      at = add(at, heading, 2000);
      if (index === 0) out.unshift(at);
      else out.push(at);
    }
  }
  return out;
}

function bridgesOf(path: readonly Point[], district: District): Point[][] {
  const bridges: Point[][] = [];
  for (let i = 1; i < path.length; i++) {
    const [a, b] = [path[i - 1]!, path[i]!];
    const steps = Math.ceil(distance(a, b) / 12);
    let start: Point | undefined;
    let end: Point | undefined;
    for (let k = 0; k <= steps; k++) {
      const at: Point = [a[0] + ((b[0] - a[0]) * k) / steps, a[1] + ((b[1] - a[1]) * k) / steps];
      if (district.landscape.toWaterMeters(at) > 8) continue;
      start ??= at;
      end = at;
    }
    if (start && end && start !== end) bridges.push([start, end]);
  }
  return bridges;
}

function places(district: District, pen: Pen): BaseMapFeature[] {
  const features: BaseMapFeature[] = [
    {
      geometry: pen.dot([-150, -250]),
      properties: {
        kind: 'locality',
        kind_detail: 'city',
        min_zoom: 7,
        population_rank: 11,
        sort_key: 1,
        ...named('云河区', 'Yunhe District'),
      },
      fromZoom: 7,
    },
  ];
  for (const [index, village] of district.villages.entries()) {
    features.push({
      geometry: pen.dot(village.at),
      properties: {
        kind: 'locality',
        kind_detail: 'village',
        min_zoom: 12,
        population_rank: 3,
        sort_key: 40 + index,
        ...named(villageName(index * 5 + 3)),
      },
      fromZoom: 12,
    });
  }
  return features;
}

function pois(district: District, pen: Pen): BaseMapFeature[] {
  const poi = (at: Point, kind: string, name: string, minZoom: number): BaseMapFeature => ({
    geometry: pen.dot(at),
    properties: { kind, min_zoom: minZoom, ...named(name) },
    fromZoom: Math.min(14, minZoom),
  });
  const features = [
    poi([-250, 1000], 'townhall', '云河区人民政府', 13),
    poi(add(district.landscape.lakeCenter, [0, 450]), 'park', '镜湖公园', 13),
  ];
  const rail = district.streets.find((street) => street.kind === 'rail');
  const station = rail?.path.reduce((best, point) =>
    distance(point, [0, 1000]) < distance(best, [0, 1000]) ? point : best,
  );
  if (station) features.push(poi(station, 'station', '云河站', 12));
  let parks = 0;
  let schools = 0;
  for (const { use, center, areaSquareMeters } of district.blocks) {
    if (use === 'park' && areaSquareMeters > 30_000 && distance(center, district.landscape.lakeCenter) > 1400)
      features.push(poi(center, 'park', `${'东西南北中春夏秋冬'[parks++ % 9]}苑公园`, 14));
    if (use === 'school' && schools < 60)
      features.push(poi(center, 'school', `云河${['实验', '第一', '第二', '外国语', '育才'][schools++ % 5]}学校`, 15));
  }
  return features;
}
