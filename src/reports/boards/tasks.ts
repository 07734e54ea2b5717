/** Findings that were handed out 交办, by deadline: what is late first. */
import { compareText } from '../../core/subject.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Finding } from '../../model/findings.ts';
import { DAY_MS } from '../../model/instant.ts';
import type { WorkspaceCase } from '../../model/workspace.ts';
import { findDay } from '../slips/slip-days.ts';
import { type Board, type BoardRow, textCell } from './board.ts';
import type { BoardFacts } from './board-facts.ts';

/** Late ones first by deadline, then those under way, then what was settled and verified. At most `limit` rows. O(cases log cases). */
export function tasksBoard(limit: number, facts: BoardFacts): Board {
  const { t, document, check } = facts;
  const findings = new Map(check.findings.map((finding) => [finding.id, finding]));
  const inScope = new Set(facts.findings.map(({ id }) => id));
  const listed = firstOfEach(document.cases ?? [])
    // What is no finding any more is in no scope: it stays on the list of the whole district.
    .filter(({ finding }) => inScope.has(finding) || !findings.has(finding))
    .map((one) => ({ one, state: describeCase(one, check.asOf, t) }))
    .filter(({ one }) => one.status !== 'open' || one.deadline !== undefined)
    .sort(
      (a, b) =>
        a.state.rank - b.state.rank ||
        compareText(a.one.deadline ?? '9', b.one.deadline ?? '9') ||
        compareText(a.one.finding, b.one.finding),
    );
  const rows = listed.map(({ one, state }): BoardRow => {
    const finding = findings.get(one.finding);
    const { street, owners } = finding ? facts.group(finding) : { street: undefined, owners: [] };
    return {
      cells: [
        textCell(finding ? nameOf(finding, facts) : t('boards.tasks.gone', { id: one.finding })),
        textCell(owners.join(t('report.listSeparator')) || street),
        textCell(one.deadline && findDay(one.deadline)),
        textCell(state.text),
      ],
      ...(state.isLate && { mark: 'late' as const }),
    };
  });
  const late = listed.filter(({ state }) => state.isLate).length;
  return {
    title: t('boards.tasks.title'),
    content: {
      type: 'table',
      columns: ['finding', 'owner', 'deadline', 'state'].map((key) => ({
        key,
        header: t(`boards.tasks.${key}`),
        type: 'text',
      })),
      rows: rows.slice(0, limit),
    },
    notes: [
      t('boards.tasks.total', { count: listed.length, late }),
      ...(rows.length > limit ? [t('boards.rest', { count: rows.length - limit })] : []),
      t('boards.tasks.note'),
      t('boards.note.asOf', { time: check.asOf }),
    ],
    sources: [],
    ...(rows.length === 0 ? { nothing: t('boards.tasks.none') } : {}),
  };
}

function firstOfEach(cases: readonly WorkspaceCase[]): WorkspaceCase[] {
  return [...new Map([...cases].reverse().map((one) => [one.finding, one])).values()].reverse();
}

function nameOf({ rule, subjects }: Finding, { lookup, t }: BoardFacts): string {
  const [subject] = subjects;
  const name = subject && (lookup.fieldOf(subject, 'name') ?? lookup.fieldOf(subject, 'code') ?? subject.feature);
  return name === undefined ? t(`rule.${rule}`) : t('boards.tasks.named', { rule: t(`rule.${rule}`), name });
}

export interface CaseState {
  readonly text: string;
  readonly isLate: boolean;
  /** The order in which they are listed. */
  readonly rank: number;
}

/** A deadline is kept on its own day, by the calendar in China, and late from the next. */
export function describeCase({ status, deadline }: WorkspaceCase, asOf: string, t: Translate): CaseState {
  if (status === 'verified') return { text: t('boards.case.verified'), isLate: false, rank: 3 };
  if (status === 'settled') return { text: t('boards.case.settled'), isLate: false, rank: 2 };
  const [due, today] = [deadline && findDay(deadline), findDay(asOf)];
  const days = due && today ? Math.round((Date.parse(today) - Date.parse(due)) / DAY_MS) : 0;
  if (days > 0) return { text: t('boards.case.late', { count: days }), isLate: true, rank: 0 };
  return { text: t('boards.case.assigned'), isLate: false, rank: 1 };
}
