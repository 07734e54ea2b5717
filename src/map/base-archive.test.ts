import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { plainPmtiles } from '../../test/support/plain-pmtiles.ts';
import { openArchive } from './base-archive.ts';

const fileOf = (bytes: Uint8Array<ArrayBuffer> | string) => new File([bytes], '某区.pmtiles');
const TILE = new Uint8Array([137, 80, 78, 71]);

describe('openArchive', () => {
  it('knows a base map in the Protomaps schema', async () => {
    const bytes = await readFile('public/demo/basemap.pmtiles');
    expect(await openArchive(fileOf(new Uint8Array(bytes)), 'x')).toMatchObject({
      ok: true,
      value: { type: 'vector' },
    });
  });

  it('gives pictures as a layer with their zooms, their bounds, their source, and nothing beyond the last zoom', async () => {
    const metadata = { attribution: '某无人机队' };
    const opened = await openArchive(fileOf(plainPmtiles({ tile: TILE, tileType: 2, maxZoom: 3, metadata })), 'photo');
    if (!opened.ok || opened.value.type !== 'raster') throw new Error('expected a raster archive');
    const { layer, attribution } = opened.value;
    expect(attribution).toBe('某无人机队');
    expect(layer).toMatchObject({ id: 'photo', minZoom: 0, maxZoom: 3, bounds: [-180, -85, 180, 85] });
    const { signal } = new AbortController();
    // The last of 1 + 4 + 16 + 64 tiles.
    expect(new Uint8Array((await layer.tile(3, 7, 0, signal)) as ArrayBuffer)).toEqual(TILE);
    expect(await layer.tile(4, 0, 0, signal)).toBeUndefined();
  });

  it('names the layers of another schema', async () => {
    const metadata = { vector_layers: [{ id: 'transportation' }, { id: 'water' }] };
    const archive = plainPmtiles({ tile: TILE, tileType: 1, maxZoom: 3, metadata });
    expect(await openArchive(fileOf(archive), 'x')).toEqual({
      ok: false,
      problem: { code: 'basemap-archive-schema', params: { layers: 'transportation、water' } },
    });
    const nameless = plainPmtiles({ tile: TILE, tileType: 1, maxZoom: 3, metadata: {} });
    expect(await openArchive(fileOf(nameless), 'x')).toMatchObject({ problem: { params: { layers: '–' } } });
  });

  it('says of anything else that it is no archive, and of one that is cut off that it is not complete', async () => {
    for (const wrong of ['', 'PMTiles', '这不是底图'.repeat(100)]) {
      expect(await openArchive(fileOf(wrong), 'x')).toMatchObject({ problem: { code: 'basemap-archive-format' } });
    }
    const cut = plainPmtiles({ tile: TILE, tileType: 2, maxZoom: 3, metadata: { name: '某区' } }).slice(0, 140);
    expect(await openArchive(fileOf(cut), 'x')).toMatchObject({ problem: { code: 'basemap-archive-format' } });
  });
});
