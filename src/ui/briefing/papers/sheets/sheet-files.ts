/** A sheet as a file: PNG, or a page of a PDF with its texts to be found and copied. */
import { MILLIMETERS_PER_INCH } from '../../../../briefing/sheets/sheet-pages.ts';
import type { PdfPage } from '../../../../reports/sheets/pdf.ts';
import type { Sheet } from './make-sheet.ts';

/** Of 1: no rims around letters that could be seen, a quarter of a PNG's size. */
const JPEG_QUALITY = 0.92;

export function blobOf(canvas: HTMLCanvasElement, type: 'image/png' | 'image/jpeg'): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error(`no picture of ${canvas.width} × ${canvas.height} pixels`))),
      type,
      JPEG_QUALITY,
    );
  });
}

/** The canvas is empty afterwards: an atlas of thirty would fill the memory. */
export async function pdfPageOf({ page, canvas, items }: Sheet): Promise<PdfPage> {
  const { width: widthPixels, height: heightPixels } = canvas;
  const jpeg = new Uint8Array(await (await blobOf(canvas, 'image/jpeg')).arrayBuffer());
  canvas.width = 0;
  const scale = page.unit === 'mm' ? 1 : MILLIMETERS_PER_INCH / 96;
  return {
    widthMillimeters: page.width * scale,
    heightMillimeters: page.height * scale,
    jpeg,
    widthPixels,
    heightPixels,
    texts: items.flatMap((item) =>
      item.type === 'text'
        ? [
            {
              text: item.text,
              x: item.x * scale,
              baseline: item.baseline * scale,
              size: item.size * scale,
              align: item.align,
            },
          ]
        : [],
    ),
  };
}
