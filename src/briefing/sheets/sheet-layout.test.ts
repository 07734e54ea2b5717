import { describe, expect, it } from 'vitest';
import {
  layOutSheet,
  mapFrame,
  type Rectangle,
  type SheetItem,
  type SheetWords,
  scaleBarMeters,
} from './sheet-layout.ts';
import { paperPage, picturePage, type SheetPage } from './sheet-pages.ts';

const swatch = { width: 28, height: 18, paper: '#ffffff', shapes: [] };
const words: SheetWords = {
  title: '扬尘源分布图',
  subtitle: '东街道',
  legendTitle: '图例',
  legendMore: (count) => `另有 ${count} 类`,
  legend: Array.from({ length: 9 }, (_, index) => ({ text: `第 ${index} 类`, swatch })),
  left: ['制图单位：示范区', '数据截至 2026-11-23'],
  right: ['底图', '审图号'],
  ratio: '1:10,000',
  length: (meters) => `${meters} m`,
  corners: ['a', 'b'],
};
const ground = { metersPerUnit: 10, bearingDegrees: 30 };
const pages: [string, SheetPage][] = [
  ['A4 across', paperPage('A4', 'landscape', 300)],
  ['A3 upright', paperPage('A3', 'portrait', 200)],
  ['a wide picture', picturePage('1920x1080')],
  ['a square picture', picturePage('1080x1080')],
];

describe.each(pages)('%s', (_, page) => {
  const items = layOutSheet(page, mapFrame(page, words), words, ground);
  const frame = mapFrame(page, words);

  it('has everything on the page', () => {
    for (const item of items) {
      const box = boxOf(item);
      expect(box.left, JSON.stringify(item)).toBeGreaterThanOrEqual(-1e-9);
      expect(box.top, JSON.stringify(item)).toBeGreaterThanOrEqual(-1e-9);
      expect(box.left + box.width, JSON.stringify(item)).toBeLessThanOrEqual(page.width + 1e-9);
      expect(box.top + box.height, JSON.stringify(item)).toBeLessThanOrEqual(page.height + 1e-9);
    }
    expect(items.filter(({ type }) => type === 'swatch')).toHaveLength(9);
  });

  it('gives the map the larger part', () => {
    expect((frame.width * frame.height) / (page.width * page.height)).toBeGreaterThan(0.4);
  });

  it('has a scale bar whose length is what it says', () => {
    const bars = items.filter((item) => item.type === 'bar');
    const length = bars.reduce((sum, { at }) => sum + at.width, 0);
    const said = items.find((item) => item.type === 'text' && /^\d+ m$/.test(item.text)) as { text: string };
    expect(length * ground.metersPerUnit).toBeCloseTo(Number.parseInt(said.text, 10), 6);
  });
});

it('turns the arrow against the map', () => {
  const arrow = layOutSheet(pages[0]![1], mapFrame(pages[0]![1], words), words, ground).find(
    ({ type }) => type === 'north',
  );
  expect(arrow).toMatchObject({ turnDegrees: -30 });
});

it('says how much of a long legend has no room', () => {
  const long = { ...words, legend: Array.from({ length: 80 }, (_, index) => ({ text: `${index}`, swatch })) };
  for (const [, page] of pages) {
    const items = layOutSheet(page, mapFrame(page, long), long, ground);
    const shown = items.filter(({ type }) => type === 'swatch').length;
    expect(items).toContainEqual(expect.objectContaining({ text: `另有 ${80 - shown} 类` }));
  }
});

it('needs no legend and no subtitle', () => {
  const bare = { ...words, legend: [], subtitle: '' };
  const page = paperPage('A4', 'landscape', 300);
  expect(mapFrame(page, bare).width).toBeGreaterThan(mapFrame(page, words).width);
  expect(layOutSheet(page, mapFrame(page, bare), bare, ground).some(({ type }) => type === 'swatch')).toBe(false);
});

it('takes round lengths', () => expect([999, 1000, 4999, 0.7].map(scaleBarMeters)).toEqual([500, 1000, 2000, 0.5]));

/** Texts by their squeezed width where they have one. */
function boxOf(item: SheetItem): Rectangle {
  switch (item.type) {
    case 'frame':
    case 'bar':
      return item.at;
    case 'swatch':
      return { left: item.x, top: item.y, width: (item.height * 28) / 18, height: item.height };
    case 'north':
      return { left: item.x - item.size / 2, top: item.y - item.size / 2, width: item.size, height: item.size };
    case 'text': {
      const width = Math.min(item.text.length * item.size, item.maxWidth ?? Infinity);
      const left = item.align === 'left' ? item.x : item.align === 'right' ? item.x - width : item.x - width / 2;
      return { left, top: item.baseline - item.size, width, height: item.size };
    }
  }
}
