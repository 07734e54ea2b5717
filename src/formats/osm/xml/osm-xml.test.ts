import { describe, expect, it } from 'vitest';
import {
  bytesOf,
  codesOf,
  grid,
  node,
  osm,
  read,
  relation,
  SITE,
  square,
  tag,
  tags,
  way,
} from '../../../../test/support/osm-xml.ts';
import { createRandom } from '../../../core/random.ts';
import { readFile } from '../../read-file.ts';

describe('forms of the XML', () => {
  it('with positions within ways and relations, as Overpass gives them for "out geom"', async () => {
    const nd = (x: number, y: number, ref = ''): string => `<nd ${ref} lat="${y}" lon="${x}"/>`;
    const found = await read(
      osm(
        `<note>…</note><meta osm_base="2026-11-01T00:00:00Z"/><bounds minlat="34" minlon="113" maxlat="35" maxlon="114"/>
        <way id="1">${nd(113, 34, 'ref="5"')}${nd(113.1, 34, 'ref="6"')}<nd ref="7"/>${tag('highway', 'trunk')}</way>
        <relation id="2"><member type="way" ref="8" role="outer">${nd(113, 34)}${nd(113.1, 34)}${nd(113.1, 34.1)}</member>
        <member type="way" ref="9" role="outer">${nd(113.1, 34.1)}${nd(113, 34)}</member>${tags(SITE)}</relation>
        <relation id="3"><member type="way" ref="9" role="outer">${nd(113.1, 34.1)}<nd/>${nd(113, 34)}</member>${tags(SITE)}</relation>`,
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
    expect(await read('<page><body/></page>')).toMatchObject({
      code: 'osm-not-osm',
      params: { found: '<page>' },
    });
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
          relation(3, [[2, 'outer']], SITE),
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
