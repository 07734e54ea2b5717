import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  documentXml,
  findBrokenLinks,
  makeDocx,
  paragraphsOf,
  paragraphXml,
  partsOf,
} from '../../../test/support/docx.ts';
import { checkPlanted, plantedWorkspace } from '../../../test/support/slip-workspace.ts';
import { findOfficeErrors } from '../../../test/support/validate-office.ts';
import { createTranslator } from '../../i18n/translate.ts';
import type { CheckResult } from '../../model/findings.ts';
import { tablesXlsx } from '../xlsx.ts';
import { bitmapPng } from './bitmap-png.ts';
import { buildSlips } from './build-slips.ts';
import type { Slip } from './slip.ts';
import { withStreetMaps } from './slip-maps.ts';
import type { SlipOptions } from './slip-options.ts';
import { slipsDocx } from './slips-docx.ts';

const translate = createTranslator('zh-CN');
const words = { translate, language: 'zh-CN' as const, office: '云河区扬尘办' };
const workspace = plantedWorkspace();
let result: CheckResult;
beforeAll(async () => {
  result = await checkPlanted(workspace);
});
const build = (more: Partial<SlipOptions> = {}) =>
  buildSlips(workspace, result, { translate, language: 'zh-CN', deadlineDays: 10, ...more });
const soil = () => build({ rules: ['source-uncontrolled'], withPersonal: true });

async function write(slips: readonly Slip[], template?: Uint8Array): Promise<Uint8Array> {
  const made = await slipsDocx(slips, words, template);
  if (!made.ok) throw new Error(JSON.stringify(made.problem));
  return made.value;
}
const fill = async (body: string, slips = soil()) => paragraphsOf(await write(slips, makeDocx(body)));

describe('the template that comes with the app', () => {
  it('says all of a finding, in Chinese, with a QR code and a map', async () => {
    const map = { bytes: bitmapPng([[true, false]], 8), description: '图 <1> & "甲"' };
    const docx = await write(build({ rules: ['source-uncontrolled'], withPersonal: true, mapOf: () => map }));
    expect(findBrokenLinks(docx)).toEqual([]);
    const text = paragraphsOf(docx).join('\n');
    for (const part of [
      '云河区扬尘办',
      '扬尘问题交办单',
      '某建设公司',
      '2026-12-04',
      '工长乙 0000-002',
      '区领导',
      '示范区 › 东街道 › 东一网格',
      '东一路 1 号',
      '面积 12.0 亩（8,000 m²）',
      '裸土覆盖时限：48 小时（建议值）',
      '《中华人民共和国大气污染防治法》',
      '113.60164, 34.70126',
      '火星坐标（供手机地图）',
      '整改前照片',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/附图另附|�/);
    // As it is written in the ledger: neither read as a placeholder nor as markup.
    expect(text).toContain('1 号地块 <{编号}> & "甲"');
    const pictures = Object.keys(partsOf(docx)).filter((path) => path.startsWith('word/media/image'));
    expect(pictures).toHaveLength(2);
    expect(documentXml(docx)).toContain('descr="图 &lt;1&gt; &amp; &quot;甲&quot;"');
  });

  it('shows the photos that the workspace has, from before and after', async () => {
    const [id] = soil()[0]!.items.map(({ findingId }) => findingId);
    const files = { 'attachments/前.png': bitmapPng([[true]], 40), 'attachments/后.png': bitmapPng([[false]], 20) };
    const photographed = {
      ...workspace,
      cases: [{ finding: id!, status: 'assigned' as const, photosBefore: ['前.png', '缺.jpg'], photos: ['后.png'] }],
      unread: { files, layers: [] },
    };
    const options = { translate, language: 'zh-CN', deadlineDays: 10, rules: ['source-uncontrolled'] } as const;
    const docx = await write(buildSlips(photographed, result, options));
    const xml = documentXml(docx);
    expect(xml).toContain(`descr="问题 ${id} 整改前照片"`);
    expect(xml).toContain(`descr="问题 ${id} 整改后照片"`);
    // 5.4 cm square: 204 pixels of 9,525 EMU.
    expect(xml.match(/<wp:extent cx="1943100" cy="1943100"/g)).toHaveLength(2);
  });

  it('is the same bytes twice', async () => {
    expect(await write(build())).toEqual(await write(build()));
  });

  it.each(['zh-CN', 'en'] as const)(
    'lists a street in %s, every finding in a row, each rule cited once',
    async (language) => {
      const slips = build({ per: 'street', kind: 'rectification', translate: createTranslator(language), language });
      const made = await slipsDocx(slips, { translate: createTranslator(language), language });
      if (!made.ok) throw new Error(JSON.stringify(made.problem));
      expect(findBrokenLinks(made.value)).toEqual([]);
      const text = paragraphsOf(made.value);
      const ids = slips.flatMap(({ items }) => items.map(({ findingId }) => findingId));
      for (const id of ids) expect(text.filter((paragraph) => paragraph.includes(id))).toHaveLength(1);
      expect(text.join('\n').replaceAll('<{编号}>', '')).not.toMatch(/[{}]|undefined/);
      const title = language === 'en' ? 'Notice to put right a dust problem' : '扬尘问题整改通知书';
      expect(text.filter((paragraph) => paragraph === title)).toHaveLength(slips.length);
    },
  );

  it.each(['zh-CN', 'en'] as const)(
    'has a map of each street behind its list in %s, if one was drawn',
    async (language) => {
      const t = createTranslator(language);
      const slips = build({ per: 'street', translate: t, language });
      const write = async (all: readonly Slip[]) => {
        const made = await slipsDocx(all, { translate: t, language });
        if (!made.ok) throw new Error(JSON.stringify(made.problem));
        return made.value;
      };
      const title = language === 'en' ? 'Map of the findings: 西街道' : '附图：西街道问题点位分布图';
      const plain = await write(slips);
      expect(paragraphsOf(plain).join('\n')).not.toContain(title);
      const mapped = await write(await withStreetMaps(workspace, slips, t));
      expect(findBrokenLinks(mapped)).toEqual([]);
      expect(await findOfficeErrors(mapped, 'docx')).toEqual([]);
      const pictures = Object.keys(partsOf(mapped)).filter((path) => path.startsWith('word/media/image'));
      expect(pictures).toHaveLength(slips.length);
      expect(paragraphsOf(mapped)).toContain(title);
      const alt = language === 'en' ? 'Map of the findings: 西街道, 3 in all' : '西街道问题点位分布图，共 3 处';
      expect(documentXml(mapped).includes(`descr="${alt}"`)).toBe(true);
      // 24.8 cm across: 937 pixels of 9,525 EMU.
      expect(documentXml(mapped).match(/<wp:extent cx="8924925"/g)).toHaveLength(slips.length);
    },
  );

  it('puts the map of a street into the template of an office, as wide as it asks', async () => {
    const slips = await withStreetMaps(workspace, build({ per: 'street' }), translate);
    const docx = await write(
      slips,
      makeDocx(paragraphXml('{街道}{分布图 [cm: 12]}') + paragraphXml('{streetMapNote}')),
    );
    expect(documentXml(docx).match(/<wp:extent cx="4324350"/g)).toHaveLength(slips.length);
    expect(documentXml(docx).match(/编号同上表序号/g)).toHaveLength(slips.length);
    // Nothing draws a map of a street for the slip of one finding.
    const [single] = await withStreetMaps(workspace, soil(), translate);
    expect(single?.map).toBeUndefined();
  });

  it.each([undefined, '云河区扬尘办'])(
    'begins every slip on a page of its own, with the office %s or without',
    async (office) => {
      const slips = build();
      const made = await slipsDocx(slips, { translate, language: 'zh-CN', ...(office && { office }) });
      if (!made.ok) throw new Error('not made');
      expect(documentXml(made.value).match(/<w:pageBreakBefore\/>/g)).toHaveLength(slips.length);
      expect(findBrokenLinks(made.value)).toEqual([]);
    },
  );

  it('leaves out the red head without an office, and a word where there is no map', async () => {
    const made = await slipsDocx(soil(), { translate, language: 'zh-CN' });
    if (!made.ok) throw new Error('not made');
    expect(paragraphsOf(made.value).filter((text) => text !== '')[0]).toBe('扬尘问题交办单');
    expect(paragraphsOf(made.value)).toContain('（附图另附）');
  });

  it('is an empty document without slips', async () => {
    expect(paragraphsOf(await write([])).join('')).toBe('');
  });
});

describe('a template of the office', () => {
  it('is filled once a slip, each on a page of its own, by names in either language', async () => {
    const slips = build();
    const docx = await write(slips, makeDocx(paragraphXml('{编号} {number}')));
    expect(paragraphsOf(docx)).toEqual(slips.map(({ number }) => `${number} ${number}`));
    expect(documentXml(docx).match(/<w:pageBreakBefore\/>/g)).toHaveLength(slips.length);
  });

  it('may have a placeholder that Word has split over runs', async () => {
    expect(await fill(paragraphXml('第{', '编', '号} 号'))).toEqual(['第2026-11-001 号']);
  });

  it('may have lists within lists, and a text as a condition', async () => {
    const list = paragraphXml('{#问题}', '{行号}. {问题类别}：{#依据条目}', '{限值}；', '{/依据条目}{/findings}');
    const [text] = await fill(list);
    expect(text).toMatch(/^1\. 措施不到位：裸土覆盖时限：48 小时；裸土治理时限：3 个月；/);
    expect(await fill(paragraphXml('{#地址}地址：{地址}{/地址}'))).toEqual(['地址：东一路 1 号']);
    const outside = build({ rules: ['source-unassigned'] });
    expect(await fill(paragraphXml('（{#地址}地址：{地址}{/地址}）'), outside)).toEqual(['（）']);
  });

  it('may end in a table and begin with one', async () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraphXml('{编号}')}</w:tc></w:tr></w:tbl>`;
    expect((await fill(table)).filter((text) => text !== '')).toEqual(['2026-11-001']);
  });

  it('may say how wide a picture is, in cm', async () => {
    const widths = async (placeholder: string) =>
      documentXml(await write(soil(), makeDocx(paragraphXml(placeholder)))).match(/(?<=<wp:extent cx=")\d+/)?.[0];
    // 360,000 EMU are a centimetre (ECMA-376 part 1, 20.1.2.1), to the pixel of 9,525.
    expect(Math.abs(Number(await widths('{二维码 [cm: 4]}')) - 4 * 360_000)).toBeLessThan(9525);
    expect(await widths('{二维码 [cm: "x"]}')).toBe(await widths('{二维码}'));
  });

  it('has the only slip in the page header too, and nothing of several', async () => {
    const template = makeDocx(paragraphXml('{编号}'), paragraphXml('页眉 {编号}'));
    const headerOf = async (slips: Slip[]) =>
      new TextDecoder().decode(partsOf(await write(slips, template))['word/header1.xml']);
    expect(await headerOf(soil())).toContain('2026-11-001');
    expect(await headerOf([...soil(), ...soil()])).not.toContain('2026');
  });

  it('gets no characters that XML cannot hold', async () => {
    const [slip] = soil();
    const odd = { ...slip!, items: [{ ...slip!.items[0]!, address: '一\u0000二\u000B三\uD800\r\n四' }] };
    expect(await fill(paragraphXml('{地址}'), [odd])).toEqual(['一二三\n四']);
  });
});

describe('a template that is wrong', () => {
  const problemOf = async (template: Uint8Array) => {
    const made = await slipsDocx(soil(), words, template);
    return made.ok ? undefined : made.problem;
  };
  const bad = (...runs: string[]) => problemOf(makeDocx(paragraphXml(...runs)));

  it('names the placeholder that it does not know', async () => {
    expect(await bad('{编', '码}')).toEqual({ code: 'slip-placeholder-unknown', params: { placeholder: '{编码}' } });
    expect(await bad('{}')).toMatchObject({ code: 'slip-placeholder-unknown' });
    expect(await bad('{#constructor}{/constructor}')).toMatchObject({ code: 'slip-placeholder-unknown' });
  });

  it('says into which loop one belongs', async () => {
    expect(await bad('{限值}')).toEqual({
      code: 'slip-placeholder-misplaced',
      params: { placeholder: '{限值}', loop: '#依据条目' },
    });
  });

  it('names a loop that is not closed, not opened or crosses another', async () => {
    expect(await bad('{#问题}{行号}')).toEqual({ code: 'slip-loop-unclosed', params: { placeholder: '{#问题}' } });
    expect(await bad('{问题}')).toMatchObject({ code: 'slip-loop-unclosed' });
    expect(await bad('{行号}{/问题}')).toEqual({ code: 'slip-loop-unopened', params: { placeholder: '{/问题}' } });
    expect(await bad('{#问题}{#依据条目}{/问题}{/依据条目}')).toEqual({
      code: 'slip-loop-crossed',
      params: { placeholder: '{/问题}', open: '{#依据条目}' },
    });
    expect(await bad('{#问题}{/编号}{/问题}')).toMatchObject({ code: 'slip-loop-unopened' });
    expect(
      await problemOf(makeDocx(`<w:p><w:r><w:drawing><wp:docPr descr="{二维码}"/></w:drawing></w:r></w:p>`)),
    ).toEqual({
      code: 'slip-picture-in-picture',
      params: { placeholder: '{二维码}' },
    });
    expect(await bad('{#二维码}{/二维码}')).toMatchObject({ code: 'slip-loop-of-picture' });
  });

  it('names braces that do not pair, and those of a Chinese keyboard', async () => {
    expect(await bad('见{编号')).toEqual({ code: 'slip-placeholder-broken', params: { placeholder: '见{编号' } });
    expect(await bad('编号}')).toMatchObject({ code: 'slip-placeholder-broken' });
    expect(await problemOf(makeDocx(paragraphXml('{编') + paragraphXml('号}')))).toMatchObject({
      code: 'slip-placeholder-broken',
    });
    expect(await bad('｛编号｝')).toEqual({
      code: 'slip-placeholder-full-width',
      params: { placeholder: '｛编号｝' },
    });
  });

  it('is no Word file', async () => {
    for (const bytes of [new Uint8Array(0), new TextEncoder().encode('{编号}'), await tablesXlsx([])])
      expect((await problemOf(bytes))?.code).toBe('slip-template-unreadable');
    expect(await problemOf(zipSync({ 'a.txt': new Uint8Array(3) }))).toEqual({
      code: 'slip-template-unreadable',
      params: {},
    });
  });
});
