/** This month against the last one that the workspace keeps, by street. */
import { formatFraction } from '../../i18n/format.ts';
import { compareMonths } from '../months/compare-months.ts';
import { createReopened } from '../months/reopened.ts';
import { snapshotOf } from '../months/snapshot.ts';
import { type ChangeTally, tallyAll, tallyChanges } from '../months/tally-changes.ts';
import { type Board, type BoardRow, countCell, textCell } from './board.ts';
import type { BoardFacts } from './board-facts.ts';

/** Of the whole district, whatever the scope: what was settled is in no list of now. O(findings of all months). */
export function monthsBoard(facts: BoardFacts): Board {
  const { t, check, document, group, earlier } = facts;
  const before = earlier.at(-1);
  const title = t('boards.months.title');
  if (!before) return { title, content: NO_ROWS, notes: [], sources: [], nothing: t('boards.months.none') };
  const compared = compareMonths(before, snapshotOf(check), {
    earlier: earlier.slice(0, -1),
    isReopened: createReopened(document, before.asOf, check.asOf),
  });
  const total = tallyAll(compared.changes);
  const tallies = tallyChanges(compared.changes, group, 'street').filter(
    ({ openBefore, openNow, counts }) => openBefore + openNow + counts.settled > 0,
  );
  return {
    title,
    content: {
      type: 'table',
      columns: [
        { key: 'street', header: t('column.street'), type: 'text' },
        { key: 'openBefore', header: t('column.openBefore'), type: 'count' },
        ...COUNTED.map((kind) => ({ key: kind, header: t(`months.change.${kind}`), type: 'count' as const })),
        { key: 'openNow', header: t('column.openNow'), type: 'count' },
        { key: 'settledFraction', header: t('column.settledFraction'), type: 'fraction' },
      ],
      rows: [
        ...tallies.map((tally) => rowOf(tally.name ?? t('boards.noStreet'), tally)),
        { ...rowOf(t('months.all'), total), mark: 'total' },
      ],
    },
    notes: [
      t('months.compared', { before: before.asOf, after: check.asOf }),
      t(compared.sameRules ? 'months.rules.same' : 'months.rules.different', {
        before: `${before.rulePack.id} ${before.rulePack.version}`,
        after: `${check.rulePack.id} ${check.rulePack.version}`,
      }),
      ...['open', 'screening', 'settled', 'reopened', 'same', 'fraction'].map((rule) => t(`months.counting.${rule}`)),
    ],
    sources: [],
  };
}

const COUNTED = ['new', 'reopened', 'worse', 'settled'] as const;
const NO_ROWS = { type: 'table', columns: [], rows: [] } as const;

function rowOf(name: string, { counts, openBefore, openNow, settledFraction }: ChangeTally): BoardRow {
  return {
    cells: [
      textCell(name),
      countCell(openBefore),
      ...COUNTED.map((kind) => countCell(counts[kind])),
      countCell(openNow),
      settledFraction === undefined
        ? textCell(undefined)
        : { text: formatFraction(settledFraction), value: settledFraction },
    ],
  };
}
