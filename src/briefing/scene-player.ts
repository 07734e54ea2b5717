/**
 * Playing scenes as a state machine: which scene stands on the wall and what lies over it.
 * Pure: no map, no timers, no full screen. The stage shows what the state says.
 *
 *   idle ──start──▶ playing ⇄ covered (black, white), a tool in hand, a list or the keys over it
 *     ▲                │  next, previous, first, last, go
 *     └──end, or back──┘  once there is nothing left to put away
 */
import type { Scene } from '../model/scene.ts';

export type StageCover = 'black' | 'white';
export const STAGE_TOOLS = ['laser', 'spotlight', 'magnifier'] as const;
export type StageTool = (typeof STAGE_TOOLS)[number];
/** Over the map: the scenes to choose from, what the keys do. */
export type StagePanel = 'list' | 'help';

export interface PlayerState {
  readonly playing: boolean;
  /** Index of the scene on the wall. */
  readonly index: number;
  readonly count: number;
  /** The wall is dark or white; the next movement shows it again. */
  readonly cover: StageCover | undefined;
  readonly tool: StageTool | undefined;
  readonly panel: StagePanel | undefined;
  /** What the list is at. */
  readonly choice: number;
  /** Somebody asked of a place whose it is: the card stands. */
  readonly asked: boolean;
  /** Persons and phone numbers are written out. Off at every start. */
  readonly people: boolean;
}

export type PlayerAction =
  | { readonly type: 'start'; readonly index?: number }
  | { readonly type: 'next' }
  | { readonly type: 'previous' }
  | { readonly type: 'first' }
  | { readonly type: 'last' }
  | { readonly type: 'go'; readonly index: number }
  | { readonly type: 'cover'; readonly cover: StageCover }
  | { readonly type: 'tool'; readonly tool: StageTool }
  | { readonly type: 'panel'; readonly panel: StagePanel }
  | { readonly type: 'choose'; readonly step: number }
  | { readonly type: 'take' }
  | { readonly type: 'ask' }
  | { readonly type: 'people' }
  | { readonly type: 'back' }
  | { readonly type: 'end' };

export function idlePlayer(count: number): PlayerState {
  return { playing: false, index: 0, count, choice: 0, people: false, ...NOTHING_OVER_IT, tool: undefined };
}

const NOTHING_OVER_IT = { cover: undefined, panel: undefined, asked: false } as const;

/** Stays on the last scene at the end, as a projector does; an empty list never starts. */
export function play(state: PlayerState, action: PlayerAction): PlayerState {
  if (action.type === 'start') {
    return state.count > 0 ? at({ ...idlePlayer(state.count), playing: true }, action.index ?? 0) : state;
  }
  if (!state.playing) return state;
  switch (action.type) {
    case 'next':
      // A clicker pressed on a black wall first shows what was there.
      return state.cover ? { ...state, cover: undefined } : at(state, state.index + 1);
    case 'previous':
      return state.cover ? { ...state, cover: undefined } : at(state, state.index - 1);
    case 'first':
      return at(state, 0);
    case 'last':
      return at(state, state.count - 1);
    case 'go':
      return at(state, action.index);
    case 'cover':
      return { ...state, cover: state.cover === action.cover ? undefined : action.cover };
    case 'tool':
      return { ...state, tool: state.tool === action.tool ? undefined : action.tool };
    case 'panel':
      return { ...state, panel: state.panel === action.panel ? undefined : action.panel, choice: state.index };
    case 'choose':
      return { ...state, choice: clamp(state.choice + action.step, state.count) };
    case 'take':
      return at(state, state.choice);
    case 'ask':
      return { ...state, asked: true };
    case 'people':
      return { ...state, people: !state.people };
    case 'back':
      return stepBack(state);
    case 'end':
      return idleAt(state);
  }
}

/** What lies on top goes first; the briefing itself last. */
function stepBack(state: PlayerState): PlayerState {
  if (state.panel) return { ...state, panel: undefined };
  if (state.cover) return { ...state, cover: undefined };
  if (state.tool) return { ...state, tool: undefined };
  if (state.asked) return { ...state, asked: false };
  return idleAt(state);
}

const idleAt = (state: PlayerState): PlayerState => ({ ...idlePlayer(state.count), index: state.index });

/** Keeps the same scene on the wall when the list changes under the player, else the nearest one left. */
export function withScenes(state: PlayerState, before: readonly Scene[], after: readonly Scene[]): PlayerState {
  if (after.length === 0) return idlePlayer(0);
  const current = before[state.index]?.id;
  const found = after.findIndex((scene) => scene.id === current);
  const index = found >= 0 ? found : clamp(state.index, after.length);
  return { ...state, count: after.length, index, choice: clamp(state.choice, after.length) };
}

function at(state: PlayerState, index: number): PlayerState {
  return { ...state, index: clamp(index, state.count), ...NOTHING_OVER_IT };
}

const clamp = (index: number, count: number) => Math.max(0, Math.min(count - 1, index));
