import { type BookType, CFB, utils, type WorkBook, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../core/random.ts';
import { type Value, valueAt } from '../../model/feature-batch.ts';
import { readFile } from '../read-file.ts';

async function read(bytes: Uint8Array<ArrayBuffer>, name = '台账.xls') {
  const result = await readFile({ name, bytes }, {}, {});
  if (!result.ok) return { code: result.problem.code, layers: [], notes: [] };
  const layers = result.value.map(({ name: sheet, batch, notes }) => ({
    sheet,
    rows: Array.from(batch.rows, (_, index) =>
      [...batch.columns.values()].map((column): Value => valueAt(column, index)),
    ),
    names: [...batch.columns.keys()],
    places: [...batch.geometry.coordinates],
    notes: notes.map(({ code }) => code),
  }));
  return { layers, notes: result.notes.map(({ code }) => code) };
}

function makeWorkbook(): WorkBook {
  const sheet = utils.aoa_to_sheet([
    ['云河区裸土台账'],
    ['编号', '责任单位', '经度', '纬度', '日期', '标记', '错误'],
    ['0012', '甲单位', 113.6, 34.7, 46_349, true],
    ['0013', null, 113.7, 34.8, 46_349.5, false],
    ['合计'],
  ]);
  sheet['!merges'] = [
    { s: { r: 0, c: 0 }, e: { r: 0, c: 6 } },
    { s: { r: 2, c: 1 }, e: { r: 3, c: 1 } },
  ];
  sheet.E3.z = 'yyyy-mm-dd';
  sheet.E4.z = 'yyyy-mm-dd hh:mm';
  sheet.G3 = { t: 'e', v: 0x17 };
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '裸土');
  utils.book_append_sheet(book, utils.aoa_to_sheet([]), '空');
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['名称', 'lon', 'lat'],
      ['a', 1, 2],
    ]),
    '第三',
  );
  book.Workbook = { Sheets: [{}, {}, { Hidden: 1 }] };
  return book;
}

const bytesOf = (bookType: BookType) => new Uint8Array(write(makeWorkbook(), { type: 'array', bookType }));
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('workbooks of before 2007', () => {
  it.each([
    ['biff8', ['sheet-empty']],
    ['xlml', ['xls-is-xml', 'sheet-empty']],
    ['xlsx', ['sheet-empty']],
  ] as const)('are read from %s: every sheet, with merged cells, days, errors and codes', async (type, notes) => {
    const found = await read(bytesOf(type));
    expect(found.notes).toEqual(notes);
    expect(found.layers.map(({ sheet, rows }) => [sheet, rows.length])).toEqual([
      ['裸土', 2],
      ['第三', 1],
    ]);
    const [first, third] = found.layers;
    expect(first?.names).toEqual(['编号', '责任单位', '经度', '纬度', '日期', '标记', '错误']);
    expect(first?.rows).toEqual([
      ['0012', '甲单位', 113.6, 34.7, '2026-11-23', true, null],
      ['0013', '甲单位', 113.7, 34.8, '2026-11-23T12:00:00', false, null],
    ]);
    expect(first?.places).toEqual([113.6, 34.7, 113.7, 34.8]);
    expect(first?.notes).toEqual([
      'table-header-below',
      'csv-geometry-from',
      'table-cell-error',
      'table-total-row',
      'table-merged-filled',
    ]);
    expect(third?.notes).toContain('sheet-hidden');
  });

  it('have the letters of their code page where they are older still', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['QQQQ', 'lon', 'lat'],
        ['ZZZZ', 113.6, 34.7],
      ]),
      'a',
    );
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'biff5' }));
    const text = String.fromCharCode(...bytes);
    // 名称 and 裸土 in GBK, and the record that says so.
    bytes.set([0xc3, 0xfb, 0xb3, 0xc6], text.indexOf('QQQQ'));
    bytes.set([0xc2, 0xe3, 0xcd, 0xc1], text.indexOf('ZZZZ'));
    bytes.set([0xa8, 0x03], text.indexOf('\u0042\u0000\u0002\u0000') + 4);
    expect(await read(bytes)).toMatchObject({
      layers: [{ names: ['名称', 'lon', 'lat'], rows: [['裸土', 113.6, 34.7]] }],
    });
  });

  it('may be web pages, whose cells are texts', async () => {
    const page = (head: string, name: number[]) =>
      Uint8Array.from([
        ...utf8(`<html><head>${head}</head><table><tr><th>n</th><th>lon</th><th>lat</th></tr><tr><td rowspan=2>`),
        ...name,
        ...utf8('</td><td>113.6</td><td>34.7</td></tr><tr><td>113.7</td><td>34.8</td></tr></table></html>'),
      ]);
    const gbk = [0xc2, 0xe3, 0xcd, 0xc1];
    for (const bytes of [page('<meta charset="gb2312">', gbk), page('', gbk), page('', [...utf8('裸土')])]) {
      const found = await read(bytes);
      expect(found.layers[0]?.rows).toEqual([
        ['裸土', 113.6, 34.7],
        ['裸土', 113.7, 34.8],
      ]);
      expect(found.notes).toContain('xls-is-html');
    }
    expect((await read(utf8('<!DOCTYPE html><html><body>请登录</body></html>'), 'a.geojson')).code).toBe(
      'html-without-table',
    );
    expect((await read(utf8('MIME-Version: 1.0\r\n'))).code).toBe('workbook-other-kind');
  });

  it('may be pages with any head, and are told where they were cut off or a table has lost its tags', async () => {
    const table =
      '<table><tr><td>名称</td><td>lon</td><td>lat</td></tr><tr><td>a</td><td>113</td><td>34</td></tr></table>';
    const notesOf = async (page: string) => (await read(utf8(page))).notes;
    expect(await notesOf(table + table)).toEqual(['xls-is-html']);
    expect(await notesOf(`<html>${table}${table}</html>`)).toEqual(['xls-is-html']);
    const [cut, bare] = [`<html>${table}<ta`, `<html>${table}${table.replace('<table>', '<tabel>')}</html>`];
    const head = '<?xml version="1.0"?><!DOCTYPE html><html><head><style>td, th {a: b}</style></head>';
    for (const start of [head, '<!-- a, b; --><html>', `<!--${' '.repeat(2000)}--><html>`]) {
      const page = await read(utf8(`${start}${table}${table}</html>`));
      expect(page.layers.map(({ names }) => names)).toEqual([
        ['名称', 'lon', 'lat'],
        ['名称', 'lon', 'lat'],
      ]);
    }
    const moved = `<tr><td>b</td></tr></table><table>${table}`;
    for (const page of [cut, bare, moved]) expect(await notesOf(page)).toEqual(['xls-is-html', 'xls-page-damaged']);
  });

  it('may be texts', async () => {
    const found = await read(utf8('编号\tlon\tlat\n007\t113.6\t34.7\n'));
    expect(found).toMatchObject({ notes: ['xls-is-text'], layers: [{ rows: [['007', 113.6, 34.7]] }] });
  });

  it('say what they are where they cannot be read', async () => {
    const compound = (...streams: string[]) => {
      const file = CFB.utils.cfb_new();
      for (const stream of streams) CFB.utils.cfb_add(file, stream, new Uint8Array(64));
      return new Uint8Array(CFB.write(file, { type: 'array' }) as unknown as ArrayBuffer);
    };
    expect((await read(compound('/EncryptionInfo', '/EncryptedPackage'), 'a.xlsx')).code).toBe('workbook-encrypted');
    expect((await read(compound('/WordDocument'))).code).toBe('workbook-other-kind');
  });

  it('tell sheets that were cut off, wherever the cut lies', async () => {
    const stream = Uint8Array.from(CFB.find(CFB.read(bytesOf('biff8'), { type: 'array' }), '/Workbook').content);
    const cutAt = (length: number) => {
      const file = CFB.utils.cfb_new();
      CFB.utils.cfb_add(file, '/Workbook', stream.subarray(0, length));
      return read(new Uint8Array(CFB.write(file, { type: 'array' })));
    };
    const starts: number[] = [];
    const view = new DataView(stream.buffer);
    for (let at = 0; at + 4 <= stream.length; at += 4 + view.getUint16(at + 2, true))
      if (view.getUint16(at, true) === 0x0809) starts.push(at);
    const [, , second, third] = starts;
    const between = await cutAt(third!);
    expect([between.layers.length, between.notes]).toEqual([1, ['sheet-empty', 'sheet-missing']]);
    const within = await cutAt(third! + 20);
    expect(within.notes).toEqual(['xls-records-damaged', 'sheet-empty', 'sheet-empty']);
    const first = await cutAt(second! - 4);
    expect(first.layers.map(({ rows }) => rows.length)).toEqual([2]);
    expect(first.notes).toEqual(['xls-records-damaged', 'sheet-missing', 'sheet-missing']);
    // A list of sheets that has become unreadable.
    const listed = String.fromCharCode(...stream).indexOf('\u0085\u0000');
    stream[listed] = 0x86;
    expect((await cutAt(stream.length)).notes[0]).toBe('xls-records-damaged');

    const xml = new TextDecoder().decode(bytesOf('xlml'));
    const last = xml.lastIndexOf('<Worksheet ');
    expect((await read(utf8(xml.slice(0, last)))).notes).toEqual(['xls-is-xml', 'xls-xml-cut-off', 'sheet-empty']);
    const open = await read(utf8(xml.slice(0, last + 80)));
    expect(open.notes).toEqual(['xls-is-xml', 'xls-xml-cut-off', 'sheet-empty', 'sheet-missing']);
  });

  it('are not blown up by what they state', async () => {
    const far = '<Row ss:Index="100000000"><Cell ss:Index="100000000"><Data ss:Type="String">x</Data></Cell></Row>';
    const xml = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>${far}</Table></Worksheet></Workbook>`;
    expect((await read(utf8(xml))).code).toBe('sheet-broken');
    const spans = `<html><table><tr>${'<td rowspan=65536 colspan=16384>x</td>'.repeat(2000)}</table>`;
    expect((await read(utf8(spans))).code).toBe('sheet-broken');
    for (const piece of ['<table>', '<table><tr><td>', '<!--', '<b ', '&'])
      expect(await read(utf8(`<html><table>${piece.repeat(200_000)}</table>`))).toBeDefined();
  });

  it('answer or refuse whatever becomes of a file', async () => {
    const random = createRandom(20261127);
    const sound = bytesOf('biff8');
    for (let run = 0; run < 300; run++) {
      const bytes = sound.slice(0, run % 3 === 0 ? random.integer(0, sound.length) : sound.length);
      for (let flips = random.integer(0, 20); flips > 0 && bytes.length > 0; flips--)
        bytes[random.integer(0, bytes.length - 1)] = random.integer(0, 255);
      const found = await read(bytes);
      expect(found.code ?? found.layers.length).toBeTruthy();
    }
  });
});
