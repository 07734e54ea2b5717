/** The characters that the wall may write with, each once. */
import type { Scene } from '../../../model/scene.ts';
import type { FeaturesByLayer } from '../../store/layer-features.ts';

const FIELDS = ['name', 'code', 'owner', 'operator', 'person', 'leader', 'street', 'level'];
/** Names repeat their characters: more texts bring hardly any that are new. */
const MOST_TEXTS = 50_000;

/** O(texts), at most 50,000 of each column. */
export function listCharacters(scenes: readonly Scene[], features: FeaturesByLayer): string {
  const found = new Set<string>();
  const add = (text: string | undefined) => {
    for (const character of text ?? '') found.add(character);
  };
  for (const { title, caption, notes, group, annotations, numbers } of scenes) {
    for (const text of [title, caption, notes, group]) add(text);
    for (const { text } of annotations ?? []) add(text);
    for (const { label } of numbers ?? []) add(label);
  }
  for (const { batch } of features.values()) {
    for (const field of FIELDS) {
      const column = batch.columns.get(field);
      if (column?.type === 'text') for (const text of column.dictionary.slice(0, MOST_TEXTS)) add(text);
    }
  }
  return [...found].join('');
}
