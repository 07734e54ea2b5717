/**
 * Notes without a flood: the first of each sort are kept one by one, the others are counted, so
 * that ten thousand bad rows read as "twenty, and 9,980 more" and nothing is dropped silently.
 */
import { type Params, type Place, type Problem, problem } from '../core/result.ts';

/** How many notes of one code are listed singly. */
const NOTES_PER_CODE = 20;

export interface NoteList {
  add(code: string, params?: Params, at?: Place): void;
  /** For what may come by the million: only what is listed is built. */
  addBuilt(code: string, build: () => Pick<Problem, 'params' | 'at'>): void;
  /** Takes a problem from elsewhere under the same cap. */
  take(found: Problem): void;
  /** In order of arrival; behind the last of a code that ran over, one `more-notes` {of, count}. */
  finish(): Problem[];
}

export function createNoteList(limit = NOTES_PER_CODE): NoteList {
  const listed: Problem[] = [];
  const unlisted = new Map<string, number>();
  const counts = new Map<string, number>();
  const countUnlisted = (code: string, count: number) => unlisted.set(code, (unlisted.get(code) ?? 0) + count);
  /** Counts it in any case. */
  const isListed = (code: string): boolean => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (count > limit) countUnlisted(code, 1);
    return count <= limit;
  };
  return {
    add(code, params = {}, at) {
      if (isListed(code)) listed.push(problem(code, params, at));
    },
    addBuilt(code, build) {
      if (isListed(code)) listed.push({ code, ...build() });
    },
    take(found) {
      if (found.code === 'more-notes') countUnlisted(String(found.params.of), Number(found.params.count));
      else if (isListed(found.code)) listed.push(found);
    },
    finish() {
      const lastOf = new Map(listed.map((found, index) => [found.code, index]));
      return listed.flatMap((found, index) => {
        const more = lastOf.get(found.code) === index ? unlisted.get(found.code) : undefined;
        if (more === undefined) return [found];
        const { row: _, line: __, column: ___, feature: ____, ...at } = found.at ?? {};
        return [found, problem('more-notes', { of: found.code, count: more }, at)];
      });
    },
  };
}
