/** Pinyin, fetched when somebody searches: its dictionary is larger than everything else of the search. */
import type { ToSyllables } from '../../model/name-index.ts';

/** Characters with several sounds are read by their word; ü is v, as it is typed. */
export async function loadPinyin(): Promise<ToSyllables> {
  const { pinyin } = await import('pinyin-pro');
  return (text) => pinyin(text, { toneType: 'none', type: 'array', v: true });
}
