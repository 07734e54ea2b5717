/**
 * Keeps opened workspaces and their histories in the browser, one transaction per edit, so that a
 * crash loses nothing that was committed, and one writer per workspace, so that two tabs lose nothing
 * to each other. Works on plain http. Where nothing can be written it goes on in memory and says so;
 * every later save tries again with all that is missing on disk.
 *
 * Who may write is decided by the record's `writer`, checked inside every transaction; what tabs say
 * to each other only makes them quicker to know it. Knows no document and no map.
 */
import { fail, ok, type Problem, type Result } from '../core/result.ts';
import { EMPTY_HISTORY } from '../model/history.ts';
import { type Database, errorName, openDatabase, reasonOf, STORE_NAMES } from './database.ts';
import { type FoundWorkspace, listStored, type OnDisk, readHistory, readStored } from './read-stored.ts';
import { settleLog } from './settle-log.ts';
import type {
  StorageStatus,
  StoredSource,
  StoredWorkspace,
  WorkspaceStore,
  WorkspaceStoreOptions,
} from './stored-types.ts';
import { openTabChannel, type TabMessage } from './tab-channel.ts';
import { claim, release, removeStored, type Wanted, writeHistory } from './write-stored.ts';

/** A tab that is busy checking a large workspace answers late. */
const ANSWER_MS = 1_000;
/** How often a follower asks whether the tab that edits is still there, in answers' time. */
const WATCH_FACTOR = 5;

type Answer = Extract<TabMessage['type'], 'editing' | 'handed-over' | 'cannot-hand-over'>;

export function createWorkspaceStore(options: WorkspaceStoreOptions = {}): WorkspaceStore {
  const { databaseName = 'chentu', answerMs = ANSWER_MS, now = () => new Date().toISOString() } = options;
  const writer = newId();

  let database: Database | undefined;
  /** As the app has it; the truth while the disk cannot be written. */
  let current: Wanted | undefined;
  /** What the disk holds of it, as far as is known; undefined until it is first written. */
  let disk: OnDisk | undefined;
  let status: StorageStatus = { workspace: undefined, role: 'editor', editorGone: false, save: { state: 'none' } };
  let watching: ReturnType<typeof setInterval> | undefined;
  let unanswered = 0;
  /** The database names this tab as the writer, as far as is known. */
  let isWriter = false;
  let closed = false;
  /** What the disk had when a workspace was loaded from it. */
  const reads = new WeakMap<StoredWorkspace, FoundWorkspace>();
  const answers = new Set<{ readonly types: readonly Answer[]; settle(answer: Answer): void }>();

  const channel = openTabChannel(databaseName, hear);
  const inTurn = createTurns();

  function change(next: Partial<StorageStatus>): void {
    const before = status;
    status = { ...status, ...next };
    if (status.role === 'follower' && !watching) watching = setInterval(watchEditor, WATCH_FACTOR * answerMs);
    if (status.role !== 'follower') {
      clearInterval(watching);
      watching = undefined;
    }
    if (!sameStatus(before, status)) options.onStatus?.(status);
  }

  async function connect(): Promise<Result<Database>> {
    if (closed) return fail('storage.nothing-open');
    if (database) return ok(database);
    const opened = await openDatabase(databaseName, () => {
      database = undefined;
    });
    if (opened.ok) database = opened.value;
    return opened;
  }

  /** Every failure of IndexedDB as a problem; the next call connects anew. */
  async function onDatabase<T>(
    use: (open: Database) => Promise<Result<T>>,
    asProblem: (cause: unknown) => Problem,
  ): Promise<Result<T>> {
    const connected = await connect();
    if (!connected.ok) return connected;
    try {
      return await use(connected.value);
    } catch (cause) {
      database?.close();
      database = undefined;
      return { ok: false, problem: asProblem(cause) };
    }
  }

  const isSaved = () =>
    current !== undefined && current.history.pointer === disk?.pointer && current.history.entries === disk.entries;

  function post(message: DistributiveOmit<TabMessage, 'workspace' | 'from'>): void {
    if (current) channel.post({ ...message, workspace: current.id, from: writer } as TabMessage);
  }

  /** The answer of another tab, or undefined after a while. */
  function ask(question: 'who-edits' | 'hand-over', ...types: Answer[]): Promise<Answer | undefined> {
    return new Promise((resolve) => {
      const waiting = {
        types,
        settle(answer: Answer | undefined) {
          clearTimeout(timer);
          answers.delete(waiting);
          resolve(answer);
        },
      };
      const timer = setTimeout(() => waiting.settle(undefined), answerMs);
      answers.add(waiting);
      post({ type: question });
    });
  }

  function hear(message: TabMessage): void {
    if (!current || message.workspace !== current.id || message.from === writer) return;
    for (const waiting of [...answers]) {
      if (waiting.types.includes(message.type as Answer)) waiting.settle(message.type as Answer);
    }
    switch (message.type) {
      case 'who-edits':
        if (isWriter) post({ type: 'editing' });
        break;
      case 'editing':
        unanswered = 0;
        if (status.role === 'editor') void inTurn(checkWriter);
        else change({ editorGone: false });
        break;
      case 'changed':
        if (status.role === 'follower') void inTurn(() => catchUp(message));
        break;
      case 'hand-over':
        if (status.role === 'editor') void inTurn(handOver);
        break;
      case 'leaving':
        if (status.role === 'follower') change({ editorGone: true });
    }
  }

  function watchEditor(): void {
    if (unanswered >= 2) change({ editorGone: true });
    unanswered += 1;
    post({ type: 'who-edits' });
  }

  /** Another tab says that it edits: true only if the database says so too. */
  async function checkWriter(): Promise<void> {
    await onDatabase(async (open) => {
      const record = current && (await open.get('workspaces', current.id));
      if (record && record.writer !== writer) becomeFollower();
      if (status.role === 'follower') await catchUp();
      return ok(undefined);
    }, cannotSave);
  }

  /** With edits that are not on the disk, nothing is followed until the user has seen to them. */
  function becomeFollower(): void {
    unanswered = 0;
    isWriter = false;
    if (isSaved()) change({ role: 'follower', editorGone: false, save: { state: 'saved' } });
    else change({ role: 'stranded', editorGone: false, save: { state: 'failed', problem: OTHER_TAB } });
  }

  /** Reads what the editor wrote; by its message only from where it differs, if none was missed. */
  async function catchUp(message?: { revision: number; firstPosition: number }): Promise<void> {
    await onDatabase(async (open) => {
      if (!current || !disk) return ok(undefined);
      const transaction = open.transaction(STORE_NAMES, 'readonly');
      const record = await transaction.objectStore('workspaces').get(current.id);
      if (!record || record.revision === disk.revision) return ok(undefined);
      const isNext = message?.revision === disk.revision + 1 && record.revision === message.revision;
      const read = await readHistory(transaction, record, disk, isNext ? message.firstPosition : 0);
      adopt(read.disk);
      return ok(undefined);
    }, cannotSave);
  }

  /** The disk is what this tab has; the app is told where that is news. */
  function adopt(found: OnDisk): void {
    if (!current) return;
    if (found.revision === disk?.revision) return;
    disk = found;
    current = { ...current, history: { entries: found.entries, pointer: found.pointer } };
    options.onHistory?.(current.history);
  }

  async function handOver(): Promise<void> {
    if (status.role !== 'editor' || !current) return;
    if (!isSaved()) {
      post({ type: 'cannot-hand-over' });
      return;
    }
    const { id } = current;
    const released = await onDatabase((open) => release(open, id, writer), cannotSave);
    if (!released.ok) return;
    isWriter = false;
    change({ role: 'follower', editorGone: false });
    post({ type: 'handed-over' });
  }

  /** Brings the disk to `current` in one transaction: all of it, or nothing. */
  async function flush(forgotten?: string): Promise<Result<void>> {
    const wanted = current;
    if (!wanted) return fail('storage.nothing-open');
    if (status.role !== 'editor') return fail('storage.other-tab');
    if (disk && !isWriter) {
      // The disk was full when this tab began: it is not yet the one that writes.
      const taken = await takeRole();
      if (!taken.ok || status.role !== 'editor') return taken;
    }
    const written = await onDatabase(
      (open) => writeHistory(open, wanted, disk, { writer, time: now() }, forgotten),
      cannotSave,
    );
    if (written.ok) {
      const { firstPosition } = written.value;
      disk = written.value.disk;
      isWriter = true;
      post({ type: 'changed', revision: disk.revision, firstPosition });
      return ok(undefined);
    }
    if (written.problem.code === 'storage.other-tab') becomeFollower();
    return written;
  }

  /** Runs a write in its turn. The status is `saving` until the last of those under way has ended. */
  let underWay = 0;
  function saving(job: () => Promise<Result<void>>): Promise<Result<void>> {
    underWay += 1;
    if (status.save.state !== 'failed') change({ save: { state: 'saving' } });
    return inTurn(async () => {
      const result = await job();
      underWay -= 1;
      if (status.role === 'editor') {
        if (!result.ok) change({ save: { state: 'failed', problem: result.problem } });
        else if (underWay === 0) change({ save: { state: 'saved' } });
      } else if (status.role === 'follower' && underWay === 0) change({ save: { state: 'saved' } });
      return result;
    });
  }

  /** Makes this tab the editor. What the disk has is adopted; where it has gone, it is written again. */
  async function takeRole(): Promise<Result<void>> {
    const wanted = current;
    if (!wanted || !disk) return fail('storage.nothing-open');
    const known = disk;
    const hadEdits = !isSaved();
    const claimed = await onDatabase((open) => claim(open, wanted, known, { writer, time: now() }), cannotSave);
    if (!claimed.ok) return claimed;
    if (hadEdits && claimed.value && claimed.value.revision !== known.revision) {
      becomeFollower();
      return fail('storage.other-tab');
    }
    isWriter = claimed.value !== undefined;
    change({ role: 'editor', editorGone: false });
    if (claimed.value) adopt(claimed.value);
    else disk = undefined;
    post({ type: 'editing' });
    return claimed.value ? ok(undefined) : flush();
  }

  /** Tells followers, and in the record whoever comes next; what was saved stays. */
  function leave(): void {
    if (!isWriter || !current || !database) return;
    const { id } = current;
    isWriter = false;
    post({ type: 'leaving' });
    // Where the page is gone before it is written, the next one asks: no edit hangs on it.
    release(database, id, writer).catch(() => {});
  }

  return {
    get status() {
      return status;
    },
    list: () => inTurn(() => onDatabase(async (open) => ok(await listStored(open)), unreadable)),
    load: (id) =>
      inTurn(async () => {
        const found = await onDatabase(async (open) => ok(await readStored(open, id)), unreadable);
        if (!found.ok || !found.value) return found.ok ? ok<StoredWorkspace | undefined>(undefined) : found;
        const { source, disk: read, notes } = found.value;
        const loaded: StoredWorkspace = { id, source, history: { entries: read.entries, pointer: read.pointer } };
        reads.set(loaded, found.value);
        return ok<StoredWorkspace | undefined>(loaded, notes);
      }),
    // The page goes on meanwhile; whatever it saves waits for the answer of the other tabs.
    resume: (loaded, name) =>
      inTurn(async () => {
        leave();
        current = { id: loaded.id, name, source: loaded.source, history: loaded.history };
        const found = reads.get(loaded);
        disk = found?.disk;
        change({ workspace: undefined, role: 'editor', editorGone: false, save: { state: 'saved' } });
        const answer = found?.hasWriter ? ask('who-edits', 'editing') : undefined;
        if (found?.mayBeTorn) await settleLog(databaseName);
        const isEdited = (await answer) !== undefined;
        const taken = isEdited ? ok(undefined) : await takeRole();
        if (isEdited) becomeFollower();
        if (!taken.ok && status.role === 'editor') change({ save: { state: 'failed', problem: taken.problem } });
        if (status.role === 'follower') await catchUp();
        change({ workspace: loaded.id });
        return taken;
      }),
    open: (name, source) =>
      saving(async () => {
        const kept = copyOf(await source());
        const isForgotten = status.role === 'editor' && disk?.entries.length === 0;
        const forgotten = isForgotten ? current?.id : undefined;
        leave();
        current = { id: newId(), name, source: kept, history: EMPTY_HISTORY };
        disk = undefined;
        change({ workspace: current.id, role: 'editor', editorGone: false });
        return flush(forgotten);
      }),
    save: (history) =>
      saving(() => {
        if (current && status.role === 'editor') current = { ...current, history };
        return flush();
      }),
    retry: () => saving(() => flush()),
    takeOver: () =>
      saving(async () => {
        if (status.role !== 'follower') return fail('storage.nothing-open');
        const answer = status.editorGone ? undefined : await ask('hand-over', 'handed-over', 'cannot-hand-over');
        return answer === 'cannot-hand-over' ? fail('storage.cannot-hand-over') : takeRole();
      }),
    rejoin: () =>
      inTurn(async () => {
        if (status.role !== 'stranded') return fail('storage.nothing-open');
        disk = disk && { ...disk, revision: -1 };
        change({ role: 'follower', save: { state: 'saved' } });
        await catchUp();
        return ok(undefined);
      }),
    remove: (id) =>
      inTurn(() =>
        id === current?.id
          ? Promise.resolve(fail('storage.open-here'))
          : onDatabase((open) => removeStored(open, id), cannotSave),
      ),
    leave,
    close() {
      closed = true;
      clearInterval(watching);
      channel.close();
      database?.close();
      database = undefined;
    },
  };
}

type DistributiveOmit<T, K extends keyof TabMessage> = T extends unknown ? Omit<T, K> : never;

const OTHER_TAB: Problem = { code: 'storage.other-tab', params: {} };

/** One job after the other: an edit never overtakes the one before. */
function createTurns(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const result = last.then(job);
    last = result.catch(() => {});
    return result;
  };
}

/** Enough for a name that no other tab of this browser has; `crypto.randomUUID` is not there on plain http. */
const newId = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

/** The caller may hand its bytes on to the engine's worker and lose them before they are written. */
function copyOf(source: StoredSource): StoredSource {
  if (source.type === 'demo') return source;
  return { type: 'files', files: source.files.map(({ path, bytes }) => ({ path, bytes: bytes.slice() })) };
}

const sameStatus = (a: StorageStatus, b: StorageStatus) => JSON.stringify(a) === JSON.stringify(b);

const unreadable = (cause: unknown): Problem => ({ code: 'storage.unreadable', params: reasonOf(cause) });

function cannotSave(cause: unknown): Problem {
  const full = errorName(cause) === 'QuotaExceededError';
  return full ? { code: 'storage.full', params: {} } : { code: 'storage.cannot-save', params: reasonOf(cause) };
}
