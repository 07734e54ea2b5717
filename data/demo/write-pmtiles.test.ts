import { PMTiles, type Source, zxyToTileId } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { generateDistrict } from './generate-district.ts';
import { tileIdOf, writePmtiles } from './write-pmtiles.ts';

function sourceOf(bytes: Uint8Array<ArrayBuffer>): Source {
  return {
    getKey: () => 'demo',
    getBytes: async (offset, length) => ({ data: bytes.slice(offset, offset + length).buffer }),
  };
}

describe('writePmtiles', () => {
  it('numbers tiles as the PMTiles library does', () => {
    for (const [zoom, x, y] of [
      [0, 0, 0],
      [1, 1, 0],
      [7, 104, 50],
      [12, 3340, 1627],
      [14, 13_361, 6510],
      [14, 16_383, 0],
    ] as const) {
      expect(tileIdOf(zoom, x, y)).toBe(zxyToTileId(zoom, x, y));
    }
  });

  it('writes a map that the PMTiles library reads, the same bytes each time', async () => {
    const [first, again] = [1, 1].map((seed) =>
      writePmtiles(generateDistrict({ size: 'S', seed }).baseMap(), '云河区'),
    );
    expect(Buffer.from(first!).equals(Buffer.from(again!))).toBe(true);
    const archive = new PMTiles(sourceOf(first!));
    const header = await archive.getHeader();
    expect([header.specVersion, header.minZoom, header.maxZoom]).toEqual([3, 7, 14]);
    expect(header.minLon).toBeLessThan(113.4);
    expect(header.maxLat).toBeGreaterThan(34.85);
    const metadata = (await archive.getMetadata()) as { vector_layers: { id: string }[] };
    expect(metadata.vector_layers.map(({ id }) => id)).toEqual([
      'earth',
      'landcover',
      'landuse',
      'water',
      'roads',
      'buildings',
      'places',
      'pois',
      'boundaries',
    ]);
    const center = await archive.getZxy(14, 13_361, 6505);
    expect(center!.data.byteLength).toBeGreaterThan(2000);
    expect(await archive.getZxy(14, 0, 0)).toBeUndefined();
  });
});
