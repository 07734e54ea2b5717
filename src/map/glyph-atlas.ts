/** All marks of a theme drawn once on a canvas, each with a casing, for deck.gl's icon layers. */
import type { Hex } from './color.ts';
import { GLYPHS, type GlyphName, RING_SEGMENTS, type RingSegmentName } from './glyphs.ts';
import { type IconShape, iconKey } from './icon-key.ts';
import type { MapTheme } from './map-types.ts';
import { THEMES } from './theme.ts';

interface IconFrame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly mask: boolean;
}
export interface GlyphAtlas {
  readonly image: HTMLCanvasElement;
  readonly mapping: Readonly<Record<string, IconFrame>>;
}

const CELL_PIXELS = 96;
const COLUMNS = 8;
const CASING_WIDTH = 3.2;

export function drawGlyphAtlas(
  icons: readonly { readonly shape: IconShape; readonly color: Hex }[],
  theme: MapTheme,
): GlyphAtlas {
  const unique = new Map(icons.map((icon) => [iconKey(icon.shape, icon.color), icon]));
  const image = document.createElement('canvas');
  image.width = COLUMNS * CELL_PIXELS;
  image.height = Math.ceil(unique.size / COLUMNS) * CELL_PIXELS;
  const context = image.getContext('2d');
  const mapping: Record<string, IconFrame> = {};
  [...unique].forEach(([key, { shape, color }], index) => {
    const [x, y] = [(index % COLUMNS) * CELL_PIXELS, Math.floor(index / COLUMNS) * CELL_PIXELS];
    mapping[key] = { x, y, width: CELL_PIXELS, height: CELL_PIXELS, mask: false };
    if (!context) return;
    const scale = CELL_PIXELS / 32;
    context.setTransform(scale, 0, 0, scale, x + 4 * scale, y + 4 * scale);
    const path = new Path2D(shape in GLYPHS ? GLYPHS[shape as GlyphName] : RING_SEGMENTS[shape as RingSegmentName]);
    context.lineJoin = 'round';
    context.lineWidth = CASING_WIDTH;
    context.strokeStyle = THEMES[theme].casing;
    context.stroke(path);
    context.fillStyle = color;
    context.fill(path, 'evenodd');
  });
  return { image, mapping };
}
