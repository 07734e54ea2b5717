/**
 * Notes without a flood: the first of each sort are kept one by one, the others are counted, so
 * that ten thousand bad rows read as "twenty, and 9,980 more" and nothing is dropped silently.
 */
import { type Params, type Place, type Problem, problem } from '../core/result.ts';

/** How many notes of one code are listed singly. */
export const NOTES_PER_CODE = 20;

export interface NoteList {
  add(code: string, params?: Params, at?: Place): void;
  /** Takes a problem from elsewhere under the same cap. */
  take(found: Problem): void;
  /** In order of arrival; then one `more-notes` {of, count} for each code that ran over. */
  finish(): Problem[];
}

export function createNoteList(limit = NOTES_PER_CODE): NoteList {
  const listed: Problem[] = [];
  const counts = new Map<string, number>();
  const earlierMore = new Map<string, number>();
  const take = (found: Problem) => {
    if (found.code === 'more-notes') {
      const of = String(found.params.of);
      earlierMore.set(of, (earlierMore.get(of) ?? 0) + Number(found.params.count));
      return;
    }
    const count = (counts.get(found.code) ?? 0) + 1;
    counts.set(found.code, count);
    if (count <= limit) listed.push(found);
  };
  return {
    add: (code, params = {}, at) => take(problem(code, params, at)),
    take,
    finish() {
      const codes = new Set([...counts.keys(), ...earlierMore.keys()]);
      const more = [...codes].flatMap((code) => {
        const count = Math.max(0, (counts.get(code) ?? 0) - limit) + (earlierMore.get(code) ?? 0);
        return count > 0 ? [problem('more-notes', { of: code, count })] : [];
      });
      return [...listed, ...more];
    },
  };
}
