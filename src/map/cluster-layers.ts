/** Counts of findings: a badge whose shape names the group, with the number in it. */
import { TextLayer } from '@deck.gl/layers';
import type { ClusterRow } from './cluster-marks.ts';
import { parseHex } from './color.ts';
import { ABOVE_DATA_LAYER_ID, type DrawContext } from './draw-context.ts';
import { FINDING_GROUPS } from './finding-groups.ts';
import { CELL_PER_GLYPH, iconKey } from './icon-key.ts';
import { iconLayerOf } from './icon-layer.ts';
import { clusterStyleFor, drawIndex } from './symbology.ts';
import { THEMES } from './theme.ts';
import type { OrderedLayer } from './view-layers.ts';

export interface Badge {
  readonly at: [longitude: number, latitude: number];
  /** From the place, in CSS pixels. */
  readonly offset: [x: number, y: number];
  readonly size: number;
  readonly text: string;
  readonly icon: string;
  readonly alpha: number;
}

const SMALLEST_PIXELS = 22;
const PIXELS_PER_DIGIT = 5;
const GAP_PIXELS = 2;
const TEXT_PIXELS = 11;
const FAINT = 80;

/** The badges of each row side by side, in the order of the groups. */
export function badgesOf(rows: readonly ClusterRow[], theme: DrawContext['theme']): Badge[] {
  const { glyphFactor } = THEMES[theme];
  const styles = FINDING_GROUPS.map((group) => clusterStyleFor(group, theme));
  return rows.flatMap(({ at, clusters }) => {
    const sizes = clusters.map(({ count }) => badgePixels(count) * glyphFactor);
    let left = -(sizes.reduce((sum, size) => sum + size, 0) + GAP_PIXELS * (sizes.length - 1)) / 2;
    return clusters.map(({ group, count, dimmed }, index): Badge => {
      const size = sizes[index] as number;
      const middle = left + size / 2;
      left += size + GAP_PIXELS;
      const style = styles[group] as (typeof styles)[number];
      return {
        at: [at[0], at[1]],
        offset: [middle, 0],
        size,
        text: String(count),
        icon: iconKey(style.glyph, style.color),
        alpha: dimmed ? FAINT : 255,
      };
    });
  });
}

const badgePixels = (count: number) => SMALLEST_PIXELS + PIXELS_PER_DIGIT * Math.max(0, String(count).length - 2);

/** A glyph fills this much of its field of 24. */
const GLYPH_SHARE = 20 / 24;

export function clusterLayers(badges: readonly Badge[], context: DrawContext): OrderedLayer[] {
  if (badges.length === 0) return [];
  const order = drawIndex('finding', 'mark') + 0.5;
  const palette = THEMES[context.theme];
  return [
    {
      order,
      layer: iconLayerOf<Badge>(
        {
          id: 'findings/badge',
          data: badges,
          getPosition: ({ at }) => at,
          getIcon: ({ icon }) => icon,
          getSize: ({ size }) => (size / GLYPH_SHARE) * CELL_PER_GLYPH,
          getColor: ({ alpha }) => [255, 255, 255, alpha],
          getPixelOffset: ({ offset }) => offset,
          sizeScale: 1,
        },
        context,
      ),
    },
    {
      order: order + 0.1,
      layer: new TextLayer<Badge, { beforeId: string }>({
        id: 'findings/badge-text',
        data: badges,
        getPosition: ({ at }) => at,
        getText: ({ text }) => text,
        getPixelOffset: ({ offset }) => offset,
        getSize: TEXT_PIXELS * palette.glyphFactor,
        getColor: ({ alpha }) => [...parseHex(palette.casing), alpha] as [number, number, number, number],
        fontFamily: '"Noto Sans SC", system-ui, sans-serif',
        fontWeight: 600,
        characterSet: '0123456789',
        updateTriggers: { getColor: context.theme, getSize: context.theme },
        pickable: false,
        beforeId: ABOVE_DATA_LAYER_ID,
      }),
    },
  ];
}
