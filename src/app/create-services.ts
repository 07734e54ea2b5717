/** Makes everything that the page consists of and connects it; nothing else in the browser constructs. */
import { createEngineClient } from '../engine/engine-client.ts';
import { findLanguage } from '../i18n/language.ts';
import { createWorkspaceStore as createWorkspaceStorage } from '../storage/workspace-store.ts';
import type { AppServices } from '../ui/app-context.tsx';
import type { Commands } from '../ui/commands.ts';
import { createKeyValueStorage } from '../ui/store/key-value-storage.ts';
import { createSettingsStore, type Settings } from '../ui/store/settings-store.ts';
import { addNotices, createViewStore } from '../ui/store/view-store.ts';
import { createWorkspaceStore } from '../ui/store/workspace-store.ts';
import { createExportController } from './export-controller.ts';
import { createMapController } from './map-controller.ts';
import { readDrop, readPicked } from './read-drop.ts';
import { createSelectionController } from './selection-controller.ts';
import { showReadiness } from './show-readiness.ts';
import { createWorkspaceController } from './workspace-controller.ts';
import { createFileSource, createServedSource, DEMO_FOLDER, type PathAndBlob } from './workspace-source.ts';

/** Under it the layers panel starts closed: the map keeps two thirds of the width. */
const WIDE_PIXELS = 1500;
/** Under it both panels start closed: they are sheets. */
const NARROW_PIXELS = 800;

export interface Started {
  readonly services: AppServices;
  start(): void;
}

export function createServices(): Started {
  const settings = createSettingsStore(createKeyValueStorage(findLocalStorage), defaultSettings());
  const workspace = createWorkspaceStore();
  const view = createViewStore();
  const storage = createWorkspaceStorage({ onProblem: (found) => found && addNotices(view, 'warning', [found]) });
  const engine = createEngineClient({
    // A worker that was ended takes its session along: what is open is given to the next one.
    onRestart: () => workspace.getState().document && void controller.recheck(),
  });
  const controller = createWorkspaceController({
    engine,
    storage,
    settings,
    workspace,
    view,
    now: () => new Date().toISOString(),
  });
  const map = createMapController({
    settings,
    workspace,
    view,
    baseMapUrl: new URL(`${DEMO_FOLDER}/basemap.pmtiles`, document.baseURI).href,
  });
  const selection = createSelectionController({ engine, workspace, view, settings, map });
  const exports = createExportController({ engine, workspace, view, settings });

  workspace.subscribe((state, before) => {
    if (state.features !== before.features || state.findingById !== before.findingById) selection.refresh();
  });
  showReadiness(document.documentElement, workspace);
  settings.subscribe((state) => applyToPage(state));
  applyToPage(settings.getState());

  const openFiles = (files: readonly PathAndBlob[]) => {
    if (files.length > 0) void controller.open(createFileSource(files));
  };
  const commands: Commands = {
    attachMap: (container) =>
      map.attach(container, {
        click: (pointer) => void selection.click(pointer),
        hover: selection.point,
        doubleClick: selection.zoomToSelection,
      }),
    openDemo: () => void controller.open(createServedSource(DEMO_FOLDER)),
    openFiles: (files) => openFiles(readPicked(files)),
    openDrop: (dropped) => void readDrop(dropped).then(openFiles),
    recheck: () => void controller.recheck(),
    cancel: controller.cancel,
    edit: controller.edit,
    undo: controller.undo,
    redo: controller.redo,
    exportWorkspace: () => void exports.exportWorkspace(),
    exportFindings: (format) => void exports.exportFindings(format),
    exportShape: (id) => void exports.exportShape(id),
    select: selection.select,
    cycle: selection.cycle,
    hover: selection.hover,
    setScope: selection.setScope,
    zoomToLayer: map.fitLayer,
    zoomToAll: map.fitAll,
    zoomToSelection: selection.zoomToSelection,
    setEngine(name) {
      if (settings.getState().engine === name) return;
      settings.getState().change({ engine: name });
      void controller.recheck();
    },
    probe: (draft) => engine.probe(draft),
    secondOpinion: (id) => engine.secondOpinion(id),
    compareEngines: (signal) => engine.compareEngines({ signal }),
    conflict: (id) => engine.conflict(id),
    planFix: (request) => engine.planFix(request),
    planSlivers: (signal) => engine.planSlivers({ signal }),
  };

  return {
    services: { settings, workspace, view, commands },
    start() {
      const asked = new URLSearchParams(location.search).get('workspace');
      void controller.start(createServedSource(asked || DEMO_FOLDER), !asked);
    },
  };
}

/** Access alone may throw where storage is forbidden; the wrapper catches that. */
const findLocalStorage = () => globalThis.localStorage;

function defaultSettings(): Settings {
  const asked = findLanguage(document.documentElement.lang) ?? 'zh-CN';
  return {
    language: asked,
    theme: 'light',
    engine: 'fast',
    baseMap: 'local',
    baseMapHosts: [],
    layersOpen: innerWidth >= WIDE_PIXELS,
    findingsOpen: innerWidth >= NARROW_PIXELS,
  };
}

function applyToPage({ language, theme }: Settings): void {
  document.documentElement.lang = language;
  document.documentElement.dataset.theme = theme;
}
