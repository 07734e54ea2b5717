/** What a PMTiles archive holds, and whether it can be a base map here: vector tiles in the Protomaps schema, or pictures. */
import { FileSource, PMTiles, TileType } from 'pmtiles';
import { fail, ok, type Result } from '../core/result.ts';
import type { TileLayer } from './map-types.ts';

export type OpenedArchive =
  | { readonly type: 'vector' }
  | { readonly type: 'raster'; readonly layer: TileLayer; readonly attribution: string };

/** Of the Protomaps schema: without these there would be nothing to draw. */
const NEEDED_LAYERS = ['earth', 'roads', 'places'];
const PICTURES: ReadonlySet<TileType> = new Set([TileType.Png, TileType.Jpeg, TileType.Webp, TileType.Avif]);

/**
 * Reads the header and the metadata, not the tiles. Fails with `basemap-archive-format` where it is no PMTiles
 * (version 3) and with `basemap-archive-schema`, naming the layers found, where another schema is in it.
 */
export async function openArchive(source: string | File, id: string): Promise<Result<OpenedArchive>> {
  const archive = new PMTiles(typeof source === 'string' ? source : new FileSource(source));
  try {
    const { tileType, minZoom, maxZoom, minLon, minLat, maxLon, maxLat } = await archive.getHeader();
    const metadata = ((await archive.getMetadata()) ?? {}) as Metadata;
    if (PICTURES.has(tileType)) {
      const layer: TileLayer = {
        id,
        tile: async (z, x, y, signal) => (await archive.getZxy(z, x, y, signal))?.data,
        tileSize: 256,
        minZoom,
        maxZoom,
        bounds: [minLon, minLat, maxLon, maxLat],
      };
      return ok({ type: 'raster', layer, attribution: textOf(metadata.attribution) });
    }
    const layers = Array.isArray(metadata.vector_layers) ? metadata.vector_layers.map((one) => textOf(one?.id)) : [];
    const isProtomaps = tileType === TileType.Mvt && NEEDED_LAYERS.every((layer) => layers.includes(layer));
    return isProtomaps
      ? ok({ type: 'vector' })
      : fail('basemap-archive-schema', { layers: layers.slice(0, 8).join('、') || '–' });
  } catch (error) {
    return fail('basemap-archive-format', { reason: error instanceof Error ? error.message : String(error) });
  }
}

interface Metadata {
  readonly attribution?: unknown;
  readonly vector_layers?: readonly ({ readonly id?: unknown } | null)[];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
