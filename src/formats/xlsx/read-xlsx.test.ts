import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../core/random.ts';
import { geometryToGeoJson } from '../../geo/geometry-column.ts';
import { type Value, valueAt } from '../../model/feature-batch.ts';
import type { ReadLayer, ReadOptions } from '../driver.ts';
import { readFile } from '../read-file.ts';
import { writeFile } from '../write-file.ts';

const STYLES = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>
<numFmt numFmtId="165" formatCode="000000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="165"/></cellXfs></styleSheet>`;
const TEXTS = `<sst><si><t>名称</t></si><si><t>经度</t></si><si><t>纬度</t></si>
<si><r><t>一</t></r><r><t xml:space="preserve"> 号</t></r><rPh sb="0"><t>YI</t></rPh></si><si><t>甲_x000A_乙 &amp; &lt;丙&gt;</t></si></sst>`;

interface TestSheet {
  readonly name: string;
  readonly xml: string;
  readonly state?: string;
}

/** A workbook of what is given of it; `<sheetData>` is put around rows. */
function workbook(sheets: readonly TestSheet[], properties = '', level: 0 | 9 = 9): Uint8Array<ArrayBuffer> {
  const parts: Record<string, Uint8Array> = { '[Content_Types].xml': strToU8('<Types/>') };
  const list = sheets.map(
    ({ name, state }, at) => `<sheet name="${name}" r:id="r${at}"${state ? ` state="${state}"` : ''}/>`,
  );
  parts['xl/workbook.xml'] = strToU8(`<workbook xmlns:r="r">${properties}<sheets>${list.join('')}</sheets></workbook>`);
  const relations = sheets.map(
    (_, at) => `<Relationship Id="r${at}" Type="t/worksheet" Target="worksheets/s${at}.xml"/>`,
  );
  parts['xl/_rels/workbook.xml.rels'] = strToU8(
    `<Relationships>${relations.join('')}<Relationship Id="s" Type="t/styles" Target="/xl/styles.xml"/><Relationship Id="x" Type="t/sharedStrings" Target="../xl/texts.xml"/></Relationships>`,
  );
  parts['xl/styles.xml'] = strToU8(STYLES);
  parts['xl/texts.xml'] = strToU8(TEXTS);
  for (const [at, { xml }] of sheets.entries()) parts[`xl/worksheets/s${at}.xml`] = strToU8(xml);
  return zipSync(parts, { level }) as Uint8Array<ArrayBuffer>;
}

const sheetXml = (rows: string, behind = '') =>
  `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData>${behind}</worksheet>`;
const HEADER =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><t>值</t></is></c></row>';
const cellsOf = (cell: string) =>
  sheetXml(
    `${HEADER}<row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2"><v>113.6</v></c><c r="C2"><v>34.7</v></c>${cell}</row>`,
  );

function rowsOf({ batch }: ReadLayer): Record<string, Value>[] {
  return Array.from(batch.rows, (_, index) =>
    Object.fromEntries([...batch.columns].map(([name, column]): [string, Value] => [name, valueAt(column, index)])),
  );
}

async function read(bytes: Uint8Array<ArrayBuffer>, options: ReadOptions = {}, name = '台账.xlsx') {
  const result = await readFile({ name, bytes }, options, {});
  if (!result.ok) return { code: result.problem.code, layers: [], notes: [] };
  return { layers: result.value, notes: result.notes };
}
const readOne = async (xml: string, properties?: string) => {
  const { layers, code } = await read(workbook([{ name: '一', xml }], properties));
  return layers[0]
    ? { rows: rowsOf(layers[0]), layer: layers[0], notes: layers[0].notes }
    : { rows: [], notes: [], code };
};

describe('workbooks of Excel', () => {
  it.each([
    ['a number', '<c r="D2"><v>12.5</v></c>', 12.5],
    ['a text of several styles', '<c r="D2" t="s"><v>3</v></c>', '一 号'],
    ['letters that XML cannot hold', '<c r="D2" t="s"><v>4</v></c>', '甲\n乙 & <丙>'],
    ['the text of a formula', '<c r="D2" t="str"><f>A1</f><v>甲</v></c>', '甲'],
    ['the number of a formula', '<c r="D2"><f>1+1</f><v>2</v></c>', 2],
    ['a flag', '<c r="D2" t="b"><v>1</v></c>', true],
    ['a day', '<c r="D2" s="1"><v>46349</v></c>', '2026-11-23'],
    ['a day with its time', '<c r="D2" s="2"><v>46349.3333333333</v></c>', '2026-11-23T08:00:00'],
    ['a day in ISO', '<c r="D2" t="d"><v>2026-11-23T08:00:00.000Z</v></c>', '2026-11-23T08:00:00'],
    ['a code with leading zeros', '<c r="D2" s="3"><v>12</v></c>', '000012'],
    ['a code as long as one', '<c r="D2"><v>410101001001</v></c>', '410101001001'],
    ['a guarded text', '<c r="D2" t="str"><v>\'=1+1</v></c>', '=1+1'],
    ['a cell without a name', '<c><v>7</v></c>', 7],
    ['a text that is not there', '<c r="D2" t="s"><v>99</v></c>', null],
    ['a style that is not there', '<c r="D2" s="99"><v>5</v></c>', 5],
    ['an entity that the file defines', '<c r="D2" t="str"><v>&b;</v></c>', '&b;'],
  ])('hold %s', async (_, cell, value) => {
    const { rows, layer } = await readOne(cellsOf(cell));
    expect(rows).toEqual([{ 名称: '一 号', 经度: 113.6, 纬度: 34.7, 值: value }]);
    expect(geometryToGeoJson(layer!.batch.geometry, 0)).toEqual({ type: 'Point', coordinates: [113.6, 34.7] });
  });

  it('tell cells that should have a value and have none', async () => {
    const place = { row: 0, line: 2, column: '值' };
    expect((await readOne(cellsOf('<c r="D2" t="e"><v>#REF!</v></c>'))).notes).toContainEqual({
      code: 'table-cell-error',
      params: { found: '#REF!' },
      at: expect.objectContaining(place),
    });
    expect((await readOne(cellsOf('<c r="D2"><f>A1+1</f></c>'))).notes).toContainEqual({
      code: 'table-formula-without-value',
      params: { found: '' },
      at: expect.objectContaining(place),
    });
    const long = await readOne(cellsOf('<c r="D2"><v>410101199001011230</v></c>'));
    expect(long.rows[0]?.值).toBe('410101199001011200');
    expect(long.notes.map(({ code }) => code)).toContain('table-digits-lost');
  });

  it('count days from 1904 where the workbook does', async () => {
    const { rows } = await readOne(cellsOf('<c r="D2" s="1"><v>44887</v></c>'), '<workbookPr date1904="1"/>');
    expect(rows[0]?.值).toBe('2026-11-23');
  });

  it('give each sheet as a layer, hidden ones and hidden rows too, and tell empty ones', async () => {
    const hidden = sheetXml(
      `${HEADER}<row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row r="5"><c r="A5"><v>2</v></c></row>`,
    );
    const bytes = workbook([
      { name: '甲', xml: cellsOf('') },
      { name: '空', xml: sheetXml('<row r="1"><c r="A1" s="1"/></row>') },
      { name: '乙', xml: hidden, state: 'veryHidden' },
    ]);
    const { layers, notes } = await read(bytes);
    expect(layers.map(({ name, batch }) => [name, batch.rows.length])).toEqual([
      ['甲', 1],
      ['乙', 2],
    ]);
    expect(notes).toMatchObject([{ code: 'sheet-empty', params: {}, at: { sheet: '空' } }]);
    expect([...layers[1]!.lines!]).toEqual([2, 5]);
    const told = layers[1]!.notes.map(({ code, at }) => [code, at?.sheet, at?.line]);
    expect(told).toContainEqual(['sheet-hidden', '乙', undefined]);
    expect(told).toContainEqual(['sheet-hidden-rows', '乙', 2]);
    expect(told).toContainEqual(['table-blank-rows', '乙', 3]);
    expect((await read(bytes, { sublayer: '乙' })).layers.map(({ name }) => name)).toEqual(['乙']);
    expect((await read(bytes, { sublayer: '丙' })).code).toBe('sublayer-missing');
  });

  it('fill merged cells down, once told for each column, and no further', async () => {
    const rows = [2, 3, 4, 5].map(
      (line) =>
        `<row r="${line}">${line === 2 ? '<c r="A2" t="s"><v>3</v></c>' : ''}<c r="D${line}"><v>${line}</v></c></row>`,
    );
    const xml = sheetXml(
      `${HEADER}${rows.join('')}`,
      '<mergeCells count="1"><mergeCell ref="A2:A4"/></mergeCells><pageMargins/>',
    );
    const found = await readOne(xml.replaceAll(/<(\/?)(?=[a-z])/gu, '<$1x:'));
    expect(found.rows.map((row) => [row.名称, row.值])).toEqual([
      ['一 号', 2],
      ['一 号', 3],
      ['一 号', 4],
      [null, 5],
    ]);
    const filled = found.notes.filter(({ code }) => code === 'table-merged-filled');
    expect(filled.map(({ params, at }) => [params.count, at?.column])).toEqual([[2, '名称']]);
  });

  it('give back what was written, as text what was text', async () => {
    const { layers } = await read(workbook([{ name: '一', xml: cellsOf('<c r="D2" t="str"><v>\'=1+1</v></c>') }]));
    const written = await writeFile('xlsx', { name: '图斑', batch: layers[0]!.batch });
    const again = await read(written.ok ? written.value : new Uint8Array());
    expect(rowsOf(again.layers[0]!)).toEqual([
      { lon: 113.6, lat: 34.7, 名称: '一 号', 经度: 113.6, 纬度: 34.7, 值: '=1+1' },
    ]);
  });

  it('are known by what they are, and so is what is none', async () => {
    const bytes = workbook([{ name: '一', xml: cellsOf('') }]);
    expect((await read(bytes, {}, '台账.csv')).layers).toHaveLength(1);
    const other = (path: string) =>
      zipSync({ '[Content_Types].xml': strToU8(''), [path]: strToU8('') }) as Uint8Array<ArrayBuffer>;
    for (const path of ['word/document.xml', 'ppt/presentation.xml', 'xl/workbook.bin', 'a.txt'])
      expect((await read(other(path))).code).toBe('workbook-other-kind');
    expect((await read(strToU8('PK\u0003\u0004') as Uint8Array<ArrayBuffer>)).code).toBe('workbook-broken');
    expect((await read(workbook([{ name: '一', xml: sheetXml('') }]))).code).toBe('workbook-empty');
  });

  it('give the rows before a damage', async () => {
    const { rows, notes } = await readOne(
      `${cellsOf('').replace('</sheetData></worksheet>', '')}<row r="3"><c r="A3"><v>1<`,
    );
    expect(rows).toHaveLength(1);
    expect(notes[0]?.code).toBe('sheet-broken');
    expect((await readOne('<worksheet><sheet')).code).toBe('sheet-broken');
  });

  it('tell a sheet that is listed and not there, and read one that is there and not listed', async () => {
    const sheets = ['甲', '乙'].map((name) => ({ name, xml: cellsOf('') }));
    const replaced = (from: string, to: string) =>
      zipSync(
        Object.fromEntries(
          Object.entries(unzipSync(workbook(sheets))).map(([path, part]) => [
            path,
            strToU8(strFromU8(part).replace(from, to)),
          ]),
        ),
      ) as Uint8Array<ArrayBuffer>;
    const lost = await read(replaced('Id="r1"', 'Id="r9"'));
    expect(lost.layers.map(({ name }) => name)).toEqual(['甲', 's1.xml']);
    expect(lost.notes).toMatchObject([{ code: 'sheet-missing', at: { sheet: '乙' } }]);
    expect((await read(replaced('<sheet name="乙"', '<skeet name="乙"'))).layers).toHaveLength(2);
    const gone = await read(replaced('worksheets/s1.xml', 'worksheets/s9.xml'));
    expect(gone.notes).toMatchObject([{ code: 'sheet-missing', at: { sheet: '乙' } }]);
  });

  it('are not unpacked where they would burst', async () => {
    const bomb = workbook([{ name: '一', xml: sheetXml(HEADER + ' '.repeat(20_000_000)) }]);
    expect(bomb.length).toBeLessThan(50_000);
    expect((await read(bomb)).code).toBe('zip-too-large');
    // A directory that says less than there is.
    const xml = cellsOf('');
    const size = strToU8(xml).length;
    const lying = workbook([{ name: '一', xml }]);
    const view = new DataView(lying.buffer);
    for (let at = lying.length - 4; at > 0; at--)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === size)
        view.setUint32(at + 24, 100, true);
    expect((await read(lying)).code).toBe('sheet-broken');
  });

  it('answer or refuse whatever becomes of a file', async () => {
    const random = createRandom(20261127);
    for (const level of [0, 9] as const) {
      const sound = workbook([{ name: '一', xml: cellsOf('') }], '', level);
      for (let run = 0; run < 300; run++) {
        const bytes = sound.slice(0, run % 3 === 0 ? random.integer(0, sound.length) : sound.length);
        for (let flips = random.integer(0, 6); flips > 0 && bytes.length > 0; flips--)
          bytes[random.integer(0, bytes.length - 1)] = random.integer(0, 255);
        const found = await read(bytes);
        expect(found.code ?? found.layers.length).toBeTruthy();
      }
    }
  });
});
