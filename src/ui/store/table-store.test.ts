import { expect, it } from 'vitest';
import { createKeyValueStorage } from './key-value-storage.ts';
import { changeLayout, changeQuery, createTableStore, DEFAULT_LAYOUT, EMPTY_QUERY } from './table-store.ts';

it('keeps how columns stand between visits, and not what was asked', () => {
  const storage = createKeyValueStorage(() => undefined);
  const store = createTableStore(storage);
  changeLayout(store, 'bareSoil', { order: ['owner', 'name'], widthsPixels: { owner: 200 } });
  changeLayout(store, 'bareSoil', { shown: { phone: true } });
  changeQuery(store, { type: 'layer', layer: 'soil' }, { groupBy: 'owner' });
  expect(store.getState().queries).toEqual({ 'layer:soil': { ...EMPTY_QUERY, groupBy: 'owner' } });
  const next = createTableStore(storage).getState();
  expect(next.layouts).toEqual({
    bareSoil: { order: ['owner', 'name'], shown: { phone: true }, widthsPixels: { owner: 200 } },
  });
  expect(next.queries).toEqual({});
  changeLayout(store, 'bareSoil', undefined);
  expect(createTableStore(storage).getState().layouts).toEqual({ bareSoil: DEFAULT_LAYOUT });
});

it('passes over what it does not know', () => {
  const storage = createKeyValueStorage(() => undefined);
  for (const text of [
    'nonsense',
    'null',
    '[1]',
    '{"road":{"order":[1],"shown":{},"widthsPixels":{}}}',
    '{"road":{}}',
  ]) {
    storage.set('chentu.tables', text);
    expect(createTableStore(storage).getState().layouts, text).toEqual({});
  }
});
