/** The sketch of a place as a picture, for files that hold pictures only: as it stands on the wall. */
import { type PlaceSketch, type SketchLook, scaleBarMeters } from '../../../../briefing/boards/place-sketch.ts';
import { formatLength } from '../../../../i18n/format.ts';

const WIDTH_PIXELS = 480;
const HEIGHT_PIXELS = 400;

interface Look {
  readonly stroke: string;
  readonly width: number;
  readonly dash?: readonly number[];
  /** Of areas. */
  readonly fill?: string;
}
/** Those of the wall (board.module.css). */
const LOOKS: Readonly<Record<SketchLook, Look>> = {
  zone: { stroke: '#5a5a5a', width: 2, dash: [6, 4] },
  road: { stroke: '#a9a9a4', width: 5 },
  source: { stroke: '#b9770e', width: 2, fill: '#f0dcc0' },
  marked: { stroke: '#a63a0a', width: 4, fill: 'rgb(217 72 15 / 65%)' },
};
const PAPER = '#f2f2ef';
const INK = '#000';

/** PNG; undefined where nothing is to be seen, or the browser has no canvas. O(path data). */
export async function drawSketch(sketch: PlaceSketch): Promise<Blob | undefined> {
  if (sketch.shapes.length + sketch.points.length === 0) return undefined;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [WIDTH_PIXELS, HEIGHT_PIXELS];
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, WIDTH_PIXELS, HEIGHT_PIXELS);
  const side = Math.max(sketch.widthMeters, sketch.heightMeters);
  const scale = Math.min(WIDTH_PIXELS, HEIGHT_PIXELS) / side;
  drawShapes(pen, sketch, scale, side);
  drawScaleBar(pen, scale, side);
  return (await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))) ?? undefined;
}

function drawShapes(pen: CanvasRenderingContext2D, { shapes, points }: PlaceSketch, scale: number, side: number): void {
  // Paths are placed, not the pen: lines keep their width whatever the scale.
  const place = new DOMMatrix([scale, 0, 0, scale, WIDTH_PIXELS / 2, HEIGHT_PIXELS / 2]);
  for (const { look, isArea, path } of shapes) {
    const placed = new Path2D();
    placed.addPath(new Path2D(path), place);
    drawPath(pen, placed, LOOKS[look], isArea);
  }
  for (const [x, y] of points) {
    const dot = new Path2D();
    dot.arc(WIDTH_PIXELS / 2 + x * scale, HEIGHT_PIXELS / 2 + y * scale, (side * scale) / 24, 0, 2 * Math.PI);
    drawPath(pen, dot, LOOKS.marked, true);
  }
}

function drawPath(pen: CanvasRenderingContext2D, path: Path2D, { stroke, width, dash, fill }: Look, isArea: boolean) {
  if (isArea && fill) {
    pen.fillStyle = fill;
    pen.fill(path, 'evenodd');
  }
  pen.strokeStyle = stroke;
  pen.lineWidth = width;
  pen.setLineDash(dash ? [...dash] : []);
  pen.stroke(path);
}

/** At the bottom left, a third of the side at most. */
function drawScaleBar(pen: CanvasRenderingContext2D, scale: number, side: number): void {
  const meters = scaleBarMeters(side / 3);
  const [left, bottom] = [0.04 * WIDTH_PIXELS, 0.94 * HEIGHT_PIXELS];
  pen.setLineDash([]);
  pen.strokeStyle = INK;
  pen.lineWidth = 4;
  pen.beginPath();
  pen.moveTo(left, bottom);
  pen.lineTo(left + meters * scale, bottom);
  pen.stroke();
  pen.font = `${HEIGHT_PIXELS / 14}px "Noto Sans SC", "Microsoft YaHei", sans-serif`;
  pen.fillStyle = INK;
  pen.strokeStyle = PAPER;
  pen.strokeText(formatLength(meters), left, bottom - 10);
  pen.fillText(formatLength(meters), left, bottom - 10);
}
