/** What is told of values that could not be read: for a list to work through each row, else each different value once. */
import type { Place } from '../core/result.ts';
import type { StrangeValue } from './convert-field.ts';
import type { NoteList } from './note-list.ts';

export interface StrangeValues {
  add(found: StrangeValue): void;
  /** True if some of them have no value in the canonical column, so that the file's own must stay beside it. */
  finish(): boolean;
}

/** A cell may hold a whole page. */
const LONGEST_IN_NOTE = 100;

const shorten = (text: string): string => (text.length > LONGEST_IN_NOTE ? `${text.slice(0, LONGEST_IN_NOTE)}…` : text);

/** Of the values of one column; `placeOf` a feature's index. O(1) for each. */
export function createStrangeValues(
  field: string,
  placeOf: (index: number) => Place,
  everyRow: boolean,
  notes: NoteList,
): StrangeValues {
  const alike = new Map<string, { readonly first: StrangeValue; count: number }>();
  let isLost = false;
  const tell = ({ value, kept, index }: StrangeValue, count: number) => {
    notes.addBuilt(kept ? 'value-not-in-list' : 'value-unreadable', () => ({
      params: { field, value: shorten(value), count },
      at: placeOf(index),
    }));
  };
  return {
    add(found) {
      isLost ||= !found.kept;
      if (everyRow) return tell(found, 1);
      const seen = alike.get(found.value);
      if (seen) seen.count++;
      else alike.set(found.value, { first: found, count: 1 });
    },
    finish() {
      for (const { first, count } of alike.values()) tell(first, count);
      return isLost;
    },
  };
}
