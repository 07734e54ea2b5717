import { describe, expect, test } from 'vitest';
import { countLines, fitPoints } from './fit-text.ts';
import { paginateBoard } from './paginate-board.ts';
import { type Box, fitInto, mapPictureSize, slideBoxes } from './slide-boxes.ts';
import { SLIDE_RATIOS } from './slide-deck.ts';

const overlap = (a: Box, b: Box) =>
  Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x) > 1e-9 &&
  Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y) > 1e-9;

describe.each(SLIDE_RATIOS.flatMap((ratio) => [true, false].map((hasCaption) => ({ ratio, hasCaption }))))(
  'a slide of $ratio, caption $hasCaption',
  ({ ratio, hasCaption }) => {
    const { slide, body, caption, ...rest } = slideBoxes(ratio, hasCaption);
    const boxes = Object.values(hasCaption ? { caption, ...rest } : rest);

    test('nothing lies over anything else and nothing leaves the slide', () => {
      for (const [index, box] of boxes.entries()) {
        expect(box.x >= 0 && box.y >= 0 && box.x + box.w <= slide.w && box.y + box.h <= slide.h).toBe(true);
        for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
      }
      expect(overlap(body, rest.title) || overlap(body, rest.source)).toBe(false);
    });

    test('its map has at least 200 pixels an inch', () => {
      const { widthPixels, heightPixels, pixelRatio } = mapPictureSize(ratio, hasCaption);
      expect((widthPixels * pixelRatio) / rest.map.w).toBeGreaterThanOrEqual(200);
      const fitted = fitInto(rest.map, widthPixels, heightPixels);
      expect(fitted.w).toBeCloseTo(rest.map.w, 1);
      expect(fitted.h).toBeCloseTo(rest.map.h, 1);
    });
  },
);

test('a picture of another shape stands in the middle of its box', () => {
  expect(fitInto({ x: 1, y: 1, w: 4, h: 2 }, 100, 100)).toEqual({ x: 2, y: 1, w: 2, h: 2 });
});

test('a text is as large as fits, never below the smallest size', () => {
  // Ten Chinese characters of 28 points take 4.3 inches.
  expect(fitPoints('未落实责任的裸土图斑', { w: 5, h: 0.6 }, 28, 12)).toBe(28);
  expect(fitPoints('未落实责任的裸土图斑', { w: 2.2, h: 0.3 }, 28, 8)).toBe(14);
  expect(fitPoints('长'.repeat(500), { w: 1, h: 0.3 }, 28, 12)).toBe(12);
  expect(countLines('一\n二', 12, 5)).toBe(2);
  expect(countLines('', 12, 5)).toBe(1);
});

test('rows go on where a slide is full, in their order, and long cells take more room', () => {
  const columns = [{ header: '说明', align: 'left' as const, weight: 1 }];
  const board = {
    title: '',
    continuedTitle: '',
    notes: [],
    notesTitle: '',
    columns,
    rows: Array.from({ length: 30 }, (_, row) => [`第 ${row} 行`]),
  };
  const pages = paginateBoard(board, 4, 3);
  expect(pages.flat()).toEqual(board.rows);
  expect(pages.length).toBeGreaterThan(1);
  const long = { ...board, rows: board.rows.map(([cell]) => [`${cell}${'很长的说明'.repeat(12)}`]) };
  expect(paginateBoard(long, 4, 3).length).toBeGreaterThan(2 * pages.length);
  expect(paginateBoard({ ...board, rows: [] }, 4, 3)).toEqual([[]]);
});
