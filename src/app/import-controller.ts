/**
 * The import from files dropped to a patch applied. Files are read in a worker of its own, so that a
 * large ledger keeps nobody from drawing, and cancelling it loses nothing that is open.
 */
import { fail, problem, type Result } from '../core/result.ts';
import type { EngineClient } from '../engine/engine-client.ts';
import type { DatumExamination } from '../formats/datum-doctor/datum-types.ts';
import { rememberProfile } from '../formats/importing/import-profiles.ts';
import type {
  AskedChoices,
  ExaminedLayer,
  ImportExamination,
  ImportResult,
  ReadingChoices,
} from '../formats/importing/import-types.ts';
import type { PathAndBytes } from '../formats/workspace/workspace-path.ts';
import { LAYER_KINDS } from '../model/kinds.ts';
import type { LonLat } from '../model/lon-lat.ts';
import type { Patch, PatchOperation } from '../model/patch.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import { type ImportState, type ImportStore, NO_IMPORT } from '../ui/store/import-store.ts';
import type { ProfileStore } from '../ui/store/profile-store.ts';
import type { WorkspaceStore } from '../ui/store/workspace-store.ts';
import { emptyWorkspace, type WorkspaceSource } from './workspace-source.ts';

export interface ImportController {
  /** Files are on their way from the disk: half a gigabyte takes a second. */
  announce(): void;
  /** Reads the files; an import under way gives way. False where they turned out to be another dialog's business: then it is closed. */
  begin(files: readonly PathAndBytes[]): Promise<boolean>;
  revise(key: string, choices: AskedChoices): Promise<void>;
  examineDatum(key: string, reading: ReadingChoices): Promise<Result<DatumExamination>>;
  finish(): Promise<void>;
  /** Back to the choices, or out of the reading. */
  cancel(): void;
  close(): void;
}

export interface ImportControllerParts {
  /** Opens an engine for one import. */
  readonly openEngine: () => EngineClient;
  readonly store: ImportStore;
  readonly workspace: WorkspaceStore;
  readonly profiles: ProfileStore;
  readonly open: (source: WorkspaceSource) => Promise<void>;
  readonly edit: (patch: Patch) => void;
  /** Whether this tab may edit what is open. */
  readonly canEdit: () => boolean;
  readonly frame: () => void;
  /** Whether what was read is to be imported at all. */
  readonly isForImport: (examination: ImportExamination, files: readonly PathAndBytes[]) => Promise<boolean>;
  /** In the user's language. */
  readonly translate: (key: string) => string;
}

export function createImportController(parts: ImportControllerParts): ImportController {
  const { openEngine, store, workspace, profiles, open, edit, canEdit, frame, isForImport, translate } = parts;
  let engine: EngineClient | undefined;
  let running: AbortController | undefined;
  /** Choices are sent one after the other; only the last of a layer matters. */
  const latest = new Map<string, AskedChoices>();

  const start = () => {
    running?.abort();
    running = new AbortController();
    const { signal } = running;
    return {
      signal,
      onProgress: (progress: NonNullable<ReturnType<ImportStore['getState']>['progress']>) => {
        if (!signal.aborted) store.setState({ progress });
      },
    };
  };
  const end = () => {
    running?.abort();
    running = undefined;
    engine?.close();
    engine = undefined;
    latest.clear();
    store.setState(NO_IMPORT);
  };
  const document = () => (store.getState().into === 'current' ? workspace.getState().document : undefined);

  const updatedBy = ({ target }: AskedChoices) =>
    target.type === 'update' ? document()?.layers.find(({ id }) => id === target.layer) : undefined;

  const controller: ImportController = {
    announce() {
      end();
      store.setState({ ...NO_IMPORT, phase: 'reading' });
    },
    async begin(files) {
      end();
      const own = openEngine();
      engine = own;
      const { document: current, isDemo } = workspace.getState();
      // The demo is not anybody's workspace: what is dropped on it is the beginning of one's own.
      const into = current && !isDemo ? 'current' : 'new';
      const name = nameFor(files);
      store.setState({ ...NO_IMPORT, phase: 'reading', into, name });
      const near = into === 'current' ? middleOf(workspace) : undefined;
      const layers = into === 'current' ? (current?.layers ?? []) : [];
      const surroundings = {
        ...(near ? { near } : {}),
        layers: layers.map(({ id, kind, title }) => ({ id, kind, title })),
        kindTitles: Object.fromEntries(LAYER_KINDS.map((kind) => [kind, translate(`kind.${kind}`)])),
        profiles: profiles.getState().profiles,
      };
      const examined = await own.openImport({ files, surroundings }, start());
      // Closed, or others were dropped meanwhile.
      if (engine !== own) return true;
      if (!examined.ok) {
        if (examined.problem.code === 'engine.cancelled') end();
        else store.setState({ phase: 'deciding', problems: [examined.problem] });
        return true;
      }
      const isWanted = await isForImport(examined.value, files);
      if (engine !== own) return true;
      if (!isWanted) {
        end();
        return false;
      }
      const { layers: found, problems, notes } = examined.value;
      const first = found.find(({ choices }) => choices.included) ?? found[0];
      store.setState({ phase: 'deciding', progress: undefined, layers: found, problems, notes, current: first?.key });
      // What an update would do is known once it is held against the layer that is there.
      for (const { key, choices } of found) if (choices.target.type === 'update') void controller.revise(key, choices);
      return true;
    },
    async revise(key, choices) {
      latest.set(key, choices);
      store.setState(({ layers, revising }) => ({
        layers: layers.map((layer) => (layer.key === key ? withAsked(layer, choices) : layer)),
        revising: new Set([...revising, key]),
      }));
      const against = updatedBy(choices);
      const revised = await engine?.reviseImport({ key, choices, ...(against ? { against } : {}) });
      if (!revised || latest.get(key) !== choices) return;
      latest.delete(key);
      store.setState((state) => ({
        revising: new Set([...state.revising].filter((other) => other !== key)),
        ...takeRevised(state, key, revised),
      }));
    },
    async examineDatum(key, reading) {
      if (!engine) return fail('import-layer-gone', { key });
      // Whatever lies there is a witness, also where the import goes into a workspace of its own.
      const { features } = workspace.getState();
      const references = [...features.values()].map(({ layer, batch }) => ({ kind: layer.kind, batch }));
      return engine.examineDatum({ key, reading, references });
    },
    async finish() {
      const { layers, name, into } = store.getState();
      const own = engine;
      if (!own) return;
      // Another tab edits what is open: nothing is lost, the choices stay.
      if (into === 'current' && !canEdit()) return store.setState({ problems: [problem('app.read-only')] });
      const target = document();
      store.setState({ phase: 'building', progress: undefined });
      const choices = Object.fromEntries(layers.map((layer) => [layer.key, layer.choices]));
      const named = new Set(
        layers.flatMap(({ choices: { target: to } }) =>
          to.type === 'update' || to.type === 'append' ? [to.layer] : [],
        ),
      );
      const existing = target?.layers.filter(({ id }) => named.has(id)) ?? [];
      const taken = target?.layers.map(({ id }) => id) ?? [];
      const built = await own.finishImport({ choices, existing, taken }, start());
      if (engine !== own || store.getState().phase !== 'building') return;
      if (!built.ok) {
        const isCancelled = built.problem.code === 'engine.cancelled';
        return store.setState({ phase: 'deciding', ...(isCancelled ? {} : { problems: [built.problem] }) });
      }
      remember();
      if (into === 'new') await open(emptyWorkspace(name));
      const opened = workspace.getState().document;
      if (opened) edit(patchOf(built.value, opened));
      frame();
      own.close();
      engine = undefined;
      store.setState({ phase: 'done', result: built.value });
    },
    cancel() {
      running?.abort();
      if (store.getState().phase === 'building') store.setState({ phase: 'deciding', progress: undefined });
      else end();
    },
    close: end,
  };
  return controller;

  function remember(): void {
    const { layers, office } = store.getState();
    if (office.trim() === '') return;
    const remembered = layers
      .filter(({ choices }) => choices.included)
      .reduce(
        (all, { facts, choices }) =>
          rememberProfile(
            all,
            office.trim(),
            facts.fields.map((field) => field.name),
            choices,
          ),
        profiles.getState().profiles,
      );
    profiles.getState().keep(remembered);
  }
}

/** What was chosen shows at once; what it means for the layer comes with the answer. */
function withAsked(layer: ExaminedLayer, choices: AskedChoices): ExaminedLayer {
  const { fields, units } = layer.choices;
  return { ...layer, choices: { ...choices, fields: choices.fields ?? fields, units: choices.units ?? units } };
}

function takeRevised({ layers, refused }: ImportState, key: string, revised: Result<ExaminedLayer>) {
  if (!revised.ok) return { refused: { ...refused, [key]: revised.problem } };
  const { [key]: _, ...others } = refused;
  // The title may have been typed on meanwhile; whose mapping it began with stays true.
  const take = ({ choices: { title }, profile }: ExaminedLayer): ExaminedLayer => ({
    ...revised.value,
    ...(profile === undefined ? {} : { profile }),
    choices: { ...revised.value.choices, title },
  });
  return { refused: others, layers: layers.map((layer) => (layer.key === key ? take(layer) : layer)) };
}

/** One step of the history: layers added, and layers that took another's place. */
function patchOf({ layers }: ImportResult, document: WorkspaceDocument): Patch {
  const operations = layers.flatMap(({ id, layer, replaces }): PatchOperation[] => {
    const index = document.layers.findIndex((other) => other.id === id);
    if (!replaces || index < 0) return [{ op: 'layer', id, index: document.layers.length, layer }];
    return [
      { op: 'layer', id, index, layer: undefined },
      { op: 'layer', id, index, layer },
    ];
  });
  const titles = layers.map(({ layer, id }) => layer.manifest.title ?? id).join('、');
  return { label: { code: 'edit.import', params: { count: layers.length, titles } }, operations };
}

/** The folder's or the archive's name, else the first file's. */
function nameFor(files: readonly PathAndBytes[]): string {
  const path = files[0]?.path ?? '';
  return (path.split('/')[0] ?? path).replace(/\.[^.]+$/u, '');
}

/** The middle of the first layer that has shapes: near enough to tell one zone of a projection from the next. */
function middleOf(workspace: WorkspaceStore): LonLat | undefined {
  const { document, features } = workspace.getState();
  if (document?.frame) return document.frame;
  for (const { batch } of features.values()) {
    const { coordinates } = batch.geometry;
    const at = 2 * Math.floor(coordinates.length / 4);
    if (coordinates.length > 0) return [coordinates[at]!, coordinates[at + 1]!];
  }
  return undefined;
}
