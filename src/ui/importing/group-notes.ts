/** The notes of an import by their sort, so that they can be counted and gone through one sort after the other. */
import type { Params, ParamValue, Problem } from '../../core/result.ts';
import type { Translate } from '../../i18n/translate.ts';

export interface NoteSort {
  /** Code and, where there are few, column. */
  readonly key: string;
  /** The first sentence that all of them have in common; what differs is `…`. */
  readonly label: string;
  /** With those that were counted and not listed. */
  readonly count: number;
  readonly notes: readonly Problem[];
}

/** Of a code with more columns than this, all are one sort: a table may have thousands. */
const MAX_COLUMNS = 12;
const DIFFERS = '…';
/** Their `count` counts places, so that it can be added up; elsewhere it is a number of the row's own. */
const COUNT_PLACES: ReadonlySet<string> = new Set(['value-unreadable', 'value-not-in-list']);

/** How many there are, with those that one note counts. O(notes). */
export function countNotes(notes: readonly Problem[]): number {
  return notes.reduce((sum, note) => sum + weightOf(note), 0);
}

/** The largest first. O(notes × params). */
export function groupNotes(notes: readonly Problem[], t: Translate): NoteSort[] {
  const columns = new Map<string, Set<string | undefined>>();
  for (const { code, at } of notes) {
    const found = columns.get(code);
    if (found) found.add(at?.column);
    else columns.set(code, new Set([at?.column]));
  }
  const groups = new Map<string, Problem[]>();
  for (const note of notes) {
    const hasFew = columns.get(note.code)!.size <= MAX_COLUMNS;
    const key = hasFew ? JSON.stringify([note.code, note.at?.column ?? '']) : note.code;
    const group = groups.get(key);
    if (group) group.push(note);
    else groups.set(key, [note]);
  }
  return [...groups]
    .map(([key, group]) => ({ key, label: labelOf(group, t), count: countNotes(group), notes: group }))
    .sort((a, b) => b.count - a.count);
}

const weightOf = ({ code, params }: Problem): number => (code === 'more-notes' ? Number(params.count) : 1);

function labelOf(group: readonly Problem[], t: Translate): string {
  const { code } = group[0]!;
  const sentences = t(`problem.${code}`, commonParams(group));
  return /^.*?(?:[。！？]|[.!?](?=\s))/su.exec(sentences)?.[0] ?? sentences;
}

function commonParams(group: readonly Problem[]): Params {
  const common: Record<string, ParamValue> = { ...group[0]!.params };
  const names = Object.keys(common);
  const isSum = COUNT_PLACES.has(group[0]!.code);
  let places = 0;
  for (const { params } of group) {
    places += Number(params.count);
    for (const name of names) if (params[name] !== common[name]) common[name] = DIFFERS;
  }
  return isSum ? { ...common, count: places } : common;
}
