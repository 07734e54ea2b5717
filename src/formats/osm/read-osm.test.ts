import { describe, expect, it } from 'vitest';
import { createRandom } from '../../core/random.ts';
import type { Problem } from '../../core/result.ts';
import { geometryToGeoJson } from '../../geo/geometry-column.ts';
import { valueAt } from '../../model/feature-batch.ts';
import { readFile } from '../read-file.ts';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const osm = (inner: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">\n${inner}\n</osm>`;
const node = (id: number, x: number, y: number, inner = ''): string =>
  `<node id="${id}" lat="${y}" lon="${x}">${inner}</node>`;
const tag = (key: string, value: string): string => `<tag k="${key}" v="${value}"/>`;
const tags = (all: Readonly<Record<string, string>>): string =>
  Object.entries(all)
    .map(([key, value]) => tag(key, value))
    .join('');
const way = (id: number, refs: readonly number[], all: Readonly<Record<string, string>> = {}): string =>
  `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${tags(all)}</way>`;
const relation = (
  id: number,
  members: readonly (readonly [number, string])[],
  all: Readonly<Record<string, string>>,
): string =>
  `<relation id="${id}">${members
    .map(([ref, role]) => `<member type="way" ref="${ref}" role="${role}"/>`)
    .join('')}${tags(all)}</relation>`;
/** Nodes 10x + y at longitude 113 + x / 100, latitude 34 + y / 100, for x and y from 0 to 9. */
const grid = Array.from({ length: 100 }, (_, id) => node(id, 113 + Math.floor(id / 10) / 100, 34 + (id % 10) / 100));
const square = (low: number, high: number): number[] => [
  11 * low,
  10 * high + low,
  11 * high,
  10 * low + high,
  11 * low,
];

interface Found {
  readonly code?: string;
  readonly params?: Problem['params'];
  readonly layers: Readonly<Record<string, Record<string, unknown>[]>>;
  /** Codes of notes by layer; of the file under ''. */
  readonly notes: Readonly<Record<string, readonly Problem[]>>;
}

async function read(source: string | Uint8Array<ArrayBuffer>, name = '郑州.osm'): Promise<Found> {
  const bytes = typeof source === 'string' ? bytesOf(source) : source;
  const result = await readFile({ name, bytes }, {}, {});
  if (!result.ok) return { ...result.problem, layers: {}, notes: {} };
  const layers = result.value.map(({ name: layer, batch }) => [
    layer,
    Array.from(batch.rows, (row, index) => ({
      row,
      geometry: geometryToGeoJson(batch.geometry, index),
      ...Object.fromEntries([...batch.columns].map(([column, values]) => [column, valueAt(values, index)])),
    })),
  ]);
  const notes = result.value.map(({ name: layer, notes: of }) => [layer, of]);
  return { layers: Object.fromEntries(layers), notes: Object.fromEntries([['', result.notes], ...notes]) };
}

const codesOf = ({ notes }: Found, layer: string): string[] => (notes[layer] ?? []).map(({ code }) => code);

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

const site = { type: 'multipolygon', landuse: 'construction' };

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
          relation(7, [...[1, 2, 3, 4].map((id) => [id, 'outer'] as const), [5, 'outer'], [6, '']], site),
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
            site,
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
    const found = await read(osm([...grid, way(1, eight), relation(2, [[1, 'outer']], site)].join('')));
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
            site,
          ),
          relation(
            6,
            [
              [3, 'outer'],
              [77, 'outer'],
            ],
            site,
          ),
          relation(8, [[3, 'outer']], site),
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

describe('forms of the XML', () => {
  it('with positions within ways and relations, as Overpass gives them for "out geom"', async () => {
    const nd = (x: number, y: number, ref = ''): string => `<nd ${ref} lat="${y}" lon="${x}"/>`;
    const found = await read(
      osm(
        `<note>…</note><meta osm_base="2026-11-01T00:00:00Z"/><bounds minlat="34" minlon="113" maxlat="35" maxlon="114"/>
        <way id="1">${nd(113, 34, 'ref="5"')}${nd(113.1, 34, 'ref="6"')}<nd ref="7"/>${tag('highway', 'trunk')}</way>
        <relation id="2"><member type="way" ref="8" role="outer">${nd(113, 34)}${nd(113.1, 34)}${nd(113.1, 34.1)}</member>
        <member type="way" ref="9" role="outer">${nd(113.1, 34.1)}${nd(113, 34)}</member>${tags(site)}</relation>
        <relation id="3"><member type="way" ref="9" role="outer">${nd(113.1, 34.1)}<nd/>${nd(113, 34)}</member>${tags(site)}</relation>`,
      ),
    );
    expect(found.layers.roads).toMatchObject([
      {
        geometry: {
          coordinates: [
            [113, 34],
            [113.1, 34],
          ],
        },
      },
    ]);
    expect(codesOf(found, 'roads')).toEqual(['osm-line-cut']);
    const [area] = found.layers.construction!;
    expect(area).toMatchObject({ id: 'relation/2', geometry: { type: 'Polygon', coordinates: [{ length: 4 }] } });
    expect(codesOf(found, 'construction')).toEqual(['osm-relation-without-ring']);
  });

  it('from JOSM: negative ids, deleted elements left out and told', async () => {
    const found = await read(
      `<osm version='0.6' generator='JOSM'><node id='-1' lat='34' lon='113'/><node id='-2' action='modify' lat='34.1' lon='113'/>
      <node id='-3' action='delete' lat='34' lon='113'/><way id='-4'><nd ref='-1'/><nd ref='-2'/><tag k='highway' v='road'/></way>
      <way id='-5' action='delete'><nd ref='-1'/><tag k='highway' v='road'/></way><way id='6' visible='false'/></osm>`,
    );
    expect(found.layers.roads).toMatchObject([
      {
        id: 'way/-4',
        geometry: {
          coordinates: [
            [113, 34],
            [113, 34.1],
          ],
        },
      },
    ]);
    expect(found.notes['']).toMatchObject([{ code: 'osm-deleted-left-out', params: { count: 3 } }]);
  });

  it('with elements given twice keep the fuller one', async () => {
    const found = await read(
      osm(
        [
          ...grid.slice(0, 5),
          way(9, [3, 4], { highway: 'service' }),
          '<way id="1"><tag k="highway" v="primary"/><tag k="name" v="甲"/></way>',
          way(1, [0, 1, 2]),
          ...grid.slice(0, 5),
        ].join(''),
      ),
    );
    expect(found.layers.roads).toMatchObject([
      { id: 'way/9' },
      { id: 'way/1', name: '甲', geometry: { coordinates: { length: 3 } } },
    ]);
    expect(found.notes['']).toContainEqual(
      expect.objectContaining({ code: 'osm-elements-repeated', params: { count: 1 } }),
    );
  });

  it('that are no map are refused with the reason', async () => {
    const change = '<osmChange version="0.6"><modify><node id="1" lat="34" lon="113"/></modify></osmChange>';
    expect(await read(change, 'a.osc')).toMatchObject({ code: 'osm-change-file' });
    const diff = osm('<action type="create"><node id="1" lat="34" lon="113"/></action>');
    expect(await read(diff)).toMatchObject({ code: 'osm-change-file' });
    expect(await read('<html><body/></html>')).toMatchObject({ code: 'osm-not-osm', params: { found: '<html>' } });
    expect(await read(osm(''))).toMatchObject({ code: 'osm-no-elements' });
    expect(await read(osm(grid.join('')))).toMatchObject({ code: 'osm-nothing-of-use', params: { nodes: 100 } });
    expect(await read('no markup at all')).toMatchObject({ code: 'xml-broken', params: { line: 1 } });
  });

  it('says what the server says, and where a file breaks off', async () => {
    const whole = osm([...grid, way(1, [0, 1], { highway: 'road' }), way(2, [1, 2], { highway: 'road' })].join('\n'));
    const found = await read(whole.replace('</osm>', '<remark> runtime error: Query timed out </remark></osm>'));
    expect(found.notes['']).toContainEqual(
      expect.objectContaining({ code: 'osm-remark', params: { found: 'runtime error: Query timed out' } }),
    );
    const cut = await read(whole.slice(0, whole.indexOf('<way id="2">') + 20));
    expect(cut.layers.roads).toMatchObject([{ id: 'way/1' }]);
    expect(codesOf(cut, '')).toContain('osm-xml-damaged');
  });
});

describe('what strangers write', () => {
  it('stays text: keys of objects, markup, formulas', async () => {
    const words = { highway: 'road', __proto__x: 'y', name: '&lt;img src=x onerror=alert(1)&gt;', constructor: '=1+1' };
    const inner = tags(words) + tag('__proto__', 'polluted') + tag('note', 'a') + tag('note', 'b') + tag('', '');
    const found = await read(osm(`${grid.slice(0, 2).join('')}<way id="1"><nd ref="0"/><nd ref="1"/>${inner}</way>`));
    const [road] = found.layers.roads!;
    expect(road).toMatchObject({ name: '<img src=x onerror=alert(1)>' });
    expect(road!.tags).toBe('{"__proto__x":"y","constructor":"=1+1","__proto__":"polluted","note":"a;b","":""}');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('with ids and positions that are none is counted', async () => {
    const found = await read(
      osm(
        `${grid.slice(0, 2).join('')}<node id="x" lat="1" lon="1"/><node id="1e400" lat="1" lon="1"/><node id="5" lat="NaN" lon="1"/>
        <node id="9007199254740991" lat="1" lon="1"/><way><nd ref="0"/></way>${way(1, [0, 1], { highway: 'road' })}`,
      ),
    );
    expect(found.layers.roads).toHaveLength(1);
    expect(found.notes['']).toContainEqual(
      expect.objectContaining({ code: 'osm-elements-broken', params: { count: 4 } }),
    );
  });

  it('does not expand entities, nest without end or take more tags than there can be', async () => {
    const bomb = `<!DOCTYPE osm [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${osm(`${grid.slice(0, 2).join('')}${way(1, [0, 1], { highway: 'road', name: '&b;' })}`).replace(/<\?.*\?>/u, '')}`;
    const found = await read(bomb);
    expect(found.layers.roads).toMatchObject([{ name: '&b;' }]);
    expect(codesOf(found, '')).toEqual(['osm-xml-damaged']);
    expect(await read(osm('<node id="1" lat="1" lon="1">'.repeat(100_000)))).toMatchObject({ code: 'xml-too-deep' });
    const many = Array.from({ length: 5_001 }, (_, at) => tag(`k${at}`, 'v')).join('');
    const crowded = osm(`${grid.slice(0, 2).join('')}<way id="2">${many}</way>${way(1, [0, 1], { highway: 'road' })}`);
    expect(codesOf(await read(crowded), '')).toContain('osm-elements-broken');
  });

  it('answers or refuses whatever becomes of a file: cut, bytes flipped, pieces repeated', async () => {
    const sound = bytesOf(
      osm(
        [
          ...grid.slice(0, 60),
          way(1, [0, 1, 2], { highway: 'road' }),
          way(2, square(1, 3)),
          relation(3, [[2, 'outer']], site),
        ].join(''),
      ),
    );
    const random = createRandom(20261127);
    let readable = 0;
    for (let run = 0; run < 300; run++) {
      const bytes = sound.slice(0, run % 3 === 0 ? random.integer(0, sound.length) : sound.length);
      for (let flips = random.integer(0, 4); flips > 0 && bytes.length > 0; flips--)
        bytes[random.integer(0, bytes.length - 1)] = random.integer(0, 255);
      const mutated =
        run % 5 === 0 ? Uint8Array.from([...bytes, ...bytes.subarray(random.integer(0, bytes.length))]) : bytes;
      const found = await read(mutated);
      if (found.code === undefined) readable++;
    }
    expect(readable).toBeGreaterThan(100);
  });

  it('in GBK and UTF-16 is read as such', async () => {
    const text = osm(`${grid.slice(0, 2).join('')}${way(1, [0, 1], { highway: 'road', name: '##' })}`);
    const [before, after] = text.split('##') as [string, string];
    const gbk = Uint8Array.from([...bytesOf(before), 0xc2, 0xe3, 0xcd, 0xc1, ...bytesOf(after)]);
    const found = await read(gbk);
    expect(found.layers.roads).toMatchObject([{ name: '裸土' }]);
    expect(codesOf(found, '')).toContain('encoding-guessed');
    const wide = `\uFEFF${text.replace('##', '裸土')}`;
    const utf16 = Uint8Array.from(
      Array.from({ length: wide.length }, (_, at) => [wide.charCodeAt(at) & 255, wide.charCodeAt(at) >> 8]).flat(),
    );
    expect((await read(utf16)).layers.roads).toMatchObject([{ name: '裸土' }]);
  });
});

describe('long work', () => {
  it('reports bytes and stops when it is told to', async () => {
    const nodes = Array.from({ length: 60_000 }, (_, id) => node(id, 113, 34)).join('\n');
    const bytes = bytesOf(osm(`${nodes}${way(1, [0, 1], { highway: 'road' })}`));
    const done: number[] = [];
    const taskThatStopsAt = (reports: number) => {
      const controller = new AbortController();
      done.length = 0;
      const onProgress = (progress: { done: number; total: number }): void => {
        expect(progress.total).toBe(2 * bytes.length);
        done.push(progress.done);
        if (done.length === reports) controller.abort(new Error('stopped'));
      };
      return { signal: controller.signal, onProgress };
    };
    const whole = await readFile({ name: 'a.osm', bytes }, {}, taskThatStopsAt(Infinity));
    expect(whole.ok && whole.value).toHaveLength(1);
    // Both walks are one piece of work.
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBeGreaterThan(bytes.length);
    await expect(readFile({ name: 'a.osm', bytes }, {}, taskThatStopsAt(2))).rejects.toThrow('stopped');
    expect(done).toHaveLength(2);
  });
});
