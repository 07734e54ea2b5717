/** A picture of a map in a tenth of the bytes of a PNG, good enough for a wall. */

const QUALITY = 0.86;

/** WebP where the browser writes it, else JPEG, on white. */
export async function lightPicture(png: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(png);
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  const context = canvas.getContext('2d');
  if (!context) return png;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const made = await write(canvas, 'image/webp');
  return made?.type === 'image/webp' ? made : ((await write(canvas, 'image/jpeg')) ?? png);
}

const write = (canvas: HTMLCanvasElement, type: string) =>
  new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, QUALITY));

export function dataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('picture: found no bytes, expected some'));
    reader.readAsDataURL(blob);
  });
}
