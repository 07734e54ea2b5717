/** How much of a board fits a page of this wall: names and sentences may take more lines than was thought. */
import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Board } from '../../../reports/boards/board.ts';
import { PER_PAGE, RULES_PER_PAGE } from './board-pages.ts';

/** The boxes of Chinese glyphs are higher than their lines: what hangs out by a hair is no line too many. */
const SLACK = 1.02;

interface Fit {
  readonly items: number;
  readonly rules: number;
}

/** Starts with the most and takes one off as long as the page runs over; anew for another board or size of the wall. */
export function useFit(content: RefObject<HTMLDivElement | null>, board: Board): Fit {
  const most = { items: PER_PAGE[board.content.type], rules: RULES_PER_PAGE };
  const [fit, setFit] = useState<Fit>(most);
  const [known, setKnown] = useState(board);
  if (known !== board) {
    setKnown(board);
    setFit(most);
  }
  useLayoutEffect(() => {
    const element = content.current;
    if (!element || element.scrollHeight <= element.clientHeight * SLACK) return;
    const part = element.dataset.type === 'rules' ? 'rules' : 'items';
    // Cards stand in pairs: one less of four takes as many rows.
    const less = board.content.type === 'cards' && part === 'items' ? Math.floor(fit[part] / 2) : fit[part] - 1;
    if (less > 0) setFit({ ...fit, [part]: less });
  });
  useLayoutEffect(() => {
    const onResize = () => setFit({ items: PER_PAGE[board.content.type], rules: RULES_PER_PAGE });
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, [board]);
  return fit;
}
