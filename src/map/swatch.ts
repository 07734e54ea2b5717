/** A class's look as a small drawing: SVG paths and colours as plain data, for React or a report to draw. */
import { cssColor, type Hex } from './color.ts';
import { GLYPHS, type GlyphName, RING_SEGMENTS, type RingSegmentName } from './glyphs.ts';
import type { MapTheme } from './map-types.ts';
import type { ClassStyle } from './symbology.ts';
import { TEXTURES } from './texture.ts';
import { THEMES } from './theme.ts';

export const SWATCH_WIDTH = 28;
export const SWATCH_HEIGHT = 18;

interface SwatchShape {
  readonly path: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  /** As SVG's stroke-dasharray. */
  readonly dash?: string;
  /** As SVG's transform: glyphs are drawn on their own 24 × 24 field. */
  readonly transform?: string;
}

/** Draw in order inside `viewBox="0 0 width height"`, with fill-rule evenodd and round caps. */
export interface Swatch {
  readonly width: number;
  readonly height: number;
  readonly paper: string;
  readonly shapes: readonly SwatchShape[];
}

const BOX = { left: 2, top: 2, width: SWATCH_WIDTH - 4, height: SWATCH_HEIGHT - 4 };
const BOX_PATH = `M${BOX.left} ${BOX.top}h${BOX.width}v${BOX.height}h-${BOX.width}z`;
const LINE_PATH = `M1 ${SWATCH_HEIGHT / 2}H${SWATCH_WIDTH - 1}`;

export function swatchOf(style: ClassStyle, theme: MapTheme): Swatch {
  // A swatch of points that can be areas too (hotspots, receptors) shows the mark, as the map mostly does.
  const pointLike = style.halo !== undefined || (style.mark !== undefined && style.mark.minZoom === undefined);
  const shapes = [
    ...(pointLike ? haloShapes(style) : areaShapes(style)),
    ...lineShapes(style),
    ...(style.mark ? [markShape(style.mark.glyph, style.mark.color, pointLike ? 16 : 12)] : []),
  ];
  return { width: SWATCH_WIDTH, height: SWATCH_HEIGHT, paper: THEMES[theme].paper, shapes };
}

/** Owners' tints side by side. */
export function tintSwatch(tints: readonly Hex[], theme: MapTheme): Swatch {
  const step = SWATCH_WIDTH / tints.length;
  const shapes = tints.map((tint, index) => ({
    path: `M${round(index * step)} 3h${round(step)}v${SWATCH_HEIGHT - 6}h-${round(step)}z`,
    fill: cssColor(tint, 0.6),
  }));
  return { width: SWATCH_WIDTH, height: SWATCH_HEIGHT, paper: THEMES[theme].paper, shapes };
}

/** One glyph alone. */
export function glyphSwatch(glyph: GlyphName, color: Hex, theme: MapTheme): Swatch {
  const shapes = [markShape(glyph, color, 16)];
  return { width: SWATCH_WIDTH, height: SWATCH_HEIGHT, paper: THEMES[theme].paper, shapes };
}

export function markSwatch(segment: RingSegmentName, color: Hex, theme: MapTheme): Swatch {
  const shapes = [0, 60, 120, 180, 240, 300].map((turn) => ({
    path: RING_SEGMENTS[segment],
    fill: cssColor(color, turn === 0 ? 1 : 0.25),
    transform: `translate(5 0) scale(0.75) rotate(${turn} 12 12)`,
  }));
  return { width: SWATCH_WIDTH, height: SWATCH_HEIGHT, paper: THEMES[theme].paper, shapes };
}

function areaShapes({ fill, texture, edge }: ClassStyle): SwatchShape[] {
  const shapes: SwatchShape[] = [];
  if (fill && fill.opacity > 0) shapes.push({ path: BOX_PATH, fill: cssColor(fill.color, fill.opacity) });
  if (texture) {
    shapes.push({
      path: TEXTURES[texture.name].marks(BOX.width, BOX.height),
      stroke: cssColor(texture.color, texture.opacity),
      strokeWidth: texture.name === 'dots' ? 2 : 1,
      transform: `translate(${BOX.left} ${BOX.top})`,
    });
  }
  if (edge) {
    shapes.push({
      path: BOX_PATH,
      stroke: cssColor(edge.color, edge.opacity ?? 1),
      strokeWidth: edge.width,
      ...dashOf(edge.dash),
    });
  }
  return shapes;
}

function haloShapes({ halo }: ClassStyle): SwatchShape[] {
  if (!halo) return [];
  const radius = SWATCH_HEIGHT / 2;
  const path = `M${SWATCH_WIDTH / 2 - radius} ${radius}a${radius} ${radius} 0 1 1 ${2 * radius} 0a${radius} ${radius} 0 1 1 -${2 * radius} 0z`;
  return [{ path, fill: cssColor(halo.color, halo.opacity) }];
}

function lineShapes({ line }: ClassStyle): SwatchShape[] {
  if (!line) return [];
  const strokeWidth = (line.width[0] + line.width[1]) / 2;
  return [{ path: LINE_PATH, stroke: cssColor(line.color, line.opacity ?? 1), strokeWidth, ...dashOf(line.dash) }];
}

function markShape(glyph: GlyphName, color: Hex, size: number): SwatchShape {
  const scale = round(size / 24);
  const transform = `translate(${round((SWATCH_WIDTH - size) / 2)} ${round((SWATCH_HEIGHT - size) / 2)}) scale(${scale})`;
  return { path: GLYPHS[glyph], fill: color, transform };
}

const dashOf = (dash: readonly [number, number] | undefined) => (dash ? { dash: dash.join(' ') } : {});
const round = (value: number) => Number(value.toFixed(3));
