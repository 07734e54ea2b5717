/** The board that a scene asks for, filled from the data of now. */
import type { SceneBoardSpec } from '../../model/scene.ts';
import type { Board } from './board.ts';
import { type BoardFacts, isJudged } from './board-facts.ts';
import { byStreetBoard } from './by-street.ts';
import { monthsBoard } from './months.ts';
import { rankingBoard } from './ranking.ts';
import { roadsideBoard } from './roadside.ts';
import { tasksBoard } from './tasks.ts';
import { worstBoard } from './worst.ts';

/** Where the rule was not judged the board says so, and not that nothing was found. O(findings). */
export function buildBoard(spec: SceneBoardSpec, facts: BoardFacts): Board {
  const board = fill(spec, facts);
  if (!('rule' in spec) || isJudged(facts, spec.rule)) return board;
  const { t } = facts;
  return { ...board, nothing: t('boards.notJudged', { rule: t(`rule.${spec.rule}`) }), sources: [] };
}

function fill(spec: SceneBoardSpec, facts: BoardFacts): Board {
  switch (spec.type) {
    case 'byStreet':
      return byStreetBoard(spec.rule, facts);
    case 'worst':
      return worstBoard(spec.rule, spec.limit, facts);
    case 'ranking':
      return rankingBoard(spec.of, facts);
    case 'roadsideSoil':
      return roadsideBoard(spec.limit, facts);
    case 'tasks':
      return tasksBoard(spec.limit, facts);
    case 'months':
      return monthsBoard(facts);
  }
}

/** How many pages a board has where so many rows, bars or cards have room; at least one. */
export function countPages(board: Board, perPage: number): number {
  return Math.max(1, Math.ceil(itemsOf(board) / Math.max(1, perPage)));
}

/** One page of a board, from 0. The sum at the end of a table stays on every page. */
export function pageOf({ content, ...rest }: Board, page: number, perPage: number): Board {
  const [from, end] = [page * perPage, (page + 1) * perPage];
  switch (content.type) {
    case 'bars':
      return { ...rest, content: { ...content, bars: content.bars.slice(from, end) } };
    case 'cards':
      return { ...rest, content: { ...content, cards: content.cards.slice(from, end) } };
    case 'table': {
      const isTotal = ({ mark }: { mark?: string }) => mark === 'total';
      const rows = content.rows.filter((row) => !isTotal(row)).slice(from, end);
      return { ...rest, content: { ...content, rows: [...rows, ...content.rows.filter(isTotal)] } };
    }
  }
}

/** Rows, bars or cards, sums not counted. */
export function itemsOf({ content }: Board): number {
  if (content.type === 'bars') return content.bars.length;
  if (content.type === 'cards') return content.cards.length;
  return content.rows.filter(({ mark }) => mark !== 'total').length;
}
