import { describe, expect, it } from 'vitest';
import { layerOf, spot } from '../../test/support/workspace.ts';
import { instantOf } from '../model/instant.ts';
import type { LayerKind } from '../model/kinds.ts';
import { SITE_MEASURES } from '../model/kinds.ts';
import { nationalRulePack } from '../rules/parse-rule-pack.ts';
import { thresholdsInForce } from '../rules/thresholds.ts';
import { checkLayer } from './check-input.ts';
import { findLackingFields, judgeFields } from './controls.ts';
import { fieldsOfLayer } from './layer-fields.ts';

const national = thresholdsInForce(nationalRulePack());
const AS_OF = '2026-11-23T08:00:00+08:00';
type Fields = Readonly<Record<string, string>>;

function layer(kind: LayerKind, fields: Fields) {
  return checkLayer(layerOf('l', kind, [spot('a', 0, 0, fields)]));
}
const judge = (kind: LayerKind, fields: Fields, asOf = AS_OF, thresholds = national) =>
  judgeFields({ layer: layer(kind, fields), index: 0 }, instantOf(asOf), thresholds);
const clockOf = (fields: Fields, asOf?: string) => {
  const { failed, isUndated } = judge('bareSoil', fields, asOf);
  const [first] = failed;
  return first && 'clock' in first ? [first.clock, first.since, first.overdueDays] : isUndated ? 'undated' : 'in order';
};

describe('bare soil', () => {
  it('runs out of 48 hours only once they are past', () => {
    const bare = { status: 'uncovered', openedAt: '2026-11-21T08:00' };
    expect(clockOf(bare, '2026-11-23T08:00')).toBe('in order');
    expect(clockOf(bare, '2026-11-23T08:01')).toEqual(['cover', '2026-11-21T08:00', 1]);
    expect(clockOf(bare, '2026-11-24T08:01')).toEqual(['cover', '2026-11-21T08:00', 2]);
  });

  it('counts a bare day from its end, and a bare month too', () => {
    expect(clockOf({ status: 'uncovered', openedAt: '2026-11-20' })).toEqual(['cover', '2026-11-20', 1]);
    expect(clockOf({ status: 'uncovered', openedAt: '2026-11-21' })).toBe('in order');
    expect(clockOf({ status: 'uncovered', openedAt: '2026-10' })).toEqual(['cover', '2026-10', 21]);
  });

  it('comes under the law’s three months once they are past', () => {
    expect(clockOf({ status: 'uncovered', openedAt: '2026-08-23T08:00' })).toEqual(['cover', '2026-08-23T08:00', 90]);
    expect(clockOf({ status: 'uncovered', openedAt: '2026-08-23T07:59' })).toEqual(['treat', '2026-08-23T07:59', 1]);
    expect(clockOf({ status: 'uncovered', openedAt: '2026-01-01' })).toEqual(['treat', '2026-01-01', 236]);
  });

  it('is in order once treated after its last opening', () => {
    const opened = { openedAt: '2026-09-01' };
    expect(clockOf({ ...opened, status: 'netted' })).toBe('in order');
    expect(clockOf({ ...opened, status: 'greened', treatedAt: '2026-09-02' })).toBe('in order');
    expect(clockOf({ ...opened, treatedAt: '2026-09-02' })).toBe('in order');
    expect(clockOf({ ...opened, treatedAt: '2026-09-01' })).toBe('in order');
    expect(clockOf({ treatedAt: '2026-09-01', openedAt: '2026-09-01T10:00' })).toBe('in order');
  });

  it('is bare again where it was opened after its treatment, whatever the status says', () => {
    const dates = { openedAt: '2026-09-01', treatedAt: '2026-09-03', reopenedAt: '2026-11-10' };
    const again = ['cover', '2026-11-10', 11];
    expect(clockOf(dates)).toEqual(again);
    expect(clockOf({ ...dates, status: 'netted' })).toEqual(again);
    expect(clockOf({ ...dates, status: 'uncovered' })).toEqual(again);
  });

  it('believes that it lies uncovered, since its treatment at the earliest', () => {
    const treated = { openedAt: '2026-09-01', treatedAt: '2026-11-01', status: 'uncovered' };
    expect(clockOf(treated)).toEqual(['cover', '2026-11-01', 20]);
  });

  it('goes by the dates where the status is missing or strange', () => {
    expect(clockOf({ openedAt: '2026-11-01', treatedAt: '' })).toEqual(['cover', '2026-11-01', 20]);
    expect(clockOf({ openedAt: '2026-11-01', status: '待定' })).toEqual(['cover', '2026-11-01', 20]);
  });

  it('takes dates ahead of the clock for plans', () => {
    expect(clockOf({ openedAt: '2026-11-01', treatedAt: '2026-12-01' })).toEqual(['cover', '2026-11-01', 20]);
    expect(clockOf({ status: 'uncovered', openedAt: '2026-12-01' })).toBe('undated');
  });

  it('has no clock without a date, in itself, in its layer, or of the check', () => {
    expect(clockOf({ status: 'uncovered', openedAt: '' })).toBe('undated');
    expect(clockOf({ status: 'uncovered', openedAt: '不详' })).toBe('undated');
    expect(clockOf({ status: 'uncovered' })).toBe('in order');
    expect(clockOf({ openedAt: '2026-01-01' })).toBe('in order');
    expect(clockOf({ status: 'uncovered', openedAt: '2026-01-01' }, '昨天')).toBe('undated');
  });

  it('never has a shorter time past its first clock for having lain bare longer', () => {
    const days = ['2026-11-19', '2026-10-01', '2026-08-24', '2026-08-22', '2026-05-01'].map((openedAt) => {
      const [soil] = judge('bareSoil', { status: 'uncovered', openedAt }).failed;
      return soil && 'clock' in soil ? soil.daysPastFirst : Number.NaN;
    });
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(days[0]).toBeCloseTo(1 + 8 / 24, 9);
  });
});

describe('a construction site', () => {
  const all = (state: string) => Object.fromEntries(SITE_MEASURES.map((measure) => [measure, state]));
  const missing = (fields: Fields, asOf?: string) =>
    judge('constructionSite', fields, asOf).failed.map((one) => ('measure' in one ? one.measure : ''));

  it('fails each measure that is “no”; not verified, not applicable and missing fail nothing', () => {
    expect(missing(all('no'))).toEqual([...SITE_MEASURES]);
    expect(missing({ ...all('yes'), wetWork: 'no', fence: 'no' })).toEqual(['fence', 'wetWork']);
    expect(missing(all('notVerified'))).toEqual([]);
    expect(missing(all('notApplicable'))).toEqual([]);
    expect(missing({ stage: '土方' })).toEqual([]);
  });

  it('is judged from the day of its beginning to the end of its last day', () => {
    const at = (fields: Fields) => missing({ fence: 'no', ...fields }).length;
    expect(at({ activeFrom: '2026-11-23', activeTo: '2026-11-23' })).toBe(1);
    expect(at({ activeFrom: '2026-11-24' })).toBe(0);
    expect(at({ activeTo: '2026-11-22' })).toBe(0);
    expect(at({ activeTo: '2026-11' })).toBe(1);
    expect(at({ activeFrom: '不详', activeTo: '' })).toBe(1);
    expect(missing({ fence: 'no', activeFrom: '2030-01-01' }, '无')).toEqual(['fence']);
  });
});

describe('an industrial park', () => {
  it('fails what the pack asks for and it has not', () => {
    const park = { centralHeat: 'no', wasteGasTreatment: 'no' };
    const measures = (asked: readonly string[]) =>
      judge('industrialPark', park, AS_OF, { ...national, parkMeasures: asked }).failed;
    expect(measures(['centralHeat', 'wasteGasTreatment'])).toEqual([
      { measure: 'centralHeat' },
      { measure: 'wasteGasTreatment' },
    ]);
    expect(measures(['wasteGasTreatment'])).toEqual([{ measure: 'wasteGasTreatment' }]);
  });
});

it('stockpiles have no fields to be judged by', () => {
  expect(judge('stockpile', { status: 'uncovered', openedAt: '2020-01-01', fence: 'no' }).failed).toEqual([]);
  expect(findLackingFields(fieldsOfLayer(layer('stockpile', {})), national)).toEqual([]);
});

it.each<[LayerKind, Fields, readonly string[]]>([
  ['bareSoil', { openedAt: '2026-01-01' }, ['status', 'treatedAt']],
  ['bareSoil', { openedAt: '2026-01-01', treatedAt: '' }, []],
  ['bareSoil', { status: 'uncovered' }, ['openedAt']],
  ['bareSoil', { status: 'uncovered', reopenedAt: '2026-01-01' }, []],
  ['constructionSite', {}, SITE_MEASURES],
  ['constructionSite', { fence: 'yes', wetWork: '' }, SITE_MEASURES.slice(1)],
  ['industrialPark', { centralHeat: 'no' }, ['wasteGasTreatment']],
])('a layer of %s with %j lacks %j', (kind, fields, lacking) => {
  expect(findLackingFields(fieldsOfLayer(layer(kind, fields)), national)).toEqual(lacking);
});
