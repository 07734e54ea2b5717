import { describe, expect, it } from 'vitest';
import type { History } from '../../model/history.ts';
import type { SaveState, StorageStatus } from '../../storage/stored-types.ts';
import { createStorageStore, isAtRisk, lastEdit } from './storage-store.ts';

const patch = { label: { code: 'edit.sample', params: {} }, operations: [] };
const entry = (time: string) => ({ patch, inverse: patch, time });
const history: History = { entries: [entry('1'), entry('2')], pointer: 2 };
const status = (save: SaveState): StorageStatus => ({ workspace: 'w', role: 'editor', editorGone: false, save });
const failed: SaveState = { state: 'failed', problem: { code: 'storage.full', params: {} } };

describe('whether closing the tab would lose an edit', () => {
  it('is so only while an edit is not on the disk', () => {
    const risk = (save: SaveState) => isAtRisk(createStorageStore(status(save)).getState(), history);
    expect(risk({ state: 'saved' })).toBe(false);
    expect(risk({ state: 'none' })).toBe(false);
    expect(risk({ state: 'saving' })).toBe(true);
    expect(risk(failed)).toBe(true);
  });

  it('is not so without an edit, nor where a file has them all', () => {
    const store = createStorageStore(status(failed));
    expect(isAtRisk(store.getState(), { entries: [], pointer: 0 })).toBe(false);
    store.setState({ file: { name: 'a.chentu', upTo: lastEdit(history), how: 'download' } });
    expect(isAtRisk(store.getState(), history)).toBe(false);
    expect(isAtRisk(store.getState(), { ...history, pointer: 1 })).toBe(true);
  });
});
