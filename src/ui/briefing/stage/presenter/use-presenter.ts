/**
 * A second window of this very page: a view of the same state, so that nothing has to be kept in step and nothing is
 * sent. It is an empty document that React writes into; its styles are copied, not fetched, so that it opens without a
 * network. Closed, reloaded or lost with its screen it changes nothing on the wall; it goes when the wall goes.
 */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTexts } from '../../../app-context.tsx';
import { dressDocument } from './dress-document.ts';

const FEATURES = 'popup,width=1100,height=760';
const LOOK_MS = 500;

export interface Presenter {
  /** Where its view is written; undefined while there is none. */
  readonly root: HTMLElement | undefined;
  /** The browser refused to open it, and nothing has been pressed since. */
  readonly blocked: boolean;
  toggle(): void;
  forget(): void;
}

export function usePresenter(): Presenter {
  const { t } = useTexts();
  const [opened, setOpened] = useState<{ readonly window: Window; readonly root: HTMLElement }>();
  const [blocked, setBlocked] = useState(false);

  const dress = useCallback(
    (other: Window) => setOpened({ window: other, root: dressDocument(other.document, t('stage.presenter')) }),
    [t],
  );
  // Its own document can be another one any time: closed, or reloaded by a key of the browser.
  useEffect(() => {
    if (!opened) return undefined;
    const look = () => {
      if (opened.window.closed) setOpened(undefined);
      else if (!opened.window.document.body?.contains(opened.root)) dress(opened.window);
    };
    const timer = setInterval(look, LOOK_MS);
    const leave = () => opened.window.close();
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', leave);
    };
  }, [opened, dress]);
  const other = opened?.window;
  useEffect(() => () => other?.close(), [other]);

  const open = useCallback(() => {
    const made = window.open('', '', FEATURES);
    setBlocked(!made);
    if (made) dress(made);
  }, [dress]);
  const close = useCallback(() => setOpened(undefined), []);
  return useMemo(
    () => ({
      root: opened?.root,
      blocked,
      toggle: () => (opened ? close() : open()),
      forget: () => setBlocked(false),
    }),
    [opened, blocked, open, close],
  );
}
