import { expect, it } from 'vitest';
import { createSlipStore } from './slip-store.ts';

function memory(kept: string | undefined) {
  let text = kept;
  return {
    get: () => text,
    set(_: string, value: string) {
      text = value;
    },
    remove() {},
  };
}

it('remembers how an office writes its slips', () => {
  const storage = memory(undefined);
  createSlipStore(storage).setState({ office: '区扬尘办', deadlineDays: 10 });
  expect(createSlipStore(storage).getState()).toMatchObject({ office: '区扬尘办', deadlineDays: 10, per: 'finding' });
});

it('passes over what it does not understand, and keeps the rest', () => {
  const kept = JSON.stringify({ office: '区扬尘办', deadlineDays: -3, per: 'village', maps: 7 });
  expect(createSlipStore(memory(kept)).getState()).toMatchObject({
    office: '区扬尘办',
    deadlineDays: 7,
    per: 'finding',
    maps: 'drawn',
  });
  expect(createSlipStore(memory('null')).getState().deadlineDays).toBe(7);
  expect(createSlipStore(memory('{')).getState().deadlineDays).toBe(7);
});
