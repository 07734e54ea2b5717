/** From what a key, a button or a finger asks for to whoever does it. */
import { useCallback, useEffect, useRef } from 'react';
import type { PlayerAction, PlayerState } from '../../../briefing/scene-player.ts';
import { DIGIT_WAIT_MS, type StageCommand, typeDigit } from '../../../briefing/stage-keys.ts';
import { useCommands } from '../../app-context.tsx';
import type { Presenter } from './presenter/use-presenter.ts';
import type { FullScreen } from './use-full-screen.ts';
import type { Timer } from './use-timer.ts';

export interface StageParts {
  readonly player: PlayerState;
  readonly fullScreen: FullScreen;
  readonly timer: Timer;
  readonly presenter: Presenter;
  readonly returnToScene: () => void;
  readonly onAction: (action: PlayerAction) => void;
}

export function useStageCommands(parts: StageParts): (command: StageCommand) => void {
  const { cycle } = useCommands();
  const typed = useDigits();
  const latest = useRef(parts);
  useEffect(() => {
    latest.current = parts;
  });
  return useCallback(
    (command) => {
      const { player, fullScreen, timer, presenter, returnToScene, onAction } = latest.current;
      if (command.type !== 'fullScreen') fullScreen.forget();
      if (command.type !== 'presenter') presenter.forget();
      switch (command.type) {
        case 'return':
          return returnToScene();
        case 'another':
          return cycle(command.step);
        case 'presenter':
          return presenter.toggle();
        case 'fullScreen':
          return fullScreen.toggle();
        case 'timer':
          return timer.toggle();
        case 'digit':
          return typed(command.digit, player.count, (index) => onAction({ type: 'go', index }));
        case 'nothing':
          return undefined;
        default:
          return onAction(command);
      }
    },
    [cycle, typed],
  );
}

/** A first digit waits a moment for a second one, and goes by itself when none comes. */
function useDigits(): (digit: number, count: number, go: (index: number) => void) => void {
  const waiting = useRef<{ readonly digit: number; readonly timer: ReturnType<typeof setTimeout> }>(undefined);
  useEffect(() => () => clearTimeout(waiting.current?.timer), []);
  return useCallback((digit, count, go) => {
    const before = waiting.current;
    clearTimeout(before?.timer);
    waiting.current = undefined;
    const { index, waiting: next } = typeDigit(before?.digit, digit, count);
    if (index !== undefined) return go(index);
    if (next === undefined) return undefined;
    const timer = setTimeout(() => {
      waiting.current = undefined;
      if (next > 0) go(next - 1);
    }, DIGIT_WAIT_MS);
    waiting.current = { digit: next, timer };
  }, []);
}
