/** A chart as a picture to paste: with its title above and how it is counted below. */
import type { ECharts } from 'echarts/core';
import type { ChartLook } from './chart-look.ts';

/** Sharp on paper and on a wall. */
const PIXEL_RATIO = 2;
const MARGIN = 16;
/** The tooltip goes with a timer of its own. */
const TIP_GONE_MS = 50;

interface PictureWords {
  readonly title: string;
  readonly subtitle: string;
  readonly notes: readonly string[];
}

export async function takePicture(chart: ECharts, words: PictureWords, look: ChartLook): Promise<Blob | undefined> {
  // What the pointer called up is no part of the picture.
  chart.dispatchAction({ type: 'hideTip' });
  await new Promise((resolve) => setTimeout(resolve, TIP_GONE_MS));
  const drawn = chart.renderToCanvas({ pixelRatio: PIXEL_RATIO, backgroundColor: look.panel });
  const width = drawn.width / PIXEL_RATIO + 2 * MARGIN;
  const { textPixels, font } = look;
  const line = textPixels * 1.5;
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  pen.font = `${textPixels}px ${font}`;
  const notes = words.notes.flatMap((note) => wrap(pen, note, width - 2 * MARGIN));
  const top = MARGIN + 3 * line;
  const bottom = top + drawn.height / PIXEL_RATIO + line / 2;
  canvas.width = width * PIXEL_RATIO;
  canvas.height = (bottom + notes.length * line + MARGIN) * PIXEL_RATIO;
  pen.scale(PIXEL_RATIO, PIXEL_RATIO);
  pen.fillStyle = look.panel;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.textBaseline = 'top';
  pen.fillStyle = look.text;
  pen.font = `600 ${textPixels * 1.3}px ${font}`;
  pen.fillText(words.title, MARGIN, MARGIN);
  pen.fillStyle = look.muted;
  pen.font = `${textPixels}px ${font}`;
  pen.fillText(words.subtitle, MARGIN, MARGIN + 1.6 * line);
  pen.drawImage(drawn, MARGIN, top, drawn.width / PIXEL_RATIO, drawn.height / PIXEL_RATIO);
  for (const [index, note] of notes.entries()) pen.fillText(note, MARGIN, bottom + index * line);
  return new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png');
  });
}

/** By words where there are blanks, else by characters, as Chinese is. */
function wrap(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\x21-\x7e]+\s*|\s+|./gu) ?? []) {
    if (line !== '' && pen.measureText(line + piece).width > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  if (line !== '') lines.push(line);
  return lines;
}
