/** Base maps from their entries to tiles, against a server in this process: whom they ask, and what is said when it fails. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../core/result.ts';
import type { BaseMap, TileLayer } from '../../map/map-types.ts';
import type { BaseMapEntry } from '../../model/base-map.ts';
import type { FileStore } from '../../storage/file-store.ts';
import type { NewBaseMap } from '../../ui/commands.ts';
import { createBaseMapStore, type EntryFacts } from '../../ui/store/base-map-store.ts';
import type { KeyValueStorage } from '../../ui/store/key-value-storage.ts';
import { createSettingsStore, type Settings } from '../../ui/store/settings-store.ts';
import { createViewStore } from '../../ui/store/view-store.ts';
import { createWorkspaceStore } from '../../ui/store/workspace-store.ts';
import { type BaseMapController, createBaseMapController } from './base-map-controller.ts';
import { areForTheGround } from './ground-files.ts';
import { resolveBaseMap } from './resolve-base-map.ts';

const PNG = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 0]);
const asked: string[] = [];
let origin = '';
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  answer(request, response);
});

function answer({ url = '' }: IncomingMessage, response: ServerResponse): void {
  const path = new URL(url, 'http://x').pathname;
  if (path.startsWith('/refused/')) {
    response.statusCode = 403;
    response.end('<b>{"msg":"非法Key"}</b>');
  } else if (path.startsWith('/page/')) response.end('<html>login</html>');
  else if (path.startsWith('/tiles/1/')) response.end(PNG);
  else if (path === '/style.json')
    response.end(
      JSON.stringify({
        version: 8,
        glyphs: 'https://glyphs.example/{fontstack}/{range}.pbf',
        sources: { base: { type: 'vector', url: 'tiles.json' } },
        layers: [{ id: 'land', type: 'background' }],
      }),
    );
  else if (path === '/tiles.json')
    response.end(JSON.stringify({ tiles: ['v/{z}/{x}/{y}.pbf'], maxzoom: 14, attribution: '© 某单位' }));
  else if (path === '/elsewhere.json')
    response.end(
      JSON.stringify({
        version: 8,
        sources: { a: { type: 'raster', tiles: ['https://t.example/{z}/{x}/{y}'] } },
        layers: [],
      }),
    );
  else {
    response.statusCode = 404;
    response.end();
  }
}

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const COMMON = { id: 'base-1', name: 'x', attribution: '', approvalNumber: '', muted: true } as const;
const xyz = (path: string): BaseMapEntry => ({
  ...COMMON,
  type: 'xyz',
  template: `${origin}${path}/{z}/{x}/{y}.png`,
  minZoom: 0,
  maxZoom: 18,
  datum: 'wgs84',
});

async function resolve(entry: BaseMapEntry, allowed: readonly string[] = [origin]) {
  const facts: EntryFacts[] = [];
  const problems: Problem[] = [];
  const result = await resolveBaseMap(entry, {
    tiandituKey: '',
    layerId: 'base-1-1',
    isAllowed: (one) => allowed.includes(one),
    findFile: async () => undefined,
    onFacts: (found) => facts.push(found),
    onProblem: (problem) => problems.push(problem),
  });
  return { result, facts, problems };
}
const groundOf = (baseMap: BaseMap | undefined): TileLayer => {
  if (baseMap?.type !== 'raster') throw new Error(`found ${baseMap?.type}, expected raster`);
  return baseMap.ground;
};
const fetchTile = (layer: TileLayer, z: number) => layer.tile(z, 0, 0, new AbortController().signal);

describe('a base map of the network', () => {
  it('asks nobody before its host is allowed', async () => {
    const before = asked.length;
    const { result, facts } = await resolve(xyz('/tiles'), []);
    expect(result).toMatchObject({ ok: true, value: undefined });
    expect(facts).toEqual([{ missingOrigins: [origin] }]);
    expect(asked.length).toBe(before);
  });

  it('gives tiles; what is not there is clear, what is refused is said with what the server says', async () => {
    const good = await resolve(xyz('/tiles'));
    const layer = groundOf(good.result.ok ? good.result.value : undefined);
    expect((await fetchTile(layer, 1)) as ArrayBuffer).toHaveProperty('byteLength', PNG.length);
    expect(await fetchTile(layer, 2)).toBeUndefined();
    const { result, problems } = await resolve(xyz('/refused'));
    await expect(fetchTile(groundOf(result.ok ? result.value : undefined), 1)).rejects.toThrow('basemap-refused');
    const host = origin.slice(7);
    expect(problems).toEqual([{ code: 'basemap-refused', params: { host, status: 403, says: '{"msg":"非法Key"}' } }]);
    const page = await resolve(xyz('/page'));
    await expect(fetchTile(groundOf(page.result.ok ? page.result.value : undefined), 1)).rejects.toThrow();
    expect(page.problems).toEqual([{ code: 'basemap-not-picture', params: { host } }]);
  });

  it('that is a style has whole addresses, its TileJSON taken in, and says whom else it would ask', async () => {
    const { result } = await resolve({ ...COMMON, type: 'style', url: `${origin}/style.json` });
    const style = result.ok && result.value?.type === 'style' ? result.value.style : undefined;
    expect(style?.sources).toEqual({
      base: { type: 'vector', maxzoom: 14, attribution: '© 某单位', tiles: [`${origin}/v/{z}/{x}/{y}.pbf`] },
    });
    const other = await resolve({ ...COMMON, type: 'style', url: `${origin}/elsewhere.json` });
    expect(other.facts).toEqual([{ missingOrigins: ['https://t.example'] }]);
    const gone = await resolve({ ...COMMON, type: 'style', url: `${origin}/nothing.json` });
    expect(gone.result).toMatchObject({ problem: { code: 'basemap-nothing-there' } });
  });

  it('that cannot be reached is told from one that refuses', async () => {
    const nowhere = 'http://127.0.0.1:9';
    const { result } = await resolve({ ...COMMON, type: 'wmts', url: `${nowhere}/wmts` }, [nowhere]);
    expect(result).toMatchObject({ problem: { code: 'basemap-unreachable', params: { host: '127.0.0.1:9' } } });
  });
});

const DEFAULTS: Settings = {
  language: 'zh-CN',
  theme: 'light',
  engine: 'fast',
  baseMap: 'local',
  baseMapHosts: [],
  layersOpen: true,
  findingsOpen: true,
  legendOpen: false,
  placeNotation: 'decimal',
  welcomed: true,
  drawerShare: 0.4,
};
const memory = (): KeyValueStorage => {
  const content = new Map<string, string>();
  return {
    get: (key) => content.get(key),
    set: (key, value) => void content.set(key, value),
    remove: (key) => void content.delete(key),
  };
};
const NO_FILES: FileStore = { keep: async () => false, find: async () => undefined, forget: async () => undefined };

function setUp(allowed: readonly string[] = []) {
  let reloads = 0;
  const settings = createSettingsStore(memory(), DEFAULTS);
  const store = createBaseMapStore(memory(), allowed);
  const workspace = createWorkspaceStore();
  const view = createViewStore();
  const controller: BaseMapController = createBaseMapController({
    store,
    settings,
    workspace,
    view,
    files: NO_FILES,
    demoUrl: `${origin}/demo.pmtiles`,
    servedUrl: `${origin}/basemap/district.pmtiles`,
    pageOrigin: 'http://office.test',
    reload: () => {
      reloads++;
    },
  });
  controller.start();
  return { controller, settings, store, workspace, view, reloads: () => reloads };
}
const added = (host: string): NewBaseMap => ({
  type: 'xyz',
  name: host,
  template: `https://${host}/{z}/{x}/{y}.png`,
  minZoom: 0,
  maxZoom: 18,
  datum: 'wgs84',
  attribution: '',
  approvalNumber: '',
  muted: true,
});

describe('the list of base maps', () => {
  it('allows the host of what is added, after a reload, and forgets it with the entry', () => {
    const { controller, settings, store, reloads } = setUp();
    controller.add(added('a.example'));
    controller.add(added('b.example'));
    expect(settings.getState()).toMatchObject({
      baseMap: 'base-2',
      baseMapHosts: ['https://a.example', 'https://b.example'],
    });
    expect(reloads()).toBe(2);
    controller.remove('base-2');
    expect(settings.getState()).toMatchObject({ baseMap: 'local', baseMapHosts: ['https://a.example'] });
    expect(store.getState().entries.map(({ id }) => id)).toEqual(['base-1']);
  });

  it('needs no reload for a host that the page may ask already', () => {
    const { controller, reloads } = setUp(['https://a.example']);
    controller.add(added('a.example'));
    expect(reloads()).toBe(0);
  });

  it('says once why the map could not read a part of a style, and asks nobody who is not allowed', async () => {
    const { controller, settings, store, view } = setUp([origin]);
    controller.add({
      type: 'style',
      url: `${origin}/style.json`,
      name: '甲',
      attribution: '',
      approvalNumber: '',
      muted: false,
    });
    await expect.poll(() => store.getState().baseMap.type).toBe('style');
    const { baseMap: id } = settings.getState();
    expect(await controller.mend('http://elsewhere.example/1/0/0.pbf')).toBe(false);
    expect(store.getState().facts[id]?.problem).toBeUndefined();
    const tile = `${origin}/refused/1/0/0.pbf`;
    expect(await Promise.all([controller.mend(tile), controller.mend(tile)])).toEqual([true, true]);
    expect(await controller.mend(tile)).toBe(true);
    expect(store.getState().facts[id]?.problem).toMatchObject({ code: 'basemap-refused', params: { status: 403 } });
    expect(view.getState().notices).toHaveLength(1);
  });

  it('shows the demo map under the demo alone, and asks its own server once for one of the district', async () => {
    const { store, workspace } = setUp();
    await expect
      .poll(() => store.getState().baseMap)
      .toMatchObject({ type: 'pmtiles', source: `${origin}/demo.pmtiles` });
    const before = asked.length;
    workspace.setState({ isDemo: false, document: { name: '某区' } as never });
    await expect.poll(() => store.getState().baseMap).toEqual({ type: 'none' });
    expect(store.getState().local).toBe('none');
    expect(asked.slice(before)).toEqual(['/basemap/district.pmtiles']);
  });
});

describe('dropped files', () => {
  it('are base maps and pictures where all of them are; a photo alone is none', () => {
    expect(areForTheGround(['区.pmtiles'])).toBe(true);
    expect(areForTheGround(['ortho.tif', 'ortho.tfw'])).toBe(true);
    expect(areForTheGround(['a.jpg', 'a.jgw'])).toBe(true);
    expect(areForTheGround(['a.jpg'])).toBe(false);
    expect(areForTheGround(['a.jpg', 'b.jgw'])).toBe(false);
    expect(areForTheGround(['ortho.tif', 'soil.shp'])).toBe(false);
    expect(areForTheGround([])).toBe(false);
  });
});
