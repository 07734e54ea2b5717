import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Problem } from '../core/result.ts';
import { EMPTY_HISTORY, type History, type HistoryEntry } from '../model/history.ts';
import type { Patch } from '../model/patch.ts';
import { createWorkspaceStore } from './workspace-store.ts';

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const bytes = (...values: number[]) => new Uint8Array(values);

function entry(n: number): HistoryEntry {
  const label = { code: 'edit.zone-created', params: { name: `zone ${n}` } };
  const patch: Patch = {
    label,
    operations: [
      {
        op: 'feature',
        layer: 'patrol',
        id: `P-${n}`,
        feature: { id: `P-${n}`, geometry: null, properties: { name: n } },
      },
    ],
  };
  const inverse: Patch = { label, operations: [{ op: 'feature', layer: 'patrol', id: `P-${n}`, feature: undefined }] };
  return { patch, inverse, time: '2026-11-24T08:00:00Z' };
}
const history = (count: number, pointer = count): History => ({
  entries: Array.from({ length: count }, (_, n) => entry(n)),
  pointer,
});

/** What another visit of the same browser would find. */
async function nextVisit() {
  const found = await createWorkspaceStore().load();
  if (!found.ok) throw new Error(found.problem.code);
  return found;
}

/** Lets one method of every object store fail until restored. */
function breakStores(method: 'put' | 'clear', error: () => unknown) {
  return vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(() => {
    throw error();
  });
}

describe('what is kept', () => {
  it('finds nothing on a first visit', async () => {
    expect((await nextVisit()).value).toBeUndefined();
  });

  it('brings back files, history and pointer, patches that take an edit back included', async () => {
    const store = createWorkspaceStore();
    const files = [
      { path: 'layers/soil.fgb', bytes: bytes(1, 2) },
      { path: 'workspace.json', bytes: bytes(3) },
    ];
    await store.open({ type: 'files', files });
    const three = history(3);
    await store.save({ ...three, pointer: 3 });
    await store.save({ ...three, pointer: 1 });

    const { value } = await nextVisit();
    expect(value).toEqual({ source: { type: 'files', files }, history: { ...three, pointer: 1 } });
    expect(value?.history.entries[0]?.inverse.operations[0]).toHaveProperty('feature', undefined);
  });

  it('forgets what was undone when a new edit follows', async () => {
    const store = createWorkspaceStore();
    await store.open({ type: 'demo', name: 'S' });
    const three = history(3);
    await store.save(three);
    const other = [...three.entries.slice(0, 1), entry(9)];
    await store.save({ entries: other, pointer: 2 });
    expect((await nextVisit()).value?.history).toEqual({ entries: other, pointer: 2 });
  });

  it('writes one entry for one edit and none for an undo', async () => {
    const store = createWorkspaceStore();
    await store.open({ type: 'demo', name: 'S' });
    const three = history(3);
    await store.save({ entries: three.entries.slice(0, 2), pointer: 2 });
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    await store.save(three);
    expect(put).toHaveBeenCalledTimes(2);
    put.mockClear();
    await store.save({ ...three, pointer: 2 });
    expect(put).toHaveBeenCalledTimes(1);
  });

  it('replaces the workspace before, files and history', async () => {
    const store = createWorkspaceStore();
    await store.open({ type: 'files', files: [{ path: 'a', bytes: bytes(1) }] });
    await store.save(history(2));
    await store.open({ type: 'files', files: [{ path: 'b', bytes: bytes(2) }] });
    expect((await nextVisit()).value).toEqual({
      source: { type: 'files', files: [{ path: 'b', bytes: bytes(2) }] },
      history: EMPTY_HISTORY,
    });
  });

  it('keeps bytes that the caller hands on to a worker meanwhile', async () => {
    const store = createWorkspaceStore();
    const file = { path: 'a', bytes: bytes(1, 2, 3) };
    const opened = store.open({ type: 'files', files: [file] });
    structuredClone(file.bytes, { transfer: [file.bytes.buffer] });
    expect(file.bytes.length).toBe(0);
    await opened;
    expect((await nextVisit()).value?.source).toEqual({ type: 'files', files: [{ path: 'a', bytes: bytes(1, 2, 3) }] });
  });

  it('clears everything', async () => {
    const store = createWorkspaceStore();
    await store.open({ type: 'demo', name: 'S' });
    await store.clear();
    expect((await nextVisit()).value).toBeUndefined();
  });

  it('writes saves that were not waited for in their order', async () => {
    const store = createWorkspaceStore();
    const four = history(4);
    void store.open({ type: 'demo', name: 'S' });
    for (let pointer = 1; pointer <= 4; pointer++)
      void store.save({ entries: four.entries.slice(0, pointer), pointer });
    await store.save({ ...four, pointer: 2 });
    expect((await nextVisit()).value?.history).toEqual({ ...four, pointer: 2 });
  });
});

describe('when it cannot be kept', () => {
  it('goes on in memory without IndexedDB, and says so once', async () => {
    const problems: (Problem | undefined)[] = [];
    vi.stubGlobal('indexedDB', undefined);
    const store = createWorkspaceStore({ onProblem: (problem) => problems.push(problem) });
    expect(await store.open({ type: 'demo', name: 'S' })).toMatchObject({
      ok: false,
      problem: { code: 'storage.missing' },
    });
    await store.save(history(1));
    expect(store.kept).toBe('memory');
    expect(problems.map((problem) => problem?.code)).toEqual(['storage.missing']);
    expect(await store.load()).toMatchObject({ ok: true, value: { history: history(1) } });
  });

  it('leaves the last committed edit after a transaction that failed half way', async () => {
    const store = createWorkspaceStore();
    await store.open({ type: 'demo', name: 'S' });
    const two = history(2);
    await store.save({ entries: two.entries.slice(0, 1), pointer: 1 });
    const original = IDBObjectStore.prototype.put;
    const broken = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      value,
      key,
    ) {
      if (this.name === 'state') throw new DOMException('no room', 'QuotaExceededError');
      return original.call(this, value, key);
    });
    expect(await store.save(two)).toMatchObject({ ok: false, problem: { code: 'storage.full' } });
    broken.mockRestore();
    expect((await nextVisit()).value?.history).toEqual({ entries: two.entries.slice(0, 1), pointer: 1 });
  });

  it('writes all that is missing as soon as it can again, and takes the problem back', async () => {
    const problems: (string | undefined)[] = [];
    const store = createWorkspaceStore({ onProblem: (problem) => problems.push(problem?.code) });
    const three = history(3);
    const broken = breakStores('put', () => new DOMException('no room', 'QuotaExceededError'));
    await store.open({ type: 'files', files: [{ path: 'a', bytes: bytes(1) }] });
    await store.save({ entries: three.entries.slice(0, 1), pointer: 1 });
    await store.save({ entries: three.entries.slice(0, 2), pointer: 2 });
    expect(store.kept).toBe('memory');
    broken.mockRestore();
    await store.save(three);
    expect(store.kept).toBe('disk');
    expect(problems).toEqual(['storage.full', undefined]);
    expect((await nextVisit()).value).toEqual({
      source: { type: 'files', files: [{ path: 'a', bytes: bytes(1) }] },
      history: three,
    });
  });

  it('names the reason of other failures', async () => {
    const store = createWorkspaceStore();
    breakStores('clear', () => new Error('disk on fire'));
    expect(await store.open({ type: 'demo', name: 'S' })).toEqual({
      ok: false,
      problem: { code: 'storage.cannot-save', params: { reason: 'disk on fire' } },
    });
  });

  it('does not open a database that a later release wrote', async () => {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open('chentu', 99);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => reject(request.error);
    });
    expect(await createWorkspaceStore().load()).toMatchObject({ problem: { code: 'storage.newer' } });
  });

  it('does not write over a tab that took the workspace over', async () => {
    const first = createWorkspaceStore();
    await first.open({ type: 'demo', name: 'S' });
    const second = createWorkspaceStore();
    await second.load();
    await second.save(history(1));
    expect(await first.save(history(2))).toMatchObject({ ok: false, problem: { code: 'storage.other-tab' } });
    expect((await nextVisit()).value?.history).toEqual(history(1));
  });

  it('ends the history at a gap and says what was lost', async () => {
    const store = createWorkspaceStore();
    await store.open({ type: 'demo', name: 'S' });
    await store.save(history(4));
    store.close();
    await new Promise<void>((resolve) => {
      const request = indexedDB.open('chentu');
      request.onsuccess = () => {
        const transaction = request.result.transaction('entries', 'readwrite');
        transaction.objectStore('entries').delete(2);
        transaction.oncomplete = () => {
          request.result.close();
          resolve();
        };
      };
    });
    const found = await nextVisit();
    expect(found.value?.history).toEqual(history(2));
    expect(found.notes).toEqual([{ code: 'storage.history-cut', params: { kept: 2, expected: 4 } }]);
  });
});
