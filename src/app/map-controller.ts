/**
 * Keeps the map in step with the stores, and hands its events on. The one place that makes a MapView;
 * before the map stands, and where there is no WebGL, every call is quietly kept or dropped.
 */
import { wallCamera } from '../briefing/wall-camera.ts';
import type { Translate } from '../i18n/make-translator.ts';
import { isLabelled } from '../map/label-points.ts';
import type { Bounds, LayerView, MapFailure, MapPointer, MapView, Padding } from '../map/map-types.ts';
import type { BaseMapStore } from '../ui/store/base-map-store.ts';
import type { ImportStore } from '../ui/store/import-store.ts';
import { mapTheme } from '../ui/store/map-theme.ts';
import type { SettingsStore } from '../ui/store/settings-store.ts';
import { addNotices, lookOf, RECOLOR_REASONS, type ViewState, type ViewStore } from '../ui/store/view-store.ts';
import type { WorkspaceStore } from '../ui/store/workspace-store.ts';
import { createLabelCache, createStylingCache } from './layer-looks.ts';
import { boundsOf } from './layers-box.ts';
import { findingShapes, shownFindings } from './shown-findings.ts';

export interface MapHandlers {
  click(pointer: MapPointer): void;
  hover(pointer: MapPointer | null): void;
  doubleClick(): void;
}

export interface MapController {
  attach(container: HTMLElement, handlers: MapHandlers): () => void;
  setSelection(geometries: readonly GeoJSON.Geometry[]): void;
  setHover(geometries: readonly GeoJSON.Geometry[]): void;
  fitBounds(bounds: Bounds, maxZoom?: number): void;
  fitLayer(layer: string): void;
  /** Layers as they are drawn: now, and after every change. Returns the function that ends it. */
  watchLayers(listener: (views: readonly LayerView[]) => void): () => void;
  /** Where every feature that is not marked as outside lies. */
  fitFeatures(outside: ReadonlyMap<string, Uint8Array>): void;
  fitAll(): void;
}

export interface MapControllerParts {
  readonly settings: SettingsStore;
  readonly workspace: WorkspaceStore;
  readonly view: ViewStore;
  readonly importing: ImportStore;
  readonly baseMaps: BaseMapStore;
  /** In the language of the page. */
  readonly translator: () => Translate;
  /** A base map that could not be read: tries another way. False where there is none. */
  readonly mendBaseMap: (address: string | undefined) => Promise<boolean>;
  /** What may not wait while the map's start stops the page. */
  readonly startAfter: Promise<void>;
}

const MARGIN_PIXELS = 40;
const LEFT_PIXELS = 300;
const RIGHT_PIXELS = 360;
/** importing.module.css says the same. */
const IMPORT_PIXELS = 600;
const IMPORT_SHARE = 0.56;
const SHEETS_BELOW_PIXELS = 800;

export function createMapController(parts: MapControllerParts): MapController {
  const { settings, workspace, view, importing, baseMaps, translator, mendBaseMap, startAfter } = parts;
  const labelsOf = createLabelCache();
  const leaderText = () => translator()('map.leader.label', { name: '{name}' });
  const stylingOf = createStylingCache();
  let mapView: MapView | undefined;
  let shownLayers: readonly LayerView[] = [];
  const layerWatchers = new Set<(views: readonly LayerView[]) => void>();
  let selection: readonly GeoJSON.Geometry[] = [];
  /** The workspace that the camera was brought to. */
  let framed: string | undefined;

  const padding = (): Padding => {
    const { layersOpen, theme } = settings.getState();
    const importPhase = importing.getState().phase;
    const isImporting = importPhase !== 'none';
    // The findings give way to what is being decided.
    const findingsOpen = settings.getState().findingsOpen && (!isImporting || importPhase === 'done');
    const scale = theme === 'projector' ? 1.3 : 1;
    // The panel of the mode stands beside the layers, not in their place.
    const { mode, panel, drawer, presenting, wallRoom } = view.getState();
    // No panel is on the wall.
    if (presenting) return wallRoom ?? { top: 0, bottom: 0, left: 0, right: 0 };
    const isBeside = mode !== 'browse' || panel !== undefined;
    const leftPanels = Number(layersOpen) + Number(isBeside);
    const drawerOpen = drawer !== undefined && mode !== 'brief';
    const sheets = innerWidth < SHEETS_BELOW_PIXELS;
    return {
      top: 0,
      bottom: drawerOpen ? innerHeight * settings.getState().drawerShare : 0,
      left: sheets
        ? 0
        : isImporting
          ? Math.min(IMPORT_PIXELS * scale, innerWidth * IMPORT_SHARE)
          : leftPanels * LEFT_PIXELS * scale,
      right: findingsOpen && !sheets ? RIGHT_PIXELS * scale : 0,
    };
  };
  const roomFor = (): Padding => {
    const { top, right, bottom, left } = padding();
    return {
      top: top + MARGIN_PIXELS,
      right: right + MARGIN_PIXELS,
      bottom: bottom + MARGIN_PIXELS,
      left: left + MARGIN_PIXELS,
    };
  };
  /**
   * A briefing shows ground: what was seen stays to be seen when its panel comes, and when it goes. A scene that is
   * saved right away is then of the whole of it.
   */
  const pad = (keepsGround: boolean) => {
    const seen = keepsGround ? mapView?.freeCamera() : undefined;
    mapView?.setPadding(padding());
    if (mapView && seen) mapView.setFreeCamera(wallCamera(seen, ...mapView.freeCamera().room));
  };
  const theme = () => mapTheme(view.getState(), settings.getState());

  const pushLayers = () => {
    const { features, drawables, stylings } = workspace.getState();
    const views = [...features].flatMap(([id, found]): LayerView[] => {
      const drawable = drawables[id];
      const styling = stylings[id];
      if (!drawable || !styling || drawable.count !== found.batch.ids.length) return [];
      const { visible: isWanted, opacity, leaders } = lookOf(view.getState(), id);
      const visible = isWanted && !view.getState().drawnOtherwise.has(id);
      const kind = found.layer.kind;
      const labels = isLabelled(kind) ? { labels: labelsOf(found, leaders ? leaderText() : undefined) } : {};
      return [{ id, kind, drawable, styling, visible, opacity, ...labels }];
    });
    busy();
    shownLayers = views;
    mapView?.setLayers(views);
    for (const watch of layerWatchers) watch(views);
  };

  const pushFindings = () => {
    const { scopeMembers } = view.getState();
    busy();
    mapView?.setFindings(findingShapes(shownFindings(workspace.getState(), view.getState()), scopeMembers));
  };

  const pushOverlays = (before: ViewState['overlays'] = {}) => {
    const { overlays } = view.getState();
    for (const name of Object.keys(before)) if (!(name in overlays)) mapView?.setOverlay(name, []);
    for (const [name, shapes] of Object.entries(overlays)) {
      if (shapes !== before[name]) mapView?.setOverlay(name, shapes);
    }
  };

  const frame = () => {
    const { document, features } = workspace.getState();
    if (!mapView || !document || framed === document.name) return;
    const bounds = boundsOf([...features.values()]);
    if (!bounds) return;
    framed = document.name;
    mapView.fitBounds(bounds, { padding: roomFor(), motion: false });
  };

  const busy = () => {
    globalThis.document.documentElement.dataset.map = 'busy';
  };

  const restyle = () => {
    const { features } = workspace.getState();
    const { scopeMembers, masks, recolors } = view.getState();
    workspace.setState({
      stylings: Object.fromEntries(
        [...features].map(([id, found]) => [
          id,
          stylingOf(found, {
            dimmed: scopeMembers?.outside.get(id),
            hidden: Object.values(masks).flatMap((byLayer) => byLayer?.get(id) ?? []),
            recolor: RECOLOR_REASONS.map((reason) => recolors[reason]?.get(id)).findLast(
              (found) => found !== undefined,
            ),
          }),
        ]),
      ),
    });
  };

  const pushPlaceWriter = async () => {
    const { placeNotation } = settings.getState();
    // Plain degrees the map writes by itself.
    const write =
      placeNotation === 'decimal'
        ? undefined
        : await (await import('./place-writer.ts')).createPlaceWriter(placeNotation, translator());
    if (settings.getState().placeNotation === placeNotation) mapView?.setPlaceWriter(write);
  };

  const follow = (): (() => void)[] => [
    workspace.subscribe((state, before) => {
      if (state.features !== before.features) restyle();
      else if (state.drawables !== before.drawables || state.stylings !== before.stylings) pushLayers();
      if (state.check !== before.check) pushFindings();
      if (state.document !== before.document || state.features !== before.features) frame();
    }),
    view.subscribe((state, before) => {
      if (state.scopeMembers !== before.scopeMembers) {
        restyle();
        pushFindings();
        mapView?.setScopeMask(state.scopeMembers?.ground ?? null);
      } else if (state.masks !== before.masks || state.recolors !== before.recolors) {
        restyle();
        if (state.masks !== before.masks || state.recolors.alert !== before.recolors.alert) pushFindings();
      }
      if (state.overlays !== before.overlays) pushOverlays(before.overlays);
      if (
        state.panel !== before.panel ||
        state.drawer !== before.drawer ||
        state.mode !== before.mode ||
        state.presenting !== before.presenting ||
        state.wallRoom !== before.wallRoom
      )
        pad(state.mode !== before.mode && (state.mode === 'brief' || before.mode === 'brief'));
      if (state.looks !== before.looks || state.drawnOtherwise !== before.drawnOtherwise) pushLayers();
      if (state.hiddenRules !== before.hiddenRules || state.onlyFindings !== before.onlyFindings) pushFindings();
      if (mapTheme(state, settings.getState()) !== mapTheme(before, settings.getState())) mapView?.setTheme(theme());
    }),
    settings.subscribe((state, before) => {
      if (state.theme !== before.theme) mapView?.setTheme(theme());
      if (state.language !== before.language) {
        mapView?.setLanguage(state.language);
        pushLayers();
      }
      if (state.placeNotation !== before.placeNotation || state.language !== before.language) void pushPlaceWriter();
      mapView?.setPadding(padding());
    }),
    baseMaps.subscribe((state, before) => {
      if (state.baseMap !== before.baseMap) mapView?.setBaseMap(state.baseMap);
      if (state.pictureLayers !== before.pictureLayers) mapView?.setPictures(state.pictureLayers);
    }),
    importing.subscribe((state, before) => {
      if (state.phase !== before.phase) mapView?.setPadding(padding());
    }),
  ];

  const tellOrMend = async ({ code, detail, address }: MapFailure) => {
    if (code === 'map.problem.basemap' && (await mendBaseMap(address))) return;
    addNotices(view, 'warning', [{ code, params: { detail } }]);
  };

  const begin = (container: HTMLElement, handlers: MapHandlers, createMapView: CreateMapView): (() => void) => {
    const { language } = settings.getState();
    const made = createMapView(container, {
      theme: theme(),
      language,
      baseMap: baseMaps.getState().baseMap,
      padding: padding(),
      texts: { translate: (key) => translator()(key) },
      antialias: !new URLSearchParams(location.search).has('plain'),
    });
    mapView = made;
    const stop = [
      made.on('click', handlers.click),
      made.on('hover', handlers.hover),
      made.on('doubleClick', handlers.doubleClick),
      made.on('idle', () => {
        globalThis.document.documentElement.dataset.map = 'idle';
      }),
      made.on('error', (failure) => void tellOrMend(failure)),
    ];
    framed = undefined;
    frame();
    pushLayers();
    pushFindings();
    made.setSelection(selection);
    pushOverlays();
    void pushPlaceWriter();
    made.setPictures(baseMaps.getState().pictureLayers);
    made.setScopeMask(view.getState().scopeMembers?.ground ?? null);
    void made.ready.then(() => mapView === made && view.setState({ map: made }));
    return () => {
      for (const end of stop) end();
      view.setState({ map: undefined });
      mapView = undefined;
      made.destroy();
    };
  };

  return {
    attach(container, handlers) {
      let left = false;
      let end: (() => void) | undefined;
      const unfollow = follow();
      // The map's code is the largest part of the page: the panels do not wait for it. Its start stops the page's thread for a while.
      void Promise.all([import('../map/map-view.ts'), import('../map/map-support.ts'), startAfter]).then(
        ([{ createMapView }, { findMapFailure }]) => {
          if (left) return;
          const failure = findMapFailure();
          if (failure) addNotices(view, 'error', [{ code: failure.code, params: { detail: failure.detail } }]);
          else end = begin(container, handlers, createMapView);
        },
      );
      return () => {
        left = true;
        for (const stop of unfollow) stop();
        end?.();
      };
    },
    setSelection(geometries) {
      selection = geometries;
      busy();
      mapView?.setSelection(geometries);
    },
    watchLayers(listener) {
      layerWatchers.add(listener);
      listener(shownLayers);
      return () => layerWatchers.delete(listener);
    },
    setHover: (geometries) => mapView?.setHover(geometries),
    fitBounds: (bounds, maxZoom) =>
      mapView?.fitBounds(bounds, { padding: roomFor(), ...(maxZoom === undefined ? {} : { maxZoom }) }),
    fitLayer(layer) {
      const found = workspace.getState().features.get(layer);
      const bounds = found && boundsOf([found]);
      if (bounds) mapView?.fitBounds(bounds, { padding: roomFor() });
    },
    fitFeatures(outside) {
      const bounds = boundsOf([...workspace.getState().features.values()], outside);
      if (bounds) mapView?.fitBounds(bounds, { padding: roomFor() });
    },
    fitAll() {
      const bounds = boundsOf([...workspace.getState().features.values()]);
      if (bounds) mapView?.fitBounds(bounds, { padding: roomFor() });
    },
  };
}

type CreateMapView = typeof import('../map/map-view.ts').createMapView;
