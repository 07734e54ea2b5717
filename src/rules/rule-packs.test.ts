/** Every pack that ships, and the schema beside them, which must say the same as the validation by hand. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { RULE_IDS } from '../model/findings.ts';
import { BUNDLED_RULE_PACKS, findBundledRulePack } from './bundled-rule-packs.ts';
import { parseRulePack } from './parse-rule-pack.ts';
import { findInForce, THRESHOLD_SHAPES, type ThresholdShape, thresholdsInForce } from './thresholds.ts';

const FOLDER = join(import.meta.dirname, '../../data/rule-packs');
const readJson = (name: string) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
const schema = readJson('rule-pack.schema.json');
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
ajv.addSchema(schema);
const isPack = ajv.getSchema('rule-pack.schema.json')!;
const isPublished = ajv.getSchema('rule-pack.schema.json#/$defs/publishedPack')!;
const packFiles = readdirSync(FOLDER).filter((name) => name.endsWith('.json') && name !== 'rule-pack.schema.json');

describe('the packs that ship', () => {
  it.each(packFiles)('%s meets the schema for published packs, and is read without a note', (name) => {
    const content = readJson(name);
    expect([isPublished(content), isPublished.errors ?? []]).toEqual([true, []]);
    const parsed = parseRulePack(new TextEncoder().encode(JSON.stringify(content)));
    const isOverlay = name !== 'national.json';
    expect(parsed.ok && (isOverlay ? parsed.notes : [])).toEqual([]);
    for (const [id, threshold] of Object.entries<{ id: string; tag: string; address: string }>(content.thresholds)) {
      expect(threshold.id).toBe(id);
      if (threshold.tag === 'confirmed' || threshold.tag === 'derived') {
        expect(threshold.address, id).toMatch(/^https?:\/\//);
      }
    }
  });

  it('are all found by name, but for the national one, which lies under them', () => {
    expect([...BUNDLED_RULE_PACKS, 'national'].map((name) => `${name}.json`).sort()).toEqual(packFiles.sort());
    expect(findBundledRulePack('constructor')).toBeUndefined();
  });

  it('differ as their cities do', () => {
    const inForce = (name: string) => {
      const pack = findBundledRulePack(name);
      if (!pack?.ok) throw new Error(name);
      const { windStopForce, bareSoilCoverHours, fenceMainMeters, fenceOtherMeters, siteMonitorAreaSquareMeters } =
        thresholdsInForce(pack.value);
      return [windStopForce, bareSoilCoverHours, fenceMainMeters, fenceOtherMeters, siteMonitorAreaSquareMeters];
    };
    expect(inForce('beijing')).toEqual([4, 24, 2.5, 1.8, undefined]);
    expect(inForce('hefei')).toEqual([5, 24, 2.5, 1.8, 5000]);
    expect(inForce('jinzhong')).toEqual([4, 48, 2.5, 1.8, undefined]);
    expect(inForce('taiyuan')).toEqual([4, 48, 2, 2, undefined]);
  });

  it('rank every rule, and hold nothing unconfirmed in force', () => {
    const national = parseRulePack();
    if (!national.ok) throw new Error(national.problem.code);
    expect(Object.keys(national.value.priorities).sort()).toEqual([...RULE_IDS].sort());
    const acting = Object.keys(THRESHOLD_SHAPES).map((id) => findInForce(national.value, id)?.tag);
    expect(new Set(acting)).toEqual(new Set(['confirmed', 'derived', 'proposed', undefined]));
  });
});

describe('the schema', () => {
  it('demands the same units and ranges as the validation by hand', () => {
    const described = Object.entries<ThresholdShape>(THRESHOLD_SHAPES).map(([id, shape]) => [id, describeShape(shape)]);
    const { thresholds } = schema.properties;
    const stated = Object.entries<{ properties: { unit: { const: string }; value: object } }>(thresholds.properties);
    expect(stated.map(([id, { properties }]) => [id, { unit: properties.unit.const, ...properties.value }])).toEqual(
      described,
    );
    expect(schema.$defs.publishedPack.properties.thresholds.propertyNames.enum).toEqual(Object.keys(THRESHOLD_SHAPES));
  });

  const of = (threshold: unknown, id = 'coverageTolerance') => ({ thresholds: { [id]: threshold } });

  it.each([
    [{}],
    [{ id: 'x', name: '区规则', thresholds: {} }],
    [of({ value: 0.5 })],
    [
      of({
        value: 0.5,
        id: 'coverageTolerance',
        unit: 'fraction',
        tag: 'derived',
        source: '甲',
        address: 'b',
        date: 'c',
      }),
    ],
    [of({ value: 1, source: { en: 'a' }, text: { 'zh-CN': '文' }, appliesTo: 'x' })],
    [of({ value: 5 }, 'nonsense')],
    [of({ value: 'demolition' }, 'sixMeasuresList')],
    [of({ value: [1, 2, 3] }, 'windForceMetersPerSecond')],
    [{ priorities: { 'zone-gap': 2, nonsense: 'x' } }],
    [{ surplus: 1 }],
  ])('accepts what is accepted by hand: %j', (content) => {
    expect([isPack(content), parse(content)]).toEqual([true, true]);
  });

  it.each([
    [[]],
    [{ format: 'chentu-workspace' }],
    [{ id: 3 }],
    [{ version: 3 }],
    [{ name: 3 }],
    [{ name: { fr: 'x' } }],
    [{ name: {} }],
    [{ appliesTo: [] }],
    [{ thresholds: [] }],
    [of(0.5)],
    [of({})],
    [of({ value: '0.5' })],
    [of({ value: 1.5 })],
    [of({ value: -0.1 })],
    [of({ value: null })],
    [of({ value: 0.5, id: 'sliverWidthMeters' })],
    [of({ value: 0.5, unit: '%' })],
    [of({ value: 0.5, tag: 'sure' })],
    [of({ value: 0.5, source: 7 })],
    [of({ value: 0.5, source: { 'zh-CN': 7 } })],
    [of({ value: 0.5, address: 7 })],
    [of({ value: 0.5, date: 2026 })],
    [of({ value: 0.5, text: [] })],
    [of({ value: 0.5, appliesTo: { de: 'x' } })],
    [of({ value: [] }, 'qualifyingModes')],
    [of({ value: ['fly'] }, 'qualifyingModes')],
    [of({ value: 'sweep' }, 'qualifyingModes')],
    [of({ value: 'both' }, 'sixMeasuresList')],
    [of({ value: [1, 2] }, 'windForceMetersPerSecond')],
    [of({ value: [1, 2, 300] }, 'windForceMetersPerSecond')],
    [of({ value: 0 }, 'windStopForce')],
    [{ priorities: [] }],
    [{ priorities: { 'zone-gap': 1.5 } }],
    [{ priorities: { 'zone-gap': 0 } }],
  ])('rejects what is rejected by hand: %j', (content) => {
    expect([isPack(content), parse(content)]).toEqual([false, false]);
  });

  it('asks more of what is published', () => {
    const complete = readJson('jinzhong.json');
    const clock = complete.thresholds.bareSoilCoverHours;
    for (const part of Object.keys(clock).filter((name) => name !== 'appliesTo')) {
      const { [part]: _, ...rest } = clock;
      expect(isPublished({ ...complete, thresholds: { bareSoilCoverHours: rest } }), part).toBe(false);
    }
    expect(isPublished({ ...complete, thresholds: { nonsense: clock } })).toBe(false);
    const oneLanguage = { ...clock, source: { 'zh-CN': '条例' } };
    expect(isPublished({ ...complete, thresholds: { bareSoilCoverHours: oneLanguage } })).toBe(false);
  });
});

function parse(content: unknown): boolean {
  return parseRulePack(new TextEncoder().encode(JSON.stringify(content))).ok;
}

function describeShape(shape: ThresholdShape): object {
  const { unit } = shape;
  switch (shape.type) {
    case 'number':
      return { unit, type: 'number', minimum: shape.min, maximum: shape.max };
    case 'choice':
      return { unit, enum: shape.values };
    case 'list':
      return {
        unit,
        type: 'array',
        items: shape.values.length > 0 ? { enum: shape.values } : { type: 'string' },
        minItems: 1,
      };
    case 'steps':
      return {
        unit,
        type: 'array',
        items: { type: 'number', minimum: shape.min, maximum: shape.max },
        minItems: shape.count,
        maxItems: shape.count,
      };
  }
}
