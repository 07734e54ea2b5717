/** Digits and a few letters as strokes: a PNG without fonts has them too. Pure. */
import type { Path } from './drawing.ts';

/** Strokes on a field 4 wide and 6 high, y downwards. */
const LETTERS: Readonly<Record<string, readonly Path[]>> = {
  '0': [[1, 0, 3, 0, 4, 1, 4, 5, 3, 6, 1, 6, 0, 5, 0, 1, 1, 0]],
  '1': [[0.6, 1.4, 2.2, 0, 2.2, 6]],
  '2': [[0, 1, 1, 0, 3, 0, 4, 1, 4, 2.2, 0, 6, 4, 6]],
  '3': [[0.2, 0, 4, 0, 1.8, 2.4, 3, 2.4, 4, 3.4, 4, 5, 3, 6, 1, 6, 0, 5.2]],
  '4': [[3, 6, 3, 0, 0, 4.3, 4, 4.3]],
  '5': [[3.8, 0, 0.5, 0, 0.2, 2.7, 1.2, 2.2, 3, 2.2, 4, 3.2, 4, 5, 3, 6, 1, 6, 0, 5.2]],
  '6': [[3.6, 0.2, 2, 0.2, 0.6, 1.8, 0, 3.6, 0, 5, 1, 6, 3, 6, 4, 5, 4, 3.8, 3, 2.8, 1.2, 2.8, 0, 3.8]],
  '7': [[0, 0, 4, 0, 1.4, 6]],
  '8': [
    [1, 0, 3, 0, 3.8, 0.8, 3.8, 2, 3, 2.8, 1, 2.8, 0.2, 2, 0.2, 0.8, 1, 0],
    [1, 2.8, 3, 2.8, 4, 3.8, 4, 5, 3, 6, 1, 6, 0, 5, 0, 3.8, 1, 2.8],
  ],
  '9': [[0.4, 5.8, 2, 5.8, 3.4, 4.2, 4, 2.4, 4, 1, 3, 0, 1, 0, 0, 1, 0, 2.2, 1, 3.2, 2.8, 3.2, 4, 2.2]],
  k: [
    [0.4, 0, 0.4, 6],
    [3.4, 2.2, 0.4, 4.6],
    [1.5, 3.7, 3.8, 6],
  ],
  m: [
    [0, 6, 0, 2.2],
    [0, 3.2, 0.9, 2.2, 1.7, 2.6, 2, 3.4, 2, 6],
    [2, 3.4, 2.9, 2.2, 3.7, 2.6, 4, 3.4, 4, 6],
  ],
  N: [[0, 6, 0, 0, 4, 6, 4, 0]],
};
const HEIGHT = 6;
/** From one letter to the next, and how much of that is empty. */
const ADVANCE = 6;
const GAP = 2;

/** Pixels across; a blank is as wide as a letter. */
export const strokesWidth = (text: string, heightPixels: number) =>
  (text.length * ADVANCE - GAP) * (heightPixels / HEIGHT);

/** Open lines, to be drawn with a stroke; what is no letter of these is left blank. */
export function writeStrokes(text: string, left: number, top: number, heightPixels: number): Path[] {
  const unit = heightPixels / HEIGHT;
  return [...text].flatMap((letter, index) =>
    (LETTERS[letter] ?? []).map((path) =>
      path.map((value, at) => (at % 2 === 0 ? left + index * ADVANCE * unit : top) + value * unit),
    ),
  );
}
