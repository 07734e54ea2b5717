import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scene } from '../model/scene.ts';
import { idlePlayer, type PlayerAction, type PlayerState, play, STAGE_TOOLS, withScenes } from './scene-player.ts';
import { actionOfKey, commandOfKey, type StageCommand, typeDigit } from './stage-keys.ts';

const scene = (number: number): Scene => ({
  id: `scene-${number}`,
  title: `第${number}幅`,
  camera: { center: [113.6, 34.7], zoom: 12, bearing: 0, pitch: 0 },
  layers: {},
  rules: [],
});
const three = [1, 2, 3].map(scene);
const playing = (count: number) => play(idlePlayer(count), { type: 'start' });
const OUTSIDE: readonly StageCommand['type'][] = [
  'return',
  'another',
  'presenter',
  'fullScreen',
  'timer',
  'digit',
  'nothing',
];
const isAction = (command: StageCommand | undefined): command is PlayerAction =>
  command !== undefined && !OUTSIDE.includes(command.type);
const press = (state: PlayerState, ...keys: string[]) =>
  keys.reduce((current, key) => {
    const command = commandOfKey(key, false, current);
    return isAction(command) ? play(current, command) : current;
  }, state);

describe('the player', () => {
  it('plays three scenes by keyboard, and stays on the last', () => {
    expect(press(playing(3), 'ArrowRight', ' ', 'PageDown', 'ArrowRight')).toEqual({
      ...idlePlayer(3),
      playing: true,
      index: 2,
    });
    expect(press(playing(3), 'End', 'ArrowLeft').index).toBe(1);
    expect(press(playing(3), 'End', 'PageUp', 'PageUp', 'PageUp').index).toBe(0);
    expect(press(playing(3), 'End', 'Home').index).toBe(0);
    expect(commandOfKey('x', false, playing(3))).toBeUndefined();
  });

  it('lights a black wall before it moves on', () => {
    const black = press(playing(3), 'b');
    expect(black.cover).toBe('black');
    expect(press(black, 'ArrowRight')).toMatchObject({ cover: undefined, index: 0 });
    expect(press(black, 'B').cover).toBeUndefined();
    expect(press(black, 'W').cover).toBe('white');
  });

  it('puts away what lies on top first, and ends when nothing is left', () => {
    const full = play(press(playing(3), 'l', 'b', 'g'), { type: 'ask' });
    const steps = [1, 2, 3, 4, 5].map((count) => press(full, ...Array<string>(count).fill('Escape')));
    expect(steps.map(({ panel, cover, tool, asked, playing: on }) => [panel, cover, tool, asked, on])).toEqual([
      [undefined, 'black', 'laser', true, true],
      [undefined, undefined, 'laser', true, true],
      [undefined, undefined, undefined, true, true],
      [undefined, undefined, undefined, false, true],
      [undefined, undefined, undefined, false, false],
    ]);
  });

  it('chooses from the list by the keys that else turn pages', () => {
    expect(press(playing(3), 'g', 'ArrowDown', 'PageDown', 'ArrowDown', 'ArrowUp', 'Enter')).toMatchObject({
      index: 1,
      panel: undefined,
    });
    expect(press(playing(3), 'g', 'End', ' ').index).toBe(2);
    expect(press(press(playing(3), 'End'), 'g', 'Home').choice).toBe(0);
  });

  it('has one tool in hand, keeps it over scenes, and shows no people at a start', () => {
    for (const tool of STAGE_TOOLS) expect(press(playing(3), tool.charAt(0), 'ArrowRight').tool).toBe(tool);
    expect(press(playing(3), 'l', 's').tool).toBe('spotlight');
    expect(press(playing(3), 'l', 'L').tool).toBeUndefined();
    const shown = press(playing(3), 'p', 'ArrowRight');
    expect(shown.people).toBe(true);
    expect(play(press(shown, 'Escape'), { type: 'start' }).people).toBe(false);
  });

  it('forgets whose was asked when the scene changes', () => {
    expect(play(playing(3), { type: 'ask' }).asked).toBe(true);
    expect(press(play(playing(3), { type: 'ask' }), 'ArrowRight').asked).toBe(false);
  });

  it('does not start without scenes, and hears nothing before it starts', () => {
    expect(playing(0).playing).toBe(false);
    expect(press(idlePlayer(3), 'ArrowRight').index).toBe(0);
  });

  it('never leaves the list, whatever is pressed', () => {
    const action: fc.Arbitrary<PlayerAction> = fc.oneof(
      fc.constantFrom<PlayerAction>(
        { type: 'next' },
        { type: 'previous' },
        { type: 'first' },
        { type: 'last' },
        { type: 'cover', cover: 'black' },
        { type: 'panel', panel: 'list' },
        { type: 'take' },
        { type: 'back' },
        { type: 'end' },
      ),
      fc.record({ type: fc.constantFrom('go' as const, 'start' as const), index: fc.integer() }),
      fc.record({ type: fc.constant('choose' as const), step: fc.integer() }),
    );
    fc.assert(
      fc.property(fc.nat(5), fc.array(action), (count, actions) => {
        const end = actions.reduce(play, playing(count));
        expect(end.index >= 0 && end.index < Math.max(1, count)).toBe(true);
        expect(end.choice >= 0 && end.choice < Math.max(1, count)).toBe(true);
        expect(end.playing && count === 0).toBe(false);
      }),
    );
  });

  it('keeps the scene on the wall when the list changes under it', () => {
    const second = press(playing(3), 'ArrowRight');
    const [a, b, c] = three as [Scene, Scene, Scene];
    expect(withScenes(second, three, [b, a, c]).index).toBe(0);
    expect(withScenes(second, three, [a, c])).toMatchObject({ index: 1, count: 2, playing: true });
    expect(withScenes(second, three, [])).toEqual(idlePlayer(0));
  });
});

describe('numbers', () => {
  it('go at once where one digit says it all', () => {
    expect(typeDigit(undefined, 3, 8)).toEqual({ index: 2 });
    expect(typeDigit(undefined, 2, 12)).toEqual({ index: 1 });
    expect(typeDigit(undefined, 9, 8)).toEqual({});
    expect(typeDigit(undefined, 0, 8)).toEqual({});
  });

  it('wait for a second digit where there may be one', () => {
    expect(typeDigit(undefined, 1, 12)).toEqual({ waiting: 1 });
    expect(typeDigit(1, 2, 12)).toEqual({ index: 11 });
    expect(typeDigit(1, 3, 12)).toEqual({});
    expect(typeDigit(undefined, 0, 12)).toEqual({ waiting: 0 });
    expect(typeDigit(0, 7, 12)).toEqual({ index: 6 });
  });

  it('and pages are all that a player without tools hears', () => {
    expect(['PageDown', 'b', '.', '4', 'End'].map(actionOfKey)).toEqual([
      { type: 'next' },
      { type: 'cover', cover: 'black' },
      { type: 'cover', cover: 'black' },
      { type: 'go', index: 3 },
      { type: 'last' },
    ]);
    expect(['l', 'w', 'Escape', 'n', '0'].map(actionOfKey)).toEqual(Array(5).fill(undefined));
  });

  it('are keys of their own, and a reload is kept from the browser', () => {
    expect(commandOfKey('7', false, playing(9))).toEqual({ type: 'digit', digit: 7 });
    expect(commandOfKey('F5', false, playing(9))).toEqual({ type: 'nothing' });
    expect(commandOfKey('Tab', true, playing(9))).toEqual({ type: 'another', step: -1 });
  });
});
