import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { findOfficeErrors } from '../../../test/support/validate-office.ts';
import { createTranslator } from '../../i18n/translate.ts';
import { buildDeck, type SceneSlide } from './build-deck.ts';
import { mapPictureSize } from './slide-boxes.ts';
import type { DeckMap, SlideDeck, SlideRatio } from './slide-deck.ts';
import { slidesPptx } from './slides-pptx.ts';

/** One red pixel. */
const PIXEL = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const t = createTranslator('zh-CN');

function mapOf(classes: number): DeckMap {
  const { widthPixels, heightPixels } = mapPictureSize('16:9', true);
  return {
    png: Uint8Array.from([...PIXEL, classes]),
    widthPixels,
    heightPixels,
    altText: '地图：裸土。图上有：裸土、责任网格。',
    legend: Array.from({ length: classes }, (_, index) => ({
      text: `裸土 · 未覆盖 ${index}`,
      swatch: PIXEL,
      widthPixels: 28,
      heightPixels: 18,
    })),
    scale: { text: '500 m', fraction: 0.15 },
    north: { degrees: -30, text: '北' },
    credit: '数据截至 2026-11-23 · 某局 · 审图号 GS(2026)0001号',
  };
}

const SCENES: readonly SceneSlide[] = [
  {
    scene: { title: '总览 <一> & "二"', caption: '全区 12 处\u0007', notes: '先说总数。\n再说街道。', group: '总览' },
    numbers: [
      { label: '未落实责任', value: '12 处', detail: '76.0 亩' },
      { label: '未纳入巡查', value: '577 处', detail: '5,114 亩' },
    ],
    map: mapOf(3),
  },
  {
    scene: { title: '各街道', group: '排名' },
    numbers: [],
    map: mapOf(60),
    board: {
      title: '各街道未落实责任',
      continuedTitle: '各街道未落实责任（续）',
      columns: [
        { header: '街道', align: 'left', weight: 2 },
        { header: '处数（处）', align: 'right', weight: 1 },
      ],
      rows: Array.from({ length: 40 }, (_, index) => [`云河街道 ${index}`, String(40 - index)]),
      chart: {
        title: '各街道 & 处数',
        altText: '条形图：云河街道 40 处',
        labels: ['云河街道', '临江街道'],
        values: [40, 39],
        axis: '处数 <处>',
      },
      notes: ['只计未办结的问题。'],
      notesTitle: '计数口径与依据',
    },
  },
  { scene: { title: '没有地图' }, numbers: [], map: undefined },
];

function deckOf(ratio: SlideRatio, withNotes = true): SlideDeck {
  return buildDeck(SCENES, {
    name: '云河区',
    asOf: '2026-11-23T08:00:00+08:00',
    rulePack: { name: '全国通用规则', version: '2026.11' },
    isDemo: false,
    ratio,
    withNotes,
    translate: t,
    language: 'zh-CN',
  });
}

const openParts = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, content] as const));
const textOf = (parts: Record<string, Uint8Array>, path: string) => strFromU8(parts[path] as Uint8Array);
const textsIn = (xml: string) => [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/gu)].map(([, text]) => text);

describe.each(['16:9', '4:3'] as const)('a deck of %s', (ratio) => {
  test('is valid by the schemas of ECMA-376, and so is the workbook in its chart', async () => {
    const bytes = await slidesPptx(deckOf(ratio));
    expect(await findOfficeErrors(bytes, 'pptx')).toEqual([]);
    const workbook = openParts(bytes)['ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx'] as Uint8Array;
    expect(await findOfficeErrors(workbook, 'xlsx')).toEqual([]);
  });
});

describe('the package', () => {
  test('every part is well-formed and declared, every relationship leads to a part, every id stands once', async () => {
    const parts = openParts(await slidesPptx(deckOf('16:9')));
    const paths = new Set(Object.keys(parts));
    const types = textOf(parts, '[Content_Types].xml');
    const declared = [...types.matchAll(/PartName="\/([^"]+)"/gu)].map(([, path]) => path as string);
    expect(declared.filter((path) => !paths.has(path))).toEqual([]);
    expect(declared.length).toBe(new Set(declared).size);
    for (const path of paths) {
      if (!/\.(?:xml|rels)$/u.test(path)) continue;
      const xml = textOf(parts, path);
      expect(() => new SaxesParser({ xmlns: true }).write(xml).close(), path).not.toThrow();
      if (path.endsWith('.rels')) expect(missingTargets(path, xml, paths), path).toEqual([]);
      if (!path.startsWith('ppt/slides/slide')) continue;
      const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)"/gu)].map(([, id]) => id);
      expect(new Set(ids).size, path).toBe(ids.length);
    }
  });

  test('slides, notes and pictures say what the deck says', async () => {
    const parts = openParts(await slidesPptx(deckOf('16:9')));
    const slides = Object.keys(parts).filter((path) => /^ppt\/slides\/slide\d+\.xml$/u.test(path));
    // The cover, three scenes, and the board's forty rows on three slides.
    expect(slides).toHaveLength(7);
    expect(textsIn(textOf(parts, 'ppt/slides/slide2.xml'))).toEqual(
      expect.arrayContaining([
        '总览 &lt;一&gt; &amp; &quot;二&quot;',
        '全区 12 处',
        '未落实责任',
        '12 处',
        '500 m',
        '北',
      ]),
    );
    expect(textsIn(textOf(parts, 'ppt/notesSlides/notesSlide2.xml')).join('')).toContain('先说总数。');
    expect(textOf(parts, 'ppt/slides/slide2.xml')).toContain('descr="地图：裸土。图上有：裸土、责任网格。"');
    expect(parts['ppt/media/image-2-1.png']).toEqual(Uint8Array.from([...PIXEL, 3]));
    expect(
      textsIn(textOf(parts, 'ppt/slides/slide3.xml')).some((text) => /^另有 \d+ 类未列出$/u.test(text ?? '')),
    ).toBe(true);
    expect(textsIn(textOf(parts, 'ppt/slides/slide4.xml'))).toEqual(expect.arrayContaining(['云河街道 0', '40']));
    expect(textsIn(textOf(parts, 'ppt/slides/slide5.xml'))).toContain('各街道未落实责任（续）');
    expect(textsIn(textOf(parts, 'ppt/slides/slide7.xml'))).toContain(
      '本页地图未随文件导出，请在尘图中放映场景“没有地图”。',
    );
    const tables = slides.flatMap((path) => [...textOf(parts, path).matchAll(/<a:tr /gu)]);
    expect(tables).toHaveLength(40 + 3);
    expect(textOf(parts, 'ppt/charts/chart1.xml')).toContain('云河街道');
  });

  test('Chinese is written in a Chinese font and marked as Chinese', async () => {
    const parts = openParts(await slidesPptx(deckOf('16:9')));
    const xml = textOf(parts, 'ppt/slides/slide2.xml');
    expect(xml).toContain('<a:ea typeface="Microsoft YaHei"');
    expect(xml).not.toContain('lang="en-US"/>');
    expect(xml).toContain('lang="zh-CN" altLang="en-US"');
  });

  test('talking points stay behind unless asked for', async () => {
    const parts = openParts(await slidesPptx(deckOf('16:9', false)));
    const all = Object.entries(parts).map(([path, content]) => (path.endsWith('.xml') ? strFromU8(content) : ''));
    expect(all.some((xml) => xml.includes('先说总数'))).toBe(false);
  });

  test('two runs give the same bytes', async () => {
    const first = await slidesPptx(deckOf('16:9'));
    expect(await slidesPptx(deckOf('16:9'))).toEqual(first);
  });
});

function missingTargets(path: string, xml: string, paths: ReadonlySet<string>): string[] {
  const folder = path.replace(/_rels\/[^/]+$/u, '');
  return [...xml.matchAll(/<Relationship [^>]*>/gu)].flatMap(([relationship]) => {
    if (relationship.includes('TargetMode="External"')) return [];
    const target = /Target="([^"]+)"/u.exec(relationship)?.[1] ?? '';
    const resolved = new URL(target, `zip:///${folder}`).pathname.slice(1);
    return paths.has(resolved) ? [] : [resolved];
  });
}
