/**
 * Many names to be found by what people type: the name itself, its pinyin, or the first letters of its
 * syllables. The names lie behind each other in three long strings, so that a question is a search
 * through text, which engines do faster than any loop over names. Knows no pinyin itself.
 */
import { foldText } from '../core/fold-text.ts';
import { createPacer } from '../core/pacer.ts';
import type { Task } from '../core/task.ts';
import { withLength } from '../geo/with-length.ts';

/** The syllables of a folded text, one for each character; other characters as they are. */
export type ToSyllables = (text: string) => readonly string[];

/** How well a name fits, the best first. */
export const MatchRank = { exact: 0, prefix: 1, pinyinPrefix: 2, inside: 3, pinyinInside: 4, none: 255 } as const;

export interface NameIndex {
  /** Of each name how well it fits; one text, all of it. O(length of all names). An empty needle fits nothing. */
  rank(needle: string): Uint8Array;
}

/** Between names; no folded name holds it. */
const BREAK = '\n';
const HAN = /\p{Script=Han}/u;

/** O(characters), with rests. Rejects only when cancelled. `toSyllables` is asked for names with Chinese characters alone. */
export async function buildNameIndex(
  names: readonly string[],
  toSyllables: ToSyllables | undefined,
  task: Task = {},
): Promise<NameIndex> {
  const pacer = createPacer(task);
  const plain = createStrip(names.length);
  const full = createStrip(names.length);
  const initials = createStrip(names.length);
  /** 1 where a syllable begins in `full`: `hu` is no part of `zhu`. */
  let begins = new Uint8Array(16 * names.length + 16);
  let length = 0;
  for (const [index, name] of names.entries()) {
    const folded = foldText(name).replaceAll(/\s+/gu, ' ');
    plain.add(folded);
    const syllables = toSyllables && HAN.test(folded) ? toSyllables(folded) : [];
    const sounds = syllables.join('');
    begins = withLength(begins, length + sounds.length + 1);
    let letters = '';
    for (const syllable of syllables) {
      letters += syllable[0] ?? '';
      begins[length] = 1;
      length += syllable.length;
    }
    full.add(sounds);
    length += 1;
    initials.add(letters);
    if (index % 64 === 0 && pacer.isDue()) await pacer.rest();
  }
  for (const strip of [plain, full, initials]) {
    strip.finish();
    if (pacer.isDue()) await pacer.rest();
  }
  return {
    rank(typed) {
      const ranks = new Uint8Array(names.length).fill(MatchRank.none);
      const needle = foldText(typed).replaceAll(/\s+/gu, ' ');
      if (needle === '') return ranks;
      plain.each(needle, (name, isStart, length) =>
        keepBest(
          ranks,
          name,
          isStart ? (length === needle.length ? MatchRank.exact : MatchRank.prefix) : MatchRank.inside,
        ),
      );
      const sounds = needle.replaceAll(/[\s']/gu, '');
      if (sounds === '' || HAN.test(sounds)) return ranks;
      const take = (name: number, isStart: boolean) =>
        keepBest(ranks, name, isStart ? MatchRank.pinyinPrefix : MatchRank.pinyinInside);
      initials.each(sounds, take);
      full.each(sounds, take, (at) => begins[at] === 1);
      return ranks;
    },
  };
}

function keepBest(ranks: Uint8Array, name: number, rank: number): void {
  if (rank < ranks[name]!) ranks[name] = rank;
}

interface Strip {
  add(text: string): void;
  /** After the last text, before the first question. */
  finish(): void;
  /** Calls once for each text that holds the needle, at its first accepted place. */
  each(
    needle: string,
    take: (text: number, isStart: boolean, length: number) => void,
    accepts?: (at: number) => boolean,
  ): void;
}

/** Texts behind each other with breaks between them. */
function createStrip(count: number): Strip {
  const starts = new Uint32Array(count + 1);
  let texts: string[] = [];
  let joined = '';
  let added = 0;
  return {
    add(text) {
      texts.push(text, BREAK);
      starts[added + 1] = starts[added]! + text.length + 1;
      added += 1;
    },
    // At once: adding up strings piece by piece makes a tree that is slow to search.
    finish() {
      joined = texts.join('');
      texts = [];
    },
    each(needle, take, accepts) {
      let text = 0;
      for (let at = joined.indexOf(needle); at >= 0; ) {
        // Hits come in order: the text goes along instead of being looked up.
        while (starts[text + 1]! <= at) text += 1;
        if (accepts && !accepts(at)) {
          at = joined.indexOf(needle, at + 1);
          continue;
        }
        const [start, end] = [starts[text]!, starts[text + 1]! - 1];
        take(text, at === start, end - start);
        at = joined.indexOf(needle, end);
      }
    },
  };
}
