/** A board of the wall as tables and charts that can be edited. Pure. */
import { displayWidth } from '../../i18n/display-width.ts';
import { SQUARE_METERS_PER_MU } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import type { Translate } from '../../i18n/make-translator.ts';
import type { SceneBoardSpec } from '../../model/scene.ts';
import type { Board, BoardBars, BoardCard, BoardTable } from '../boards/board.ts';
import { sizeNameOf } from '../boards/size-of-findings.ts';
import type { DeckBoard, DeckCard, DeckChart, DeckColumn, DeckPicture } from './slide-deck.ts';

/** A column is as wide as its longest text within these, in columns of Latin letters. */
const NARROWEST = 6;
const WIDEST = 44;

export interface BoardWords {
  readonly translate: Translate;
  readonly language: Language;
  /** Of cards, by finding. Without any a board of cards is a table. */
  readonly pictures?: ReadonlyMap<string, DeckPicture>;
}

/** What is not there is said in one row. O(cells). */
export function deckBoard(board: Board, spec: SceneBoardSpec, words: BoardWords): DeckBoard {
  const { translate } = words;
  const common = {
    title: board.title,
    continuedTitle: translate('slides.continued', { title: board.title }),
    notes: [...board.notes, ...board.sources],
    notesTitle: translate('boards.page.rules'),
    moreRows: translate('slides.rowsMore', { count: '{count}' }),
  };
  if (board.nothing !== undefined) return { ...common, columns: [], rows: [], nothing: board.nothing };
  return { ...common, ...contentOf(board, spec, words) };
}

type Content = Pick<DeckBoard, 'columns' | 'rows' | 'chart' | 'cards'>;

function contentOf({ title, content }: Board, spec: SceneBoardSpec, words: BoardWords): Content {
  switch (content.type) {
    case 'bars':
      return barsContent(title, content, spec, words);
    case 'table':
      return tableContent(title, content, words);
    case 'cards':
      return cardsContent(content.cards, words);
  }
}

function barsContent(title: string, { header, bars }: BoardBars, spec: SceneBoardSpec, words: BoardWords): Content {
  const { translate } = words;
  const size = 'rule' in spec ? sizeNameOf(spec.rule) : 'count';
  const hasDetail = bars.some(({ detail }) => detail !== undefined);
  const rows = bars.map(({ name, text, detail }) => [name, text, ...(hasDetail ? [detail ?? ''] : [])]);
  const headers = [translate('column.street'), header, ...(hasDetail ? [translate('boards.size.count')] : [])];
  return {
    ...withColumns(headers, rows, (column) => column > 0),
    chart: chartOf(
      title,
      bars.map(({ name }) => name),
      bars.map(({ value }) => inUnitOf(size, value, words.language)),
      translate(`slides.axis.${size}`),
      words,
    ),
  };
}

/** m² as people say them, m as km. */
function inUnitOf(size: string, value: number, language: Language): number {
  if (size === 'count') return value;
  if (size === 'lengthMeters') return round(value / 1000, 2);
  return language === 'en' ? round(value / 10_000, 2) : round(value / SQUARE_METERS_PER_MU, 1);
}

const round = (value: number, decimals: number) => Number(value.toFixed(decimals));

function tableContent(title: string, { columns, rows }: BoardTable, words: BoardWords): Content {
  const cells = rows.map((row) => row.cells.map(({ text }) => text));
  const at = (key: string) => columns.findIndex((column) => column.key === key);
  const [name, total] = [at('name'), at('total')];
  const ranked = rows.flatMap((row) => {
    const value = row.cells[total]?.value;
    return typeof value === 'number' && !row.mark ? [{ label: row.cells[name]?.text ?? '', value }] : [];
  });
  return {
    ...withColumns(
      columns.map(({ header }) => header),
      cells,
      (column) => columns[column]?.type !== 'text',
    ),
    ...(name >= 0 && ranked.length > 1
      ? {
          chart: chartOf(
            title,
            ranked.map(({ label }) => label),
            ranked.map(({ value }) => value),
            words.translate('slides.axis.count'),
            words,
          ),
        }
      : {}),
  };
}

function cardsContent(cards: readonly BoardCard[], { translate, pictures }: BoardWords): Content {
  const keys = ['rank', 'subject', 'street', 'owner', 'size', 'sentence'] as const;
  const separator = translate('report.listSeparator');
  const rows = cards.map(({ rank, title, street, owners, size, days, state, sentence }) => [
    String(rank),
    title,
    street ?? '—',
    owners.join(separator) || '—',
    [size, days].filter(Boolean).join(separator) || '—',
    [sentence, state].filter(Boolean).join(' '),
  ]);
  const table = withColumns(
    keys.map((key) => translate(`slides.card.${key}`)),
    rows,
    () => false,
  );
  if (!pictures?.size) return table;
  return { ...table, cards: cards.map((card) => deckCard(card, pictures.get(card.finding), translate)) };
}

function deckCard(card: BoardCard, picture: DeckPicture | undefined, translate: Translate): DeckCard {
  const { rank, title, sentence } = card;
  return { rank: String(rank), title, lines: linesOfCard(card, translate), sentence, ...(picture && { picture }) };
}

/** What a card says under its name, as on the wall: where and whose, how large and since when, what is missing, what became of it. */
export function linesOfCard(
  { street, owners, size, days, reason, state }: BoardCard,
  translate: Translate,
): readonly string[] {
  const whose = [street, owners.join(translate('report.listSeparator')) || translate('boards.card.noOwner')];
  const joined = (parts: readonly (string | undefined)[]) => parts.filter((text) => text !== undefined).join(' · ');
  return [joined(whose), joined([size, days]), reason ?? '', state ?? ''].filter((line) => line !== '');
}

function withColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  isNumber: (column: number) => boolean,
): Pick<DeckBoard, 'columns' | 'rows'> {
  const columns = headers.map((header, index): DeckColumn => {
    const longest = Math.max(displayWidth(header), ...rows.map((row) => displayWidth(row[index] ?? '')));
    return {
      header,
      align: isNumber(index) ? 'right' : 'left',
      weight: Math.min(Math.max(longest + 2, NARROWEST), WIDEST),
    };
  });
  return { columns, rows };
}

function chartOf(
  title: string,
  labels: readonly string[],
  values: readonly number[],
  axis: string,
  { translate }: BoardWords,
): DeckChart {
  const list = labels.map((label, index) => `${label} ${values[index]}`).join(translate('report.listSeparator'));
  return { title: axis, altText: translate('slides.chartAlt', { title, axis, list }), labels, values, axis };
}
