/** What the keys of the wall ask for, by `KeyboardEvent.key`. Clickers send PageDown, PageUp, B or '.', F5 and Escape. Pure. */
import type { PlayerAction, PlayerState } from './scene-player.ts';

/** What the player's state does not hold: windows, the map, the clock. */
export type StageCommand =
  | PlayerAction
  /** The scene as it was saved, after somebody has moved the map. */
  | { readonly type: 'return' }
  /** The next, or the one before, of what lies under the last click. */
  | { readonly type: 'another'; readonly step: 1 | -1 }
  | { readonly type: 'presenter' }
  | { readonly type: 'fullScreen' }
  | { readonly type: 'timer' }
  | { readonly type: 'digit'; readonly digit: number }
  /** Heard and kept from the browser, which would reload the page. */
  | { readonly type: 'nothing' };

const MOVES: Readonly<Record<string, StageCommand>> = {
  ArrowRight: { type: 'next' },
  ArrowDown: { type: 'next' },
  ' ': { type: 'next' },
  Enter: { type: 'next' },
  PageDown: { type: 'next' },
  ArrowLeft: { type: 'previous' },
  ArrowUp: { type: 'previous' },
  Backspace: { type: 'previous' },
  PageUp: { type: 'previous' },
  Home: { type: 'first' },
  End: { type: 'last' },
};

const CHOICES: Readonly<Record<string, StageCommand>> = {
  ArrowDown: { type: 'choose', step: 1 },
  ArrowRight: { type: 'choose', step: 1 },
  PageDown: { type: 'choose', step: 1 },
  ArrowUp: { type: 'choose', step: -1 },
  ArrowLeft: { type: 'choose', step: -1 },
  PageUp: { type: 'choose', step: -1 },
  Home: { type: 'choose', step: -Infinity },
  End: { type: 'choose', step: Infinity },
  Enter: { type: 'take' },
  ' ': { type: 'take' },
};

const ALWAYS: Readonly<Record<string, StageCommand>> = {
  b: { type: 'cover', cover: 'black' },
  '.': { type: 'cover', cover: 'black' },
  w: { type: 'cover', cover: 'white' },
  ',': { type: 'cover', cover: 'white' },
  l: { type: 'tool', tool: 'laser' },
  s: { type: 'tool', tool: 'spotlight' },
  m: { type: 'tool', tool: 'magnifier' },
  p: { type: 'people' },
  g: { type: 'panel', panel: 'list' },
  '?': { type: 'panel', panel: 'help' },
  '？': { type: 'panel', panel: 'help' },
  n: { type: 'presenter' },
  f: { type: 'fullScreen' },
  t: { type: 'timer' },
  r: { type: 'return' },
  Escape: { type: 'back' },
  F5: { type: 'nothing' },
};

/** Undefined for every other key. In the list the keys that turn pages move the choice. */
export function commandOfKey(
  key: string,
  shiftKey: boolean,
  { panel }: Pick<PlayerState, 'panel'>,
): StageCommand | undefined {
  if (key === 'Tab') return { type: 'another', step: shiftKey ? -1 : 1 };
  if (/^[0-9]$/.test(key)) return { type: 'digit', digit: Number(key) };
  const moves = panel === 'list' ? CHOICES : MOVES;
  return moves[key] ?? ALWAYS[key.length === 1 ? key.toLowerCase() : key];
}

/** For a player that has pages and a black wall alone: of the numbers those with one digit. */
export function actionOfKey(key: string): PlayerAction | undefined {
  const command = MOVES[key] ?? ALWAYS[key.toLowerCase()];
  if (command && isPageAction(command)) return command;
  return /^[1-9]$/.test(key) ? { type: 'go', index: Number(key) - 1 } : undefined;
}

function isPageAction(command: StageCommand): command is PlayerAction {
  if (command.type === 'cover') return command.cover === 'black';
  return ['next', 'previous', 'first', 'last'].includes(command.type);
}

/** How long a first digit waits for a second one. */
export const DIGIT_WAIT_MS = 600;

/**
 * Numbers above 9 are typed as two digits. A first digit waits only where a second one could follow.
 *
 * @param before the digit that waits
 * @returns the index of the scene to go to, or what waits for another digit; neither for a number that no scene has
 */
export function typeDigit(
  before: number | undefined,
  digit: number,
  count: number,
): { readonly index?: number; readonly waiting?: number } {
  const number = (before ?? 0) * 10 + digit;
  if (before === undefined && digit * 10 <= count && count > 9) return { waiting: digit };
  return number >= 1 && number <= count ? { index: number - 1 } : {};
}
