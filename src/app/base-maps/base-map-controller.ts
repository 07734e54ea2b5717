/**
 * Which base map lies under the data: the chosen one of the list, else the local one. Adds, allows and
 * forgets them. The map hears of it through the store.
 */
import type { Problem, Result } from '../../core/result.ts';
import { originsOfEntry } from '../../formats/tiles/entry-origins.ts';
import type { BaseMap } from '../../map/map-types.ts';
import type { BaseMapEntry } from '../../model/base-map.ts';
import type { FileStore } from '../../storage/file-store.ts';
import type { NewBaseMap } from '../../ui/commands.ts';
import { addFacts, type BaseMapStore, freshId, type LocalBaseMap } from '../../ui/store/base-map-store.ts';
import type { SettingsStore } from '../../ui/store/settings-store.ts';
import { addNotices, type ViewStore } from '../../ui/store/view-store.ts';
import type { WorkspaceStore } from '../../ui/store/workspace-store.ts';

export interface BaseMapController {
  start(): void;
  choose(id: string): void;
  /** The user has been told what it asks, and of whom: those origins are allowed. */
  add(added: NewBaseMap): void;
  addFile(file: File): Promise<void>;
  allow(id: string): void;
  remove(id: string): void;
  /**
   * The map could not read its base map. The local archive is taken whole; of a style, it is found out and said
   * why that address cannot be read. False where neither helps.
   */
  mend(address: string | undefined): Promise<boolean>;
}

export interface BaseMapControllerParts {
  readonly store: BaseMapStore;
  readonly settings: SettingsStore;
  readonly workspace: WorkspaceStore;
  readonly view: ViewStore;
  readonly files: FileStore;
  /** Address of the demo's archive, and of the one that an office may serve beside the app. */
  readonly demoUrl: string;
  readonly servedUrl: string;
  readonly pageOrigin: string;
  readonly reload: () => void;
}

export function createBaseMapController(parts: BaseMapControllerParts): BaseMapController {
  const { store, settings, workspace, view, files, demoUrl, servedUrl, pageOrigin, reload } = parts;
  /** Files of this visit that could not be kept. */
  const held = new Map<string, File>();
  /** Archives as one piece, for servers that do not answer byte ranges. */
  const wholes = new Map<string, Blob | undefined>();
  let isServed: Promise<boolean> | undefined;
  let turn = 0;
  /** Why the map could not read a part of a style. */
  let asking: Promise<Result<unknown>> | undefined;

  const isAllowed = (origin: string) =>
    origin === pageOrigin || store.getState().allowedOrigins.includes(origin.toLowerCase());
  const chosen = (): BaseMapEntry | undefined =>
    store.getState().entries.find(({ id }) => id === settings.getState().baseMap);
  const lay = (baseMap: BaseMap) => store.setState({ baseMap });

  const tell = (id: string, problem: Problem) => {
    const before = store.getState().facts[id]?.problem;
    if (before?.code === problem.code) return;
    addFacts(store, id, { problem });
    addNotices(view, 'warning', [problem]);
  };

  /** The demo shows its own fictional district: under anyone else's data it would be a lie. */
  const findLocal = async (): Promise<LocalBaseMap> => {
    const { document, isDemo } = workspace.getState();
    if (document === undefined || isDemo) return 'demo';
    isServed ??= isArchive(servedUrl);
    return (await isServed) ? 'served' : 'none';
  };

  const layLocal = (local: LocalBaseMap) => {
    const url = local === 'demo' ? demoUrl : servedUrl;
    lay(local === 'none' ? { type: 'none' } : { type: 'pmtiles', source: wholes.get(url) ?? url });
  };

  const resolve = async () => {
    const mine = ++turn;
    const { baseMap } = settings.getState();
    const entry = chosen();
    if (baseMap === 'none') lay({ type: 'none' });
    // The list says what the local one would be, whichever is chosen.
    const finding = findLocal().then((local) => {
      if (mine !== turn) return;
      store.setState({ local });
      if (!entry && baseMap !== 'none') layLocal(local);
    });
    if (!entry) return finding;
    const { id } = entry;
    addFacts(store, id, { isBusy: true });
    // Most visits have no map of their own.
    const { resolveBaseMap } = await import('./resolve-base-map.ts');
    const found = await resolveBaseMap(entry, {
      tiandituKey: store.getState().tiandituKey,
      layerId: `${id}-${mine}`,
      isAllowed,
      findFile: async (file) => held.get(file) ?? (await files.find(file)),
      onFacts: (facts) => addFacts(store, id, facts),
      onProblem: (problem) => mine === turn && tell(id, problem),
    });
    if (mine !== turn) return;
    addFacts(store, id, { isBusy: false });
    if (!found.ok) tell(id, found.problem);
    lay(found.ok && found.value ? found.value : { type: 'none' });
  };

  /** Asks once more what a style's map could not read. True where the reason is said. */
  const tellWhy = async (address: string): Promise<boolean> => {
    const entry = chosen();
    if (!entry || !isAllowed(new URL(address, servedUrl).origin)) return false;
    // One reason is enough: every tile that is missing would ask again.
    if (store.getState().facts[entry.id]?.problem) return true;
    const mine = turn;
    asking ??= import('./ask.ts').then(({ ask }) => ask(address));
    const found = await asking;
    asking = undefined;
    if (!found.ok && mine === turn) tell(entry.id, found.problem);
    return !found.ok;
  };

  const forgetProblem = (id: string) =>
    store.setState(({ facts }) => {
      const { problem: _, missingOrigins: __, ...rest } = facts[id] ?? {};
      return { facts: { ...facts, [id]: rest } };
    });

  const choose = (id: string) => {
    forgetProblem(id);
    if (settings.getState().baseMap === id) void resolve();
    else settings.getState().change({ baseMap: id });
  };

  /** Every origin of the list stays allowed, and no other. */
  const allowOnly = (further: readonly string[] = []) => {
    const own = store.getState().entries.flatMap((entry) => [...originsOfEntry(entry)]);
    const before = settings.getState().baseMapHosts;
    // Those that a style or a WMTS named: known by the entry being still there.
    const named = store.getState().entries.some(({ type }) => type === 'style' || type === 'wmts') ? before : [];
    settings.getState().change({ baseMapHosts: [...new Set([...own, ...named, ...further])] });
  };

  const allowAndUse = (id: string, origins: readonly string[]) => {
    allowOnly(origins);
    const mustReload = origins.some((origin) => !isAllowed(origin));
    choose(id);
    if (mustReload) reload();
  };

  const put = (entry: BaseMapEntry) => store.setState(({ entries }) => ({ entries: [...entries, entry] }));

  return {
    start() {
      settings.subscribe((state, before) => {
        if (state.baseMap !== before.baseMap) void resolve();
      });
      workspace.subscribe((state, before) => {
        if (state.isDemo !== before.isDemo || !state.document !== !before.document) void resolve();
      });
      store.subscribe((state, before) => {
        const { baseMap } = settings.getState();
        const find = (entries: readonly BaseMapEntry[]) => entries.find(({ id }) => id === baseMap);
        if (find(state.entries) === find(before.entries) && state.tiandituKey === before.tiandituKey) return;
        forgetProblem(baseMap);
        void resolve();
      });
      void resolve();
    },
    choose,
    add(added) {
      const entry = { ...added, id: freshId(store.getState()) } as BaseMapEntry;
      put(entry);
      allowAndUse(entry.id, originsOfEntry(entry));
    },
    async addFile(file) {
      const { openArchive } = await import('../../map/base-archive.ts');
      const id = freshId(store.getState());
      const opened = await openArchive(file, id);
      if (!opened.ok) return addNotices(view, 'error', [{ ...opened.problem, at: { file: file.name } }]);
      held.set(id, file);
      put({
        type: 'file',
        id,
        name: file.name,
        sizeBytes: file.size,
        attribution: '',
        approvalNumber: '',
        muted: false,
      });
      choose(id);
      addFacts(store, id, { isKept: await files.keep(id, file) });
    },
    allow(id) {
      allowAndUse(id, store.getState().facts[id]?.missingOrigins ?? []);
    },
    remove(id) {
      held.delete(id);
      void files.forget(id);
      store.setState(({ entries }) => ({ entries: entries.filter((entry) => entry.id !== id) }));
      allowOnly();
      if (settings.getState().baseMap === id) choose('local');
    },
    async mend(address) {
      const { baseMap } = store.getState();
      if (baseMap.type === 'style' && address !== undefined) return tellWhy(address);
      if (baseMap.type !== 'pmtiles' || typeof baseMap.source !== 'string' || wholes.has(baseMap.source)) return false;
      const whole = await fetchWhole(baseMap.source);
      wholes.set(baseMap.source, whole);
      if (whole) void resolve();
      return whole !== undefined;
    },
  };
}

/** Asks our own server for the first bytes alone; some answer a page instead of nothing. */
async function isArchive(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { headers: { range: 'bytes=0-6' } });
    const reader = response.ok ? response.body?.getReader() : undefined;
    const first = await reader?.read();
    void reader?.cancel();
    return new TextDecoder().decode(first?.value?.subarray(0, 7)) === 'PMTiles';
  } catch {
    return false;
  }
}

/** Undefined where it is not there. */
async function fetchWhole(address: string): Promise<Blob | undefined> {
  try {
    const response = await fetch(address);
    const blob = response.ok ? await response.blob() : undefined;
    return blob && (await blob.slice(0, 7).text()) === 'PMTiles' ? blob : undefined;
  } catch {
    return undefined;
  }
}
