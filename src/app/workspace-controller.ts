/**
 * Opens, checks, edits: the one writer of the workspace store. The document here and the engine's copy
 * receive the same patches in the same order; whatever the engine loses, it is given again.
 */
import { compareFindings } from '../checks/assemble.ts';
import type { Problem, Result } from '../core/result.ts';
import type { EngineClient } from '../engine/engine-client.ts';
import type { ApplyOutput, OpenedData } from '../engine/protocol.ts';
import { effectiveBatch } from '../model/effective-batch.ts';
import type { CheckResult, FindingsDelta } from '../model/findings.ts';
import {
  EMPTY_HISTORY,
  type History,
  type HistoryStep,
  patchesInForce,
  recordEdit,
  redo,
  undo,
} from '../model/history.ts';
import { applyPatch, type Patch } from '../model/patch.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import type { WorkspaceStore as WorkspaceStorage } from '../storage/stored-types.ts';
import { createLayerFeatures, type FeaturesByLayer } from '../ui/store/layer-features.ts';
import type { SettingsStore } from '../ui/store/settings-store.ts';
import { addNotices, INITIAL_VIEW, type ViewStore } from '../ui/store/view-store.ts';
import { EMPTY_WORKSPACE, type WorkspaceState, type WorkspaceStore, withCheck } from '../ui/store/workspace-store.ts';
import { sourceFromStored, type WorkspaceSource } from './workspace-source.ts';

export interface WorkspaceController {
  /** Opens what the last visit left, else the given source. */
  start(fallback: WorkspaceSource, preferStored: boolean): Promise<void>;
  open(source: WorkspaceSource): Promise<void>;
  /** The same workspace with its edits, checked from scratch: another engine, or a worker that was lost. */
  recheck(): Promise<void>;
  cancel(): void;
  edit(patch: Patch): void;
  undo(): void;
  redo(): void;
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

  const say = (severity: 'error' | 'warning', problems: readonly Problem[]) => addNotices(view, severity, problems);

  /** Reads and checks; false where nothing new could be opened. */
  const load = async (from: WorkspaceSource, history: History, isNew: boolean): Promise<boolean> => {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    const { signal } = controller;
    const before = workspace.getState();
    workspace.setState({ phase: 'opening', progress: undefined });
    const isLatest = () => running === controller;
    let shown = false;
    const result = await readAndOpen(from, history, signal, (data) => {
      if (!isLatest()) return;
      shown = true;
      if (isNew) view.setState(resetView(view.getState()));
      showData(workspace, data, history, from.isDemo);
    });
    if (!isLatest()) return false;
    running = undefined;
    if (result.ok) {
      workspace.setState({ phase: 'ready', progress: undefined, ...withCheck(result.value.check) });
      if (result.value.problems.length > 0) say('error', result.value.problems);
      return true;
    }
    if (result.problem.code !== 'engine.cancelled') say('error', [result.problem]);
    // Before the data came, what was open before stays open.
    workspace.setState(
      shown
        ? { phase: 'ready', progress: undefined }
        : { phase: before.document ? 'ready' : 'none', progress: undefined },
    );
    return shown;
  };

  const readAndOpen = async (
    from: WorkspaceSource,
    history: History,
    signal: AbortSignal,
    onOpened: (data: OpenedData) => void,
  ) => {
    const files = await from.read(signal);
    if (!files.ok) return files;
    return engine.open(
      { files: files.value, patches: patchesInForce(history), engine: settings.getState().engine },
      {
        signal,
        onProgress: (progress) => {
          if (!signal.aborted) workspace.setState({ progress });
        },
        onOpened,
      },
    );
  };

  const take = (step: HistoryStep | undefined) => {
    if (!step) return;
    workspace.setState({ document: step.document, history: step.history, phase: 'updating' });
    void storage.save(step.history);
    for (const patch of step.applied) {
      waiting += 1;
      queue = queue
        .then(() => applyInEngine(patch))
        .then(() => {
          waiting -= 1;
          if (waiting === 0 && workspace.getState().phase === 'updating') workspace.setState({ phase: 'ready' });
        });
    }
  };

  const applyInEngine = async (patch: Patch) => {
    const result: Result<ApplyOutput> = await engine.apply(patch);
    if (result.ok) return showDelta(workspace, patch, result.value);
    say('error', [result.problem]);
    await controller.recheck();
  };

  const controller: WorkspaceController = {
    async start(fallback, preferStored) {
      const stored = await storage.load();
      if (!stored.ok) say('warning', [stored.problem]);
      else if (stored.notes.length > 0) say('warning', stored.notes);
      const kept = stored.ok ? stored.value : undefined;
      const wanted = await fallback.store();
      const isSame = kept?.source.type === 'demo' && wanted.type === 'demo' && kept.source.name === wanted.name;
      if (!kept || !(preferStored || isSame)) return controller.open(fallback);
      source = sourceFromStored(kept.source);
      if (await load(source, kept.history, true)) return undefined;
      return controller.open(fallback);
    },
    async open(next) {
      const previous = source;
      source = next;
      if (await load(next, EMPTY_HISTORY, true)) {
        const kept = await storage.open(await next.store());
        if (!kept.ok) say('warning', [kept.problem]);
      } else source = previous;
    },
    async recheck() {
      if (source) await load(source, workspace.getState().history, false);
    },
    cancel: () => running?.abort(),
    edit(patch) {
      const { document, history } = workspace.getState();
      if (document) take(recordEdit(document, history, patch, now()));
    },
    undo() {
      const { document, history } = workspace.getState();
      if (document) take(undo(document, history));
    },
    redo() {
      const { document, history } = workspace.getState();
      if (document) take(redo(document, history));
    },
  };
  return controller;
}

/** The data of a workspace just read, with the edits in force laid over it. */
function showData(workspace: WorkspaceStore, data: OpenedData, history: History, isDemo: boolean): void {
  const document = patchesInForce(history).reduce((before, patch) => applyPatch(before, patch).document, data.document);
  workspace.setState({
    ...EMPTY_WORKSPACE,
    phase: 'checking',
    document,
    features: readFeatures(document, new Map()),
    drawables: data.drawables,
    history,
    isDemo,
  });
}

/** Batches of layers that did not change are kept as they are. */
function readFeatures(document: WorkspaceDocument, before: FeaturesByLayer): FeaturesByLayer {
  return new Map(
    document.layers.map((layer) => {
      const kept = before.get(layer.id);
      return [layer.id, kept?.layer === layer ? kept : createLayerFeatures(layer, effectiveBatch(layer))];
    }),
  );
}

function showDelta(workspace: WorkspaceStore, patch: Patch, { delta, drawables }: ApplyOutput): void {
  workspace.setState((state): Partial<WorkspaceState> => {
    const { document, check } = state;
    if (!document || !check) return state;
    const touched = layersTouched(patch);
    const ids = new Set(document.layers.map((layer) => layer.id));
    const kept = Object.entries(state.drawables).filter(([id]) => ids.has(id) && !touched.has(id));
    return {
      drawables: { ...Object.fromEntries(kept), ...drawables },
      // The newest document may be ahead of this delta by edits that follow; their own deltas bring the rest.
      features: readFeatures(document, state.features),
      ...withCheck(mergeDelta(check, delta)),
    };
  });
}

function layersTouched(patch: Patch): Set<string> {
  return new Set(
    patch.operations.flatMap((operation) =>
      operation.op === 'feature' ? [operation.layer] : operation.op === 'layer' ? [operation.id] : [],
    ),
  );
}

export function mergeDelta(check: CheckResult, delta: FindingsDelta): CheckResult {
  const gone = new Set([...delta.removed, ...delta.changed.map((finding) => finding.id)]);
  const kept = check.findings.filter((finding) => !gone.has(finding.id));
  return {
    ...check,
    summary: delta.summary,
    findings: [...kept, ...delta.changed, ...delta.added].sort(compareFindings),
    unchecked: delta.unchecked,
    notes: delta.notes,
  };
}

/** Another workspace has other layers, streets and findings; mode, map and notices stay. */
function resetView(state: ReturnType<ViewStore['getState']>) {
  const { mode, map, presenting } = state;
  return { ...INITIAL_VIEW, mode, map, presenting };
}
