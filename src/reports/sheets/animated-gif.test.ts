import { expect, it } from 'vitest';
import { createAnimatedGif } from './animated-gif.ts';

const frame = (red: number, durationMs: number) => ({
  rgba: Uint8ClampedArray.from({ length: 4 * 6 }, (_, index) => (index % 4 === 0 ? red : index % 4 === 3 ? 255 : 0)),
  widthPixels: 3,
  heightPixels: 2,
  durationMs,
});

it('has the size, the frames and their durations, and plays for ever', () => {
  const write = () => {
    const gif = createAnimatedGif();
    gif.add(frame(255, 700));
    gif.add(frame(0, 1400));
    return gif.finish();
  };
  const bytes = write();
  const text = new TextDecoder('latin1').decode(bytes);
  expect(text.slice(0, 6)).toBe('GIF89a');
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  expect([view.getUint16(6, true), view.getUint16(8, true)]).toEqual([3, 2]);
  expect(text).toContain('NETSCAPE2.0');
  // Graphic control extensions: 21 F9 04, flags, hundredths of a second.
  const controls = [...bytes.keys()].filter(
    (at) => bytes[at] === 0x21 && bytes[at + 1] === 0xf9 && bytes[at + 2] === 4,
  );
  expect(controls.map((at) => view.getUint16(at + 4, true))).toEqual([70, 140]);
  expect(bytes.at(-1)).toBe(0x3b);
  expect(write()).toEqual(bytes);
});
