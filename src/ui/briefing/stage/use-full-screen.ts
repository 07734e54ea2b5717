/**
 * Full screen at the start, and by F. A refusal changes nothing: the window is filled anyway. Where the browser leaves
 * full screen by itself (a screen is unplugged, another window comes up, its own Escape), the briefing goes on at the
 * same scene in the window, and says how to come back.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

export interface FullScreen {
  /** It was left, and nothing has been pressed since. */
  readonly left: boolean;
  toggle(): void;
  /** Somebody goes on without it. */
  forget(): void;
}

/** Chromium alone has it, on secure origins: elsewhere the browser's Escape leaves full screen first. */
interface WithKeyboard {
  readonly keyboard?: { lock?(keys: readonly string[]): Promise<void>; unlock?(): void };
}

export function useFullScreen(): FullScreen {
  const [left, setLeft] = useState(false);
  const leaving = useRef(false);
  const enter = useCallback(async () => {
    setLeft(false);
    try {
      await document.documentElement.requestFullscreen?.();
      await (navigator as WithKeyboard).keyboard?.lock?.(['Escape']);
    } catch {
      // Refused: by the browser, or by who embeds the page.
    }
  }, []);
  const exit = useCallback(() => {
    leaving.current = true;
    (navigator as WithKeyboard).keyboard?.unlock?.();
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
  }, []);

  useEffect(() => {
    const onChange = () => {
      if (document.fullscreenElement) leaving.current = false;
      else if (!leaving.current) setLeft(true);
    };
    document.addEventListener('fullscreenchange', onChange);
    void enter();
    return () => {
      document.removeEventListener('fullscreenchange', onChange);
      exit();
    };
  }, [enter, exit]);

  return useMemo(
    () => ({
      left,
      toggle: () => (document.fullscreenElement ? exit() : void enter()),
      forget: () => setLeft(false),
    }),
    [left, enter, exit],
  );
}
