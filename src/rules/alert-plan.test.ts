import { describe, expect, it } from 'vitest';
import { createGeometryBuilder } from '../geo/geometry-column.ts';
import { createColumnsBuilder } from '../model/column-builder.ts';
import type { FeatureBatch, Value } from '../model/feature-batch.ts';
import type { AlertColour, AlertKind, AlertPlan } from '../model/rule-pack.ts';
import { actionsFor, listDemands, listWindStops } from './alert-plan.ts';
import { findBundledRulePack } from './bundled-rule-packs.ts';
import { nationalRulePack, parseRulePack } from './parse-rule-pack.ts';
import { isActiveAt, stageOf } from './site-stage.ts';

const AS_OF = Date.parse('2026-11-23T08:00:00+08:00');

function batchOf(rows: readonly Readonly<Record<string, Value>>[]): FeatureBatch {
  const columns = createColumnsBuilder();
  rows.forEach((row, index) => {
    for (const [name, value] of Object.entries(row)) columns.set(index, name, value);
  });
  const ids = rows.map((_, index) => `f${index}`);
  return {
    geometry: createGeometryBuilder().finish(),
    columns: columns.finish(rows.length),
    rows: Uint32Array.from(ids.keys()),
    ids,
  };
}

function planOf(name: string): AlertPlan {
  const pack = findBundledRulePack(name);
  if (!pack?.ok || !pack.value.alertPlan) throw new Error(name);
  return pack.value.alertPlan;
}

const SITES = batchOf([
  { stage: '土方开挖', materialCover: 'yes' },
  { stage: '主体施工', materialCover: 'no' },
  { stage: '停工', materialCover: 'notVerified' },
  { materialCover: 'yes' },
  { stage: '拆除', activeTo: '2026-11-22', materialCover: 'no' },
]);
const demandsOf = (plan: AlertPlan, colour: AlertColour, kind: AlertKind, batch: FeatureBatch) =>
  listDemands(plan, colour, kind, batch, AS_OF).map(({ index, demands }) => [index, ...demands]);

describe('a plan for alerts', () => {
  it('is in no national pack: plans are those of places', () => {
    expect(nationalRulePack().alertPlan).toBeUndefined();
  });

  it('stops earthwork under yellow and everything outdoors under red, as Hebei has it', () => {
    const hebei = planOf('hebei');
    // An ended site is asked nothing; one without a stage is to be asked; covered material needs no cover.
    expect(demandsOf(hebei, 'yellow', 'constructionSite', SITES)).toEqual([
      [0, 'stop'],
      [1, 'cover'],
      [2, 'cover'],
      [3, 'ask'],
    ]);
    expect(demandsOf(hebei, 'red', 'constructionSite', SITES)).toEqual([
      [0, 'stop'],
      [1, 'stop', 'cover'],
      [2, 'cover'],
      [3, 'stop'],
    ]);
  });

  it('sprinkles only soil that lies open, by colour 1, 2 and 3 times more', () => {
    const soil = batchOf([{ status: 'uncovered' }, { status: 'netted' }, {}]);
    const hebei = planOf('hebei');
    for (const [colour, times] of [
      ['yellow', 1],
      ['orange', 2],
      ['red', 3],
    ] as const) {
      const items = listDemands(hebei, colour, 'bareSoil', soil, AS_OF);
      expect(items.map(({ index }) => index)).toEqual([0, 2]);
      expect(items[0]?.measures.map(({ timesPerDay }) => timesPerDay)).toEqual([times]);
    }
  });

  it('says nothing of colours and kinds that a plan does not name', () => {
    const maanshan = planOf('maanshan');
    expect(actionsFor(maanshan, 'yellow')).toEqual([]);
    expect(actionsFor(maanshan, 'orange')).toEqual(['stop']);
    expect(demandsOf(maanshan, 'yellow', 'constructionSite', SITES)).toEqual([]);
    expect(demandsOf(maanshan, 'orange', 'bareSoil', batchOf([{}]))).toEqual([]);
    expect(demandsOf(maanshan, 'orange', 'stockpile', batchOf([{}]))).toEqual([[0, 'stop']]);
  });
});

describe('the wind', () => {
  it('stops earthwork, demolition and trucks, and asks where earth may be moved', () => {
    const sites = batchOf([{ stage: '土方开挖' }, { stage: '基础施工' }, { stage: '装饰装修' }, {}, { stage: '拆除' }]);
    expect(listWindStops('constructionSite', sites, AS_OF)).toEqual({ stopped: [0, 4], asked: [1, 3] });
    expect(listWindStops('haulRoute', batchOf([{}, {}]), AS_OF)).toEqual({ stopped: [0, 1], asked: [] });
  });
});

describe('a site', () => {
  it.each([
    ['土方开挖', 'earthwork'],
    ['基坑支护', 'foundation'],
    ['土石方已停工', 'stopped'],
    ['房屋拆迁', 'demolition'],
    ['主体施工', 'structure'],
    ['外墙粉刷', 'fitting'],
    ['其他', undefined],
    [undefined, undefined],
  ])('of stage %s is at %s', (text, stage) => expect(stageOf(text)).toBe(stage));

  it('is active to the end of its last day in Beijing', () => {
    expect(isActiveAt('2026-11-23', '2026-11-23', AS_OF)).toBe(true);
    expect(isActiveAt(undefined, '2026-11-22', AS_OF)).toBe(false);
    expect(isActiveAt('2026-11-24', undefined, AS_OF)).toBe(false);
    expect(isActiveAt('2026-11-24', '2026-11-25', Number.NaN)).toBe(true);
  });
});

describe('an alert plan in a file', () => {
  const measure = { colours: ['yellow'], action: 'stop', kinds: ['stockpile'], text: '停' };
  const parse = (alertPlan: unknown) => parseRulePack(new TextEncoder().encode(JSON.stringify({ alertPlan })));

  it('is taken whole, and tagged by whether it names a source', () => {
    const read = parse({ name: '本区预案', measures: [measure] });
    expect(read.ok && read.value.alertPlan).toMatchObject({ tag: 'proposed', measures: [{ text: { en: '停' } }] });
    const sourced = parse({ name: '本区预案', source: '区政府〔2026〕1 号', measures: [measure] });
    expect(sourced.ok && sourced.value.alertPlan?.tag).toBe('confirmed');
  });

  it.each([
    [7, 'alertPlan'],
    [{ measures: [measure] }, 'alertPlan.name'],
    [{ name: 'a', measures: [] }, 'alertPlan.measures'],
    [{ name: 'a', tag: 'sure', measures: [measure] }, 'alertPlan.tag'],
    [{ name: 'a', source: 1, measures: [measure] }, 'alertPlan.source'],
    [{ name: 'a', measures: [{ ...measure, colours: ['blue'] }] }, 'alertPlan.measures[0].colours'],
    [{ name: 'a', measures: [measure, { ...measure, action: 'pray' }] }, 'alertPlan.measures[1].action'],
    [{ name: 'a', measures: [{ ...measure, kinds: ['road'] }] }, 'alertPlan.measures[0].kinds'],
    [{ name: 'a', measures: [{ ...measure, stages: ['x'] }] }, 'alertPlan.measures[0].stages'],
    [{ name: 'a', measures: [{ ...measure, timesPerDay: 0 }] }, 'alertPlan.measures[0].timesPerDay'],
    [{ name: 'a', measures: [{ ...measure, text: 1 }] }, 'alertPlan.measures[0].text'],
  ])('%j is refused at %s', (content, field) => {
    const read = parse(content);
    expect(read.ok ? undefined : [read.problem.code, read.problem.params.field]).toEqual(['rule-pack-field', field]);
  });
});
