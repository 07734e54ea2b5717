import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DrawnPaths, Path } from './drawing.ts';
import { drawNumberedMarks, type NumberedMarks, type NumberedPlace } from './numbered-marks.ts';
import { writeStrokes } from './stroke-letters.ts';

const size = { widthPixels: 400, heightPixels: 300 };
const place = (number: number, x: number, y: number): NumberedPlace => ({ number, x, y, color: '#c2185b' });

const pathsOf = ({ items }: NumberedMarks, fits: (item: DrawnPaths) => boolean) =>
  items.flatMap((item) => (item.type === 'paths' && fits(item) ? [...item.paths] : []));
/** White with a rim; everything else is either filled or stroked. */
const platesOf = (marks: NumberedMarks) =>
  pathsOf(marks, ({ fill, stroke }) => fill !== undefined && stroke !== undefined).map(boxOf);
function boxOf(path: Path) {
  const xs = path.filter((_, index) => index % 2 === 0);
  const ys = path.filter((_, index) => index % 2 === 1);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

it('writes each number at its place, in strokes', () => {
  const marks = drawNumberedMarks([place(7, 50, 60), place(12, 200, 150)], size);
  const [first, second] = platesOf(marks);
  expect([(first!.left + first!.right) / 2, (first!.top + first!.bottom) / 2]).toEqual([50, 60]);
  expect(second!.right - second!.left).toBeGreaterThan(first!.right - first!.left);
  const strokes = pathsOf(marks, ({ fill }) => fill === undefined);
  const inFirst = strokes.filter((path) => boxOf(path).right < 100);
  const [seven] = writeStrokes('7', first!.left + 3.6, first!.top + 3.6, 10);
  expect(inFirst).toEqual([seven]);
  expect(marks.unnumbered).toBe(0);
});

it('puts a second number of the same place beside the first, on the end of a line that begins there', () => {
  const marks = drawNumberedMarks([place(1, 200, 150), place(2, 200, 150)], size);
  expect(platesOf(marks)).toHaveLength(2);
  const lines = pathsOf(marks, ({ fill, stroke }) => fill === undefined && stroke?.width === 0.8);
  expect(lines).toHaveLength(1);
  expect(lines[0]!.slice(0, 2)).toEqual([200, 150]);
});

it('never lays a number over another, over what is taken, or over the edge', () => {
  const at = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 300 }) });
  fc.assert(
    fc.property(fc.array(at, { maxLength: 200 }), (spots) => {
      const places = spots.map(({ x, y }, index) => place(index + 1, x, y));
      const marks = drawNumberedMarks(places, size, [[0, 270, 140, 300]]);
      const plates = platesOf(marks);
      expect(plates.length + marks.unnumbered).toBe(places.length);
      for (const [index, a] of plates.entries()) {
        expect(a.left >= 0 && a.top >= 0 && a.right <= 400 && a.bottom <= 300).toBe(true);
        expect(a.left < 140 && a.bottom > 270).toBe(false);
        for (const b of plates.slice(index + 1)) {
          expect(a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top).toBe(true);
        }
      }
    }),
    { numRuns: 40 },
  );
});

it('leaves dots where there is no room for a number, and what lies outside away', () => {
  const crowd = Array.from({ length: 300 }, (_, index) => place(index + 1, 200, 150));
  const marks = drawNumberedMarks([...crowd, place(301, -5, 10)], size);
  const plates = platesOf(marks);
  expect(plates.length).toBeGreaterThan(20);
  expect(plates.length + marks.unnumbered).toBe(300);
});

it('draws nothing for no places', () => {
  expect(drawNumberedMarks([], size)).toEqual({ items: [], unnumbered: 0 });
});
