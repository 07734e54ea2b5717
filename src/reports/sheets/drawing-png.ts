/** A drawing as PNG, without a page and without fonts: its shapes, not its texts. The same bytes on every machine. */
import { buildPng } from '../png.ts';
import type { Drawing, Path } from './drawing.ts';
import { createBitmap, fillPaths } from './fill-paths.ts';
import { outlineStroke } from './stroke-outlines.ts';

/** Pixels of the drawing are 1/96 inch, as in SVG. */
const PIXELS_PER_METER = 96 / 0.0254;

/** `scale`: pixels of the picture for one of the drawing. O(positions + painted pixels). */
export function drawingPng(drawing: Drawing, scale = 1): Uint8Array<ArrayBuffer> {
  const [width, height] = [Math.round(drawing.widthPixels * scale), Math.round(drawing.heightPixels * scale)];
  const bitmap = createBitmap(width, height, drawing.paper);
  const scaled = (path: Path) => path.map((value) => value * scale);
  for (const item of drawing.items) {
    if (item.type === 'text') continue;
    const paths = item.paths.map(scaled);
    const { fill, stroke, closed } = item;
    if (fill) fillPaths(bitmap, paths, fill, item.fillRule ?? 'evenodd');
    if (!stroke) continue;
    const { dash } = stroke;
    const thick = {
      ...stroke,
      width: stroke.width * scale,
      ...(dash && { dash: [dash[0] * scale, dash[1] * scale] as const }),
    };
    fillPaths(bitmap, outlineStroke(paths, closed, thick), stroke, 'nonzero');
  }
  return buildPng({
    widthPixels: width,
    heightPixels: height,
    bitDepth: 8,
    color: 'rgb',
    rows: rowsOf(bitmap.bytes, width, height),
    pixelsPerMeter: PIXELS_PER_METER * scale,
  });
}

/** Each row as the difference to the one above it: even ground packs to nothing. */
function rowsOf(bytes: Uint8Array, width: number, height: number): Uint8Array {
  const length = 3 * width;
  const rows = new Uint8Array((1 + length) * height);
  for (let y = 0; y < height; y++) {
    const start = y * (1 + length);
    rows[start] = 2;
    for (let i = 0; i < length; i++) {
      rows[start + 1 + i] = bytes[y * length + i]! - (y > 0 ? bytes[(y - 1) * length + i]! : 0);
    }
  }
  return rows;
}
