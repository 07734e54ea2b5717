import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { documentXml, partsOf } from '../../../test/support/docx.ts';
import { checkPlanted, plantedWorkspace } from '../../../test/support/slip-workspace.ts';
import { createTranslator } from '../../i18n/translate.ts';
import { bitmapPng } from '../../reports/slips/bitmap-png.ts';
import { buildSlips } from '../../reports/slips/build-slips.ts';
import { slipsDocx } from '../../reports/slips/slips-docx.ts';
import { zipFiles } from '../workspace/zip.ts';
import { readReturned } from './read-returned.ts';

const bytesOf = (text: string) => new Uint8Array(strToU8(text));

it('reads CSV and JSON as rows, and names what cannot be read', async () => {
  const { tables, problems } = await readReturned([
    { name: '回传.csv', bytes: bytesOf('问题编号,办结日期,办理情况\na1,2026-11-28,已苫盖\n') },
    { name: 'r.json', bytes: bytesOf('{"slips":[{"finding":"b2","outcome":"x","photos":["1.jpg","2.jpg"]}]}') },
    { name: 'bad.json', bytes: bytesOf('{') },
    { name: 'empty.json', bytes: bytesOf('{}') },
    { name: 'x.docx', bytes: bytesOf('no zip') },
  ]);
  expect(tables).toMatchObject([
    {
      file: '回传.csv',
      header: ['问题编号', '办结日期', '办理情况'],
      rows: [['a1', '2026-11-28', '已苫盖']],
      lines: [2],
    },
    { file: 'r.json', header: ['finding', 'outcome', 'photos'], rows: [['b2', 'x', '1.jpg;2.jpg']] },
  ]);
  expect(problems.map(({ code, at }) => [code, at?.file])).toEqual([
    ['return-not-json', 'bad.json'],
    ['return-json-empty', 'empty.json'],
    [expect.stringMatching(/zip|word/u), 'x.docx'],
  ]);
});

describe.each(['zh-CN', 'en'] as const)('a slip of ours that was filled in, in %s', (language) => {
  const translate = createTranslator(language);
  const outcomeLabel = language === 'en' ? 'What was done' : '办理情况';

  async function slips(per: 'finding' | 'street') {
    const workspace = plantedWorkspace();
    const result = await checkPlanted(workspace);
    const ids = result.findings.filter(({ status }) => status === 'open').map(({ id }) => id);
    const files = { 'attachments/后.png': bitmapPng([[true]], 40) };
    const photographed = {
      ...workspace,
      cases: [{ finding: ids[0]!, status: 'assigned' as const, photos: ['后.png'] }],
      unread: { files, layers: [] },
    };
    const made = await slipsDocx(buildSlips(photographed, result, { translate, language, deadlineDays: 7, per }), {
      translate,
      language,
    });
    if (!made.ok) throw new Error(made.problem.code);
    return { ids, docx: made.value };
  }
  /** Types into the empty paragraph of the n-th cell that follows a label. */
  function fillIn(docx: Uint8Array, edit: (xml: string) => string) {
    const parts = partsOf(docx);
    const files = Object.entries(parts).map(([path, bytes]) => ({ path, bytes: new Uint8Array(bytes) }));
    return zipFiles([
      ...files.filter(({ path }) => path !== 'word/document.xml'),
      { path: 'word/document.xml', bytes: bytesOf(edit(documentXml(docx))) },
    ]);
  }
  const typed = (text: string) => `<w:r><w:t>${text}</w:t></w:r></w:p></w:tc></w:tr>`;

  it('says what was done of the finding, on which day, with the photo that is in it', async () => {
    const { ids, docx } = await slips('finding');
    const filled = fillIn(docx, (xml) => {
      const at = xml.indexOf(`>${outcomeLabel}<`);
      const end = xml.indexOf('</w:p></w:tc></w:tr>', at);
      return xml.slice(0, end) + typed('已苫盖，2026年11月28日') + xml.slice(end + '</w:p></w:tc></w:tr>'.length);
    });
    const { tables, pictures, problems } = await readReturned([{ name: '单.docx', bytes: new Uint8Array(filled) }]);
    expect(problems).toEqual([]);
    expect(tables[0]?.rows).toEqual([[ids[0], '2026年11月28日', '已苫盖，2026年11月28日', `${ids[0]}-1.png`]]);
    expect(pictures.map(({ name }) => name)).toEqual([`${ids[0]}-1.png`]);
  });

  it('says so of each row of a street', async () => {
    const { docx } = await slips('street');
    let last = '';
    const filled = fillIn(docx, (xml) => {
      const [match] = [...xml.matchAll(/<w:t[^>]*>[^<]*([0-9a-f]{16})/gu)];
      last = match![1]!;
      const end = xml.indexOf('</w:p></w:tc></w:tr>', match!.index);
      return xml.slice(0, end) + typed('2026-11-29 已清理') + xml.slice(end + '</w:p></w:tc></w:tr>'.length);
    });
    const { tables } = await readReturned([{ name: '单.docx', bytes: new Uint8Array(filled) }]);
    expect(tables[0]?.rows).toEqual([[last, '2026-11-29', '2026-11-29 已清理', '']]);
  });

  it('says nothing while nothing was filled in', async () => {
    const { ids, docx } = await slips('finding');
    const { tables } = await readReturned([{ name: '单.docx', bytes: new Uint8Array(docx) }]);
    // The photo is from us; nobody has said anything.
    expect(tables[0]?.rows.filter(([, , outcome]) => outcome !== '')).toEqual([]);
    expect(ids.length).toBeGreaterThan(2);
  });
});
