/** How many days findings that were handed out are past their deadline. */
import { beijingClock, instantOf } from '../../model/instant.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';

const DAY_LENGTH = 'YYYY-MM-DD'.length;
const DAY_MS = 86_400_000;

export interface OverdueDays {
  /** By the finding's id; only those past their deadline, at least 1. */
  readonly days: ReadonlyMap<string, number>;
  /** Some finding was handed out with a deadline: without one nothing can be overdue. */
  readonly isKnown: boolean;
}

/** By days of the calendar in Beijing: on the day of the deadline nothing is overdue. Settled and verified cases are not. O(cases). */
export function findOverdue({ cases = [] }: Pick<WorkspaceDocument, 'cases'>, asOf: string): OverdueDays {
  const today = dayNumber(asOf);
  const dated = cases.flatMap(({ finding, status, deadline }) => {
    const day = deadline === undefined ? Number.NaN : dayNumber(deadline);
    return Number.isNaN(day) ? [] : [{ finding, isClosed: status === 'settled' || status === 'verified', day }];
  });
  const late = dated.filter(({ isClosed, day }) => !isClosed && day < today);
  return { days: new Map(late.map(({ finding, day }) => [finding, today - day])), isKnown: dated.length > 0 };
}

function dayNumber(text: string): number {
  const instant = instantOf(text);
  if (Number.isNaN(instant)) return Number.NaN;
  return Math.round(instantOf(beijingClock(instant).slice(0, DAY_LENGTH)) / DAY_MS);
}
