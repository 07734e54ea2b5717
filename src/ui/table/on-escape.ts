/** Escape is the page's key for one step back: what closes by it keeps it from going further. */
import type { KeyboardEvent } from 'react';

export function onEscape(close: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
}
