/** The pointer leaves the wall when nobody moves it, and where a tool stands for it. */
import { useEffect } from 'react';

const IDLE_MS = 3000;

export function useIdlePointer(hasTool: boolean): void {
  useEffect(() => {
    const page = document.documentElement;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => {
      page.dataset.stagePointer = 'hidden';
    };
    const show = () => {
      clearTimeout(timer);
      if (hasTool) return hide();
      delete page.dataset.stagePointer;
      timer = setTimeout(hide, IDLE_MS);
    };
    show();
    window.addEventListener('pointermove', show, { capture: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', show, { capture: true });
      delete page.dataset.stagePointer;
    };
  }, [hasTool]);
}
