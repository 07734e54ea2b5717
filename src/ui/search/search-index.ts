/** What the search looks through: names, codes, units, people and addresses of every layer, each different text once. No React. */
import { checkpoint, type Task } from '../../core/task.ts';
import type { LayerKind } from '../../model/kinds.ts';
import { buildNameIndex, type NameIndex, type ToSyllables } from '../../model/name-index.ts';
import type { FeaturesByLayer } from '../store/layer-features.ts';

/** The first of them say which feature it is; the others what stands beside it. */
export const NAMING_FIELDS = ['name', 'code'] as const;
const SEARCHED = [...NAMING_FIELDS, 'owner', 'operator', 'person', 'leader', 'address'] as const;
export type SearchedFieldName = 'id' | (typeof SEARCHED)[number];

export interface SearchedField {
  readonly layer: string;
  readonly kind: LayerKind;
  readonly field: SearchedFieldName;
  readonly names: readonly string[];
  readonly index: NameIndex;
  /** Of each feature the number of its name plus one, 0 for none; undefined: name n is feature n's. */
  readonly codes: Uint32Array | undefined;
}
export type SearchIndex = readonly SearchedField[];

export interface IndexBuilder {
  /**
   * All of them, or those without pinyin where `toSyllables` is missing. What is known of unchanged columns is
   * used again. Progress counts names. O(characters). Rejects only when cancelled.
   */
  build(features: FeaturesByLayer, toSyllables: ToSyllables | undefined, task: Task): Promise<SearchIndex>;
}

export function createIndexBuilder(): IndexBuilder {
  const known = { plain: new WeakMap<object, NameIndex>(), pinyin: new WeakMap<object, NameIndex>() };

  return {
    async build(features, toSyllables, task) {
      const kept = toSyllables ? known.pinyin : known.plain;
      const wanted = [...features.values()].flatMap(({ layer, batch }) => {
        const bare = { layer: layer.id, kind: layer.kind };
        const columns = SEARCHED.flatMap((field) => {
          const column = batch.columns.get(field);
          return column?.type === 'text' ? [{ ...bare, field, names: column.dictionary, codes: column.codes }] : [];
        });
        return [{ ...bare, field: 'id' as const, names: batch.ids, codes: undefined }, ...columns];
      });
      const total = wanted.reduce((sum, { names }) => sum + names.length, 0);
      let done = 0;
      const fields: SearchedField[] = [];
      for (const field of wanted) {
        await checkpoint(task);
        const { names } = field;
        const index = kept.get(names) ?? (await buildNameIndex(names, toSyllables, task));
        kept.set(names, index);
        fields.push({ ...field, index });
        done += names.length;
        task.onProgress?.({ stage: 'index', done, total });
      }
      return fields;
    },
  };
}
