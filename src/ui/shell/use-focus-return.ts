/** Where the focus goes when a panel opens and closes: in, if keys opened it; back to its button, if it was inside. */
import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * For the element that stands as long as the panel is open; give it `tabIndex={-1}`. `name` is what is open in it, and
 * its button has the test id `open-<name>`. Panels come well after their buttons on the way of the Tab key, hence the
 * step in. What was opened by a letter returns to where the letter was pressed.
 */
export function useFocusReturn<E extends HTMLElement>(name: string): RefObject<E | null> {
  const panel = useRef<E>(null);
  const nameNow = useRef(name);
  useLayoutEffect(() => {
    const element = panel.current;
    const before = document.activeElement;
    const opened = nameNow.current;
    return () => {
      const focused = document.activeElement;
      if (focused !== document.body && !element?.contains(focused)) return;
      // Another tab or panel may have taken its place since: then back to the button of that.
      const isPlace = nameNow.current === opened && before?.isConnected && before !== document.body;
      const target = isPlace ? before : buttonOf(nameNow.current);
      if (target instanceof HTMLElement) target.focus({ preventScroll: true });
    };
  }, []);
  useLayoutEffect(() => {
    nameNow.current = name;
    const opener = document.activeElement;
    // A pointer leaves the focus where it pressed.
    if (isButtonOf(name, opener) && opener.matches(':focus-visible')) panel.current?.focus({ preventScroll: true });
  }, [name]);
  return panel;
}

const buttonOf = (name: string) => document.querySelector<HTMLElement>(`[data-testid="open-${name}"]`);
const isButtonOf = (name: string, element: Element | null): element is HTMLElement =>
  element !== null && element === buttonOf(name);
