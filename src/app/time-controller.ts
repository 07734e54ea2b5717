/**
 * Hotspots over time: from what the time pane sets to masks, what the map draws instead of single hotspots, and the
 * figures that the pane shows. Loaded when somebody first asks, by the pane or by a scene; goes on when the pane is closed.
 */

import { findFrameCenter } from '../checks/frame.ts';
import { filterHotspots, masksOf } from '../checks/hotspots/filter-hotspots.ts';
import { buildHotspotTable, type HotspotLayer } from '../checks/hotspots/hotspot-table.ts';
import { buildTimeAxis, offsetOf } from '../checks/hotspots/time-axis.ts';
import type { EngineClient } from '../engine/engine-client.ts';
import { createFrame } from '../geo/laea.ts';
import type { Translate } from '../i18n/translate.ts';
import type { MapPointer } from '../map/map-types.ts';
import { THEMES } from '../map/theme.ts';
import { latestInstant } from '../model/instant.ts';
import type { FeaturesByLayer } from '../ui/store/layer-features.ts';
import { mapTheme } from '../ui/store/map-theme.ts';
import type { SettingsStore } from '../ui/store/settings-store.ts';
import { INITIAL_TIME, type TimeStore } from '../ui/store/time-store.ts';
import { INITIAL_VIEW, setMasks, setOverlay, type ViewStore } from '../ui/store/view-store.ts';
import type { WorkspaceStore } from '../ui/store/workspace-store.ts';
import { buildCellCard, type DrawnHit, findDrawnAt } from './hotspot-card.ts';
import { drawHotspots, type Picture } from './hotspot-pictures.ts';
import { metersPerPixelAt } from './map-scale.ts';

export interface TimeControllerParts {
  readonly time: TimeStore;
  readonly view: ViewStore;
  readonly workspace: WorkspaceStore;
  readonly settings: SettingsStore;
  readonly engine: Pick<EngineClient, 'groundShares'>;
  readonly translate: Translate;
}

const OVERLAY = 'hotspots';
/** The cell that is looked at. */
const CELL_OVERLAY = 'hotspot-cell';

export interface TimeController {
  /** The cluster, cell or hexagon under a click. */
  drawnAt(pointer: MapPointer): DrawnHit | undefined;
}

export function createTimeController(parts: TimeControllerParts): TimeController {
  const { time, view, workspace, settings, engine, translate } = parts;
  let isWanted = false;
  let known: readonly HotspotLayer[] = [];
  /** Of the camera, in whole steps: clusters are made anew with each. */
  let zoom = 12;
  let stopListening: (() => void) | undefined;

  const clock = () => workspace.getState().check?.asOf ?? workspace.getState().document?.asOf;

  /** Anew where the layers of hotspots are others than before. */
  const readTable = () => {
    const { features, document } = workspace.getState();
    if (!isWanted || !document) return;
    const layers = hotspotLayers(features);
    if (time.getState().table && sameLayers(layers, known)) return;
    known = layers;
    const kinds = [...features.values()].map(({ layer, batch }) => ({ kind: layer.kind, batch }));
    const center = findFrameCenter({ document, layers: kinds });
    time.setState({ table: buildHotspotTable(layers, createFrame(center)) });
  };

  const filter = () => {
    const state = time.getState();
    if (!state.table) return;
    const filtered = filterHotspots(state.table, state);
    const { table } = state;
    setMasks(view, 'time', masksOf(table, filtered.keep));
    time.setState({ filtered });
  };

  let asked = 0;
  let current: Picture | undefined;
  const draw = () => {
    const { table, filtered, drawing, measure, axis, range } = time.getState();
    if (!table || !filtered) return;
    const instant = latestInstant(clock() ?? '');
    const picture = drawHotspots({
      table,
      filtered,
      drawing,
      measure,
      theme: mapTheme(view.getState(), settings.getState()),
      endMs: range?.endMs ?? axis?.edges.at(-1) ?? instant,
      asOfMs: instant,
      offsetMs: offsetOf(clock()),
      metersPerPixel: metersPerPixelAt(zoom, table.frame.center[1]),
      alarmName: (kind) => translate(`time.alarmShort.${kind}`),
    });
    setOverlay(view, OVERLAY, picture.shapes);
    const otherwise = new Set(drawing === 'points' ? [] : table.layers.map(({ id }) => id));
    if (!sameSet(otherwise, view.getState().drawnOtherwise)) view.setState({ drawnOtherwise: otherwise });
    current = picture;
    const { shapes: _, drawn: __, areas, ...shown } = picture;
    time.setState({ picture: shown });
    showCell();
    asked += 1;
    if (areas.length > 0) void nameGround(asked, picture);
  };

  /** The card of the cell that was asked for, with what is in it now, and its outline on the map. */
  const showCell = () => {
    const { place, table, card: before } = time.getState();
    if (!place && !before) return;
    const { features } = workspace.getState();
    const card = place && table && current && buildCellCard(current, table, features, place);
    time.setState({ card });
    const ink = THEMES[mapTheme(view.getState(), settings.getState())].ink;
    setOverlay(view, CELL_OVERLAY, card ? [{ geometry: card.ground, line: { color: ink, width: 3 } }] : []);
    if (card && !before && !settings.getState().findingsOpen) settings.getState().change({ findingsOpen: true });
  };

  /** Whose ground the listed cells are: the engine knows the zones. */
  const nameGround = async (number: number, { areas, cells, ...picture }: Picture) => {
    const shares = await engine.groundShares(areas);
    if (number !== asked || !shares.ok || !cells) return;
    const entries = cells.entries.map((entry, at) => {
      const leaves = shares.value[at]!.filter(({ isLeaf }) => isLeaf);
      const [largest] = leaves;
      if (!largest) return { ...entry, zone: null };
      const share = largest.areaSquareMeters / cells.sizeMeters ** 2;
      return { ...entry, zone: { subject: largest.zone, share } };
    });
    const { shapes: _, drawn: __, ...shown } = picture;
    time.setState({ picture: { ...shown, cells: { ...cells, entries } } });
  };

  const begin = () => {
    if (isWanted) return;
    isWanted = true;
    readTable();
  };

  const listenToCamera = () => {
    stopListening?.();
    const { map } = view.getState();
    if (map) zoom = Math.round(map.camera().zoom);
    stopListening = map?.on('move', (camera) => {
      const next = Math.round(camera.zoom);
      if (next === zoom) return;
      zoom = next;
      if (time.getState().drawing === 'clusters') draw();
    });
  };

  workspace.subscribe((state, before) => {
    if (state.features !== before.features) readTable();
    if (state.check?.asOf !== before.check?.asOf) draw();
  });
  view.subscribe((state, before) => {
    // Another workspace is opened: its view begins clean.
    if (state.masks === INITIAL_VIEW.masks && before.masks !== INITIAL_VIEW.masks) {
      isWanted = false;
      time.setState(({ readingPhotos }) => ({ ...INITIAL_TIME, readingPhotos }));
    }
    if (state.drawer === 'time' && !time.getState().isAsked) time.setState({ isAsked: true });
    if (state.map !== before.map) listenToCamera();
    const page = settings.getState();
    if (mapTheme(state, page) !== mapTheme(before, page)) draw();
  });
  settings.subscribe((state, before) => {
    if (state.theme !== before.theme || state.language !== before.language) draw();
  });
  time.subscribe((state, before) => {
    if (state.isAsked) begin();
    if (state.table !== before.table || state.step !== before.step) {
      time.setState({ axis: state.table && buildTimeAxis(state.table.timesMs, state.step, offsetOf(clock())) });
    }
    if (state.table !== before.table || state.range !== before.range || state.off !== before.off) filter();
    if (state.place !== before.place) showCell();
    if (state.filtered !== before.filtered || state.drawing !== before.drawing || state.measure !== before.measure)
      draw();
  });
  listenToCamera();
  if (time.getState().isAsked) begin();

  return {
    drawnAt(pointer) {
      const { table } = time.getState();
      if (!table || !current?.drawn) return undefined;
      const theme = mapTheme(view.getState(), settings.getState());
      return findDrawnAt(current.drawn, table, workspace.getState().features, pointer, theme);
    },
  };
}

function hotspotLayers(features: FeaturesByLayer): HotspotLayer[] {
  return [...features].filter(([, { layer }]) => layer.kind === 'hotspot').map(([id, { batch }]) => ({ id, batch }));
}

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  a.size === b.size && [...a].every((member) => b.has(member));

const sameLayers = (a: readonly HotspotLayer[], b: readonly HotspotLayer[]) =>
  a.length === b.length && a.every(({ id, batch }, at) => b[at]!.id === id && b[at]!.batch === batch);
