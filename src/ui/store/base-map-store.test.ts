import { describe, expect, it } from 'vitest';
import type { BaseMapEntry, PictureEntry } from '../../model/base-map.ts';
import {
  BASE_MAPS_KEY,
  changeEntry,
  changePicture,
  createBaseMapStore,
  freshId,
  movePicture,
} from './base-map-store.ts';
import type { KeyValueStorage } from './key-value-storage.ts';

const ENTRY: BaseMapEntry = {
  type: 'wmts',
  id: 'base-1',
  name: '区图',
  url: 'https://a.cn/wmts',
  attribution: '',
  approvalNumber: '',
  muted: true,
};
const picture = (id: string): PictureEntry => ({
  id,
  name: id,
  sizeBytes: 1,
  attribution: '',
  visible: true,
  opacity: 1,
  placing: undefined,
});

function createMemory(content: Record<string, string> = {}): KeyValueStorage & { content: Record<string, string> } {
  return {
    content,
    get: (key) => content[key],
    set: (key, value) => {
      content[key] = value;
    },
    remove: (key) => {
      delete content[key];
    },
  };
}

describe('base maps', () => {
  it('and their key are the same at the next visit; what was found out is not kept', () => {
    const memory = createMemory();
    const store = createBaseMapStore(memory, []);
    store.setState({ entries: [ENTRY], tiandituKey: 'abc', facts: { 'base-1': { isBusy: true } } });
    changeEntry(store, 'base-1', { approvalNumber: 'GS(2024)1号' });
    const next = createBaseMapStore(memory, []).getState();
    expect(next.entries).toEqual([{ ...ENTRY, approvalNumber: 'GS(2024)1号' }]);
    expect([next.tiandituKey, next.facts]).toEqual(['abc', {}]);
  });

  it('leave out what no release wrote', () => {
    for (const broken of ['{', 'null', '[]', '{"entries":[{"id":1}],"pictures":[null],"tiandituKey":7}']) {
      const state = createBaseMapStore(createMemory({ [BASE_MAPS_KEY]: broken }), []).getState();
      expect([state.entries, state.pictures, state.tiandituKey], broken).toEqual([[], [], '']);
    }
  });

  it('have ids of their own, pictures too', () => {
    expect(freshId({ entries: [ENTRY], pictures: [picture('base-2')], tiandituKey: '' })).toBe('base-3');
    expect(freshId({ entries: [], pictures: [picture('base-2')], tiandituKey: '' })).toBe('base-1');
  });
});

describe('pictures', () => {
  it('change places one step at a time, and stay within the list', () => {
    const store = createBaseMapStore(createMemory(), []);
    store.setState({ pictures: ['a', 'b', 'c'].map(picture) });
    const order = () =>
      store
        .getState()
        .pictures.map(({ id }) => id)
        .join('');
    movePicture(store, 'a', 1);
    expect(order()).toBe('bac');
    movePicture(store, 'c', 1);
    expect(order()).toBe('bac');
    movePicture(store, 'b', -1);
    expect(order()).toBe('bac');
    changePicture(store, 'a', { opacity: 0.4 });
    expect(store.getState().pictures.map(({ opacity }) => opacity)).toEqual([1, 0.4, 1]);
  });
});
