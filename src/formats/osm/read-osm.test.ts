import { describe, expect, it } from 'vitest';
import { codesOf, grid, node, osm, read, relation, SITE, square, tags, way } from '../../../test/support/osm-xml.ts';

describe('layers of an OpenStreetMap file', () => {
  it('come in their order, each element in the layers of its uses, with typed columns', async () => {
    const found = await read(
      osm(
        [
          ...grid,
          node(200, 113.5, 34.5, tags({ amenity: 'kindergarten', name: '一幼' })),
          way(1, [0, 1, 2], { highway: 'primary', ref: '007', lanes: '4', width: '12.5', name: '大学路' }),
          way(2, [2, 3], { highway: 'track', lanes: '2', width: '3 m', surface: 'ground' }),
          way(3, [3, 4], { highway: 'footway' }),
          way(4, square(1, 3), { landuse: 'construction', amenity: 'school', 'addr:city': '郑州' }),
          way(5, square(4, 5), { natural: 'sand' }),
          way(6, square(4, 6), { landuse: 'greenfield' }),
          way(7, square(6, 7), { man_made: 'spoil_heap' }),
          way(8, square(7, 8), { landuse: 'industrial' }),
          way(9, square(0, 9), { boundary: 'administrative', admin_level: '6', name: '某区' }),
        ].join('\n'),
      ),
    );
    expect(Object.keys(found.layers)).toEqual([
      ...['roads', 'construction', 'brownfield', 'industrial', 'quarry_landfill', 'receptors', 'boundaries'],
    ]);
    const [primary, track] = found.layers.roads!;
    expect(primary).toMatchObject({ row: 0, id: 'way/1', ref: '007', lanes: 4, width: '12.5', tags: null });
    expect(primary).toMatchObject({
      geometry: {
        type: 'LineString',
        coordinates: [
          [113, 34],
          [113, 34.01],
          [113, 34.02],
        ],
      },
    });
    expect(track).toMatchObject({ row: 1, id: 'way/2', lanes: 2, width: '3 m', ref: null, surface: 'ground' });
    expect(found.layers.construction).toMatchObject([
      { id: 'way/4', landuse: 'construction', tags: '{"amenity":"school","addr:city":"郑州"}' },
    ]);
    expect(found.layers.brownfield).toMatchObject([{ id: 'way/5', natural: 'sand' }]);
    expect(found.layers.receptors).toMatchObject([
      { row: 0, id: 'node/200', kind: 'school', geometry: { type: 'Point', coordinates: [113.5, 34.5] } },
      { row: 1, id: 'way/4', kind: 'school', geometry: { type: 'Polygon' } },
    ]);
    expect(found.layers.boundaries).toMatchObject([{ id: 'way/9', admin_level: '6', level: 'district' }]);
  });

  it('leave nothing out unsaid: the elements of the file are those used and those counted', async () => {
    const found = await read(
      osm([...grid, way(1, [0, 1], { highway: 'service' }), way(2, [2, 3], { waterway: 'river' })].join('')),
    );
    expect(found.notes['']).toEqual([
      {
        code: 'osm-left-out',
        params: { nodes: 98, ways: 1, relations: 0, allNodes: 100, allWays: 2, allRelations: 0 },
        at: { file: '郑州.osm' },
      },
    ]);
  });

  it('take roads as lines: areas of carriageway are counted, roundabouts stay', async () => {
    const found = await read(
      osm(
        [
          ...grid,
          way(1, square(1, 2), { highway: 'residential', junction: 'roundabout' }),
          way(2, square(2, 3), { highway: 'service', area: 'yes' }),
          relation(3, [[2, 'outer']], { type: 'multipolygon', highway: 'service' }),
        ].join(''),
      ),
    );
    expect(found.layers.roads).toMatchObject([{ id: 'way/1', geometry: { type: 'LineString' } }]);
    expect(found.notes.roads).toMatchObject([{ code: 'osm-road-areas-left-out', params: { count: 2 } }]);
  });
});

describe('areas of relations', () => {
  it('are joined from ways in any order and direction, holes found where roles are missing', async () => {
    const outer = [
      [99, 90],
      [0, 9],
      [0, 90],
      [99, 9],
    ].map((refs, at) => way(at + 1, refs));
    const found = await read(
      osm(
        [
          ...grid,
          ...outer,
          way(5, square(2, 4)),
          way(6, square(5, 7)),
          relation(7, [...[1, 2, 3, 4].map((id) => [id, 'outer'] as const), [5, 'outer'], [6, '']], SITE),
        ].join(''),
      ),
    );
    const [area] = found.layers.construction!;
    expect(area).toMatchObject({ id: 'relation/7', landuse: 'construction', tags: '{"type":"multipolygon"}' });
    const { coordinates } = area!.geometry as GeoJSON.Polygon;
    expect(coordinates.map((ring) => ring.length)).toEqual([5, 5, 5]);
    expect(coordinates[0]).toEqual(
      expect.arrayContaining([
        [113.09, 34.09],
        [113, 34],
      ]),
    );
    expect(found.notes.construction).toMatchObject([
      { code: 'osm-roles-corrected', params: { count: 1 }, at: { row: 0, feature: 'relation/7' } },
    ]);
  });

  it('keep an island within a hole, and rings that touch in a node apart', async () => {
    const found = await read(
      osm(
        [
          ...grid,
          way(1, square(0, 9)),
          way(2, square(1, 8)),
          way(3, square(2, 4)),
          // It touches the island in a corner.
          way(4, square(4, 6)),
          relation(
            5,
            [
              [1, 'outer'],
              [2, 'inner'],
              [3, 'outer'],
              [4, 'outer'],
            ],
            SITE,
          ),
        ].join(''),
      ),
    );
    const { coordinates } = found.layers.construction![0]!.geometry as GeoJSON.MultiPolygon;
    expect(coordinates.map((part) => part.map((ring) => ring.length))).toEqual([[5, 5], [5], [5]]);
    expect(codesOf(found, 'construction')).toEqual([]);
  });

  it('cut a ring that passes a node twice in two', async () => {
    const eight = [11, 31, 33, 35, 55, 53, 33, 13, 11];
    const found = await read(osm([...grid, way(1, eight), relation(2, [[1, 'outer']], SITE)].join('')));
    const { coordinates } = found.layers.construction![0]!.geometry as GeoJSON.MultiPolygon;
    expect(coordinates.map((part) => part[0]!.length)).toEqual([5, 5]);
  });

  it('keep what is whole where members are missing, and say so', async () => {
    const found = await read(
      osm(
        [
          ...grid,
          way(1, square(1, 3)),
          way(2, square(6, 7)),
          way(3, [50, 51]),
          way(4, [8, 9, 999, 8]),
          relation(
            5,
            [
              [1, 'outer'],
              [2, 'inner'],
              [3, 'outer'],
              [4, 'outer'],
              [77, 'outer'],
            ],
            SITE,
          ),
          relation(
            6,
            [
              [3, 'outer'],
              [77, 'outer'],
            ],
            SITE,
          ),
          relation(8, [[3, 'outer']], SITE),
          relation(
            7,
            [
              [1, 'outer'],
              [77, 'outer'],
            ],
            { type: 'boundary', boundary: 'administrative' },
          ),
        ].join(''),
      ),
    );
    expect(found.layers.construction).toMatchObject([{ row: 0, id: 'relation/5', geometry: { type: 'Polygon' } }]);
    expect(found.notes.construction).toMatchObject([
      { code: 'osm-relation-not-whole', params: { missing: 2, total: 5 }, at: { row: 0, feature: 'relation/5' } },
      { code: 'osm-holes-left-out', params: { count: 1 }, at: { row: 0 } },
      { code: 'osm-relation-without-ring', params: { missing: 1, total: 2 }, at: { row: 1, feature: 'relation/6' } },
      { code: 'osm-outline-open', params: { total: 1 }, at: { row: 2, feature: 'relation/8' } },
    ]);
    expect(found.layers.boundaries).toEqual([]);
    expect(codesOf(found, 'boundaries')).toEqual(['osm-boundary-not-whole']);
  });

  it('take their tags from outer ways where their own say nothing, and are not given twice', async () => {
    const found = await read(
      osm(
        [
          ...grid,
          way(1, square(1, 5), { landuse: 'industrial', name: '老厂' }),
          way(2, square(2, 3)),
          way(4, square(6, 8), { landuse: 'industrial', name: '新厂' }),
          relation(
            3,
            [
              [1, 'outer'],
              [2, 'inner'],
            ],
            { type: 'multipolygon', source: 'survey' },
          ),
          relation(5, [[4, 'outer']], { type: 'multipolygon', landuse: 'industrial' }),
        ].join(''),
      ),
    );
    expect(found.layers.industrial).toMatchObject([
      { id: 'relation/3', name: '老厂' },
      { id: 'relation/5', name: null },
    ]);
    expect(found.notes['']).toContainEqual(
      expect.objectContaining({ code: 'osm-ways-within-relations', params: { count: 1 } }),
    );
  });
});

describe('ways at the edge of an extract', () => {
  it('keep the parts whose nodes are known', async () => {
    const found = await read(
      osm(
        [
          ...grid,
          way(1, [0, 1, 777, 2, 3, 4], { highway: 'primary' }),
          way(2, [777, 5], { highway: 'primary' }),
          way(3, [5], { highway: 'primary' }),
          way(4, [777, 11, 31, 33, 13, 777], { landuse: 'quarry' }),
          way(5, [11, 31, 33], { landuse: 'quarry' }),
          way(6, [777, 11, 31, 33, 777], { boundary: 'administrative' }),
        ].join(''),
      ),
    );
    expect(found.layers.roads).toMatchObject([
      {
        row: 0,
        geometry: {
          type: 'MultiLineString',
          coordinates: [
            [
              [113, 34],
              [113, 34.01],
            ],
            { length: 3 },
          ],
        },
      },
    ]);
    expect(found.notes.roads).toMatchObject([
      { code: 'osm-line-cut', params: { missing: 1, total: 6 }, at: { row: 0, feature: 'way/1' } },
      { code: 'osm-nodes-missing', params: { missing: 1, total: 2 }, at: { row: 1, feature: 'way/2' } },
      { code: 'osm-too-few-nodes', params: { count: 1 }, at: { row: 2, feature: 'way/3' } },
    ]);
    const [quarry] = found.layers.quarry_landfill!;
    expect(quarry).toMatchObject({ id: 'way/4', geometry: { coordinates: [{ length: 5 }] } });
    expect(codesOf(found, 'quarry_landfill')).toEqual(['osm-area-cut', 'osm-area-open']);
    expect(codesOf(found, 'boundaries')).toEqual(['osm-nodes-missing']);
  });
});
