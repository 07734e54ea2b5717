/**
 * The whole MapLibre style for a moment: paper, base map, veil, labels of data. deck.gl draws the
 * data just below the veil. Pure, so that a change of theme is a comparison of two styles.
 */
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { BADGE_SOURCE_ID, badgeRoomLayer } from './badge-room.ts';
import { MEDIUM_FONT, REGULAR_FONT } from './base-flavors.ts';
import { BASE_SOURCE_ID, baseGround, baseLabels, baseSource, paperLayer } from './base-style.ts';
import { ABOVE_DATA_LAYER_ID, BELOW_DATA_LAYER_ID } from './draw-context.ts';
import type { ForeignParts } from './foreign-style.ts';
import type { MapLanguage, MapTheme } from './map-types.ts';
import {
  pictureLayer,
  type RasterBase,
  type RasterPicture,
  rasterBaseLayer,
  rasterId,
  rasterSource,
} from './raster-layers.ts';
import { THEMES } from './theme.ts';

export const LABEL_SOURCE_ID = 'chentu-labels';
export const VEIL_SOURCE_ID = 'chentu-veil';

export interface StyleState {
  readonly theme: MapTheme;
  readonly language: MapLanguage;
  /** The base map's TileJSON address, or tiles, or another's style; without any of them the paper alone. */
  readonly baseUrl?: string;
  readonly rasterBase?: RasterBase;
  readonly foreign?: ForeignParts;
  /** Bottom first. */
  readonly pictures?: readonly RasterPicture[];
  readonly fonts: NonNullable<StyleSpecification['font-faces']>;
  readonly labels: GeoJSON.FeatureCollection;
  readonly veil: GeoJSON.FeatureCollection;
  /** Room that counts of findings take among the labels. */
  readonly badges: GeoJSON.FeatureCollection;
}

export function composeStyle(state: StyleState): StyleSpecification {
  const { theme, language, baseUrl, rasterBase, foreign, pictures = [], fonts, labels, veil, badges } = state;
  const annotation = rasterBase?.annotation;
  return {
    version: 8,
    name: 'Chentu',
    'font-faces': fonts,
    ...(foreign?.sprite === undefined ? {} : { sprite: foreign.sprite }),
    sources: {
      ...foreign?.sources,
      ...(rasterBase ? { [rasterId(rasterBase.ground.id)]: rasterSource(rasterBase.ground) } : {}),
      ...(annotation ? { [rasterId(annotation.id)]: rasterSource(annotation) } : {}),
      ...Object.fromEntries(
        pictures.map((picture) => [rasterId(picture.id), rasterSource(picture, picture.attribution)]),
      ),
      ...(baseUrl ? { [BASE_SOURCE_ID]: baseSource(baseUrl) } : {}),
      [VEIL_SOURCE_ID]: { type: 'geojson', data: veil },
      [LABEL_SOURCE_ID]: { type: 'geojson', data: labels },
      [BADGE_SOURCE_ID]: { type: 'geojson', data: badges },
    },
    layers: [
      paperLayer(theme),
      ...(baseUrl ? baseGround(theme) : []),
      ...(foreign?.ground ?? []),
      ...(rasterBase ? [rasterBaseLayer(rasterBase.ground, theme, rasterBase.muted)] : []),
      ...pictures.map(pictureLayer),
      anchorLayer(),
      veilLayer(theme),
      ...(annotation && rasterBase ? [rasterBaseLayer(annotation, theme, rasterBase.muted)] : []),
      ...(foreign?.labels ?? []),
      ...(baseUrl ? baseLabels(theme, language, placeNames(labels)) : []),
      labelLayer(theme),
      badgeRoomLayer(theme),
    ],
  };
}

/** Ids that this style owns; a drawing tool's own layers are the others. */
export function ownsId(id: string): boolean {
  return id === 'background' || id.startsWith('chentu-');
}

/** Names of districts, streets and communities: those that a base map knows as well. */
function placeNames(labels: GeoJSON.FeatureCollection): string[] {
  const names = labels.features.flatMap(({ properties }) => (properties?.place ? [String(properties.name)] : []));
  return [...new Set(names)].sort();
}

/**
 * Draws nothing. A base map that comes later is put in before this layer; without it, it would be put
 * in before the veil, which is on top of the data.
 */
function anchorLayer(): LayerSpecification {
  return { id: BELOW_DATA_LAYER_ID, type: 'fill', source: VEIL_SOURCE_ID, layout: { visibility: 'none' } };
}

function veilLayer(theme: MapTheme): LayerSpecification {
  const { veil, veilOpacity } = THEMES[theme];
  return {
    id: ABOVE_DATA_LAYER_ID,
    type: 'fill',
    source: VEIL_SOURCE_ID,
    paint: { 'fill-color': veil, 'fill-opacity': veilOpacity, 'fill-antialias': false },
  };
}

/** Names of zones and other data: two lines, the coarser zone larger and first served. */
function labelLayer(theme: MapTheme): LayerSpecification {
  const { ink, halo, textFactor } = THEMES[theme];
  return {
    id: 'chentu-labels',
    type: 'symbol',
    source: LABEL_SOURCE_ID,
    filter: ['<=', ['get', 'minZoom'], ['zoom']],
    layout: {
      'text-field': [
        'format',
        ['get', 'name'],
        {},
        ['get', 'detail'],
        { 'font-scale': 0.82, 'text-font': ['literal', [REGULAR_FONT]] },
      ],
      'text-font': [MEDIUM_FONT],
      'text-size': [
        'interpolate',
        ['linear'],
        ['zoom'],
        10,
        ['*', ['get', 'size'], 0.9 * textFactor],
        15,
        ['*', ['get', 'size'], 1.1 * textFactor],
      ],
      'text-max-width': 11,
      'text-line-height': 1.25,
      'text-padding': 4,
      'text-offset': ['get', 'offset'],
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: { 'text-color': ink, 'text-halo-color': halo, 'text-halo-width': 1.5, 'text-halo-blur': 0.25 },
  };
}
