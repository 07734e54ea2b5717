/** The worst findings beside the map: a few at a time, with their pictures; counting rules on the last pages. */
import type { HandoverCard, HandoverTable, HandoverWords } from '../handover-types.ts';
import { element } from './element.ts';

/** At a thirtieth of the height a line no more fit beside the map. */
const CARDS_A_PAGE = 3;
/** Some of them take five lines. */
const NOTES_A_PAGE = 4;

export interface TurningBoard {
  readonly elements: readonly HTMLElement[];
  /** False on the last page, and back on the first: then the scenes turn. */
  turn(step: 1 | -1): boolean;
}

export function createCards(
  { title, cards = [], notes }: HandoverTable,
  words: Pick<HandoverWords, 'page' | 'earlier' | 'later'>,
): TurningBoard {
  const pages = pagesOf(cards, notes);
  const content = element('div', 'cards');
  const position = element('span', '');
  const back = button(words.earlier, '↑');
  const on = button(words.later, '↓');
  const turning = element('div', 'turning');
  turning.append(position, back, on);
  turning.hidden = pages.length < 2;
  content.setAttribute('aria-live', 'polite');
  let at = 0;
  const show = () => {
    content.replaceChildren(...(pages[at]?.() ?? []));
    position.textContent = words.page.replace('{number}', String(at + 1)).replace('{total}', String(pages.length));
    back.disabled = at === 0;
    on.disabled = at === pages.length - 1;
  };
  const turn = (step: 1 | -1) => {
    if (at + step < 0 || at + step >= pages.length) return false;
    at += step;
    show();
    return true;
  };
  back.addEventListener('click', () => turn(-1));
  on.addEventListener('click', () => turn(1));
  show();
  return { elements: [element('h2', '', title), content, turning], turn };
}

/** Made when they are turned to: pictures are read when they are seen. */
function pagesOf(cards: readonly HandoverCard[], notes: readonly string[]): readonly (() => HTMLElement[])[] {
  const pages: (() => HTMLElement[])[] = [];
  for (let first = 0; first < cards.length; first += CARDS_A_PAGE) {
    pages.push(() => cards.slice(first, first + CARDS_A_PAGE).map(cardOf));
  }
  for (let first = 0; first < notes.length; first += NOTES_A_PAGE) {
    pages.push(() => notes.slice(first, first + NOTES_A_PAGE).map((note) => element('p', 'note', note)));
  }
  return pages;
}

function cardOf({ rank, title, lines, picture }: HandoverCard): HTMLElement {
  const card = element('article', 'finding');
  if (picture) {
    const figure = element('figure', '');
    const image = element('img', '');
    image.src = picture.address;
    image.alt = picture.altText;
    figure.append(image, element('figcaption', '', picture.mark));
    card.append(figure);
  }
  const words = element('div', '');
  const head = element('h3', '');
  head.append(element('span', 'rank', rank), title);
  words.append(head, ...lines.map((line) => element('p', '', line)));
  card.append(words);
  return card;
}

function button(label: string, sign: string): HTMLButtonElement {
  const made = element('button', '', sign);
  made.type = 'button';
  made.setAttribute('aria-label', label);
  return made;
}
