/**
 * Tiles for MapLibre that are made on the page: of a PMTiles archive, from an address (by byte ranges) or
 * from a file, and of layers whose tiles the caller makes. Each map registers a scheme of its own, so that
 * two maps never read each other's archive.
 */
import { addProtocol, type RequestParameters, removeProtocol } from 'maplibre-gl';
import { FileSource, PMTiles } from 'pmtiles';
import { createHeldSource, type HeldSource } from './held-source.ts';
import type { BaseTiles, TileLayer } from './map-types.ts';

export function createBaseTiles(): BaseTiles {
  const scheme = `basemap${Math.random().toString(36).slice(2)}`;
  const archives = new Map<string, PMTiles>();
  const layers = new Map<string, TileLayer>();
  let last: HeldSource | undefined;
  let opened: { readonly source: string | Blob; readonly address: string } | undefined;
  addProtocol(scheme, async (request, abort) => ({
    data: await (answerLayer(request, layers, abort.signal) ?? answer(request, archives, abort.signal)),
  }));
  const tiles: BaseTiles = {
    open(source) {
      const name = `a${archives.size}`;
      if (typeof source === 'string') {
        last = createHeldSource(source);
        archives.set(name, new PMTiles(last));
      } else {
        last = undefined;
        archives.set(name, new PMTiles(new FileSource(asFile(source))));
      }
      opened = { source, address: `${scheme}://${name}` };
      return opened.address;
    },
    openLayer(layer) {
      layers.set(layer.id, layer);
      return `${scheme}://layer/${encodeURIComponent(layer.id)}/{z}/{x}/{y}`;
    },
    // A file is here already.
    hold: async () => last?.hold() ?? true,
    lend: () => ({
      ...tiles,
      open: (source) => (opened?.source === source ? opened.address : tiles.open(source)),
      close: () => {},
    }),
    close: () => removeProtocol(scheme),
  };
  return tiles;
}

/** Undefined for what is no tile of a layer. */
function answerLayer(
  { url }: RequestParameters,
  layers: Map<string, TileLayer>,
  signal: AbortSignal,
): Promise<object> | undefined {
  const [, id, z, x, y] = /^\w+:\/\/layer\/([^/]+)\/(\d+)\/(\d+)\/(\d+)$/.exec(url) ?? [];
  const layer = id === undefined ? undefined : layers.get(decodeURIComponent(id));
  return layer?.tile(Number(z), Number(x), Number(y), signal).then((tile) => tile ?? new Uint8Array());
}

async function answer(
  request: RequestParameters,
  archives: Map<string, PMTiles>,
  signal: AbortSignal,
): Promise<object> {
  const [name, ...zxy] = request.url.replace(/^\w+:\/\//, '').split('/');
  const archive = archives.get(name ?? '');
  if (!archive) throw new Error(`Base map: found no archive "${name}"`);
  if (request.type === 'json') {
    const { minZoom, maxZoom, minLon, minLat, maxLon, maxLat } = await archive.getHeader();
    const { attribution } = ((await archive.getMetadata()) ?? {}) as { attribution?: string };
    return {
      tiles: [`${request.url}/{z}/{x}/{y}`],
      minzoom: minZoom,
      maxzoom: maxZoom,
      bounds: [minLon, minLat, maxLon, maxLat],
      ...(attribution ? { attribution } : {}),
    };
  }
  const [z, x, y] = zxy.map(Number) as [number, number, number];
  const tile = await archive.getZxy(z, x, y, signal);
  return tile ? new Uint8Array(tile.data) : new Uint8Array();
}

function asFile(blob: Blob): File {
  return blob instanceof File ? blob : new File([blob], 'basemap.pmtiles');
}
