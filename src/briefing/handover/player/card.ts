/** Whose is that: a card on the side that the pointer is not on. */
import type { HandoverLine, HandoverWords } from '../handover-types.ts';
import type { Whose } from '../whose.ts';
import { element } from './element.ts';

export interface Card {
  readonly element: HTMLElement;
  open(whose: Whose, onTheRight: boolean): void;
  close(): void;
}

/** The finest zone and the one around it: more does not fit a wall. */
const MOST_ZONES = 2;

export function createCard(words: HandoverWords): Card {
  const card = element('section', 'card');
  card.hidden = true;
  card.setAttribute('aria-live', 'polite');
  card.dataset.testid = 'handover-card';
  const close = () => {
    card.hidden = true;
  };
  return {
    element: card,
    open({ places, zones }, onTheRight) {
      const parts = [...places, ...zones.slice(0, MOST_ZONES)];
      const button = element('button', 'close', '×');
      button.type = 'button';
      button.setAttribute('aria-label', words.close);
      button.addEventListener('click', close);
      card.replaceChildren(button, ...parts.map(partOf));
      if (parts.length === 0) card.append(element('p', 'nobody', words.nobody));
      card.dataset.side = onTheRight ? 'right' : 'left';
      card.hidden = false;
    },
    close,
  };
}

function partOf({ title, lines }: { readonly title: string; readonly lines: readonly HandoverLine[] }): HTMLElement {
  const part = element('div', 'part');
  part.append(element('h2', '', title));
  const list = element('dl', '');
  for (const [label, text] of lines) list.append(element('dt', '', label), element('dd', '', text));
  part.append(list);
  return part;
}
