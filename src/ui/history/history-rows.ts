/** The history as a list, newest first, with the workspace as it was opened at the end. */
import type { Sentence } from '../../model/findings.ts';
import type { History } from '../../model/history.ts';

export interface HistoryRow {
  /** Where a jump to this row leads. */
  readonly pointer: number;
  /** Undefined for the workspace as opened. */
  readonly label: Sentence | undefined;
  readonly time: string;
  readonly state: 'done' | 'current' | 'undone';
}

/** Row 0 is the newest edit, undone or not; `entries.length` is the workspace as opened. */
export function historyRow({ entries, pointer }: History, index: number): HistoryRow {
  const at = entries.length - index;
  const entry = entries[at - 1];
  const state = at === pointer ? 'current' : at > pointer ? 'undone' : 'done';
  return { pointer: at, label: entry?.patch.label, time: entry?.time ?? '', state };
}

export const currentRow = ({ entries, pointer }: History): number => entries.length - pointer;

/** What the next undo takes back, and what the next redo does again. */
export function nextSteps({ entries, pointer }: History): { undo: Sentence | undefined; redo: Sentence | undefined } {
  return { undo: entries[pointer - 1]?.patch.label, redo: entries[pointer]?.patch.label };
}
