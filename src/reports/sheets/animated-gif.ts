/** Pictures one after the other as a GIF 89a that Word, PowerPoint and chats play. The same bytes for the same pictures. */
import { applyPalette, GIFEncoder, quantize } from 'gifenc';

export interface GifFrame {
  /** Red, green, blue, opacity of each pixel. */
  readonly rgba: Uint8ClampedArray;
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly durationMs: number;
}

const MOST_COLORS = 256;

export interface AnimatedGif {
  /** O(pixels). All frames must have the size of the first. */
  add(frame: GifFrame): void;
  /** Plays for ever. */
  finish(): Uint8Array<ArrayBuffer>;
}

export function createAnimatedGif(): AnimatedGif {
  const encoder = GIFEncoder();
  return {
    add({ rgba, widthPixels, heightPixels, durationMs }) {
      const palette = quantize(rgba, MOST_COLORS);
      encoder.writeFrame(applyPalette(rgba, palette), widthPixels, heightPixels, {
        palette,
        delay: durationMs,
        repeat: 0,
      });
    },
    finish() {
      encoder.finish();
      return encoder.bytes();
    },
  };
}
