/** Makes everything that the page consists of and connects it; nothing else in the browser constructs. */

import { createLatch } from '../core/latch.ts';
import { problem } from '../core/result.ts';
import { createEngineClient } from '../engine/engine-client.ts';
import type { Words } from '../i18n/words.ts';
import type { MapPointer } from '../map/map-types.ts';
import { createFileStore } from '../storage/file-store.ts';
import { createWorkspaceStore as createWorkspaceStorage } from '../storage/workspace-store.ts';
import type { AppServices } from '../ui/app-context.tsx';
import type { Commands } from '../ui/commands.ts';
import { createBaseMapStore } from '../ui/store/base-map-store.ts';
import { createImportStore } from '../ui/store/import-store.ts';
import { createKeyValueStorage } from '../ui/store/key-value-storage.ts';
import { mapTheme } from '../ui/store/map-theme.ts';
import { createPlacePictureStore } from '../ui/store/place-picture-store.ts';
import { createProfileStore } from '../ui/store/profile-store.ts';
import { createScenePictureStore, forgetScenePictures, showsSame } from '../ui/store/scene-picture-store.ts';
import { createSettingsStore, type SettingsStore } from '../ui/store/settings-store.ts';
import { createSlipStore } from '../ui/store/slip-store.ts';
import { createStorageStore } from '../ui/store/storage-store.ts';
import { createTableStore } from '../ui/store/table-store.ts';
import { type CellPlace, createTimeStore } from '../ui/store/time-store.ts';
import { addNotices, createViewStore } from '../ui/store/view-store.ts';
import { createWorkspaceStore } from '../ui/store/workspace-store.ts';
import { createBaseMapController } from './base-maps/base-map-controller.ts';
import { isArchiveName } from './base-maps/ground-files.ts';
import { findAllowedOrigins } from './base-maps/page-origins.ts';
import type { PictureController } from './base-maps/picture-controller.ts';
import { createExportController } from './export-controller.ts';
import { followAnnotations } from './ground/annotation-controller.ts';
import { createSwipeController } from './ground/swipe-controller.ts';
import { createImportController } from './import-controller.ts';
import { createKeepingController } from './keeping-controller.ts';
import { createMapController } from './map-controller.ts';
import { createMapPictures } from './map-pictures.ts';
import { createMonthController } from './month-controller.ts';
import { createFileOpener, isForImport } from './open-files.ts';
import { applyToPage, defaultSettings, findLocalStorage, findSessionStorage, PERMALINK_PAGE } from './page-parts.ts';
import { createPermalinkController } from './permalink-controller.ts';
import { createPhotoController } from './photo-controller.ts';
import { readDrop, readPicked } from './read-drop.ts';
import { findScopeMembers } from './scope-geometry.ts';
import { createSelectionController } from './selection-controller.ts';
import { showReadiness } from './show-readiness.ts';
import { createSiltLoading } from './silt-loading.ts';
import { createSlipController } from './slip-controller.ts';
import { createSlipPictures } from './slip-pictures.ts';
import type { TimeController } from './time-controller.ts';
import { createWorkspaceController } from './workspace-controller.ts';
import { createServedSource, DEMO_FOLDER, fetchAhead } from './workspace-source.ts';

/** Under this name a tab remembers over a reload which of the kept workspaces it had open. */
const OPEN_WORKSPACE = 'chentu.workspace';

/** Where an office puts the base map of its own district, beside the app. */
const SERVED_BASE_MAP = 'basemap/district.pmtiles';

export interface Started {
  readonly services: AppServices;
  start(): void;
}

/** Before all else: the language that they name is fetched first. */
export const createSettings = (): SettingsStore =>
  createSettingsStore(createKeyValueStorage(findLocalStorage), defaultSettings());

export function createServices(settings: SettingsStore, words: Words): Started {
  const translator = () => words.of(settings.getState().language);
  const tabMemory = createKeyValueStorage(findSessionStorage);
  const workspace = createWorkspaceStore();
  const view = createViewStore();
  const importing = createImportStore();
  const profiles = createProfileStore(createKeyValueStorage(findLocalStorage));
  const tables = createTableStore(createKeyValueStorage(findLocalStorage));
  const slips = createSlipStore(createKeyValueStorage(findLocalStorage));
  const storage = createWorkspaceStorage({
    onStatus: (status) => keeper.onStatus(status),
    onHistory: (history) => controller.follow(history),
  });
  const keeping = createStorageStore(storage.status);
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
  const baseMaps = createBaseMapStore(createKeyValueStorage(findLocalStorage), findAllowedOrigins(document));
  const largeFiles = createFileStore();
  const bases = createBaseMapController({
    store: baseMaps,
    settings,
    workspace,
    view,
    files: largeFiles,
    demoUrl: new URL(`${DEMO_FOLDER}/basemap.pmtiles`, document.baseURI).href,
    servedUrl: new URL(SERVED_BASE_MAP, document.baseURI).href,
    pageOrigin: location.origin,
    reload: () => location.reload(),
  });
  let startedPictures: Promise<PictureController> | undefined;
  const withPictures = async (use: (pictures: PictureController) => void) => {
    startedPictures ??= import('./base-maps/pictures.ts').then(({ startPictures }) =>
      startPictures({
        store: baseMaps,
        view,
        files: largeFiles,
        translate: (key) => translator()(key),
      }),
    );
    use(await startedPictures);
  };
  const addGroundFiles = (files: readonly File[]) => {
    for (const file of files) if (isArchiveName(file.name)) void bases.addFile(file);
    void withPictures((pictures) => void pictures.addFiles(files));
  };
  const engineRuns = createLatch();
  const map = createMapController({
    startAfter: engineRuns.opened,
    settings,
    workspace,
    view,
    importing,
    baseMaps,
    translator,
    mendBaseMap: (address) => bases.mend(address),
  });
  const time = createTimeStore();
  let hotspots: TimeController | undefined;
  const drawn = {
    at: (pointer: MapPointer) => hotspots?.drawnAt(pointer),
    openCell: (place: CellPlace | undefined) => time.setState({ place }),
  };
  const selection = createSelectionController({ engine, workspace, view, settings, map, drawn });
  const theme = () => mapTheme(view.getState(), settings.getState());
  const annotations = followAnnotations({ view, workspace, settings, translator });
  const swipe = createSwipeController({
    view,
    workspace,
    settings,
    baseMaps,
    translator,
    theme,
    watchLayers: map.watchLayers,
    watchInk: annotations.watch,
    findingsOfMonth: async (month) => {
      await controller.settled();
      const kept = await engine.findingsOfMonth(month);
      if (!kept.ok) addNotices(view, 'warning', [kept.problem]);
      return kept.ok ? kept.value : [];
    },
  });
  const stopWaiting = view.subscribe(({ drawer }) => drawer === 'time' && time.setState({ isAsked: true }));
  const stopAsking = time.subscribe(({ isAsked }) => {
    if (!isAsked) return;
    stopWaiting();
    stopAsking();
    void import('./time-controller.ts').then(({ createTimeController }) => {
      hotspots = createTimeController({
        time,
        view,
        workspace,
        settings,
        engine,
        translate: (key, params) => translator()(key, params),
      });
    });
  });
  const stopUnnarrowed = view.subscribe(({ narrowed }) => {
    if (!narrowed) return;
    stopUnnarrowed();
    void import('./ground/narrowing-controller.ts').then(({ createNarrowingController }) =>
      createNarrowingController({ view, workspace, roadsideSoil: () => commands.roadsideSoil() }),
    );
  });
  const keeper = createKeepingController({
    storage,
    keeping,
    workspace,
    view,
    remember: (id) => tabMemory.set(OPEN_WORKSPACE, id),
    openKept: controller.openKept,
  });
  const permalinks = createPermalinkController({
    view,
    workspace,
    page: PERMALINK_PAGE,
    select: selection.select,
    setScope: selection.setScope,
  });
  const exports = createExportController({
    engine,
    workspace,
    view,
    settings,
    keeping,
    translator,
    settled: controller.settled,
  });

  const scenePictures = createScenePictureStore();
  workspace.subscribe((state, before) => {
    // Pictures of what was there before are none of what comes next; saving a scene changes nothing that they show.
    if (!showsSame(state.document, before.document)) forgetScenePictures(scenePictures);
    if (state.features !== before.features || state.findingById !== before.findingById) selection.refresh();
  });
  showReadiness(document.documentElement, workspace, keeping);
  settings.subscribe((state) => applyToPage(state));
  applyToPage(settings.getState());

  const imports = createImportController({
    openEngine: () => createEngineClient(),
    store: importing,
    workspace,
    profiles,
    open: controller.open,
    edit: controller.edit,
    canEdit: () => storage.status.role === 'editor',
    frame: map.fitAll,
    isForImport: (examination, files) => isForImport(workspace, examination, files),
    translate: (key) => translator()(key),
  });
  const photos = createPhotoController({
    workspace,
    view,
    time,
    open: controller.open,
    edit: controller.edit,
    canEdit: () => storage.status.role === 'editor',
    zoomToLayer: map.fitLayer,
    translate: (key, params) => translator()(key, params),
  });
  const openFiles = createFileOpener({ view, importing, imports, photos, open: controller.open, addGroundFiles });
  const months = createMonthController({ engine, workspace, view, edit: controller.edit, settled: controller.settled });
  const pictures = createMapPictures(view, swipe);

  const slipCommands = createSlipController({
    engine,
    workspace,
    view,
    settings,
    pictures: createSlipPictures({ workspace, view, takePicture: pictures.take, select: selection.select }),
    edit: controller.edit,
    translator,
    settled: controller.settled,
  });
  const commands: Commands = {
    attachMap: (container) =>
      map.attach(container, {
        click: (pointer) => void selection.click(pointer),
        hover: selection.point,
        doubleClick: () => view.getState().pointerTool || selection.zoomToSelection(),
      }),
    baseMaps: {
      choose: bases.choose,
      add: bases.add,
      addFiles: addGroundFiles,
      allow: bases.allow,
      remove: bases.remove,
      removePicture: (id) => void withPictures((pictures) => pictures.remove(id)),
      putInView: (id) => void withPictures((pictures) => pictures.putInView(id)),
    },
    slips: slipCommands,
    openDemo: () => void controller.open(createServedSource(DEMO_FOLDER)),
    openFiles: (files) => void openFiles(readPicked(files)),
    openDrop: (dropped) => void readDrop(dropped).then(openFiles),
    reviseImport: (key, choices) => void imports.revise(key, choices),
    examineDatum: imports.examineDatum,
    finishImport: () => void imports.finish(),
    cancelImport: imports.cancel,
    closeImport: imports.close,
    cancelPhotos: photos.cancel,
    recheck: () => void controller.recheck(),
    cancel: controller.cancel,
    edit: controller.edit,
    undo: controller.undo,
    redo: controller.redo,
    jump: controller.jump,
    saveFile: (elsewhere = false) => void exports.saveFile(elsewhere),
    retrySave: () => void keeper.retry(),
    takeOver: () => void keeper.takeOver(),
    rejoin: () => void keeper.rejoin(),
    openKept: (id) => void keeper.openKept(id),
    removeKept: (id) => void keeper.removeKept(id),
    exportFindings: (format) => void exports.exportFindings(format),
    exportFeatures: (request) => void exports.exportFeatures(request),
    exportTables: (name, tables, format) => void exports.exportTables(name, tables, format),
    exportPicture: exports.exportPicture,
    exportFile: exports.exportFile,
    writeSlides: (deck, signal) => engine.writeSlides(deck, signal ? { signal } : {}),
    writeMonthPack: async (input, signal) => {
      await controller.settled();
      return engine.writeMonthPack(input, signal ? { signal } : {});
    },
    takePicture: pictures.take,
    exportShape: (id) => void exports.exportShape(id),
    select: selection.select,
    cycle: selection.cycle,
    hover: selection.hover,
    setScope: selection.setScope,
    membersOf: (scope) => findScopeMembers(workspace.getState().features, scope),
    zoomToLayer: map.fitLayer,
    zoomToBounds: (bounds) => map.fitBounds(bounds),
    zoomToAll: map.fitAll,
    showSiltLoading: createSiltLoading(workspace, view),
    zoomToSelection: selection.zoomToSelection,
    zoomToPlace: selection.zoomToPlace,
    async setLanguage(language) {
      try {
        await words.load(language);
        settings.getState().change({ language });
      } catch {
        addNotices(view, 'error', [problem('app.language-not-loaded')]);
      }
    },
    setEngine(name) {
      if (settings.getState().engine === name) return;
      settings.getState().change({ engine: name });
      void controller.recheck();
    },
    probe: (draft) => engine.probe(draft),
    chartData: (request) => engine.chartData(request),
    countInside: (request) => engine.countInside(request),
    compareMonths: months.compare,
    listChanges: months.list,
    keepMonth: months.keep,
    importMonth: months.importFile,
    upwind: (question) => engine.upwind(question),
    surroundings: (question) => engine.surroundings(question),
    groundShares: (areas) => engine.groundShares(areas),
    streetsOf: async (question) => {
      await controller.settled();
      return engine.streetsOf(question);
    },
    roadsideSoil: async () => {
      await controller.settled();
      return engine.roadsideSoil();
    },
    sizesOf: async (layer) => {
      await controller.settled();
      return engine.sizesOf(layer);
    },
    secondOpinion: (id) => engine.secondOpinion(id),
    compareEngines: (signal) => engine.compareEngines({ signal }),
    conflict: (id) => engine.conflict(id),
    planFix: (request) => engine.planFix(request),
    planSlivers: (signal) => engine.planSlivers({ signal }),
    viewLink() {
      permalinks.flush();
      return location.href;
    },
  };

  return {
    services: {
      words,
      settings,
      workspace,
      view,
      keeping,
      importing,
      profiles,
      time,
      tables,
      baseMaps,
      placePictures: createPlacePictureStore(),
      scenePictures,
      slips,
      commands,
    },
    start() {
      bases.start();
      if (baseMaps.getState().pictures.length > 0) void withPictures(() => {});
      const asked = new URLSearchParams(location.search).get('workspace');
      keeper.attach(window);
      permalinks.start();
      const fallback = createServedSource(asked || DEMO_FOLDER);
      // Listing what is kept in the browser takes a while; mostly it is the same workspace, with edits.
      void fetchAhead(engine, fallback).finally(engineRuns.open);
      void controller.start({
        fallback,
        preferStored: !asked,
        remembered: tabMemory.get(OPEN_WORKSPACE),
      });
    },
  };
}
