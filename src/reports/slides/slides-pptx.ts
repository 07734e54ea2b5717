/** A deck as one PowerPoint file. The writer is fetched when it is first asked for. Two runs give the same bytes. */
import type { SlideDeck } from './slide-deck.ts';
import { tidyPptx } from './tidy-pptx.ts';
import { writableDeck } from './writable-deck.ts';

/** The bytes of a .pptx: one slide of what it is of, then those of the scenes. O(slides + bytes of the pictures). */
export async function slidesPptx(deck: SlideDeck): Promise<Uint8Array<ArrayBuffer>> {
  const [{ default: PptxGenJS }, { drawSlides }] = await Promise.all([import('pptxgenjs'), import('./draw-slides.ts')]);
  const pictures: Uint8Array<ArrayBuffer>[] = [];
  const file = new PptxGenJS();
  // The writer takes pictures as base64 text: megabytes of it for each map. It gets their numbers instead.
  drawSlides(
    file,
    writableDeck(deck),
    (bytes, format = 'png') => `image/${format};base64,${numberAsBase64(pictures.push(bytes) - 1)}`,
  );
  const written = (await file.write({ outputType: 'uint8array' })) as Uint8Array<ArrayBuffer>;
  return tidyPptx(written, { pictures, asOf: deck.asOf, language: deck.language });
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Three bytes, big end first, as four characters (RFC 4648). */
function numberAsBase64(number: number): string {
  return [18, 12, 6, 0].map((shift) => DIGITS[(number >> shift) & 63]).join('');
}
