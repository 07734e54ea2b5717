/** A board as what a file can draw: bars keep their lengths; cards keep their pictures, and are rows where none has one. Pure. */
import type { HandoverCard, HandoverPicture, HandoverTable } from '../../../../briefing/handover/handover-types.ts';
import type { Translate } from '../../../../i18n/make-translator.ts';
import type { Board, BoardCard } from '../../../../reports/boards/board.ts';
import { linesOfCard } from '../../../../reports/slides/board-slides.ts';

/** More rows are no table for a wall; what is left out is said. */
const MOST_ROWS = 12;

/** `pictures`: of cards, by finding, with the addresses under which the page finds them. */
export function tableOfBoard(
  board: Board,
  t: Translate,
  pictures: ReadonlyMap<string, HandoverPicture> = new Map(),
): HandoverTable {
  const { content } = board;
  const { columns, rows, bars } = contentOf(board, t);
  const cards = content.type === 'cards' && pictures.size > 0 ? cardsOf(content.cards, pictures, t) : undefined;
  // Cards stand on as many pages as they need.
  const left = cards ? 0 : rows.length - MOST_ROWS;
  return {
    title: board.title,
    columns,
    rows: rows.slice(0, MOST_ROWS),
    ...(cards ? { cards } : {}),
    ...(bars ? { bars: bars.slice(0, MOST_ROWS) } : {}),
    notes: [
      ...(rows.length === 0 && board.nothing ? [board.nothing] : []),
      ...(left > 0 ? [t('handover.more', { count: left })] : []),
      ...board.notes,
      ...board.sources,
    ],
  };
}

function cardsOf(
  cards: readonly BoardCard[],
  pictures: ReadonlyMap<string, HandoverPicture>,
  t: Translate,
): HandoverCard[] {
  return cards.map((card) => {
    const picture = pictures.get(card.finding);
    const { rank, title } = card;
    return { rank: String(rank), title, lines: linesOfCard(card, t), ...(picture ? { picture } : {}) };
  });
}

type Content = Pick<HandoverTable, 'columns' | 'rows' | 'bars'>;

function contentOf({ content }: Board, t: Translate): Content {
  switch (content.type) {
    case 'bars': {
      const largest = Math.max(0, ...content.bars.map(({ value }) => value));
      return {
        columns: ['', content.header],
        rows: content.bars.map(({ name, text, detail }) => [name, detail ? `${text}　${detail}` : text]),
        bars: content.bars.map(({ value }) => (largest > 0 ? Number((value / largest).toFixed(3)) : 0)),
      };
    }
    case 'table':
      return {
        columns: content.columns.map(({ header }) => header),
        rows: content.rows.map(({ cells }) => cells.map(({ text }) => text)),
      };
    case 'cards':
      return {
        columns: [t('handover.rank'), t('handover.name'), t('field.owner'), t('handover.size')],
        rows: content.cards.map(({ rank, title, owners, size, days }) => [
          String(rank),
          title,
          owners.join(t('report.listSeparator')),
          size ?? days ?? '',
        ]),
      };
  }
}
