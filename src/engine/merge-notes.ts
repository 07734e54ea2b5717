/** The notes of several files as a person reads them: what is true of many layers is said once. */
import type { Params, ParamValue, Problem } from '../core/result.ts';

/** In the order of their first; one that several layers have names none. O(notes × words). */
export function mergeNotes(notes: readonly Problem[]): Problem[] {
  const merged = new Map<string, Problem>();
  for (const note of notes) {
    const before = merged.get(note.code);
    if (!before) {
      merged.set(note.code, note);
      continue;
    }
    const { code, params, at } = before;
    const joined = { code, params: joinParams(params, note.params) };
    merged.set(code, at && at.layer === note.at?.layer ? { ...joined, at } : joined);
  }
  return [...merged.values()];
}

/** Counts are added, lists are united; of other values the first stays. */
function joinParams(before: Params, more: Params): Params {
  return Object.fromEntries(Object.entries(before).map(([name, value]) => [name, join(value, more[name])]));
}

const SEPARATOR = ', ';

function join(value: ParamValue, more: ParamValue | undefined): ParamValue {
  if (typeof value === 'number' && typeof more === 'number') return value + more;
  if (typeof value !== 'string' || typeof more !== 'string') return value;
  return [...new Set([...value.split(SEPARATOR), ...more.split(SEPARATOR)])].join(SEPARATOR);
}
