/**
 * The map as one object: base map, data, findings, highlights and controls behind `MapView`. It
 * starts on bare paper, so that data never waits for the base map, and lays the base map under it.
 */
import { Map as MapLibreMap, type StyleSpecification, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { BADGE_SOURCE_ID, roomOf } from './badge-room.ts';
import { fontFaces } from './base-fonts.ts';
import { BASE_SOURCE_ID } from './base-style.ts';
import { createBaseTiles } from './base-tiles.ts';
import { captureMap } from './capture.ts';
import { keepForeign } from './carry-over.ts';
import { composeStyle, LABEL_SOURCE_ID, type StyleState, VEIL_SOURCE_ID } from './compose-style.ts';
import { createCrosshair } from './crosshair.ts';
import { createDataOverlay } from './data-overlay.ts';
import { createDrawWindow } from './draw-window.ts';
import { createEmitter } from './emitter.ts';
import { adoptStyle } from './foreign-style.ts';
import { middleOfFreePart, placeBeside } from './free-part.ts';
import { holdFonts } from './hold-fonts.ts';
import { createLabelPoints } from './label-points.ts';
import { createMapControls } from './map-controls.ts';
import { cameraOf, centerOf, moveOptions, setGeoJson } from './map-motion.ts';
import type {
  BaseMap,
  BaseTiles,
  Bounds,
  LayerView,
  MapEvents,
  MapView,
  MapViewOptions,
  MoveOptions,
  Padding,
  TileLayer,
} from './map-types.ts';
import { listenToPointer } from './pointer.ts';
import { rasterId } from './raster-layers.ts';
import { veilAround } from './veil.ts';

const NO_PADDING: Padding = { top: 0, right: 0, bottom: 0, left: 0 };
const NOTHING: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Needs WebGL2: ask `findMapFailure` first, this throws without it. Every later failure is an `error` event. */
export function createMapView(container: HTMLElement, options: MapViewOptions): MapView {
  const motion = options.motion ?? !matchMedia('(prefers-reduced-motion: reduce)').matches;
  const emitter = createEmitter<MapEvents>();
  const tiles = options.tiles ?? createBaseTiles();
  let state: StyleState = { ...options, fonts: fontFaces(), labels: NOTHING, veil: NOTHING, badges: NOTHING };
  let padding = options.padding ?? NO_PADDING;
  let destroyed = false;

  setWorkerUrl(new URL(workerUrl, import.meta.url).href);
  container.classList.add('chentu-map');
  container.dataset.theme = options.theme;
  const map = new MapLibreMap({
    container,
    style: composeStyle(state),
    ...(options.camera ? cameraOf(options.camera) : {}),
    ...(options.bounds ? { bounds: [...options.bounds], fitBoundsOptions: { padding: { ...padding } } } : {}),
    attributionControl: false,
    canvasContextAttributes: { antialias: options.antialias ?? true },
    fadeDuration: motion ? 120 : 0,
    maxPitch: 0,
    dragRotate: true,
    locale: { 'Map.Title': options.texts.translate('map.region') },
  });
  const data = createDataOverlay(map, options.theme);
  const controls = options.controls === false ? undefined : createMapControls(container, map, options.texts);
  const labels = createLabelPoints();
  const pointAt = (longitude: number, latitude: number) => controls?.setPointer(longitude, latitude);
  const crosshair = createCrosshair(container, map, emitter, pointAt);
  const labelPlace = createDrawWindow(map);
  controls?.setPadding(padding.left, padding.right, padding.bottom);
  crosshair.setPadding(padding);

  const restyle = (change: Partial<StyleState>) => {
    state = { ...state, ...change };
    // Until then the state waits: laying the base map makes the style from it.
    if (!data.started()) return;
    map.setStyle(composeStyle(state), {
      diff: true,
      transformStyle: (before: StyleSpecification | undefined, next: StyleSpecification) => keepForeign(before, next),
    });
  };
  const layBase = (baseMap: BaseMap) => {
    const { baseUrl: _, rasterBase: __, foreign: ___, ...rest } = state;
    state = rest;
    controls?.setCredit(baseMap.type === 'none' ? {} : baseMap);
    restyle(baseParts(baseMap, tiles));
  };

  let layers: readonly LayerView[] = [];
  const updateLabels = () => {
    const points = labels.update(layers, labelPlace.current());
    if (points) state = { ...state, labels: points };
    return points;
  };

  let baseMap = options.baseMap;
  const ready = new Promise<void>((resolve) => {
    map.once('load', () => {
      if (destroyed) return;
      // Only now: an interleaved overlay added earlier throws (deck.gl#10733).
      map.addControl(data.overlay);
      data.start();
      layBase(baseMap);
      resolve();
    });
  });
  map.on('error', ({ error, ...rest }) => {
    const source = 'sourceId' in rest ? String(rest.sourceId) : '';
    // Who makes the tiles of a layer says himself what is wrong with them.
    if (source.startsWith(rasterId(''))) return;
    const basemap = source === BASE_SOURCE_ID || source.startsWith('chentu-base-') || /basemap/.test(error.message);
    const address = 'url' in error && typeof error.url === 'string' ? { address: error.url } : {};
    const code = basemap ? 'map.problem.basemap' : 'map.problem.drawing';
    emitter.emit('error', { code, detail: error.message, ...address });
  });
  data.onBadges((badges) => {
    const room = roomOf(badges, state.theme);
    state = { ...state, badges: room };
    setGeoJson(map, BADGE_SOURCE_ID, room);
  });
  data.onError((detail) => emitter.emit('error', { code: 'map.problem.drawing', detail }));
  map.on('moveend', () => {
    emitter.emit('move', view.camera());
    const points = labelPlace.follow() ? updateLabels() : undefined;
    if (points) setGeoJson(map, LABEL_SOURCE_ID, points);
  });
  // Tiles that are still being made are drawn in a later frame.
  map.on('idle', () => {
    if (data.isComplete()) emitter.emit('idle', null);
  });
  const stopListening = listenToPointer(map, emitter, pointAt, data.countedAt);

  const view: MapView = {
    map,
    ready,
    setTheme(theme) {
      container.dataset.theme = theme;
      data.setTheme(theme);
      restyle({ theme });
    },
    setLanguage(language) {
      // The caller's translator speaks the new language by now.
      controls?.setTexts(options.texts);
      restyle({ language });
    },
    setBaseMap(next) {
      baseMap = next;
      if (data.started()) layBase(next);
    },
    holdBaseMap: async () => (baseMap.type === 'pmtiles' ? tiles.hold() : baseMap.type === 'none'),
    lendTiles: () => tiles.lend(),
    holdFonts,
    setPictures(pictures) {
      restyle({ pictures: pictures.map((picture) => ({ ...picture, template: tiles.openLayer(picture) })) });
    },
    setLayers(next) {
      layers = next;
      data.setLayers(next);
      labelPlace.follow();
      const points = updateLabels();
      if (!points) return;
      // With a base map its own labels of the same places have to go, else the data alone changes.
      if (data.started() && (state.baseUrl || state.foreign)) restyle({});
      else setGeoJson(map, LABEL_SOURCE_ID, points);
    },
    setFindings: (findings) => data.setFindings(findings),
    setSelection: (geometries) => data.setHighlight('selection', geometries),
    setHover: (geometries) => data.setHighlight('hover', geometries),
    setPreview: data.setPreview,
    setGhost: data.setGhost,
    setOverlay: data.setOverlay,
    setInk: data.setInk,
    setScopeMask(scope) {
      const veil = scope ? veilAround(scope) : NOTHING;
      state = { ...state, veil };
      setGeoJson(map, VEIL_SOURCE_ID, veil);
    },
    setPadding(next) {
      const isSame = (['top', 'right', 'bottom', 'left'] as const).every((side) => padding[side] === next[side]);
      padding = next;
      if (!isSame) emitter.emit('padding', next);
      controls?.setPadding(next.left, next.right, next.bottom);
      crosshair.setPadding(next);
    },
    setPlaceWriter: (write) => controls?.setPlaceWriter(write),
    fitBounds(bounds, move: MoveOptions = {}) {
      const options = moveOptions(move, motion, padding);
      map.fitBounds([...bounds], { maxZoom: 17, ...options, linear: false });
    },
    flyTo(center, zoom, move: MoveOptions = {}) {
      const { padding: room, ...rest } = moveOptions(move, motion, padding);
      map.flyTo({
        center: centerOf(center),
        ...(zoom === undefined ? {} : { zoom }),
        ...rest,
        offset: middleOfFreePart(room),
      });
    },
    camera() {
      const { lng, lat } = map.getCenter();
      return { center: [lng, lat], zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() };
    },
    setCamera(camera, move: MoveOptions = {}) {
      const { padding: _, ...rest } = moveOptions(move, motion, NO_PADDING);
      map.flyTo({ ...cameraOf(camera), ...rest });
    },
    freeCamera() {
      const camera = view.camera();
      const { clientWidth, clientHeight } = container;
      const [right, down] = middleOfFreePart(padding);
      return {
        ...camera,
        center: placeBeside(camera, right, down),
        room: [
          Math.max(1, clientWidth - padding.left - padding.right),
          Math.max(1, clientHeight - padding.top - padding.bottom),
        ],
      };
    },
    setFreeCamera({ room: _, ...camera }, move) {
      const [right, down] = middleOfFreePart(padding);
      view.setCamera({ ...camera, center: placeBeside(camera, -right, -down) }, move);
    },
    bounds() {
      const bounds = map.getBounds();
      return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    },
    freeBounds: () => freeBoundsOf(map, padding),
    on: emitter.on,
    credit: () => controls?.credit() ?? '',
    capture: () => captureMap(map),
    resize: () => map.resize(),
    destroy() {
      if (destroyed) return;
      destroyed = true;
      stopListening();
      controls?.destroy();
      crosshair.destroy();
      data.stop();
      map.remove();
      tiles.close();
      container.classList.remove('chentu-map');
    },
  };
  return view;
}

/** Of the four corners of the free part, since the map may be turned. */
function freeBoundsOf(map: MapLibreMap, { top, right, bottom, left }: Padding): Bounds {
  const { clientWidth, clientHeight } = map.getCanvas();
  const corners = [
    [left, top],
    [clientWidth - right, top],
    [left, clientHeight - bottom],
    [clientWidth - right, clientHeight - bottom],
  ].map(([x, y]) => map.unproject([x as number, y as number]));
  const longitudes = corners.map(({ lng }) => lng);
  const latitudes = corners.map(({ lat }) => lat);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}

function baseParts(baseMap: BaseMap, tiles: BaseTiles): Partial<StyleState> {
  switch (baseMap.type) {
    case 'none':
      return {};
    case 'pmtiles':
      return { baseUrl: tiles.open(baseMap.source) };
    case 'style':
      return { foreign: adoptStyle(baseMap.style) };
    case 'raster': {
      const { ground, annotation, muted } = baseMap;
      const opened = (layer: TileLayer) => ({ ...layer, template: tiles.openLayer(layer) });
      return { rasterBase: { ground: opened(ground), muted, ...(annotation && { annotation: opened(annotation) }) } };
    }
  }
}
