/** Two pictures of the same ground on the two sides of a line, each with its name. In the browser alone: needs a canvas. */

export interface HalvesLook {
  /** Share of the width that the left picture takes. */
  readonly share: number;
  readonly labels: { readonly left: string; readonly right: string };
  /** Height of the type, in pixels of the picture. */
  readonly textPixels: number;
  readonly isDark: boolean;
}

/** From the bottom, as on the wall: over the numbers, under the title. */
const LABEL_SHARE = 0.74;
const INKS = { light: { ink: '#000000', paper: '#ffffff' }, dark: { ink: '#eceff1', paper: '#0d0f11' } } as const;

/** Both pictures have the same size; the answer is a PNG of it. */
export async function composeHalves(right: Blob, left: Blob, look: HalvesLook): Promise<Blob> {
  const [rightImage, leftImage] = await Promise.all([createImageBitmap(right), createImageBitmap(left)]);
  const { width, height } = rightImage;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('Before and after: found no canvas to draw on, expected one');
  const line = Math.round(width * look.share);
  context.drawImage(rightImage, 0, 0);
  if (line > 0) context.drawImage(leftImage, 0, 0, line, height, 0, 0, line, height);
  rightImage.close();
  leftImage.close();
  drawLine(context, line, height, look);
  drawLabel(context, look.labels.left, line, height, 'left', look);
  drawLabel(context, look.labels.right, line, height, 'right', look);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('Before and after: found an empty canvas, expected a picture'));
    }, 'image/png');
  });
}

function drawLine(context: CanvasRenderingContext2D, x: number, height: number, { textPixels, isDark }: HalvesLook) {
  const { ink, paper } = INKS[isDark ? 'dark' : 'light'];
  const width = Math.max(2, textPixels / 8);
  context.fillStyle = paper;
  context.fillRect(x - 1.5 * width, 0, 3 * width, height);
  context.fillStyle = ink;
  context.fillRect(x - width / 2, 0, width, height);
}

function drawLabel(
  context: CanvasRenderingContext2D,
  text: string,
  line: number,
  height: number,
  side: 'left' | 'right',
  { textPixels, isDark }: HalvesLook,
) {
  const { ink, paper } = INKS[isDark ? 'dark' : 'light'];
  context.font = `600 ${textPixels}px "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif`;
  context.textBaseline = 'middle';
  const [padding, gap] = [textPixels * 0.5, textPixels * 0.7];
  const width = context.measureText(text).width + 2 * padding;
  const x = side === 'left' ? line - gap - width : line + gap;
  const y = height * LABEL_SHARE;
  context.fillStyle = paper;
  context.fillRect(x, y - textPixels * 0.8, width, textPixels * 1.6);
  context.strokeStyle = ink;
  context.lineWidth = textPixels / 20;
  context.strokeRect(x, y - textPixels * 0.8, width, textPixels * 1.6);
  context.fillStyle = ink;
  context.fillText(text, x + padding, y);
}
