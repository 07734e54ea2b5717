import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findOfficeErrors } from '../../../test/support/validate-office.ts';
import { createTranslator } from '../../i18n/translate.ts';
import type { Board, BoardCard } from '../boards/board.ts';
import { deckBoard } from './board-slides.ts';
import { buildDeck } from './build-deck.ts';
import { slideBoxes } from './slide-boxes.ts';
import type { DeckPicture, SlideRatio } from './slide-deck.ts';
import { slidesPptx } from './slides-pptx.ts';

const translate = createTranslator('zh-CN');
const words = { translate, language: 'zh-CN' as const };

const cardOf = (rank: number): BoardCard => ({
  rank,
  finding: `f${rank}`,
  rule: 'source-uncontrolled',
  at: [113.6, 34.7],
  subjects: [],
  title: `${rank} 号地块 <甲>`,
  street: '云河街道',
  owners: ['某建设公司', '某运输公司'],
  size: '12.0 亩',
  days: '54 天',
  sentence: `裸土自 2026-10-01 起裸露 54 天，超期 52 天（${rank}）`,
  photos: [],
});
const board: Board = {
  title: '突出问题：措施不到位',
  content: { type: 'cards', cards: Array.from({ length: 10 }, (_, index) => cardOf(index + 1)) },
  notes: ['同一对象只列一次'],
  sources: [],
};
/** The smallest frame of a JPEG that says a size, with a number to know it by. */
const pictureOf = (number: number): DeckPicture => ({
  jpeg: Uint8Array.of(0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 9, 0, 16, 1, 1, 0x11, 0, 0xff, 0xd9, number),
  widthPixels: 480,
  heightPixels: 400,
  altText: `“${number} 号地块”的照片`,
  mark: '照片',
});
const pictures = new Map([1, 2, 9].map((rank) => [`f${rank}`, pictureOf(rank)]));

function deckOf(ratio: SlideRatio, more: { pictures?: ReadonlyMap<string, DeckPicture> } = { pictures }) {
  const spec = { type: 'worst', rule: 'source-uncontrolled', limit: 10 } as const;
  const scene = { title: '突出问题' };
  const slides = [{ scene, numbers: [], map: undefined, board: deckBoard(board, spec, { ...words, ...more }) }];
  const rulePack = { name: '国家规则包', version: '2026.1' };
  const options = { name: '云河区', asOf: '2026-11-23', rulePack, isDemo: false, ratio, withNotes: false, ...words };
  return buildDeck(slides, options);
}
async function partsOf(...asked: Parameters<typeof deckOf>) {
  return unzipSync(await slidesPptx(deckOf(...asked)));
}
const textOf = (parts: Record<string, Uint8Array>, path: string) => strFromU8(parts[path]!);

describe.each(['16:9', '4:3'] as const)('cards on slides of %s', (ratio) => {
  it('are valid by the schemas of ECMA-376', async () => {
    expect(await findOfficeErrors(await slidesPptx(deckOf(ratio)), 'pptx')).toEqual([]);
  });

  it('stand six on a slide, on the paper, none over another', async () => {
    const parts = await partsOf(ratio);
    // The cover, the scene, and ten cards on two.
    expect(Object.keys(parts).filter((path) => /^ppt\/slides\/slide\d+\.xml$/u.test(path))).toHaveLength(4);
    const { slide } = slideBoxes(ratio, true);
    for (const [path, count] of [
      ['ppt/slides/slide3.xml', 6],
      ['ppt/slides/slide4.xml', 4],
    ] as const) {
      const xml = textOf(parts, path);
      expect(xml.match(/裸露 54 天/gu)).toHaveLength(count);
      for (const [, x, y, w, h] of xml.matchAll(/<a:off x="(\d+)" y="(\d+)"\/>\s*<a:ext cx="(\d+)" cy="(\d+)"/gu)) {
        expect((Number(x) + Number(w)) / 914_400).toBeLessThanOrEqual(slide.w);
        expect((Number(y) + Number(h)) / 914_400).toBeLessThanOrEqual(slide.h);
      }
    }
  });
});

describe('a card', () => {
  it('has its picture with what it shows in words, or none', async () => {
    const parts = await partsOf('16:9');
    const xml = textOf(parts, 'ppt/slides/slide3.xml');
    expect([...xml.matchAll(/descr="([^"]*照片)"/gu)].map(([, text]) => text)).toEqual([
      '“1 号地块”的照片',
      '“2 号地块”的照片',
    ]);
    const media = Object.entries(parts).filter(([path]) => path.endsWith('.jpeg'));
    expect(media.map(([, bytes]) => bytes.at(-1)).sort()).toEqual([1, 2, 9]);
    expect(textOf(parts, '[Content_Types].xml')).toContain('Extension="jpeg" ContentType="image/jpeg"');
  });

  it('says where, whose, how large and what, in words that can be edited', async () => {
    const xml = textOf(await partsOf('16:9'), 'ppt/slides/slide3.xml');
    for (const text of ['1  1 号地块 &lt;甲&gt;', '云河街道 · 某建设公司；某运输公司', '12.0 亩 · 54 天'])
      expect(xml).toContain(`<a:t>${text}</a:t>`);
    expect(textOf(await partsOf('16:9'), 'ppt/slides/slide4.xml')).toContain('同一对象只列一次');
  });
});

it('cards without any picture are a table', async () => {
  for (const more of [{}, { pictures: new Map() }]) {
    expect(deckOf('16:9', more).slides[0]?.board?.cards).toBeUndefined();
    const xml = textOf(await partsOf('16:9', more), 'ppt/slides/slide3.xml');
    expect(xml).toContain('<a:tbl>');
  }
});
