import { beforeAll, describe, expect, it } from 'vitest';
import { area, layerOf, route, spot, workspaceOf } from '../../../test/support/workspace.ts';
import { findRoadsideSoil } from '../../checks/roadside-soil.ts';
import { runChecks } from '../../checks/run-checks.ts';
import { createTranslator } from '../../i18n/translate.ts';
import type { CheckResult, Finding } from '../../model/findings.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import { snapshotOf } from '../months/snapshot.ts';
import type { Board, BoardBars, BoardCards, BoardTable } from './board.ts';
import { type BoardQuestion, gatherBoardFacts } from './board-facts.ts';
import { buildBoard, countPages, itemsOf, pageOf } from './build-board.ts';

const t = createTranslator('zh-CN');
const AS_OF = '2026-11-23T08:00:00+08:00';
const soil = (id: string, x: number, side: number, owner?: string) =>
  area(id, [x, 100, side, side], { name: id, status: 'uncovered', openedAt: '2026-11-13', ...(owner && { owner }) });

/** Two streets side by side of 1 km, and a third without anything; patches beyond all of them. */
const layers = [
  layerOf('zones', 'responsibilityZone', [
    area('west', [0, 0, 1000, 1000], { level: 'street', name: '西街道', owner: '西街道办', person: '某甲' }),
    area('east', [1000, 0, 1000, 1000], { level: 'street', name: '东街道', owner: '东街道办', person: '某乙' }),
    area('north', [0, 1000, 1000, 1000], { level: 'street', name: '北街道', owner: '北街道办', person: '某丙' }),
  ]),
  layerOf('soil', 'bareSoil', [
    soil('small', 100, 20, '甲公司'),
    soil('large', 300, 40, '甲公司'),
    soil('middle', 1300, 22, '乙公司'),
    soil('far', 5000, 36),
  ]),
  layerOf('spots', 'hotspot', [spot('h', 9000, 9000, { source: 'public', time: '2026-11-20' })]),
];
const document: WorkspaceDocument = { ...workspaceOf(layers), asOf: AS_OF };
let check: CheckResult;
beforeAll(async () => {
  check = await runChecks(document);
});

const build = (spec: Parameters<typeof buildBoard>[0], more: Partial<BoardQuestion> = {}): Board =>
  buildBoard(spec, gatherBoardFacts({ document, check, t, language: 'zh-CN', ...more }));
const cells = ({ content }: Board) =>
  (content as BoardTable).rows.map((row) => row.cells.map(({ text }) => text).join(' '));

describe('unswept roads with soil beside them', () => {
  const roads = layerOf('roads', 'road', [
    route('r1', [0, 90, 700, 90], { name: '一路', grade: '一级' }),
    route('r2', [1290, 600, 1290, 50], { name: '二路', grade: '一级' }),
    route('r3', [0, 900, 700, 900], { name: '三路', grade: '一级' }),
  ]);
  const swept = layerOf('routes', 'sweepingRoute', [route('s', [0, 9000, 100, 9000])]);
  const beside: WorkspaceDocument = { ...workspaceOf([...layers, roads, swept]), asOf: AS_OF };

  it('are a row a stretch, most soil first, with the owners of the soil, and a sum with each patch once', async () => {
    const judged = await runChecks(beside);
    const roadsideSoil = await findRoadsideSoil(beside, judged);
    const facts = { document: beside, check: judged, roadsideSoil };
    const board = build({ type: 'roadsideSoil', limit: 5 }, facts);
    expect(cells(board)).toEqual([
      '一路（西街道） 700 m 2 3.0 亩 10 m 甲公司',
      '二路（东街道） 550 m 1 0.7 亩 10 m 乙公司',
      '合计 2 段 1.25 km 3 3.7 亩 10 m —',
    ]);
    expect(itemsOf(board)).toBe(2);
    expect(board.notes[0]).toContain('50 m');
    expect(board.sources.join()).toMatch(/裸土到漏扫路段的最大距离：50 m（建议值；来源：尘图缺省值/);
    const onlyOne = build(
      { type: 'roadsideSoil', limit: 5 },
      { ...facts, isInScope: ({ subjects }) => subjects[0]?.feature === 'r2' },
    );
    expect(cells(onlyOne)).toHaveLength(2);
    const short = build({ type: 'roadsideSoil', limit: 1 }, facts);
    expect(cells(short)).toHaveLength(2);
    expect(cells(short)[1]).toMatch(/^合计 2 段/);
    expect(short.notes[0]).toBe('其余 1 项未列出。');
    const none = build(
      { type: 'roadsideSoil', limit: 5 },
      { ...facts, roadsideSoil: { ...roadsideSoil, pairs: [], unknownPatches: 3 } },
    );
    expect(none.nothing).toBe('漏扫路段两侧 50 m 内没有未覆盖裸土。');
    expect(none.notes.join()).toContain('另有 3 处裸土');
  });

  it('are not told of where roads were not judged', () => {
    expect(build({ type: 'roadsideSoil', limit: 5 }).nothing).toContain('未作检查');
  });
});

describe('bars by street', () => {
  it('are as long as the ground is large, once a problem, and name the streets without any', () => {
    const board = build({ type: 'byStreet', rule: 'source-uncontrolled' });
    const { bars } = board.content as BoardBars;
    expect(bars.map(({ name, value, detail }) => [name, Math.round(value), detail])).toEqual([
      ['西街道', 2000, '2 处'],
      ['东街道', 484, '1 处'],
      ['不在任何街道', 1296, '1 处'],
    ]);
    expect(bars[0]?.text).toBe('3.0 亩');
    expect(board.notes).toContain('无此类问题的街道：北街道。');
    expect(board.sources.join()).toContain('48 小时');
    expect(board.nothing).toBeUndefined();
  });

  it('are those of the scope, and say what was not judged', () => {
    const isInScope = ({ subjects }: Finding) => subjects[0]?.feature === 'middle';
    const { content } = build({ type: 'byStreet', rule: 'source-uncontrolled' }, { isInScope });
    expect((content as BoardBars).bars.map(({ name }) => name)).toEqual(['东街道']);
    expect(build({ type: 'byStreet', rule: 'road-unswept' }).nothing).toContain('未作检查');
    expect(build({ type: 'byStreet', rule: 'zone-overlap' }).nothing).toBe('没有“责任重叠”问题。');
  });

  it('take the streets from whoever knows them already', () => {
    const board = build(
      { type: 'byStreet', rule: 'source-uncontrolled' },
      { streetOf: () => '丁镇', streets: ['丁镇'] },
    );
    expect((board.content as BoardBars).bars.map(({ name, detail }) => [name, detail])).toEqual([['丁镇', '4 处']]);
  });
});

describe('cards of the worst', () => {
  it('say what, where, whose, how large and since when', () => {
    const board = build({ type: 'worst', rule: 'source-uncontrolled', limit: 3 });
    const { cards } = board.content as BoardCards;
    expect(cards.map(({ rank, title }) => [rank, title])).toEqual([
      [1, 'large'],
      [2, 'far'],
      [3, 'middle'],
    ]);
    expect(cards[0]).toMatchObject({ street: '西街道', owners: ['甲公司'], size: '2.4 亩', days: '已裸露 10 天' });
    expect(cards[0]?.sentence).toContain('超期');
    expect(cards[1]).toMatchObject({ owners: [] });
    expect(cards[1]?.street).toBeUndefined();
    expect(board.notes[0]).toBe('其余 1 项未列出。');
  });

  it('count the days of bare soil by its ledger where the rule does not', () => {
    const { content } = build({ type: 'worst', rule: 'source-unassigned', limit: 9 });
    expect((content as BoardCards).cards).toMatchObject([{ title: 'far', size: '1.9 亩', days: '已裸露 10 天' }]);
  });

  it('say what became of it', () => {
    const { id } = check.findings.find(({ rule }) => rule === 'source-unassigned')!;
    const state = (status: 'assigned' | 'settled', deadline: string) => {
      const cases = [{ finding: id, status, deadline, photos: ['a.jpg'] }];
      const board = build({ type: 'worst', rule: 'source-unassigned', limit: 1 }, { document: { ...document, cases } });
      return (board.content as BoardCards).cards[0];
    };
    expect(state('assigned', '2026-11-20')).toMatchObject({ state: '超期 3 天', photos: ['a.jpg'] });
    expect(state('assigned', '2026-11-23')?.state).toBe('已交办');
    expect(state('settled', '2026-11-20')?.state).toBe('已整改，待核实');
  });
});

describe('rankings', () => {
  it('of streets count each problem once, with those that have none at the end', () => {
    const board = build({ type: 'ranking', of: 'street' });
    const columns = (board.content as BoardTable).columns.map(({ header }) => header);
    expect(columns.slice(0, 3)).toEqual(['名次', '街道', '未处理问题']);
    expect(columns).toContain('措施不到位');
    expect(cells(board).map((row) => row.split(' ').slice(0, 3).join(' '))).toEqual([
      '1 西街道 2',
      '2 东街道 1',
      '3 北街道 0',
    ]);
    expect(board.notes).toContain('另有 3 处不在任何街道内，未参加排名。');
  });

  it('of units leave out hotspots and what is nobody’s', () => {
    const board = build({ type: 'ranking', of: 'owner' });
    expect(cells(board).map((row) => row.split(' ').slice(0, 3).join(' '))).toEqual(['1 甲公司 2', '2 乙公司 1']);
    expect(board.notes).toContain('另有 2 处未填责任单位，未参加排名。');
  });
});

describe('tasks', () => {
  it('put what is late first, and keep what is no finding any more', () => {
    const [first, second] = check.findings.filter(({ rule }) => rule === 'source-uncontrolled');
    const cases = [
      { finding: second!.id, status: 'assigned', deadline: '2026-11-30' },
      { finding: 'gone', status: 'settled', deadline: '2026-11-01' },
      { finding: first!.id, status: 'assigned', deadline: '2026-11-10' },
      { finding: first!.id, status: 'verified' },
    ] as const;
    const board = build({ type: 'tasks', limit: 2 }, { document: { ...document, cases } });
    expect(cells(board)).toEqual([
      '措施不到位：large 甲公司 2026-11-10 超期 13 天',
      '措施不到位：far — 2026-11-30 已交办',
    ]);
    expect((board.content as BoardTable).rows[0]?.mark).toBe('late');
    expect(board.notes.slice(0, 2)).toEqual(['共交办 3 项，其中超期 1 项。', '其余 1 项未列出。']);
    expect(build({ type: 'tasks', limit: 8 }).nothing).toBe('还没有交办记录。');
  });
});

describe('months', () => {
  it('compare with the last one kept', () => {
    const before = snapshotOf(check);
    const without = {
      ...before,
      asOf: '2026-10-31',
      findings: before.findings.filter(({ subjects }) => subjects[0]?.feature !== 'middle'),
    };
    const board = build({ type: 'months' }, { earlier: [without] });
    expect(cells(board)).toEqual([
      '西街道 2 0 0 0 0 2 0%',
      '东街道 0 1 0 0 0 1 —',
      '不在任何街道 3 0 0 0 0 3 0%',
      '合计 5 1 0 0 0 6 0%',
    ]);
    expect(build({ type: 'months' }).nothing).toContain('无法对比');
  });
});

describe('pages', () => {
  it('keep the sum of a table, and count what is left', () => {
    const board = build({ type: 'months' }, { earlier: [snapshotOf(check)] });
    expect(itemsOf(board)).toBe(3);
    expect(countPages(board, 2)).toBe(2);
    expect(cells(pageOf(board, 1, 2)).map((row) => row.split(' ')[0])).toEqual(['不在任何街道', '合计']);
    const bars = build({ type: 'byStreet', rule: 'source-uncontrolled' });
    expect((pageOf(bars, 0, 2).content as BoardBars).bars).toHaveLength(2);
    expect(countPages(build({ type: 'byStreet', rule: 'zone-overlap' }), 8)).toBe(1);
  });
});
