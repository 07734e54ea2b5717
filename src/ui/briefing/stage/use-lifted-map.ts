/** The map over the page while a briefing plays; the panels stay where they are, covered. */
import { useEffect } from 'react';

export function useLiftedMap(element: HTMLElement | undefined): void {
  useEffect(() => {
    if (!element) return undefined;
    element.dataset.onStage = 'true';
    return () => {
      delete element.dataset.onStage;
    };
  }, [element]);
}
