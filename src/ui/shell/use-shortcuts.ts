/** The keyboard, in one place. Keys that type never act while something is being typed. */
import { useEffect } from 'react';
import { type AppServices, useApp } from '../app-context.tsx';
import { closeCell } from '../store/time-store.ts';
import { MODES, stepBack } from '../store/view-store.ts';

export function useShortcuts(): void {
  const services = useApp();
  useEffect(() => {
    /** Meant for a menu or list that was open when it was pressed, and may be closed by now. */
    const ofPopups = new WeakSet<KeyboardEvent>();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || ofPopups.has(event)) return;
      if (actOn(event, services)) event.preventDefault();
    };
    // Before anyone else: an open tooltip would swallow it, and the dialog's own handler would let it do a second step.
    const hearEscapeFirst = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      if (isOfPopup(event.target)) ofPopups.add(event);
      if (!services.view.getState().dialog) return;
      services.view.setState({ dialog: undefined });
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', hearEscapeFirst, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', hearEscapeFirst, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [services]);
}

/** Returns whether the key meant something here. */
function actOn(event: KeyboardEvent, services: AppServices): boolean {
  const { view, commands } = services;
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (key === 'k') view.setState({ dialog: 'search' });
    // Also while typing: the browser's own "save page" helps nobody here.
    else if (key === 's') commands.saveFile(event.shiftKey);
    else if (isTyping(event)) return false;
    else if (key === 'z' && event.shiftKey) commands.redo();
    else if (key === 'z') commands.undo();
    else if (key === 'y') commands.redo();
    else return false;
    return true;
  }
  if (event.altKey || isTyping(event) || view.getState().dialog) return false;
  return actOnPlainKey(event.key, event.shiftKey, services);
}

function actOnPlainKey(
  key: string,
  shiftKey: boolean,
  { view, settings, workspace, time, commands }: AppServices,
): boolean {
  const { layersOpen, findingsOpen, change } = settings.getState();
  const mode = MODES[Number(key) - 1];
  if (mode && workspace.getState().document) view.setState({ mode });
  else if (key === '[') change({ layersOpen: !layersOpen });
  else if (key === ']') change({ findingsOpen: !findingsOpen });
  else if (key === '\\') view.setState(({ drawer }) => ({ drawer: drawer ? undefined : 'table' }));
  else if (key === '?') view.setState({ dialog: 'help' });
  else if (key === '/') focusFilter(settings.getState().change);
  else if (key === 'n' || key === 'N') commands.cycle(shiftKey ? -1 : 1);
  else if (key === 'e' || key === 'E') view.setState(({ historyOpen }) => ({ historyOpen: !historyOpen }));
  else if (key === 'f' || key === 'F') commands.zoomToSelection();
  else if (key === 'h' || key === 'H') commands.zoomToAll();
  else if (key === 'Escape')
    return stepBack(view, {
      selection: () => commands.select(undefined),
      cell: () => closeCell(time),
      scope: () => commands.setScope(undefined),
    });
  else return false;
  return true;
}

function focusFilter(change: (settings: { findingsOpen: boolean }) => void): void {
  change({ findingsOpen: true });
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>('[data-testid="finding-filter"]')?.focus());
}

/** In an open menu, or on the button or field that opened a menu or list; a list that is always there is none of them. */
function isOfPopup(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="menu"], [aria-haspopup][aria-expanded="true"]') !== null;
}

function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  return (
    target?.closest('input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"]') !==
      null && event.key !== 'Escape'
  );
}
