/** A layer as a table over its own columns, with the street and the measured size of each feature beside them. */
import { wordOfField } from '../i18n/field-words.ts';
import type { Language } from '../i18n/language.ts';
import { namesFrom, type Translate } from '../i18n/make-translator.ts';
import type { FeatureBatch, NumberColumn, TextColumn } from '../model/feature-batch.ts';
import { type Grid, type GridColumn, type GridUnit, MOST_CHOICES, withoutBooleans } from '../model/grid/grid.ts';
import { type FieldDefinition, fieldsOfKind, type LayerKind, mayNamePeople } from '../model/kinds.ts';

/** In which street each row lies, in words. */
export interface StreetColumn {
  /** What such a zone is called: street, or what stands in for it. */
  readonly title: string;
  readonly names: TextColumn;
}

export interface LayerGridInput {
  readonly kind: LayerKind;
  readonly batch: FeatureBatch;
  /** Once they are known. */
  readonly streets?: StreetColumn | undefined;
  /** Square metres and metres, NaN where there is none. */
  readonly sizes?: { readonly areasSquareMeters: Float64Array; readonly lengthsMeters: Float64Array } | undefined;
  readonly translate: Translate;
  readonly language: Language;
}

const UNITS: Readonly<Record<NonNullable<FieldDefinition['dimension']>, GridUnit>> = {
  area: 'area',
  length: 'length',
  siltLoading: 'siltLoading',
};
/** Of our own fields those that a table shows only when asked. */
const SELDOM: ReadonlySet<string> = new Set(['id', 'code', 'phone', 'address', 'note', 'parent', 'duty']);
/** Written by us to keep names over a save. */
const NAME_KEEPER = 'chentu_id';

/**
 * Columns without any value are left out; the ledger's own follow ours and show only when asked. O(rows ×
 * columns), a pass over codes and numbers each: no text of a row is made.
 */
export function buildLayerGrid(input: LayerGridInput): Grid {
  const { kind, batch, streets, sizes, translate } = input;
  const fields = fieldsOfKind(kind);
  const isNamed = hasValues(batch.columns.get('name'));
  const columns: GridColumn[] = [
    { ...BARE, key: 'id', title: translate('field.id'), type: 'text', values: idColumn(batch.ids), isShown: !isNamed },
  ];
  for (const [name, field] of Object.entries(fields)) {
    const column = name === 'id' ? undefined : batch.columns.get(name);
    if (column && hasValues(column))
      columns.push(fieldColumn(input, name, field, withoutBooleans(column, yesNo(translate))));
    if (name === 'owner' && streets && hasValues(streets.names)) columns.push(streetColumn(streets));
    if (name === 'areaSquareMeters' && sizes) columns.push(...sizeColumns(sizes, translate));
  }
  for (const [name, column] of batch.columns) {
    if (Object.hasOwn(fields, name) || name === NAME_KEEPER || !hasValues(column)) continue;
    const values = withoutBooleans(column, yesNo(translate));
    const type = values.type === 'number' ? 'number' : hasFewValues(values) ? 'choice' : 'text';
    columns.push({ ...BARE, key: `own ${name}`, title: name, type, values, isPersonal: true, isShown: false });
  }
  return { count: batch.ids.length, columns };
}

const BARE = { unit: 'none', isSummed: false, isPersonal: false, isShown: true } as const;

export function streetColumn({ title, names }: StreetColumn): GridColumn {
  return { ...BARE, key: 'street', title, type: hasFewValues(names) ? 'choice' : 'text', values: names };
}

function sizeColumns(
  { areasSquareMeters, lengthsMeters }: NonNullable<LayerGridInput['sizes']>,
  translate: Translate,
): GridColumn[] {
  const column = (key: string, unit: GridUnit, values: Float64Array): GridColumn => ({
    ...BARE,
    key,
    title: translate(`datatable.column.${key}`),
    type: 'number',
    unit,
    values: { type: 'number', values },
    isSummed: true,
  });
  return [column('measuredArea', 'area', areasSquareMeters), column('measuredLength', 'length', lengthsMeters)].filter(
    ({ values }) => hasValues(values),
  );
}

function fieldColumn(
  { kind, translate, language }: LayerGridInput,
  name: string,
  field: FieldDefinition,
  values: TextColumn | NumberColumn,
): GridColumn {
  const title = translate(`field.${name}`);
  const bare = { ...BARE, key: name, title, isPersonal: mayNamePeople(kind, name), isShown: !SELDOM.has(name) };
  if (values.type === 'number') {
    const unit = field.dimension ? UNITS[field.dimension] : 'none';
    return { ...bare, type: 'number', unit, values, isSummed: unit === 'area' };
  }
  if (field.type === 'date') return { ...bare, type: 'date', values };
  // Codes are few: names by the hundred thousand are not looked up one by one.
  const names = namesFrom(translate, language);
  const mayHoldCodes = values.dictionary.length <= MOST_CHOICES;
  const words = mayHoldCodes ? inWords(values, (value) => wordOfField(name, value, names)) : values;
  return { ...bare, type: hasFewValues(words) || field.values ? 'choice' : 'text', values: words };
}

const yesNo = (translate: Translate) => ({ yes: translate('state.yes'), no: translate('state.no') });

/** Few enough to choose from, and several rows to each. */
export function hasFewValues({ dictionary, codes }: TextColumn): boolean {
  return dictionary.length <= MOST_CHOICES && 2 * dictionary.length <= codes.length;
}

function hasValues(
  column: FeatureBatch['columns'] extends ReadonlyMap<string, infer C> ? C | undefined : never,
): boolean {
  if (!column) return false;
  if (column.type === 'text')
    return column.codes.some((code) => code > 0 && column.dictionary[code - 1]!.trim() !== '');
  if (column.type === 'number') return column.values.some((value) => !Number.isNaN(value));
  return column.values.some((value) => value !== 255);
}

/** Values that share a word become one. */
function inWords(column: TextColumn, wordOf: (value: string) => string): TextColumn {
  const words = column.dictionary.map(wordOf);
  if (words.every((word, place) => word === column.dictionary[place])) return column;
  const dictionary = [...new Set(words)];
  const places = new Map(dictionary.map((word, place) => [word, place + 1]));
  const codeOf = [0, ...words.map((word) => places.get(word)!)];
  return { type: 'text', codes: column.codes.map((code) => codeOf[code]!), dictionary };
}

/** Names of features are unique: each stands for itself. */
function idColumn(ids: readonly string[]): TextColumn {
  return { type: 'text', codes: Uint32Array.from(ids, (_, row) => row + 1), dictionary: ids };
}
