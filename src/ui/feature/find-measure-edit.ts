/** When one of a site's measures was last ticked here: the history knows, the ledger does not. */
import type { Subject } from '../../core/subject.ts';
import type { History } from '../../model/history.ts';

const LABEL = 'edit.measure-set';

/** ISO time of the last edit in force that set it; undefined where it stands as it was read. O(edits). */
export function findMeasureEdit({ entries, pointer }: History, subject: Subject, measure: string): string | undefined {
  return entries.slice(0, pointer).findLast(({ patch: { label, operations } }) => {
    if (label.code !== LABEL || label.params.field !== measure) return false;
    return operations.some((one) => one.op === 'feature' && one.layer === subject.layer && one.id === subject.feature);
  })?.time;
}
