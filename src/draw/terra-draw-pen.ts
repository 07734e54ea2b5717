/**
 * terra-draw behind five verbs: draw a ring, edit a ring, replace it, undo and redo of unfinished
 * vertices. Everything that is peculiar to terra-draw stays here; rings go in and out exact.
 * Knows no documents, no zones, no keys.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { TerraDraw, TerraDrawModeUndoRedo, TerraDrawPolygonMode, TerraDrawSelectMode } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { POLYGON_STYLES, SELECT_STYLES } from './draw-style.ts';
import { createExactCoordinates, DRAWING_DECIMALS } from './exact-coordinates.ts';

type Position = GeoJSON.Position;

export interface PenOptions {
  /** Where the pointer should snap to; exact. */
  readonly snap: (pixel: { x: number; y: number }) => Position | undefined;
  /** Whether a ring may become the draft. `complete` is false while its last vertices are still to come (`ring` is then an open path). */
  accept(ring: readonly Position[], complete: boolean): boolean;
  /** The ring or its placed vertices changed, the one under the pointer included. */
  onChange(): void;
  /** The last vertex was placed: the ring is complete. */
  onClosed(): void;
  /** A vertex was inserted, or moved and let go. Dragging a midpoint is first the one, then the other. */
  onEdited(change: 'inserted' | 'moved'): void;
}

export interface Pen {
  /** The draft, closed; undefined before the first vertex. */
  ring(): Position[] | undefined;
  /** Vertices placed while drawing. */
  placed(): number;
  draw(): void;
  edit(ring: readonly Position[]): void;
  /** Replaces the ring being edited. */
  replace(ring: readonly Position[]): void;
  /** As a click on the first vertex. */
  close(): void;
  undo(): boolean;
  redo(): boolean;
  stop(): void;
}

/** Keys that no keyboard sends: our own keys call them. */
const CLOSE_KEY = 'chentu-close';
export const GRAB_PIXELS = 14;

export function createPen(map: MapLibreMap, options: PenOptions): Pen {
  const exact = createExactCoordinates();
  let replaying = false;

  const snapping = {
    toCustom: (event: { containerX: number; containerY: number }) => {
      const position = options.snap({ x: event.containerX, y: event.containerY });
      return position && exact.rounded(position);
    },
  };
  const polygonMode = new TerraDrawPolygonMode({
    snapping,
    pointerDistance: GRAB_PIXELS,
    showCoordinatePoints: true,
    styles: POLYGON_STYLES,
    keyEvents: { cancel: null, finish: CLOSE_KEY },
    validation: (feature, { updateType }) => {
      if (replaying || feature.geometry.type !== 'Polygon' || updateType === 'provisional') return { valid: true };
      const ring = exactRing(feature.geometry);
      if (updateType === 'finish') return { valid: options.accept(ring, true) };
      return { valid: options.accept(ring.slice(0, Number(feature.properties.committedCoordinateCount) + 1), false) };
    },
  });
  const selectMode = new TerraDrawSelectMode({
    pointerDistance: GRAB_PIXELS,
    styles: SELECT_STYLES,
    keyEvents: null,
    allowManualDeselection: false,
    allowManualSelection: false,
    dragEventThrottle: 0,
    pointerEvents: {
      leftClick: true,
      rightClick: false,
      contextMenu: false,
      onDragStart: true,
      onDrag: true,
      onDragEnd: true,
    },
    flags: {
      polygon: {
        feature: {
          draggable: false,
          // Ours says why; terra-draw's own check is silent.
          selfIntersectable: true,
          validation: (feature, { updateType }) => {
            if (replaying || feature.geometry.type !== 'Polygon' || updateType !== 'provisional')
              return { valid: true };
            return { valid: options.accept(exactRing(feature.geometry), true) };
          },
          coordinates: { midpoints: { draggable: true }, draggable: true, deletable: false, snappable: snapping },
        },
      },
    },
  });

  let nextId = 1;
  const tool = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: DRAWING_DECIMALS, prefixId: 'chentu-draw' }),
    modes: [polygonMode, selectMode],
    // Counted, not random: crypto.randomUUID is missing on plain http.
    idStrategy: { isValidId: (id) => typeof id === 'string', getId: () => `d${nextId++}` },
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
  });
  tool.on('change', () => options.onChange());
  tool.on('finish', (_id, { action }) => {
    if (action === 'draw') options.onClosed();
    else options.onEdited(action === 'insertMidpoint' ? 'inserted' : 'moved');
  });

  const exactRing = (polygon: GeoJSON.Polygon) => (polygon.coordinates[0] ?? []).map(exact.exact);
  const draft = () =>
    tool.enabled ? tool.getSnapshot().find((feature) => feature.geometry.type === 'Polygon') : undefined;
  const replay = <T>(action: () => T): T => {
    replaying = true;
    try {
      return action();
    } finally {
      replaying = false;
    }
  };

  return {
    ring() {
      const geometry = draft()?.geometry;
      return geometry?.type === 'Polygon' ? exactRing(geometry) : undefined;
    },
    placed: () => Number(draft()?.properties.committedCoordinateCount ?? 0),
    draw() {
      if (!tool.enabled) tool.start();
      tool.clear();
      tool.setMode('polygon');
    },
    edit(ring) {
      if (!tool.enabled) tool.start();
      tool.setMode('select');
      tool.clear();
      const id = tool.getFeatureId();
      const geometry = { type: 'Polygon' as const, coordinates: [ring.map(exact.rounded)] };
      replay(() => tool.addFeatures([{ type: 'Feature', id, geometry, properties: { mode: 'polygon' } }]));
      tool.selectFeature(id);
    },
    replace(ring) {
      const id = draft()?.id;
      if (id === undefined) return;
      const coordinates = [ring.map(exact.rounded)];
      replay(() => tool.updateFeatureGeometry(id, { type: 'Polygon', coordinates }));
    },
    close: () => polygonMode.onKeyUp({ key: CLOSE_KEY, heldKeys: [], preventDefault() {} }),
    undo: () => replay(() => tool.enabled && tool.undo()),
    redo: () => replay(() => tool.enabled && tool.redo()),
    stop() {
      if (tool.enabled) tool.stop();
    },
  };
}
