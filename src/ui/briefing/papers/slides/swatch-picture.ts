/** A swatch of the legend as a PNG, for files that hold pictures only. */
import type { Swatch } from '../../../../map/swatch.ts';

/** Sharp in print: a swatch is printed a third of an inch wide. */
const PIXELS_PER_UNIT = 4;

export interface SwatchPicture {
  readonly swatch: Uint8Array<ArrayBuffer>;
  readonly widthPixels: number;
  readonly heightPixels: number;
}

/** Throws where the browser has no canvas. */
export async function swatchPicture(swatch: Swatch): Promise<SwatchPicture> {
  const [widthPixels, heightPixels] = [swatch.width * PIXELS_PER_UNIT, swatch.height * PIXELS_PER_UNIT];
  const canvas = document.createElement('canvas');
  canvas.width = widthPixels;
  canvas.height = heightPixels;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('Swatch: found no canvas to draw on, expected one');
  pen.scale(PIXELS_PER_UNIT, PIXELS_PER_UNIT);
  pen.fillStyle = swatch.paper;
  pen.fillRect(0, 0, swatch.width, swatch.height);
  for (const shape of swatch.shapes) drawShape(pen, shape);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('Swatch: found an empty canvas, expected a picture');
  return { swatch: new Uint8Array(await blob.arrayBuffer()), widthPixels, heightPixels };
}

function drawShape(pen: CanvasRenderingContext2D, shape: Swatch['shapes'][number]): void {
  const { path, fill, stroke, strokeWidth = 1, dash, transform } = shape;
  pen.save();
  // A canvas does not read SVG's transforms, but a matrix of the same words.
  if (transform) pen.transform(...matrixOf(transform));
  const outline = new Path2D(path);
  if (fill) {
    pen.fillStyle = fill;
    pen.fill(outline, 'evenodd');
  }
  if (stroke) {
    pen.strokeStyle = stroke;
    pen.lineWidth = strokeWidth;
    pen.lineCap = dash ? 'butt' : 'round';
    pen.setLineDash(dash ? dash.split(' ').map(Number) : []);
    pen.stroke(outline);
  }
  pen.restore();
}

/** `translate(5 0) scale(0.75) rotate(60 12 12)`: what swatches use of SVG's transforms, the first outermost. */
function matrixOf(transform: string): [number, number, number, number, number, number] {
  const matrix = [...transform.matchAll(/(\w+)\(([^)]*)\)/gu)].reduce((before, [, name, list = '']) => {
    const [first = 0, second = 0, third = 0] = list.split(/[ ,]+/u).map(Number);
    if (name === 'translate') return before.translate(first, second);
    if (name === 'scale') return before.scale(first);
    return before.translate(second, third).rotate(first).translate(-second, -third);
  }, new DOMMatrix());
  return [matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f];
}
