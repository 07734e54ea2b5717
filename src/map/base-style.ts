/**
 * The base map as MapLibre layers: the Protomaps schema in our flavors, with our fonts and without
 * anything that would need a sprite or another host. Pure: no map, no page.
 */
import { layers as protomapsLayers } from '@protomaps/basemaps';
import type {
  ExpressionSpecification,
  LayerSpecification,
  SourceSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import { flavorOf, MEDIUM_FONT, REGULAR_FONT, tonesOf } from './base-flavors.ts';
import type { MapLanguage, MapTheme } from './map-types.ts';
import { THEMES } from './theme.ts';

export const BASE_SOURCE_ID = 'base';

export function baseSource(tileJsonUrl: string): SourceSpecification {
  return { type: 'vector', url: tileJsonUrl };
}

/** What stands alone without a base map: the paper. */
export function paperLayer(theme: MapTheme): LayerSpecification {
  return { id: 'background', type: 'background', paint: { 'background-color': tonesOf(theme).earth } };
}

/** Ground and roads, bottom first; to be drawn below the data. */
export function baseGround(theme: MapTheme): LayerSpecification[] {
  return protomapsLayers(BASE_SOURCE_ID, flavorOf(theme)).filter(({ id }) => id !== 'background');
}

/**
 * Names, to be drawn above the data. Those that are icons alone (one-way arrows, shields) need a
 * sprite and are left out, and so are places that the data names itself: no name stands there twice.
 */
export function baseLabels(
  theme: MapTheme,
  language: MapLanguage,
  namedByData: readonly string[] = [],
): LayerSpecification[] {
  const labels = protomapsLayers(BASE_SOURCE_ID, flavorOf(theme), { labelsOnly: true, lang: 'zh-Hans' });
  return labels
    .filter((layer): layer is SymbolLayerSpecification => layer.type === 'symbol')
    .filter(({ id }) => !/oneway|shield|pois|address/.test(id))
    .map((layer) => restyleLabel(layer, theme, language))
    .map((layer) => (layer.id.startsWith('places') ? withoutNames(layer, namedByData) : layer));
}

function restyleLabel(
  layer: SymbolLayerSpecification,
  theme: MapTheme,
  language: MapLanguage,
): SymbolLayerSpecification {
  // Icons would need a sprite.
  const entries = Object.entries(layer.layout ?? {}).filter(([key]) => !key.startsWith('icon-'));
  const place = /places_(locality|region|country)/.test(layer.id);
  return {
    ...layer,
    layout: {
      ...Object.fromEntries(entries),
      'text-field': nameExpression(language),
      'text-font': [place ? MEDIUM_FONT : REGULAR_FONT],
      'text-size': labelSize(layer.id, THEMES[theme].textFactor),
      'text-letter-spacing': 0.02,
      'text-transform': 'none',
      ...(layer.layout?.['symbol-placement'] === 'line' ? { 'text-keep-upright': true, 'text-padding': 6 } : {}),
    },
    paint: { ...layer.paint, 'text-halo-width': 1.5 },
  };
}

/** The layers' filters are of the older kind, which cannot be mixed with expressions: such a place is written empty. */
function withoutNames(layer: SymbolLayerSpecification, names: readonly string[]): SymbolLayerSpecification {
  if (names.length === 0) return layer;
  const field: ExpressionSpecification = [
    'case',
    ['in', ['coalesce', ['get', 'name'], ''], ['literal', [...names]]],
    '',
    layer.layout?.['text-field'] as ExpressionSpecification,
  ];
  return { ...layer, layout: { ...layer.layout, 'text-field': field } };
}

/** Zone names are larger than any of these: the base map steps back. */
function labelSize(id: string, factor: number): ExpressionSpecification {
  const [near, far] = id.startsWith('roads') ? [12, 10.5] : /locality|region|country/.test(id) ? [14, 12] : [13, 11];
  return ['interpolate', ['linear'], ['zoom'], 10, (far as number) * factor, 16, (near as number) * factor];
}

/** The name in the page's language, else the local one, without variation selectors (they draw as boxes). */
function nameExpression(language: MapLanguage): ExpressionSpecification {
  const names: ExpressionSpecification =
    language === 'en'
      ? ['coalesce', ['get', 'name:en'], ['get', 'name'], '']
      : ['coalesce', ['get', 'name:zh-Hans'], ['get', 'name:zh'], ['get', 'name'], ''];
  return ['\uFE0E', '\uFE0F', '\u{E0100}', '\u{E0101}'].reduce<ExpressionSpecification>(
    (text, selector) => ['join', ['split', text, selector], ''],
    names,
  );
}
