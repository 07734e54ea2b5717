/**
 * What may stand in braces in a slip's template, under its Chinese and its English name, and what takes its
 * place. docs/slips.md explains each for the office. Knows no Word file.
 */
import { formatCoordinates } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { CitedThreshold } from '../cite-rule.ts';
import type { MeasureText } from '../list-measures.ts';
import type { NumberedItem, Placeholder, ScopeName, ScopeTypes, SlipWords } from './placeholder-types.ts';
import { qrPng, slipQrText } from './qr-code.ts';
import type { Slip, SlipItem, SlipPicture } from './slip.ts';

/** 10 × 6.25 cm and 2.6 × 2.6 cm, in pixels of 1/96 inch. */
const MAP_BOX = { boxWidth: 378, boxHeight: 236 };
/** 24.8 × 13.8 cm: across an A4 page that lies on its side. */
const STREET_MAP_BOX = { boxWidth: 937, boxHeight: 522 };
const QR_BOX = { boxWidth: 98, boxHeight: 98 };
/** 7.2 × 5.4 cm: two beside each other on A4. */
const PHOTO_BOX = { boxWidth: 272, boxHeight: 204 };

const text = <T>(zh: string, en: string, value: (of: T, words: SlipWords) => string | undefined): Placeholder<T> => ({
  zh,
  en,
  type: 'text',
  value,
});

const unitsOf = (units: readonly string[], { translate }: SlipWords) =>
  units.join(translate('report.listSeparator')) || translate('slips.unregistered');
const streetOf = (street: string | undefined, { translate }: SlipWords) => street ?? translate('slips.noStreet');

const SLIP: readonly Placeholder<Slip>[] = [
  text('标题', 'title', ({ kind }, { translate }) => translate(`slips.title.${kind}`)),
  text('编号', 'number', ({ number }) => number),
  text('年', 'year', ({ year }) => year),
  text('月', 'month', ({ month }) => month),
  text('序号', 'serial', ({ serial }) => serial),
  text('发文机关', 'office', (_, { office }) => office),
  text('日期', 'issued', ({ issued }) => issued),
  text('期限', 'deadline', ({ deadline }) => deadline),
  text('问题数', 'count', ({ items }) => String(items.length)),
  text('责任单位', 'unit', ({ units }, words) => unitsOf(units, words)),
  text('责任人', 'person', ({ people }) => people.person),
  text('电话', 'phone', ({ people }) => people.phone),
  text('网格责任人', 'zonePerson', ({ people }) => people.zonePerson),
  text('网格电话', 'zonePhone', ({ people }) => people.zonePhone),
  text('包联领导', 'leader', ({ people }) => people.leader),
  text('街道', 'street', ({ street }, words) => streetOf(street, words)),
  text('要求', 'request', ({ kind, deadline }, { translate }) => translate(`slips.request.${kind}`, { deadline })),
  text('说明', 'note', noteOf),
  {
    zh: '分布图',
    en: 'streetMap',
    type: 'picture',
    value: ({ map }) => (map ? { picture: map, ...STREET_MAP_BOX } : ''),
  },
  text('分布图说明', 'streetMapNote', streetMapNote),
  {
    zh: '问题',
    en: 'findings',
    type: 'list',
    scope: 'finding',
    value: ({ items }) => items.map((item, index) => ({ item, index })),
  },
  { zh: '规则条目', en: 'ruleItems', type: 'list', scope: 'rule', value: ({ items }) => differentRules(items) },
];

const RULE: readonly Placeholder<SlipItem>[] = [
  text('问题类别', 'rule', ({ ruleName }) => ruleName),
  text('规则', 'ruleText', ({ basis }) => basis.text),
  text('依据', 'basis', ({ basis }, { translate }) =>
    basis.thresholds.map((each) => basisLine(each, translate)).join('\n'),
  ),
  { zh: '依据条目', en: 'basisItems', type: 'list', scope: 'threshold', value: ({ basis }) => basis.thresholds },
  text('规则包', 'rulePack', ({ basis }) => basis.rulePack),
];

const FINDING: readonly Placeholder<NumberedItem>[] = [
  text('行号', 'row', ({ index }) => String(index + 1)),
  text('问题编号', 'id', ({ item }) => item.findingId),
  ...RULE.map(ofItem),
  text('问题描述', 'description', ({ item }) => item.sentence),
  text('处理建议', 'suggestion', ({ item }) => item.suggestion),
  text('涉及对象', 'subjects', ({ item }) => item.subjects),
  text('责任单位', 'unit', ({ item }, words) => unitsOf(item.units, words)),
  text('责任人', 'person', ({ item }) => item.people.person),
  text('电话', 'phone', ({ item }) => item.people.phone),
  text('网格责任人', 'zonePerson', ({ item }) => item.people.zonePerson),
  text('网格电话', 'zonePhone', ({ item }) => item.people.zonePhone),
  text('包联领导', 'leader', ({ item }) => item.people.leader),
  text('地址', 'address', ({ item }) => item.address),
  text('街道', 'street', ({ item }, words) => streetOf(item.street, words)),
  text('网格', 'zones', ({ item }, { translate }) => item.zones.join(' › ') || translate('slips.noZone')),
  text('量算', 'measures', ({ item }, { translate }) =>
    item.measures
      .map(({ label, text }) => translate('slips.measure', { label, text }))
      .join(translate('report.listSeparator')),
  ),
  { zh: '量算条目', en: 'measureItems', type: 'list', scope: 'measure', value: ({ item }) => item.measures },
  text('坐标', 'wgs84', ({ item }) => formatCoordinates(item.at[0], item.at[1])),
  text('火星坐标', 'gcj02', ({ item }) => formatCoordinates(item.gcj02[0], item.gcj02[1])),
  {
    zh: '地图',
    en: 'map',
    type: 'picture',
    value: ({ item }, { translate }) => (item.map ? { picture: item.map, ...MAP_BOX } : translate('slips.noMap')),
  },
  photo('整改前照片', 'photoBefore', ({ photosBefore }) => photosBefore[0]),
  photo('整改前照片2', 'photoBefore2', ({ photosBefore }) => photosBefore[1]),
  photo('整改后照片', 'photoAfter', ({ photosAfter }) => photosAfter[0]),
  photo('整改后照片2', 'photoAfter2', ({ photosAfter }) => photosAfter[1]),
  {
    zh: '二维码',
    en: 'qr',
    type: 'picture',
    value: ({ item }, { translate }) => {
      const said = slipQrText(item, translate);
      return { picture: { bytes: qrPng(said), description: said }, ...QR_BOX };
    },
  },
];

const THRESHOLD: readonly Placeholder<CitedThreshold>[] = [
  text('限值', 'value', ({ value }) => value),
  text('性质', 'tag', ({ tag }) => tag),
  text('条文', 'text', (cited) => cited.text),
  text('适用范围', 'appliesTo', ({ appliesTo }) => appliesTo),
  text('来源', 'source', ({ source }) => source),
  text('网址', 'link', ({ address }) => address),
  text('发布日期', 'date', ({ date }) => date),
];

const MEASURE: readonly Placeholder<MeasureText>[] = [
  text('名称', 'label', ({ label }) => label),
  text('数值', 'amount', (measure) => measure.text),
];

export const PLACEHOLDERS: { readonly [S in ScopeName]: readonly Placeholder<ScopeTypes[S]>[] } = {
  slip: SLIP,
  finding: FINDING,
  rule: RULE,
  threshold: THRESHOLD,
  measure: MEASURE,
};

/** By either name; undefined for what is no placeholder of the scope. */
export function findPlaceholder<S extends ScopeName>(scope: S, name: string): Placeholder<ScopeTypes[S]> | undefined {
  return PLACEHOLDERS[scope].find(({ zh, en }) => zh === name || en === name);
}

/** An empty slot where the workspace has no such photo: it is glued or pasted in. */
function photo(zh: string, en: string, find: (item: SlipItem) => SlipPicture | undefined): Placeholder<NumberedItem> {
  const value = ({ item }: NumberedItem) => {
    const picture = find(item);
    return picture ? { picture, ...PHOTO_BOX } : '';
  };
  return { zh, en, type: 'picture', value };
}

/** What is known of an item, of the item in its place. */
function ofItem(placeholder: Placeholder<SlipItem>): Placeholder<NumberedItem> {
  const { value } = placeholder;
  return {
    ...placeholder,
    value: ({ item }: NumberedItem, words: SlipWords) => value(item, words),
  } as Placeholder<NumberedItem>;
}

/** Nothing where there is no map: as a condition it leaves out what belongs to one. */
function streetMapNote({ map, items, zone }: Slip, { translate }: SlipWords): string | undefined {
  if (!map) return undefined;
  const { unnumbered } = map;
  const numbered = items.length - unnumbered;
  return [
    translate(zone ? 'slips.streetMapNote' : 'slips.streetMapNote.noStreet'),
    ...(unnumbered > 0 ? [translate('slips.streetMapNote.dots', { numbered, unnumbered })] : []),
  ].join('');
}

function differentRules(items: readonly SlipItem[]): readonly SlipItem[] {
  const keyOf = ({ rule, basis }: SlipItem) => [rule, ...basis.thresholds.map(({ id }) => id)].join();
  return [...new Map([...items].reverse().map((item) => [keyOf(item), item])).values()].reverse();
}

/** `裸土覆盖时限：48 小时（建议值）；来源：…，https://…，2026-01-01`. */
function basisLine({ value, tag, source, address, date }: CitedThreshold, translate: Translate): string {
  const origin = [source, address, date].filter((part) => part !== undefined).join(translate('slips.comma'));
  return translate('slips.basis', { value, tag, origin });
}

/** Where the findings come from; of a search for the cause of a hotspot that it is a screening. */
function noteOf({ items }: Slip, { translate }: SlipWords): string {
  const notes = [translate('slips.note')];
  if (items.some(({ rule }) => rule === 'hotspot-source')) notes.push(translate('slips.screening'));
  return notes.join('');
}
