/**
 * Opens, checks, edits: the one writer of the workspace store. The document here and the engine's copy
 * receive the same patches in the same order; whatever the engine loses, it is given again.
 */
import { type Problem, problem, type Result } from '../core/result.ts';
import type { EngineClient, OpenOptions } from '../engine/engine-client.ts';
import type { ApplyOutput, OpenedData } from '../engine/protocol.ts';
import type { Drawable } from '../geo/drawable.ts';
import type { Finding } from '../model/findings.ts';
import {
  EMPTY_HISTORY,
  follow,
  type History,
  type HistoryStep,
  jump,
  patchesInForce,
  recordEdit,
  redo,
  undo,
} from '../model/history.ts';
import { joinPatches, type Patch } from '../model/patch.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import type { KeptWorkspace, WorkspaceStore as WorkspaceStorage } from '../storage/stored-types.ts';
import type { SettingsStore } from '../ui/store/settings-store.ts';
import { addNotices, INITIAL_VIEW, type ViewStore } from '../ui/store/view-store.ts';
import { type WorkspaceStore, withCheck } from '../ui/store/workspace-store.ts';
import { showData, showDelta, showDrawn } from './show-workspace.ts';
import { sourceFromStored, type WorkspaceSource } from './workspace-source.ts';

export interface StartOptions {
  readonly fallback: WorkspaceSource;
  /** What the last visit left goes before `fallback`, whatever it is; else only if it is the same workspace. */
  readonly preferStored: boolean;
  /** What this tab had open before a reload. */
  readonly remembered: string | undefined;
}

export interface WorkspaceController {
  /** Opens what the last visit left, else the given source. */
  start(options: StartOptions): Promise<void>;
  open(source: WorkspaceSource): Promise<void>;
  /** Opens what is kept in this browser; false where that is not possible. */
  openKept(id: string): Promise<boolean>;
  /** The same workspace with its edits, checked from scratch: another engine, or a worker that was lost. */
  recheck(): Promise<void>;
  cancel(): void;
  edit(patch: Patch): void;
  undo(): void;
  redo(): void;
  /** To any point of the history, as one batch for the engine. */
  jump(pointer: number): void;
  /** What another tab wrote of the open workspace. */
  follow(history: History): void;
  /** Once the engine has all edits that were made so far. */
  settled(): Promise<void>;
}

export interface WorkspaceControllerParts {
  readonly engine: EngineClient;
  readonly storage: WorkspaceStorage;
  readonly settings: SettingsStore;
  readonly workspace: WorkspaceStore;
  readonly view: ViewStore;
  /** The clock of the history list; nothing that is checked depends on it. */
  readonly now: () => string;
}

export function createWorkspaceController(parts: WorkspaceControllerParts): WorkspaceController {
  const { engine, storage, settings, workspace, view, now } = parts;
  let source: WorkspaceSource | undefined;
  let running: AbortController | undefined;
  /** Edits reach the engine one after the other. */
  let queue: Promise<void> = Promise.resolve();
  let waiting = 0;
  /** Until it is known which tab edits what was just opened, edits wait. */
  let resuming: Promise<unknown> | undefined;

  const say = (severity: 'error' | 'warning', problems: readonly Problem[]) => addNotices(view, severity, problems);

  /**
   * Reads and checks; false where nothing new could be opened. `fresh` is the history of a workspace
   * that was not open before, and what to do once its data show.
   */
  const load = async (from: WorkspaceSource, fresh?: { history: History; onShown(): void }): Promise<boolean> => {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    const before = workspace.getState();
    workspace.setState({ phase: 'opening', progress: undefined });
    const isLatest = () => running === controller;
    let shown = false;
    // Gathered part by part: a map of a quarter of a million made at the end would stop the page.
    const byId = new Map<string, Finding>();
    const onFindings = (part: readonly Finding[]) => {
      for (const finding of part) byId.set(finding.id, finding);
    };
    // What the engine has not yet taken in would reach it twice.
    await queue;
    const onOpened = (data: OpenedData) => {
      if (!isLatest()) return;
      shown = true;
      if (fresh) view.setState(resetView(view.getState(), before.document !== undefined));
      // Edits made since the engine was given the others follow through the queue.
      const history = fresh?.history ?? workspace.getState().history;
      showData(workspace, data, { history, isDemo: from.isDemo, isNew: fresh !== undefined });
      fresh?.onShown();
    };
    const onDrawn = (layer: string, drawable: Drawable) => {
      if (isLatest()) showDrawn(workspace, layer, drawable);
    };
    const result = await readAndOpen(from, fresh?.history, controller.signal, { onOpened, onDrawn, onFindings });
    if (!isLatest()) return false;
    running = undefined;
    const phase = waiting > 0 ? 'updating' : 'ready';
    if (result.ok) {
      workspace.setState({ phase, progress: undefined, ...withCheck(result.value.check, byId) });
      if (result.value.problems.length > 0) say('error', result.value.problems);
      return true;
    }
    if (result.problem.code !== 'engine.cancelled') say('error', [result.problem]);
    // Before the data came, what was open before stays open.
    workspace.setState({ phase: shown || before.document ? phase : 'none', progress: undefined });
    return shown;
  };

  const readAndOpen = async (
    from: WorkspaceSource,
    fresh: History | undefined,
    signal: AbortSignal,
    arrivals: Pick<OpenOptions, 'onOpened' | 'onDrawn' | 'onFindings'>,
  ) => {
    const files = await from.read();
    if (!files.ok) return files;
    const patches = patchesInForce(fresh ?? workspace.getState().history);
    return engine.open(
      { files: files.value, patches, engine: settings.getState().engine },
      {
        signal,
        onProgress: (progress) => {
          if (!signal.aborted) workspace.setState({ progress });
        },
        ...arrivals,
      },
    );
  };

  const show = (step: HistoryStep) => {
    const { phase } = workspace.getState();
    const patch = joinPatches(step.applied);
    const isIdle = phase === 'ready' || phase === 'updating';
    workspace.setState({
      document: step.document,
      history: step.history,
      ...(isIdle && patch ? { phase: 'updating' } : {}),
    });
    if (!patch) return;
    waiting += 1;
    queue = queue
      .then(() => applyInEngine(patch))
      .then(() => {
        waiting -= 1;
        if (waiting === 0 && workspace.getState().phase === 'updating') workspace.setState({ phase: 'ready' });
      });
  };

  /** An edit of this tab; refused where another tab edits. */
  const change = (make: (document: WorkspaceDocument, history: History) => HistoryStep | undefined) => {
    if (resuming) {
      void resuming.then(() => change(make));
      return;
    }
    const { document, history } = workspace.getState();
    if (!document) return;
    if (storage.status.role !== 'editor') return say('warning', [problem('app.read-only')]);
    const step = make(document, history);
    if (!step) return;
    show(step);
    void storage.save(step.history);
  };

  const applyInEngine = async (patch: Patch) => {
    const result: Result<ApplyOutput> = await engine.apply(patch);
    if (result.ok) return showDelta(workspace, patch, result.value);
    say('error', [result.problem]);
    // Not awaited: it waits for this queue.
    void controller.recheck();
  };

  const controller: WorkspaceController = {
    async start({ fallback, preferStored, remembered }) {
      const listed = await storage.list();
      if (!listed.ok) say('warning', [listed.problem]);
      const suits = (kept: KeptWorkspace) => preferStored || kept.served === fallback.served;
      const kept = (listed.ok ? listed.value : []).filter(suits);
      const wanted = kept.find(({ id }) => id === remembered) ?? kept[0];
      if (!wanted || !(await controller.openKept(wanted.id))) await controller.open(fallback);
    },
    async open(next) {
      const previous = source;
      source = next;
      const onShown = () => {
        const name = workspace.getState().document?.name ?? '';
        // What cannot be kept shows in the status; here nothing is lost yet.
        void storage.open(name, () => next.store());
      };
      if (!(await load(next, { history: EMPTY_HISTORY, onShown }))) source = previous;
    },
    async openKept(id) {
      const loaded = await storage.load(id);
      if (!loaded.ok) say('warning', [loaded.problem]);
      if (!loaded.ok || !loaded.value) return false;
      if (loaded.notes.length > 0) say('warning', loaded.notes);
      const stored = loaded.value;
      const previous = source;
      source = sourceFromStored(stored.source);
      const onShown = () => {
        const resumed = storage.resume(stored, workspace.getState().document?.name ?? '').finally(() => {
          if (resuming === resumed) resuming = undefined;
        });
        resuming = resumed;
      };
      const opened = await load(source, { history: stored.history, onShown });
      if (!opened) source = previous;
      return opened;
    },
    async recheck() {
      if (source) await load(source);
    },
    cancel: () => running?.abort(),
    edit: (patch) => change((document, history) => recordEdit(document, history, patch, now())),
    undo: () => change(undo),
    redo: () => change(redo),
    jump: (pointer) =>
      change((document, history) => (pointer === history.pointer ? undefined : jump(document, history, pointer))),
    follow(next) {
      const { document, history } = workspace.getState();
      if (document) show(follow(document, history, next));
    },
    async settled() {
      await resuming;
      await queue;
    },
  };
  return controller;
}

/**
 * Another workspace has other layers, streets and findings. What is of the page stays: a panel or dialog that was
 * opened while the workspace was still being read, a file that is being written. What was said of the workspace that
 * was open before goes with it.
 */
function resetView(state: ReturnType<ViewStore['getState']>, anotherWasOpen: boolean) {
  const { mode, map, presenting, wallRoom, panel, drawer, dialog, returned, work, dragging } = state;
  const ofThePage = { mode, map, presenting, wallRoom, panel, drawer, dialog, returned, work, dragging };
  return { ...INITIAL_VIEW, ...ofThePage, notices: anotherWasOpen ? [] : state.notices };
}
