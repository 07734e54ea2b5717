/** Raster base maps, their annotation and pictures as MapLibre sources and layers. Pure: the tiles' addresses are given. */
import type { LayerSpecification, RasterLayerSpecification, RasterSourceSpecification } from 'maplibre-gl';
import type { Bounds, MapTheme } from './map-types.ts';

/** A layer of tiles with the template that its tiles are asked under. */
export interface RasterTiles {
  readonly id: string;
  readonly template: string;
  readonly tileSize: 256 | 512;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly bounds?: Bounds;
}

export interface RasterPicture extends RasterTiles {
  readonly opacity: number;
  readonly visible: boolean;
  readonly attribution: string;
}

export interface RasterBase {
  readonly ground: RasterTiles;
  readonly annotation?: RasterTiles;
  readonly muted: boolean;
}

type Paint = NonNullable<RasterLayerSpecification['paint']>;

/** Every hue on the map belongs to data: a muted map loses most of its own, and on dark paper its brightness. */
const MUTED: Readonly<Record<MapTheme, Paint>> = {
  light: { 'raster-saturation': -0.65, 'raster-contrast': -0.15, 'raster-brightness-min': 0.3 },
  dark: { 'raster-saturation': -0.7, 'raster-brightness-max': 0.45 },
  projector: { 'raster-saturation': -0.75, 'raster-contrast': -0.1, 'raster-brightness-min': 0.4 },
};

export function rasterSource(tiles: RasterTiles, attribution = ''): RasterSourceSpecification {
  const { template, tileSize, minZoom, maxZoom, bounds } = tiles;
  return {
    type: 'raster',
    tiles: [template],
    tileSize,
    minzoom: minZoom,
    maxzoom: maxZoom,
    ...(bounds ? { bounds: [...bounds] } : {}),
    ...(attribution ? { attribution } : {}),
  };
}

export function rasterBaseLayer(tiles: RasterTiles, theme: MapTheme, muted: boolean): LayerSpecification {
  return { id: rasterId(tiles.id), type: 'raster', source: rasterId(tiles.id), paint: muted ? MUTED[theme] : {} };
}

export function pictureLayer({ id, opacity, visible }: RasterPicture): LayerSpecification {
  return {
    id: rasterId(id),
    type: 'raster',
    source: rasterId(id),
    layout: { visibility: visible ? 'visible' : 'none' },
    paint: { 'raster-opacity': opacity, 'raster-resampling': 'linear' },
  };
}

/** Owned by the style (compose-style.ts), so that it goes when it is no longer asked for. */
export const rasterId = (id: string): string => `chentu-raster-${id}`;
