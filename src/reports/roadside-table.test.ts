import readExcelFile from 'read-excel-file/universal';
import { expect, it } from 'vitest';
import { findOfficeErrors } from '../../test/support/validate-office.ts';
import { area, layerOf, route, spot, workspaceOf } from '../../test/support/workspace.ts';
import { runChecks } from '../checks/run-checks.ts';
import { createTranslator } from '../i18n/translate.ts';
import type { Layer } from '../model/workspace.ts';
import { gatherMonth, monthFiles } from './months/month-papers.ts';

const BARE = { status: 'uncovered', openedAt: '2026-11-20' };
const soil = layerOf('soil', 'bareSoil', [
  area('near', [100, 10, 20, 30], { ...BARE, name: '一号裸地', owner: '甲公司' }),
  spot('point', 300, -20.5, BARE),
]);
const layers = [
  layerOf('zones', 'responsibilityZone', [
    area('s', [-1000, -1000, 3000, 3000], { level: 'street', name: '东街道', owner: '东街道办', person: '某甲' }),
  ]),
  layerOf('roads', 'road', [route('r', [0, 0, 700, 0], { name: '一路', grade: '一级' })]),
  layerOf('routes', 'sweepingRoute', [route('far', [0, 9000, 100, 9000])]),
];

async function sheetsOf(layers: readonly Layer[]) {
  const document = { ...workspaceOf(layers), asOf: '2026-11-23' };
  const papers = gatherMonth(document, await runChecks(document), createTranslator('zh-CN'));
  for await (const { name, pieces } of monthFiles(papers)) {
    if (name !== 'ledger.xlsx') continue;
    const [bytes] = [...pieces] as [Uint8Array<ArrayBuffer>];
    expect(await findOfficeErrors(bytes, 'xlsx')).toEqual([]);
    const sheets = await readExcelFile(bytes.buffer);
    return { sheets, papers };
  }
  throw new Error('found no ledger, expected one');
}

it('the ledger of the month has a sheet of unswept roads and the soil beside them, nearest first', async () => {
  const { sheets, papers } = await sheetsOf([...layers, soil]);
  const road = papers.result.findings.find(({ rule }) => rule === 'road-unswept');
  const { data } = sheets.find(({ sheet }) => sheet === '路旁裸土')!;
  expect(data[0]).toEqual([
    '问题编号',
    '道路',
    '漏扫长度（m）',
    '裸土',
    '裸土责任单位',
    '街道',
    '距离（m）',
    '面积（m²）',
    '经度（WGS84）',
    '纬度（WGS84）',
    '裸土标识',
  ]);
  const rows = data.slice(1).map((row) => [...row.slice(0, 8), row[10]]);
  expect(rows).toEqual([
    [road?.id, '一路', 700, '一号裸地', '甲公司', '东街道', 10, 600, 'near'],
    [road?.id, '一路', 700, 'point', null, '东街道', 20.5, null, 'point'],
  ]);
});

it('has none where nothing is paired', async () => {
  const { sheets } = await sheetsOf(layers);
  expect(sheets.map(({ sheet }) => sheet)).not.toContain('路旁裸土');
});
