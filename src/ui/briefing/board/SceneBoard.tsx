/** What stands on the wall beside the map: bars, a table or cards, filled from the data of now; ↓ and ↑ turn its pages. */
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Scene } from '../../../model/scene.ts';
import type { Board } from '../../../reports/boards/board.ts';
import { useTexts } from '../../app-context.tsx';
import { BoardBars } from './BoardBars.tsx';
import { BoardCards } from './BoardCards.tsx';
import { BoardTable } from './BoardTable.tsx';
import classes from './board.module.css';
import { type BoardPage, listPages } from './board-pages.ts';
import { useBoard } from './use-board.ts';
import { useFit } from './use-fit.ts';

export function SceneBoard({ scene }: { readonly scene: Scene }) {
  const { t } = useTexts();
  const state = useBoard(scene);
  if (!state) return null;
  if (state.type === 'counted') return <CountedBoard key={scene.id} board={state.board} />;
  return (
    <section className={classes.board} data-board="counting">
      <p role="status">{t(state.type === 'failed' ? 'boards.failed' : 'boards.loading')}</p>
    </section>
  );
}

function CountedBoard({ board }: { readonly board: Board }) {
  const { t } = useTexts();
  const content = useRef<HTMLDivElement>(null);
  const fit = useFit(content, board);
  const pages = listPages(board, fit.items, fit.rules);
  const [asked, setAsked] = useState(0);
  const at = Math.min(asked, pages.length - 1);
  useTurning(at, pages.length, setAsked);
  const page = pages[at] as BoardPage;
  return (
    <section
      className={classes.board}
      data-board={board.content.type}
      data-testid="board"
      data-page={at + 1}
      aria-label={board.title}
    >
      <h2 className={classes.title}>{page.type === 'rules' ? t('boards.page.rules') : board.title}</h2>
      <div ref={content} className={classes.content} aria-live="polite" data-type={page.type}>
        <Content page={page} />
      </div>
      {pages.length > 1 && (
        <div className={classes.turning}>
          <span>
            {page.type === 'content' && page.later > 0
              ? t('boards.more', { count: page.later })
              : t('boards.page', { number: at + 1, total: pages.length })}
          </span>
          <button
            type="button"
            onClick={() => setAsked(at - 1)}
            disabled={at === 0}
            aria-label={t('boards.page.previous')}
          >
            <IconChevronUp aria-hidden />
          </button>
          <button
            type="button"
            onClick={() => setAsked(at + 1)}
            disabled={at === pages.length - 1}
            aria-label={t('boards.page.next')}
            data-testid="board-next"
          >
            <IconChevronDown aria-hidden />
          </button>
        </div>
      )}
    </section>
  );
}

function Content({ page }: { readonly page: BoardPage }) {
  if (page.type === 'rules')
    return (
      <ul className={classes.rules} data-testid="board-rules">
        {page.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    );
  const { content, nothing } = page.board;
  if (nothing !== undefined) return <p className={classes.nothing}>{nothing}</p>;
  switch (content.type) {
    case 'bars':
      return <BoardBars {...content} />;
    case 'table':
      return <BoardTable {...content} />;
    case 'cards':
      return <BoardCards cards={content.cards} />;
  }
}

/** ↓ and ↑ turn pages; on the last and the first they are left to the player. Heard before it: a child's effects run first. */
function useTurning(at: number, count: number, onTurn: (page: number) => void): void {
  const latest = useRef({ at, count, onTurn });
  useEffect(() => {
    latest.current = { at, count, onTurn };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const next = latest.current.at + step;
      if (step === 0 || next < 0 || next >= latest.current.count) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      latest.current.onTurn(next);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}
