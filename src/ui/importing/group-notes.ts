/** The notes of an import by their sort, so that they can be counted and gone through one sort after the other. */
import type { Params, ParamValue, Problem } from '../../core/result.ts';
import type { Translate } from '../../i18n/translate.ts';

export interface NoteSort {
  /** Code and, where there are several but few, column. */
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
  const byCode = new Map<string, Map<string, Problem[]>>();
  for (const note of notes) {
    const column = note.at?.column ?? '';
    const columns = byCode.get(note.code) ?? new Map<string, Problem[]>();
    if (columns.size === 0) byCode.set(note.code, columns);
    const group = columns.get(column);
    if (group) group.push(note);
    else columns.set(column, [note]);
  }
  const groups = new Map<string, Problem[]>();
  for (const [code, columns] of byCode) {
    if (columns.size > MAX_COLUMNS) groups.set(code, [...columns.values()].flat());
    else for (const [column, group] of columns) groups.set(columns.size === 1 ? code : `${code} ${column}`, group);
  }
  countUnlisted(groups);
  return [...groups]
    .map(([key, group]) => ({ key, label: labelOf(group, t), count: countNotes(group), notes: group }))
    .sort((a, b) => b.count - a.count);
}

/** What was not listed counts with its like, where those are one sort. */
function countUnlisted(groups: Map<string, Problem[]>): void {
  const left = (groups.get('more-notes') ?? []).filter((more) => {
    const alike = groups.get(String(more.params.of));
    alike?.push(more);
    return !alike;
  });
  if (left.length > 0) groups.set('more-notes', left);
  else groups.delete('more-notes');
}

const weightOf = ({ code, params }: Problem): number => (code === 'more-notes' ? Number(params.count) : 1);

function labelOf(group: readonly Problem[], t: Translate): string {
  const { code } = group[0]!;
  const sentences = t(`problem.${code}`, commonParams(group));
  return /^.*?(?:[。！？]|[.!?](?=\s))/su.exec(sentences)?.[0] ?? sentences;
}

function commonParams(group: readonly Problem[]): Params {
  const { code, params: first } = group[0]!;
  const common: Record<string, ParamValue> = { ...first };
  const names = Object.keys(common);
  let places = 0;
  for (const { code: own, params } of group) {
    places += Number(params.count);
    // Behind them may stand how many more there were.
    if (own !== code) continue;
    for (const name of names) if (params[name] !== common[name]) common[name] = DIFFERS;
  }
  return COUNT_PLACES.has(code) ? { ...common, count: places } : common;
}
