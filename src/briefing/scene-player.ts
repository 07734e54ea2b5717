/**
 * Playing scenes as a state machine: which scene stands on the wall, and what a key does.
 * Pure: no map, no timers, no full screen. The stage shows what the state says.
 *
 *   idle ──start──▶ playing ⇄ blank (B, full stop)
 *     ▲                │  next, previous, first, last, go
 *     └──────end───────┘
 */
import type { Scene } from '../model/scene.ts';

export interface PlayerState {
  readonly playing: boolean;
  /** Index of the scene on the wall. */
  readonly index: number;
  readonly count: number;
  /** The wall is black; the next movement lights it again. */
  readonly blank: boolean;
}

export type PlayerAction =
  | { readonly type: 'start'; readonly index?: number }
  | { readonly type: 'next' }
  | { readonly type: 'previous' }
  | { readonly type: 'first' }
  | { readonly type: 'last' }
  | { readonly type: 'go'; readonly index: number }
  | { readonly type: 'blank' }
  | { readonly type: 'end' };

export function idlePlayer(count: number): PlayerState {
  return { playing: false, index: 0, count, blank: false };
}

/** Stays on the last scene at the end, as a projector does; an empty list never starts. */
export function play(state: PlayerState, action: PlayerAction): PlayerState {
  if (action.type === 'start') {
    return state.count > 0 ? at({ ...state, playing: true }, action.index ?? 0) : state;
  }
  if (!state.playing) return state;
  switch (action.type) {
    case 'next':
      // A clicker pressed on a black wall first shows what was there.
      return state.blank ? { ...state, blank: false } : at(state, state.index + 1);
    case 'previous':
      return state.blank ? { ...state, blank: false } : at(state, state.index - 1);
    case 'first':
      return at(state, 0);
    case 'last':
      return at(state, state.count - 1);
    case 'go':
      return at(state, action.index);
    case 'blank':
      return { ...state, blank: !state.blank };
    case 'end':
      return { ...state, playing: false, blank: false };
  }
}

/** Keeps the same scene on the wall when the list changes under the player, else the nearest one left. */
export function withScenes(state: PlayerState, before: readonly Scene[], after: readonly Scene[]): PlayerState {
  if (after.length === 0) return idlePlayer(0);
  const current = before[state.index]?.id;
  const found = after.findIndex((scene) => scene.id === current);
  return { ...state, count: after.length, index: found >= 0 ? found : clamp(state.index, after.length) };
}

/** What a key asks for, by `KeyboardEvent.key`; undefined for every other key. Clickers send PageDown, PageUp, B or '.'. */
export function actionOfKey(key: string): PlayerAction | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
    case ' ':
    case 'Enter':
    case 'PageDown':
      return { type: 'next' };
    case 'ArrowLeft':
    case 'ArrowUp':
    case 'Backspace':
    case 'PageUp':
      return { type: 'previous' };
    case 'Home':
      return { type: 'first' };
    case 'End':
      return { type: 'last' };
    case 'Escape':
      return { type: 'end' };
    case 'b':
    case 'B':
    case '.':
      return { type: 'blank' };
    default:
      return /^[1-9]$/.test(key) ? { type: 'go', index: Number(key) - 1 } : undefined;
  }
}

function at(state: PlayerState, index: number): PlayerState {
  return { ...state, index: clamp(index, state.count), blank: false };
}

const clamp = (index: number, count: number) => Math.max(0, Math.min(count - 1, index));
