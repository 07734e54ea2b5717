/**
 * One line drawn on the map, click by click: for whoever needs a line and no zone. It snaps to borders
 * and roads. A click on the last point, a double click or Enter ends it, Escape drops it. Framework-free.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { TerraDraw, TerraDrawLineStringMode } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { Frame } from '../geo/laea.ts';
import type { SnapSource } from './draw-types.ts';
import { createExactCoordinates, DRAWING_DECIMALS } from './exact-coordinates.ts';
import { createMapSnapping } from './map-snapping.ts';

export interface LinePenOptions {
  readonly frame: Frame;
  /** What the line snaps to. */
  readonly snapSources: () => Iterable<SnapSource>;
  readonly onLine: (line: GeoJSON.LineString) => void;
  readonly onCancel: () => void;
}

/** A key that no keyboard sends: Enter is heard wherever the focus is, and calls it. */
const FINISH_KEY = 'chentu-finish-line';
/** Ink, so that it is taken for no zone's border. */
const INK = '#1F2428';
const WHITE = '#FFFFFF';

/** Begins at once; the answer ends it without a word. */
export function drawLine(map: MapLibreMap, { frame, snapSources, onLine, onCancel }: LinePenOptions): () => void {
  const snapping = createMapSnapping(map, { frame, sources: snapSources, except: () => false, enabled: () => true });
  const { rounded, exact } = createExactCoordinates();
  const mode = new TerraDrawLineStringMode({
    styles: {
      lineStringColor: INK,
      lineStringWidth: 3,
      closingPointColor: WHITE,
      closingPointWidth: 6,
      closingPointOutlineColor: INK,
      closingPointOutlineWidth: 2.5,
      coordinatePointColor: WHITE,
      coordinatePointWidth: 4,
      coordinatePointOutlineColor: INK,
      coordinatePointOutlineWidth: 2,
    },
    snapping: {
      toCustom: ({ containerX, containerY }) => {
        const position = snapping.snap({ x: containerX, y: containerY });
        return position && rounded(position);
      },
    },
    showCoordinatePoints: true,
    keyEvents: { cancel: null, finish: FINISH_KEY },
  });
  let nextId = 1;
  const tool = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: DRAWING_DECIMALS, prefixId: 'chentu-line' }),
    modes: [mode],
    // Counted, not random: crypto.randomUUID is missing on plain http.
    idStrategy: { isValidId: (id) => typeof id === 'string', getId: () => `l${nextId++}` },
  });
  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    stopListening();
    stopSnapping();
    tool.stop();
  };
  const stopListening = listen(map, {
    finish: () => mode.onKeyUp({ key: FINISH_KEY, heldKeys: [], preventDefault() {} }),
    cancel: () => {
      end();
      onCancel();
    },
  });
  const stopSnapping = snapping.start();
  tool.on('finish', (id) => {
    const drawn = tool.getSnapshotFeature(id)?.geometry;
    // terra-draw is still in the middle of its own event.
    queueMicrotask(() => {
      if (ended) return;
      end();
      if (drawn?.type === 'LineString') onLine({ ...drawn, coordinates: drawn.coordinates.map(exact) });
      else onCancel();
    });
  });
  tool.start();
  tool.setMode('linestring');
  map.getCanvas().focus({ preventScroll: true });
  return end;
}

/** A click places a point and nothing else: no selection, no zoom. Keys are ours until the line ends. */
function listen(map: MapLibreMap, { finish, cancel }: { finish: () => void; cancel: () => void }): () => void {
  const container = map.getCanvasContainer();
  const keep = (event: Event) => event.stopImmediatePropagation();
  const press = (event: KeyboardEvent) => {
    const action = { Enter: finish, Escape: cancel }[event.key];
    if (!action || event.isComposing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    action();
  };
  container.addEventListener('click', keep, { capture: true });
  container.addEventListener('dblclick', keep, { capture: true });
  window.addEventListener('keydown', press, { capture: true });
  return () => {
    container.removeEventListener('click', keep, { capture: true });
    container.removeEventListener('dblclick', keep, { capture: true });
    window.removeEventListener('keydown', press, { capture: true });
  };
}
