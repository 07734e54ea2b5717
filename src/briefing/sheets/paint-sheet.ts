/** A sheet as pixels: its items painted on a canvas around a picture of the map. The only place that knows a canvas. */
import type { Swatch } from '../../map/swatch.ts';
import type { Rectangle, SheetItem, SheetText } from './sheet-layout.ts';
import type { SheetPage } from './sheet-pages.ts';

const INK = '#16191c';
const PAPER = '#ffffff';
/** Swatches are drawn on 18 units of height. */
const SWATCH_UNITS = 18;

export interface SheetPicture {
  readonly page: SheetPage;
  readonly map: { readonly image: CanvasImageSource; readonly at: Rectangle };
  readonly items: readonly SheetItem[];
  /** CSS font families. */
  readonly font: string;
}

/** Throws where the browser has no canvas of that size. */
export function paintSheet({ page, map, items, font }: SheetPicture): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(page.width * page.pixelsPerUnit);
  canvas.height = Math.round(page.height * page.pixelsPerUnit);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error(`no canvas of ${canvas.width} × ${canvas.height} pixels`);
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.scale(page.pixelsPerUnit, page.pixelsPerUnit);
  const { left, top, width, height } = map.at;
  pen.drawImage(map.image, left, top, width, height);
  for (const item of items) paintItem(pen, item, font);
  return canvas;
}

function paintItem(pen: CanvasRenderingContext2D, item: SheetItem, font: string): void {
  pen.save();
  switch (item.type) {
    case 'text':
      paintText(pen, item, font);
      break;
    case 'frame':
      pen.strokeStyle = INK;
      pen.lineWidth = item.lineWidth;
      pen.strokeRect(item.at.left, item.at.top, item.at.width, item.at.height);
      break;
    case 'bar':
      pen.fillStyle = item.isDark ? INK : PAPER;
      pen.fillRect(item.at.left, item.at.top, item.at.width, item.at.height);
      pen.strokeStyle = INK;
      pen.lineWidth = item.at.height / 6;
      pen.strokeRect(item.at.left, item.at.top, item.at.width, item.at.height);
      break;
    case 'swatch':
      pen.translate(item.x, item.y);
      pen.scale(item.height / SWATCH_UNITS, item.height / SWATCH_UNITS);
      paintSwatch(pen, item.swatch);
      break;
    case 'north':
      pen.translate(item.x, item.y);
      paintNorth(pen, item.size, item.turnDegrees, font);
      break;
  }
  pen.restore();
}

function paintText(pen: CanvasRenderingContext2D, text: SheetText, font: string): void {
  pen.font = `${text.bold ? 600 : 400} ${text.size}px ${font}`;
  pen.textAlign = text.align;
  pen.textBaseline = 'alphabetic';
  pen.fillStyle = INK;
  if (text.maxWidth === undefined) pen.fillText(text.text, text.x, text.baseline);
  else pen.fillText(text.text, text.x, text.baseline, text.maxWidth);
}

function paintSwatch(pen: CanvasRenderingContext2D, { shapes }: Swatch): void {
  pen.lineCap = 'round';
  for (const { path, fill, stroke, strokeWidth, dash, transform } of shapes) {
    pen.save();
    const matrix = new DOMMatrix(transform ? cssTransform(transform) : undefined);
    pen.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f);
    const shape = new Path2D(path);
    if (fill) {
      pen.fillStyle = fill;
      pen.fill(shape, 'evenodd');
    }
    if (stroke) {
      pen.strokeStyle = stroke;
      pen.lineWidth = strokeWidth ?? 1;
      if (dash) {
        pen.lineCap = 'butt';
        pen.setLineDash(dash.split(' ').map(Number));
      }
      pen.stroke(shape);
    }
    pen.restore();
  }
}

/** SVG's transforms have no units; those of CSS do. */
function cssTransform(transform: string): string {
  return transform
    .replaceAll(/translate\(\s*([-\d.]+)[\s,]+([-\d.]+)\s*\)/g, 'translate($1px, $2px)')
    .replaceAll(
      /rotate\(\s*([-\d.]+)[\s,]+([-\d.]+)[\s,]+([-\d.]+)\s*\)/g,
      'translate($2px, $3px) rotate($1deg) translate(-$2px, -$3px)',
    );
}

/** An arrow whose tip is at the north, and the letter over it. */
function paintNorth(pen: CanvasRenderingContext2D, size: number, turnDegrees: number, font: string): void {
  pen.rotate((turnDegrees * Math.PI) / 180);
  const half = size / 2;
  const arrow = new Path2D(`M0 ${-half * 0.55}L${half * 0.42} ${half}L0 ${half * 0.62}L${-half * 0.42} ${half}z`);
  pen.lineJoin = 'round';
  pen.strokeStyle = PAPER;
  pen.lineWidth = size / 9;
  pen.stroke(arrow);
  pen.fillStyle = INK;
  pen.fill(arrow);
  pen.font = `600 ${half * 0.75}px ${font}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'alphabetic';
  pen.strokeText('N', 0, -half * 0.7);
  pen.fillText('N', 0, -half * 0.7);
}
