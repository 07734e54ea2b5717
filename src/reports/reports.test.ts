import { unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { findOfficeErrors } from '../../test/support/validate-office.ts';
import { displayWidth } from '../i18n/display-width.ts';
import { createTranslator } from '../i18n/translate.ts';
import type { CheckResult, Finding } from '../model/findings.ts';
import { workspaceKey } from '../model/workspace-key.ts';
import { neutralizeFormula, tableCsv } from './csv.ts';
import { findingAddress, isWebAddress } from './finding-address.ts';
import { findingsBatch } from './findings-batch.ts';
import { findingsGeoJson } from './findings-geojson.ts';
import { findingsJson } from './findings-json.ts';
import { findingsTable, notesTable, uncheckedTable, type Wording } from './findings-table.ts';
import { ledgerTables } from './ledger-tables.ts';
import { summaryRows, summaryTable } from './summary-table.ts';
import { tablesXlsx } from './xlsx.ts';

const overlap: Finding = {
  id: 'zone-overlap:1',
  rule: 'zone-overlap',
  priority: 1,
  severity: 0.12345678,
  status: 'open',
  subjects: [
    { layer: 'zones', feature: 'A' },
    { layer: 'zones', feature: 'B' },
  ],
  at: [113.600000049, 34.7],
  measures: { widthMeters: 12.34567, areaSquareMeters: 1000.00049 },
  explain: {
    code: 'nothing-of-the-kind',
    params: { areaSquareMeters: 1000.00049, count: 2, owner: '=HYPERLINK("x")' },
  },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [113.123456789, 34],
        [113.2, 34],
        [113.2, -0.00000001],
        [113.123456789, 34],
      ],
    ],
  },
};
const unassigned: Finding = {
  id: 'source-unassigned:1',
  rule: 'source-unassigned',
  priority: 2,
  severity: 1,
  status: 'exception',
  subjects: [{ layer: 'soil', feature: '=1+1' }],
  at: [113.65, 34.75],
  measures: { coveredFraction: 0.41234567, pm10TonnesPerYear: [0.1, 2.5] },
  explain: { code: 'nothing-of-the-kind', params: {} },
};
const result: CheckResult = {
  format: 'chentu-findings',
  version: 1,
  workspace: '示范区',
  asOf: '2026-11-23T08:00:00+08:00',
  engine: 'fast',
  rulePack: { id: 'national', version: '1' },
  summary: {
    sources: 3,
    zones: 2,
    byRule: {
      'zone-overlap': {
        count: 1,
        areaSquareMeters: 1000.00049,
        slivers: 2,
        sliverAreaSquareMeters: 3.33333,
        excepted: 0,
      },
      'source-unassigned': { count: 0, areaSquareMeters: 0, slivers: 0, sliverAreaSquareMeters: 0, excepted: 1 },
    },
    byZone: [
      {
        zone: { layer: 'zones', feature: 'A' },
        counts: { 'zone-overlap': 1 },
        sources: 3,
        uncoveredAreaSquareMeters: 0.1 + 0.2,
      },
    ],
    boundaryAreaSquareMeters: 5e6,
    uncoveredAreaSquareMeters: 12.00051,
  },
  findings: [overlap, unassigned],
  unchecked: [
    { rule: 'zone-gap', subjects: [{ layer: 'zones', feature: 'A' }], problem: { code: 'nothing', params: {} } },
  ],
  notes: [{ layer: 'soil', row: 4, problem: { code: 'nothing', params: {} } }],
};

const wording: Wording = {
  translate: createTranslator('zh-CN'),
  describe: ({ layer, feature }) =>
    layer === 'zones' ? { layerTitle: '责任网格', name: `网格${feature}`, owner: '云河街道' } : {},
};
const joined = (pieces: Iterable<string>) => [...pieces].join('');

describe('findings.json', () => {
  const text = joined(findingsJson(result));

  it('stands one finding a line, keys in the contract’s order, numbers rounded by their names', () => {
    const lines = text.split('\n');
    expect(lines[0]).toBe(
      '{"format":"chentu-findings","version":1,"workspace":"示范区","asOf":"2026-11-23T08:00:00+08:00","engine":"fast","rulePack":{"id":"national","version":"1"},',
    );
    expect(lines[3]).toBe(
      '{"id":"zone-overlap:1","rule":"zone-overlap","priority":1,"severity":0.123457,"status":"open",' +
        '"subjects":[{"layer":"zones","feature":"A"},{"layer":"zones","feature":"B"}],"at":[113.6,34.7],' +
        '"measures":{"areaSquareMeters":1000,"widthMeters":12.346},' +
        '"explain":{"code":"nothing-of-the-kind","params":{"areaSquareMeters":1000,"count":2,"owner":"=HYPERLINK(\\"x\\")"}},' +
        '"geometry":{"type":"Polygon","coordinates":[[[113.1234568,34],[113.2,34],[113.2,0],[113.1234568,34]]]}},',
    );
    expect(JSON.parse(text).summary.byZone[0].uncoveredAreaSquareMeters).toBe(0.3);
    expect(Object.keys(JSON.parse(text).summary.byRule)).toEqual(['source-unassigned', 'zone-overlap']);
  });

  it('does not depend on the order in which the engine filled its records', () => {
    const { widthMeters, areaSquareMeters } = overlap.measures;
    const shuffled = {
      ...overlap,
      geometry: overlap.geometry as GeoJSON.Geometry,
      measures: { areaSquareMeters, widthMeters } as Finding['measures'],
    };
    expect(joined(findingsJson({ ...result, findings: [shuffled, unassigned] }))).toBe(text);
  });

  it('is valid with nothing found, and comes in pieces where much was found', () => {
    const empty = { ...result, findings: [], unchecked: [], notes: [] };
    expect(JSON.parse(joined(findingsJson(empty))).findings).toEqual([]);
    const many = { ...result, findings: Array.from({ length: 2000 }, () => overlap) };
    const pieces = [...findingsJson(many)];
    expect(pieces.length).toBeGreaterThan(5);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(70_000);
    expect(JSON.parse(pieces.join('')).findings).toHaveLength(2000);
  });
});

describe('tables', () => {
  it('name subjects by the ledger and fall back on their ids', () => {
    const table = findingsTable(result, wording);
    const rows = [...table.rows];
    const at = (key: string) => table.columns.findIndex((column) => column.key === key);
    expect(rows[0]?.[at('subjects')]).toBe('责任网格 网格A；责任网格 网格B');
    expect(rows[0]?.[at('owners')]).toBe('云河街道');
    expect(rows[0]?.[at('rule')]).toBe('责任重叠');
    expect(rows[1]?.[at('subjects')]).toBe('soil =1+1');
    expect(rows[1]?.[at('coveredFraction')]).toBe(0.412346);
    expect(rows[1]?.[at('areaSquareMeters')]).toBeNull();
    expect([...table.rows]).toEqual(rows);
  });

  it('summarise by rule, with what was not checked', () => {
    expect(summaryRows(result).map(({ rule, count, unchecked }) => [rule, count, unchecked])).toEqual([
      ['source-unassigned', 0, 0],
      ['zone-overlap', 1, 0],
      ['zone-gap', 0, 1],
    ]);
    expect([...summaryTable(result, wording.translate).rows][1]).toEqual([
      '责任重叠',
      1,
      1.5,
      1000,
      2,
      3.333,
      0,
      0,
      'zone-overlap',
    ]);
  });

  it('have a word for every header', () => {
    const tables = [
      findingsTable(result, wording),
      uncheckedTable(result, wording),
      notesTable(result, wording),
      summaryTable(result, wording.translate),
    ];
    for (const { header } of tables.flatMap((table) => table.columns)) expect(header).not.toContain('column.');
    expect([...notesTable(result, wording).rows][0]?.[1]).toBe(5);
  });
});

describe('csv', () => {
  it('starts with a byte order mark, quotes and neutralises formulas', () => {
    const table = {
      title: 't',
      columns: [
        { key: 'a', header: '名称', type: 'text' },
        { key: 'b', header: '面积（m²）', type: 'number' },
      ],
      rows: [
        ['=cmd|x', -1.5],
        ['甲,"乙"', null],
        ['两\n行', 0],
      ],
    } as const;
    expect(joined(tableCsv(table))).toBe('\uFEFF名称,面积（m²）\r\n\'=cmd|x,-1.5\r\n"甲,""乙""",\r\n"两\n行",0\r\n');
  });

  it('knows the starts that a spreadsheet runs', () => {
    expect(['=1', '+1', '-1', '@x', ' =1', '\t1', '＝1'].map(neutralizeFormula)).toEqual([
      "'=1",
      "'+1",
      "'-1",
      "'@x",
      "' =1",
      "'\t1",
      "'＝1",
    ]);
    expect(['裸土', '1-2', ''].map(neutralizeFormula)).toEqual(['裸土', '1-2', '']);
  });
});

describe('xlsx', () => {
  const tables = [summaryTable(result, wording.translate), findingsTable(result, wording)];

  it('reads back with Chinese headers and text cells, the same bytes every time', async () => {
    const bytes = await tablesXlsx(tables);
    const sheets = await readExcelFile(bytes.buffer);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['汇总', '问题清单']);
    expect(sheets[0]?.data[0]?.slice(0, 3)).toEqual(['问题类别', '数量', '面积（亩）']);
    expect(sheets[1]?.data[2]?.[5]).toBe('soil =1+1');
    expect([...bytes.subarray(10, 14)]).toEqual([0, 0, 0x21, 0]);
    expect(await tablesXlsx(tables)).toEqual(bytes);
    const parts = unzipSync(bytes);
    expect(Object.keys(parts).filter((path) => path.includes('worksheets/sheet'))).toHaveLength(2);
    expect(new TextDecoder().decode(parts['xl/worksheets/sheet2.xml'])).not.toContain('<f>');
  });
});

describe('the ledger', () => {
  it('has a table per rule without what is the same in every row, and ids that lead from list to list', async () => {
    const tables = ledgerTables(
      result,
      ({ subjects }) => (subjects[0]?.layer === 'soil' ? '东街道' : undefined),
      wording,
    );
    expect(tables.map(({ title }) => title)).toEqual(['汇总', '问题清单', '未落实责任', '责任重叠']);
    const [summary, all, unassigned, overlap] = tables.map(({ columns, rows }) => ({ columns, rows: [...rows] }));
    expect(summary?.rows.map(([rule]) => rule)).toEqual([
      { text: '未落实责任', table: '未落实责任', row: 0 },
      { text: '责任重叠', table: '责任重叠', row: 0 },
      // Only slivers: no table to lead to.
      '责任空白',
    ]);
    expect(all?.rows.map(([id, ...cells]) => [id, cells.at(-1)])).toEqual([
      [{ text: 'zone-overlap:1', table: '责任重叠', row: 0 }, null],
      [{ text: 'source-unassigned:1', table: '未落实责任', row: 0 }, '东街道'],
    ]);
    expect(unassigned?.rows[0]?.[0]).toEqual({ text: 'source-unassigned:1', table: '问题清单', row: 1 });
    expect(unassigned?.columns.map(({ key }) => key)).toContain('street');
    expect(overlap?.columns.map(({ key }) => key)).not.toContain('street');
    expect(overlap?.columns.map(({ key }) => key)).not.toContain('ruleId');
  });

  it('is a workbook with filters and with links that are text to whoever reads the cells', async () => {
    const tables = ledgerTables(result, () => undefined, wording);
    const bytes = await tablesXlsx(tables);
    const sheets = await readExcelFile(bytes.buffer);
    expect(sheets[1]?.data[2]?.[0]).toBe('source-unassigned:1');
    const all = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet2.xml']);
    expect(all).toContain('<autoFilter ref="A1:');
    expect(all).toContain(`<hyperlink ref="A3" location="'未落实责任'!A2"/>`);
    expect(all.indexOf('</sheetData>')).toBeLessThan(all.indexOf('<autoFilter'));
    expect(all.indexOf('<autoFilter')).toBeLessThan(all.indexOf('<hyperlinks>'));
  });
});

describe('the way from the ledger back to the map', () => {
  const addressOf = (id: string) => findingAddress('https://chentu.example/app/?workspace=a&b#old', '云河区', id);

  it('is a link of each finding in every list, and the workbook is valid', async () => {
    const bytes = await tablesXlsx(ledgerTables(result, () => '东街道', wording, { addressOf }));
    expect(await findOfficeErrors(bytes, 'xlsx')).toEqual([]);
    const parts = unzipSync(bytes);
    const read = (path: string) => new TextDecoder().decode(parts[path]);
    const links = [
      ...read('xl/worksheets/_rels/sheet3.xml.rels').matchAll(/Target="(http[^"]*)" TargetMode="External"/g),
    ];
    expect(links.map(([, address]) => address)).toEqual([
      `https://chentu.example/app/?workspace=a&amp;b#w=${workspaceKey('云河区')}&amp;sel=f:source-unassigned%3A1`,
    ]);
    const ids = [...read('xl/worksheets/sheet3.xml').matchAll(/r:id="(rIdLink\d+)"/g)].map(([, id]) => id);
    expect(ids.map((id) => read('xl/worksheets/_rels/sheet3.xml.rels').includes(`Id="${id}"`))).toEqual([true]);
    const sheets = await readExcelFile(bytes.buffer);
    expect(sheets[2]?.data[1]?.at(-1)).toBe('打开');
  });

  it('is not there where nobody said where the app is served', async () => {
    const bytes = await tablesXlsx(ledgerTables(result, () => undefined, wording));
    expect(await findOfficeErrors(bytes, 'xlsx')).toEqual([]);
    const rels = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/_rels/sheet2.xml.rels']);
    expect(rels).not.toContain('External');
  });

  it('is an address of the web', () => {
    expect(isWebAddress('https://10.1.2.3:8080/chentu/')).toBe(true);
    expect(['javascript:alert(1)', 'file:///c:/x', 'chentu', 'https://a b', ''].filter(isWebAddress)).toEqual([]);
  });
});

describe('for a GIS', () => {
  it('GeoJSON has the shape where there is one, else the point', () => {
    const collection = JSON.parse(joined(findingsGeoJson(result, wording)));
    expect(collection.features.map((feature: GeoJSON.Feature) => [feature.id, feature.geometry.type])).toEqual([
      ['zone-overlap:1', 'Polygon'],
      ['source-unassigned:1', 'Point'],
    ]);
    expect(collection.features[0].properties.ruleId).toBe('zone-overlap');
    expect(collection.features[1].geometry.coordinates).toEqual([113.65, 34.75]);
  });

  it('the batch has one feature and one row of columns per finding', () => {
    const { batch, problems } = findingsBatch(result, wording);
    expect(problems).toEqual([]);
    expect([...batch.geometry.type]).toEqual([3, 1]);
    expect(batch.ids).toEqual(['zone-overlap:1', 'source-unassigned:1']);
    const fraction = batch.columns.get('coveredFraction');
    expect(fraction?.type === 'number' && [...fraction.values]).toEqual([Number.NaN, 0.412346]);
  });
});

it('Chinese is twice as wide as Latin', () => {
  expect(displayWidth('责任重叠 ab（m²）')).toBe(8 + 1 + 2 + 6);
});
