import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EMPTY_HISTORY, type History, type HistoryEntry } from '../model/history.ts';
import type { Patch } from '../model/patch.ts';
import type { StorageStatus, StoredSource, WorkspaceStore, WorkspaceStoreOptions } from './stored-types.ts';
import { createWorkspaceStore } from './workspace-store.ts';

const stores: WorkspaceStore[] = [];
beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  for (const store of stores.splice(0)) store.close();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

let clock = 0;

/** As a tab has it: with everything that it was told. */
function openTab(options: WorkspaceStoreOptions = {}) {
  const statuses: StorageStatus[] = [];
  const histories: History[] = [];
  const store = createWorkspaceStore({
    answerMs: 40,
    now: () => new Date(Date.UTC(2026, 10, 24) + 1000 * clock++).toISOString(),
    onStatus: (status) => statuses.push(status),
    onHistory: (history) => histories.push(history),
    ...options,
  });
  stores.push(store);
  return { store, statuses, histories };
}

const bytes = (...values: number[]) => new Uint8Array(values);
const demo: StoredSource = { type: 'demo', name: 'S' };
const filesOf = (path: string, ...values: number[]): StoredSource => ({
  type: 'files',
  files: [{ path, bytes: bytes(...values) }],
});
const openIn = (store: WorkspaceStore, source: StoredSource = demo, name = '甲区') =>
  store.open(name, () => Promise.resolve(source));

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

/** What another visit of the same browser would find last used. */
async function nextVisit() {
  const { store } = openTab();
  const listed = await store.list();
  if (!listed.ok) throw new Error(listed.problem.code);
  const [latest] = listed.value;
  if (!latest) return { value: undefined, notes: [], listed: [] };
  const found = await store.load(latest.id);
  if (!found.ok) throw new Error(found.problem.code);
  store.close();
  return { value: found.value, notes: found.notes, listed: listed.value };
}

const becomes = (look: () => unknown, expected: unknown) => vi.waitFor(() => expect(look()).toEqual(expected));

/** As the page opens what is kept. */
async function resume(store: WorkspaceStore, id: string) {
  const loaded = await store.load(id);
  if (!loaded.ok || !loaded.value) throw new Error(loaded.ok ? 'nothing kept' : loaded.problem.code);
  void store.resume(loaded.value, '甲区');
  return loaded.value;
}

/** Opens the database as the browser does, for what no store would do to it. */
function rawDatabase(version?: number, upgrade?: (database: IDBDatabase) => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('chentu', version);
    request.onupgradeneeded = () => upgrade?.(request.result);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Lets one method of every object store fail until restored. */
function breakStores(method: 'put' | 'clear', error: () => unknown) {
  return vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(() => {
    throw error();
  });
}
const full = () => new DOMException('no room', 'QuotaExceededError');

describe('what is kept', () => {
  it('finds nothing on a first visit', async () => {
    expect((await nextVisit()).value).toBeUndefined();
  });

  it('brings back files, history and pointer, patches that take an edit back included', async () => {
    const { store } = openTab();
    const files = [
      { path: 'layers/soil.fgb', bytes: bytes(1, 2) },
      { path: 'workspace.json', bytes: bytes(3) },
    ];
    await openIn(store, { type: 'files', files });
    const three = history(3);
    await store.save(three);
    await store.save({ ...three, pointer: 1 });
    store.close();
    const { value } = await nextVisit();
    expect(value).toMatchObject({ source: { type: 'files', files }, history: { ...three, pointer: 1 } });
    expect(value?.history.entries[0]?.inverse.operations[0]).toHaveProperty('feature', undefined);
  });

  it('forgets what was undone when a new edit follows', async () => {
    const { store } = openTab();
    await openIn(store);
    const three = history(3);
    await store.save(three);
    const other = [...three.entries.slice(0, 1), entry(9)];
    await store.save({ entries: other, pointer: 2 });
    expect((await nextVisit()).value?.history).toEqual({ entries: other, pointer: 2 });
  });

  it('writes one entry for one edit and none for an undo', async () => {
    const { store } = openTab();
    await openIn(store);
    const three = history(3);
    await store.save({ entries: three.entries.slice(0, 2), pointer: 2 });
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    await store.save(three);
    expect(put).toHaveBeenCalledTimes(2);
    put.mockClear();
    await store.save({ ...three, pointer: 2 });
    expect(put).toHaveBeenCalledTimes(1);
  });

  it('keeps a workspace that was edited when another is opened, and forgets one that was not', async () => {
    const { store } = openTab();
    await openIn(store, filesOf('a', 1), '甲区');
    await store.save(history(2, 1));
    await openIn(store, filesOf('b', 2), '乙区');
    await openIn(store, filesOf('c', 3), '丙区');
    const { listed, value } = await nextVisit();
    expect(listed.map(({ name, edits }) => [name, edits])).toEqual([
      ['丙区', 0],
      ['甲区', 1],
    ]);
    expect(value).toMatchObject({ source: filesOf('c', 3), history: EMPTY_HISTORY });
    const again = await openTab().store.load(listed[1]?.id ?? '');
    expect(again).toMatchObject({ ok: true, value: { source: filesOf('a', 1), history: history(2, 1) } });
    const raw = await rawDatabase();
    const kept = await new Promise((resolve) => {
      const request = raw.transaction('files').objectStore('files').getAllKeys();
      request.onsuccess = () => resolve(request.result.map((key) => (key as string[])[1]));
    });
    raw.close();
    expect(kept).toEqual(['a', 'c']);
  });

  it('gives a save that follows an open to the new workspace, though it is not yet written', async () => {
    const { store } = openTab();
    await openIn(store, demo, '甲区');
    await store.save(history(1));
    void openIn(store, demo, '乙区');
    await store.save(history(3));
    const { listed } = await nextVisit();
    expect(listed.map(({ name, edits }) => [name, edits])).toEqual([
      ['乙区', 3],
      ['甲区', 1],
    ]);
  });

  it('keeps bytes that the caller hands on to a worker meanwhile', async () => {
    const { store } = openTab();
    const file = { path: 'a', bytes: bytes(1, 2, 3) };
    const opened = store.open('甲区', () => {
      const source: StoredSource = { type: 'files', files: [file] };
      queueMicrotask(() =>
        queueMicrotask(() => queueMicrotask(() => structuredClone(file.bytes, { transfer: [file.bytes.buffer] }))),
      );
      return Promise.resolve(source);
    });
    await opened;
    expect(file.bytes.length).toBe(0);
    expect((await nextVisit()).value?.source).toEqual(filesOf('a', 1, 2, 3));
  });

  it('removes a workspace, but not the one that is open', async () => {
    const { store } = openTab();
    await openIn(store, demo, '甲区');
    await store.save(history(1));
    const first = store.status.workspace ?? '';
    await openIn(store, demo, '乙区');
    expect(await store.remove(store.status.workspace ?? '')).toMatchObject({ problem: { code: 'storage.open-here' } });
    await store.remove(first);
    expect((await nextVisit()).listed.map(({ name }) => name)).toEqual(['乙区']);
  });

  it('writes saves that were not waited for in their order', async () => {
    const { store } = openTab();
    const four = history(4);
    void openIn(store);
    for (let pointer = 1; pointer <= 4; pointer++)
      void store.save({ entries: four.entries.slice(0, pointer), pointer });
    await store.save({ ...four, pointer: 2 });
    expect((await nextVisit()).value?.history).toEqual({ ...four, pointer: 2 });
  });

  it('says that it saves until the last save of several has ended', async () => {
    const { store, statuses } = openTab();
    await openIn(store);
    statuses.length = 0;
    void store.save(history(1));
    await store.save(history(2));
    expect(statuses.map(({ save }) => save.state)).toEqual(['saving', 'saved']);
  });
});

describe('when it cannot be kept', () => {
  it('goes on in memory without IndexedDB, and says so', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const { store } = openTab();
    expect(await openIn(store)).toMatchObject({ ok: false, problem: { code: 'storage.missing' } });
    await store.save(history(1));
    expect(store.status).toMatchObject({
      role: 'editor',
      save: { state: 'failed', problem: { code: 'storage.missing' } },
    });
  });

  it('leaves the last committed edit after a transaction that failed half way', async () => {
    const { store } = openTab();
    await openIn(store);
    const two = history(2);
    await store.save({ entries: two.entries.slice(0, 1), pointer: 1 });
    const original = IDBObjectStore.prototype.put;
    const broken = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      value,
      key,
    ) {
      if (this.name === 'workspaces') throw full();
      return original.call(this, value, key);
    });
    expect(await store.save(two)).toMatchObject({ ok: false, problem: { code: 'storage.full' } });
    broken.mockRestore();
    expect((await nextVisit()).value?.history).toEqual({ entries: two.entries.slice(0, 1), pointer: 1 });
  });

  it('writes all that is missing as soon as it can again, and takes the problem back', async () => {
    const { store, statuses } = openTab();
    const three = history(3);
    const broken = breakStores('put', full);
    await openIn(store, filesOf('a', 1));
    await store.save({ entries: three.entries.slice(0, 1), pointer: 1 });
    await store.save({ entries: three.entries.slice(0, 2), pointer: 2 });
    expect(store.status.save).toEqual({ state: 'failed', problem: { code: 'storage.full', params: {} } });
    broken.mockRestore();
    await store.save(three);
    expect(statuses.map(({ save }) => save.state)).toEqual(['saving', 'saving', 'failed', 'saved']);
    expect((await nextVisit()).value).toMatchObject({ source: filesOf('a', 1), history: three });
  });

  it('tries again when asked', async () => {
    const { store } = openTab();
    await openIn(store);
    const broken = breakStores('put', full);
    await store.save(history(1));
    broken.mockRestore();
    await store.retry();
    expect(store.status.save).toEqual({ state: 'saved' });
    expect((await nextVisit()).value?.history).toEqual(history(1));
  });

  it('begins with a full disk, and keeps the first edits once there is room', async () => {
    const before = openTab();
    await openIn(before.store);
    await before.store.save(history(1));
    const id = before.store.status.workspace ?? '';
    before.store.close();
    const broken = breakStores('put', full);
    const { store } = openTab();
    const loaded = await resume(store, id);
    await becomes(() => store.status.save, { state: 'failed', problem: { code: 'storage.full', params: {} } });
    const two = { entries: [...loaded.history.entries, entry(1)], pointer: 2 };
    expect(await store.save(two)).toMatchObject({ problem: { code: 'storage.full' } });
    broken.mockRestore();
    await store.retry();
    expect(store.status).toMatchObject({ role: 'editor', save: { state: 'saved' } });
    expect((await nextVisit()).value?.history).toEqual(two);
  });

  it('says why a write failed', async () => {
    const { store } = openTab();
    await openIn(store);
    breakStores('put', () => new Error('disk on fire'));
    expect(await store.save(history(1))).toMatchObject({
      problem: { code: 'storage.cannot-save', params: { reason: 'disk on fire' } },
    });
  });

  it('writes all of it again where the browser has cleared it meanwhile', async () => {
    const { store } = openTab();
    await openIn(store, filesOf('a', 1));
    await store.save(history(1));
    const raw = await rawDatabase();
    await new Promise<void>((resolve) => {
      const names = ['workspaces', 'files', 'entries'];
      const transaction = raw.transaction(names, 'readwrite');
      for (const name of names) transaction.objectStore(name).clear();
      transaction.oncomplete = () => resolve();
    });
    raw.close();
    await store.save(history(2));
    expect((await nextVisit()).value).toMatchObject({ source: filesOf('a', 1), history: history(2) });
  });

  it('ends the history at a gap, says what was lost, and lets nothing from behind the gap come back', async () => {
    const { store } = openTab();
    await openIn(store);
    await store.save(history(4));
    const id = store.status.workspace ?? '';
    store.close();
    const raw = await rawDatabase();
    await new Promise<void>((resolve) => {
      const transaction = raw.transaction('entries', 'readwrite');
      transaction.objectStore('entries').delete([id, 2]);
      transaction.oncomplete = () => resolve();
    });
    raw.close();
    const next = openTab();
    const found = await next.store.load(id);
    if (found.ok && found.value) void next.store.resume(found.value, '甲区');
    expect(found).toMatchObject({
      ok: true,
      value: { history: history(2) },
      notes: [{ code: 'storage.history-cut', params: { kept: 2, expected: 4 } }],
    });
    const kept = found.ok ? found.value?.history : undefined;
    const three = { entries: [...(kept?.entries ?? []), entry(7)], pointer: 3 };
    expect(await next.store.save(three)).toMatchObject({ ok: true });
    expect((await nextVisit()).value?.history).toEqual(three);
  });
});

describe('the start after a tab', () => {
  /** Bytes of filler that a start writes before it edits. */
  async function fillerOf(end: (store: WorkspaceStore) => unknown): Promise<number> {
    const before = openTab();
    await openIn(before.store);
    await before.store.save(history(1));
    const id = before.store.status.workspace ?? '';
    await end(before.store);
    before.store.close();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    const { store } = openTab();
    await resume(store, id);
    await becomes(() => store.status, {
      workspace: id,
      role: 'editor',
      editorGone: false,
      save: { state: 'saved' },
    });
    const filled = put.mock.calls.filter((_, index) => (put.mock.contexts[index] as IDBObjectStore).name === 'fill');
    put.mockRestore();
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['chentu']);
    return filled.reduce((sum, [value]) => sum + (value as Uint8Array).length, 0);
  }

  it('that died begins a new log of the browser before it edits, since the old one may be torn', async () => {
    expect(await fillerOf(() => undefined)).toBeGreaterThan(4 * 2 ** 20);
  });

  it('that closed as it should writes nothing of the kind', async () => {
    const closed = async (store: WorkspaceStore) => {
      store.leave();
      await store.list();
    };
    expect(await fillerOf(closed)).toBe(0);
  });
});

describe('other releases', () => {
  type Fixture = {
    version: number;
    stores: Record<string, { keyPath: string | null; pairs: { key: IDBValidKey; value: unknown }[] }>;
  };
  const fixture = JSON.parse(readFileSync('test/fixtures/stored-v1.json', 'utf8'), (_, value) =>
    Array.isArray(value?.bytes) ? new Uint8Array(value.bytes) : value,
  ) as Fixture;
  const writeFixture = async () => {
    const raw = await rawDatabase(fixture.version, (database) => {
      for (const [name, { keyPath, pairs }] of Object.entries(fixture.stores)) {
        const store = database.createObjectStore(name, { keyPath });
        for (const { key, value } of pairs) store.put(value, keyPath === null ? key : undefined);
      }
    });
    raw.close();
  };

  it('reads what version 1 kept: files, history and pointer', async () => {
    await writeFixture();
    const { value, listed } = await nextVisit();
    expect(listed).toEqual([{ id: 'version-1', name: '', served: undefined, edits: 2, usedAt: '' }]);
    expect(value?.source).toMatchObject({ files: [{ path: 'layers/soil.fgb', bytes: bytes(1, 2, 3) }, {}] });
    expect(value?.history.entries.map(({ patch }) => patch.label.params.name)).toEqual(['东', '西', '南']);
    expect(value?.history.pointer).toBe(2);
  });

  it('goes on writing what version 1 began', async () => {
    await writeFixture();
    const { store } = openTab();
    const { entries } = (await resume(store, 'version-1')).history;
    await store.save({ entries: [...entries.slice(0, 2), entry(5)], pointer: 3 });
    expect((await nextVisit()).value?.history.entries.map(({ patch }) => patch.label.params.name)).toEqual([
      '东',
      '西',
      'zone 5',
    ]);
  });

  it('leaves version 1 as it was where the migration fails', async () => {
    await writeFixture();
    const broken = breakStores('put', full);
    expect(await openTab().store.list()).toMatchObject({ ok: false, problem: { code: 'storage.refused' } });
    broken.mockRestore();
    const raw = await rawDatabase();
    expect([raw.version, [...raw.objectStoreNames]]).toEqual([1, ['entries', 'files', 'state']]);
    raw.close();
  });

  it('refuses what a later release wrote, in words, and leaves it as it is', async () => {
    const raw = await rawDatabase(99, (database) => database.createObjectStore('later').put('untouched', 'key'));
    raw.close();
    const { store } = openTab();
    expect(await store.list()).toMatchObject({ problem: { code: 'storage.newer' } });
    expect(await openIn(store)).toMatchObject({ problem: { code: 'storage.newer' } });
    expect(store.status.save).toMatchObject({ state: 'failed', problem: { code: 'storage.newer' } });
    const after = await rawDatabase();
    expect([after.version, [...after.objectStoreNames]]).toEqual([99, ['later']]);
    after.close();
  });
});

describe('two tabs', () => {
  /** One tab edits, another has opened the same workspace. */
  async function twoTabs() {
    const first = openTab();
    await openIn(first.store);
    const one = history(1);
    await first.store.save(one);
    const id = first.store.status.workspace ?? '';
    const second = openTab();
    const loaded = await resume(second.store, id);
    await becomes(() => second.store.status.role, 'follower');
    return { first, second, one, id, loaded };
  }

  it('the second follows, with every entry that it knows as the same object', async () => {
    const { first, second, one, loaded } = await twoTabs();
    expect(loaded).toMatchObject({ history: one });
    const two = { entries: [...one.entries, entry(1)], pointer: 2 };
    await first.store.save(two);
    await becomes(() => second.histories.at(-1), two);
    await first.store.save({ ...two, pointer: 0 });
    await becomes(() => second.histories.at(-1)?.pointer, 0);
    expect(second.histories.at(-1)?.entries[0]).toBe(loaded.history.entries[0]);
    expect(second.histories.at(-1)?.entries[1]).toBe(second.histories[0]?.entries[1]);
  });

  it('the second cannot write', async () => {
    const { second, one } = await twoTabs();
    expect(await second.store.save(history(5))).toMatchObject({ problem: { code: 'storage.other-tab' } });
    expect((await nextVisit()).value?.history).toEqual(one);
  });

  it('the second takes over, the first follows it from then on, and back again', async () => {
    const { first, second, one } = await twoTabs();
    expect(await second.store.takeOver()).toMatchObject({ ok: true });
    expect([first.store.status.role, second.store.status.role]).toEqual(['follower', 'editor']);
    const two = { entries: [...one.entries, entry(1)], pointer: 2 };
    await second.store.save(two);
    await becomes(() => first.histories.at(-1), two);
    await first.store.takeOver();
    const back = first.histories.at(-1) as History;
    await first.store.save({ ...back, pointer: 1 });
    await becomes(() => second.histories.at(-1)?.pointer, 1);
    expect(second.store.status.role).toBe('follower');
  });

  it('hands over only after the saves under way', async () => {
    const { first, second } = await twoTabs();
    void first.store.save(history(2));
    void first.store.save(history(3));
    await second.store.takeOver();
    expect(second.histories.at(-1)).toEqual(history(3));
  });

  it('says when the first has closed, and takes over without waiting or losing an edit', async () => {
    const { first, second } = await twoTabs();
    await first.store.save(history(2));
    first.store.leave();
    first.store.close();
    await becomes(() => second.store.status.editorGone, true);
    await second.store.takeOver();
    expect(second.histories.at(-1)).toEqual(history(2));
    expect(second.store.status).toMatchObject({ role: 'editor', save: { state: 'saved' } });
  });

  it('notices a first that died without a word', async () => {
    const { first, second } = await twoTabs();
    first.store.close();
    await becomes(() => second.store.status.editorGone, true);
    expect(await second.store.takeOver()).toMatchObject({ ok: true });
  });

  it('does not write over a tab that took over while this one could not hear', async () => {
    const first = openTab();
    await openIn(first.store);
    await first.store.save(history(1));
    vi.stubGlobal('BroadcastChannel', undefined);
    const second = openTab();
    await resume(second.store, first.store.status.workspace ?? '');
    await second.store.save(history(2));
    expect(await first.store.save(history(5))).toMatchObject({ ok: false, problem: { code: 'storage.other-tab' } });
    expect(first.store.status).toMatchObject({ role: 'stranded', save: { state: 'failed' } });
    expect((await nextVisit()).value?.history).toEqual(history(2));
    // Its own edit stays with it until it gives it up.
    expect(first.histories).toEqual([]);
    await first.store.rejoin();
    expect(first.histories).toEqual([history(2)]);
    expect(first.store.status).toMatchObject({ role: 'follower', save: { state: 'saved' } });
  });

  it('does not hand over edits that it cannot save', async () => {
    const { first, second } = await twoTabs();
    const broken = breakStores('put', full);
    await first.store.save(history(2));
    expect(await second.store.takeOver()).toMatchObject({ problem: { code: 'storage.cannot-hand-over' } });
    expect([first.store.status.role, second.store.status.role]).toEqual(['editor', 'follower']);
    broken.mockRestore();
  });

  it('one of two that start at once becomes the editor, the other follows', async () => {
    const { store } = openTab();
    await openIn(store);
    await store.save(history(1));
    const id = store.status.workspace ?? '';
    store.close();
    const tabs = [openTab(), openTab()];
    await Promise.all(tabs.map((tab) => resume(tab.store, id)));
    await becomes(() => tabs.map((tab) => tab.store.status.role).sort(), ['editor', 'follower']);
  });

  it('another workspace in another tab is no business of the first', async () => {
    const first = openTab();
    await openIn(first.store, demo, '甲区');
    await first.store.save(history(1));
    const second = openTab();
    await openIn(second.store, demo, '乙区');
    await second.store.save(history(2));
    await first.store.save(history(3));
    expect([first.store.status.role, second.store.status.role]).toEqual(['editor', 'editor']);
    expect((await nextVisit()).listed.map(({ name, edits }) => [name, edits])).toEqual([
      ['甲区', 3],
      ['乙区', 2],
    ]);
  });
});
