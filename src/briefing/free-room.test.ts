import { describe, expect, it } from 'vitest';
import { findFreeRoom } from './free-room.ts';

const wall = { left: 0, top: 0, right: 1920, bottom: 1080 };
const words = { left: 30, top: 30, right: 900, bottom: 250 };
const board = { left: 1280, top: 0, right: 1920, bottom: 1080 };
const foot = { left: 0, top: 1030, right: 700, bottom: 1080 };

describe('the room that is left for the map', () => {
  it('is the whole wall where nothing stands, and where everything is covered', () => {
    expect(findFreeRoom(wall, [])).toEqual(wall);
    expect(findFreeRoom(wall, [wall])).toEqual(wall);
  });

  it('lies between title, board and foot', () => {
    expect(findFreeRoom(wall, [words, board, foot])).toEqual({ left: 0, top: 250, right: 1280, bottom: 1030 });
  });

  it('lies beside the words for a map that is higher than wide', () => {
    expect(findFreeRoom(wall, [words], [300, 1000])).toEqual({ left: 900, top: 0, right: 1920, bottom: 1080 });
    expect(findFreeRoom(wall, [words], [1900, 400])).toEqual({ left: 0, top: 250, right: 1920, bottom: 1080 });
  });

  it('keeps a margin around what stands there, and none at the edge of the wall', () => {
    expect(findFreeRoom(wall, [board], undefined, 20)).toEqual({ left: 0, top: 0, right: 1260, bottom: 1080 });
  });

  it('does not care for what is outside', () => {
    expect(findFreeRoom(wall, [{ left: -50, top: 0, right: -10, bottom: 1080 }], undefined, 5)).toEqual(wall);
  });
});
