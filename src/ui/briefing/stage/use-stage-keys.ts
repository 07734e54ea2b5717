/**
 * The keys of the wall, and of the presenter's window. While a briefing plays, no key does anything on the page behind.
 * Heard at the document: what stands on the wall and turns pages of its own hears them before, at the window.
 */
import { useEffect, useRef } from 'react';
import type { PlayerState } from '../../../briefing/scene-player.ts';
import { commandOfKey, type StageCommand } from '../../../briefing/stage-keys.ts';

export function useStageKeys(
  target: Window | undefined,
  player: PlayerState,
  onCommand: (command: StageCommand) => void,
  hasButtons = false,
): void {
  const latest = useRef({ player, onCommand });
  useEffect(() => {
    latest.current = { player, onCommand };
  });
  useEffect(() => {
    if (!target) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      event.stopImmediatePropagation();
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (hasButtons && (event.key === 'Tab' || (isPress(event.key) && isOnButton(event.target)))) return;
      const command = commandOfKey(event.key, event.shiftKey, latest.current.player);
      if (!command) return;
      event.preventDefault();
      // A key held down turns pages once: only what moves a choice repeats.
      if (!event.repeat || command.type === 'choose') latest.current.onCommand(command);
    };
    const { document } = target;
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [target, hasButtons]);
}

const isPress = (key: string) => key === 'Enter' || key === ' ';
/** Of another window's document too, whose elements are no instances of this window's classes. */
const isOnButton = (target: EventTarget | null) => (target as Element | null)?.closest?.('button') != null;
