/** Room for the counts of findings among the labels: unseen text as large as the badges, which MapLibre places first. */
import type { LayerSpecification } from 'maplibre-gl';
import { REGULAR_FONT } from './base-flavors.ts';
import type { Badge } from './cluster-layers.ts';
import type { MapTheme } from './map-types.ts';
import { THEMES } from './theme.ts';

export const BADGE_SOURCE_ID = 'chentu-badges';

/** At this size a line is as high as a badge, and a digit of the map's font this wide. */
const TEXT_PIXELS = 22;
const DIGIT_PIXELS = 12.2;

/** One point for each row of badges that stand beside each other. */
export function roomOf(badges: readonly Badge[], theme: MapTheme): GeoJSON.FeatureCollection {
  const rows = new Map<string, { readonly at: Badge['at']; width: number }>();
  for (const { at, size } of badges) {
    const row = rows.get(at.join());
    if (row) row.width += size;
    else rows.set(at.join(), { at, width: size });
  }
  const { glyphFactor } = THEMES[theme];
  return {
    type: 'FeatureCollection',
    features: [...rows.values()].map(({ at, width }) => ({
      type: 'Feature',
      properties: { text: '0'.repeat(Math.ceil(width / glyphFactor / DIGIT_PIXELS)) },
      geometry: { type: 'Point', coordinates: [...at] },
    })),
  };
}

export function badgeRoomLayer(theme: MapTheme): LayerSpecification {
  return {
    id: BADGE_SOURCE_ID,
    type: 'symbol',
    source: BADGE_SOURCE_ID,
    layout: {
      'text-field': ['get', 'text'],
      'text-font': [REGULAR_FONT],
      'text-size': TEXT_PIXELS * THEMES[theme].glyphFactor,
      'text-allow-overlap': true,
      'text-max-width': 100,
      'text-padding': 0,
    },
    paint: { 'text-opacity': 0 },
  };
}
