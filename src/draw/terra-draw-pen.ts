/**
 * terra-draw behind a few verbs: sketch a new path with one of its tools, place a vertex by number,
 * close, undo and redo of unfinished vertices. Everything that is peculiar to terra-draw stays here;
 * positions go in and out exact. Knows no documents, no zones, no keys.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';
import {
  TerraDraw,
  TerraDrawFreehandMode,
  TerraDrawLineStringMode,
  TerraDrawModeUndoRedo,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawRectangleMode,
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { AREA_STYLES, LINE_STYLES, POINT_STYLES, POLYGON_STYLES } from './draw-style.ts';
import type { SketchTool } from './draw-types.ts';
import { createExactCoordinates, DRAWING_DECIMALS } from './exact-coordinates.ts';

type Position = GeoJSON.Position;

export interface PenOptions {
  /** Where the pointer should snap to; exact. */
  readonly snap: (pixel: { x: number; y: number }) => Position | undefined;
  /** Whether the sketch may become this. `complete` is false while its last vertices are still to come (an open path then). */
  accept(path: readonly Position[], complete: boolean): boolean;
  /** The path or its placed vertices changed, the one under the pointer included. */
  onChange(): void;
  /** The last vertex was placed. */
  onClosed(path: readonly Position[]): void;
}

export interface Pen {
  /** As placed, and the position under the pointer; open. Empty before the first vertex. */
  path(): Position[];
  /** Vertices placed. */
  placed(): number;
  draw(tool: SketchTool): void;
  /** As a click on an exact place. */
  place(position: Position): void;
  /** As a click on the last vertex. */
  close(): void;
  undo(): boolean;
  redo(): boolean;
  stop(): void;
}

/** Keys that no keyboard sends: our own keys call them. */
const CLOSE_KEY = 'chentu-close';
/** How near a pointer must be to grab or to close. */
export const GRAB_PIXELS = 14;
/** A click far from everything on the screen: it closes nothing. */
const NOWHERE_PIXELS = -1e6;

type ModeEvent = Parameters<TerraDrawPolygonMode['onClick']>[0];

export function createPen(map: MapLibreMap, options: PenOptions): Pen {
  const exact = createExactCoordinates();
  let tool: SketchTool = 'polygon';
  let replaying = false;
  /** What the next click means, whatever the pointer says. */
  let typed: Position | undefined;

  const snapRounded = (event: { containerX: number; containerY: number }): Position | undefined => {
    const position = typed ?? options.snap({ x: event.containerX, y: event.containerY });
    return position && exact.rounded(position);
  };
  const openPath = (geometry: GeoJSON.Geometry): Position[] => {
    if (geometry.type === 'Polygon') return (geometry.coordinates[0] ?? []).slice(0, -1).map(exact.exact);
    if (geometry.type === 'LineString') return geometry.coordinates.map(exact.exact);
    return geometry.type === 'Point' ? [exact.exact(geometry.coordinates)] : [];
  };
  const modes = createModes(snapRounded, (geometry, committed, updateType) => {
    if (replaying || updateType === 'provisional') return true;
    const path = openPath(geometry);
    if (updateType === 'finish') return options.accept(tool === 'line' ? path.slice(0, -1) : path, true);
    return options.accept(path.slice(0, committed), false);
  });

  let nextId = 1;
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: DRAWING_DECIMALS, prefixId: 'chentu-draw' }),
    modes: Object.values(modes),
    // Counted, not random: crypto.randomUUID is missing on plain http.
    idStrategy: { isValidId: (id) => typeof id === 'string', getId: () => `d${nextId++}` },
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
  });
  draw.on('change', () => options.onChange());
  draw.on('finish', (id) => {
    const geometry = draw.getSnapshotFeature(id)?.geometry;
    draw.clear();
    if (geometry) options.onClosed(openPath(geometry));
  });

  const draft = () => {
    if (!draw.enabled) return undefined;
    const type = tool === 'line' ? 'LineString' : 'Polygon';
    return draw.getSnapshot().find((feature) => feature.geometry.type === type);
  };
  const replay = (action: () => boolean): boolean => {
    replaying = true;
    try {
      return action();
    } finally {
      replaying = false;
    }
  };

  return {
    path: () => openPath(draft()?.geometry ?? { type: 'Point', coordinates: [] }).filter(isPosition),
    placed() {
      const found = draft();
      if (!found) return 0;
      if (tool === 'polygon') return Number(found.properties.committedCoordinateCount ?? 0);
      // The one under the pointer is the last.
      return tool === 'line' ? found.geometry.coordinates.length - 1 : 1;
    },
    draw(next) {
      tool = next;
      if (!draw.enabled) draw.start();
      draw.clear();
      draw.setMode(MODE_OF_TOOL[next]);
    },
    place(position) {
      typed = position;
      const [lng = 0, lat = 0] = exact.rounded(position);
      const { x, y } = map.project([lng, lat]);
      const isPath = tool === 'polygon' || tool === 'line';
      modes[tool].onClick({
        lng,
        lat,
        containerX: isPath ? NOWHERE_PIXELS : x,
        containerY: isPath ? NOWHERE_PIXELS : y,
        button: 'left',
        heldKeys: [],
        isContextMenu: false,
      });
      typed = undefined;
    },
    close: () => modes[tool].onKeyUp({ key: CLOSE_KEY, heldKeys: [], preventDefault() {} }),
    undo: () => replay(() => draw.enabled && draw.undo()),
    redo: () => replay(() => draw.enabled && draw.redo()),
    stop() {
      if (draw.enabled) draw.stop();
    },
  };
}

const MODE_OF_TOOL = {
  polygon: 'polygon',
  rectangle: 'rectangle',
  freehand: 'freehand',
  line: 'linestring',
  point: 'point',
} as const satisfies Record<SketchTool, string>;

const isPosition = (position: Position) => position.length >= 2;

function createModes(
  snapRounded: (event: { containerX: number; containerY: number }) => Position | undefined,
  accepts: (geometry: GeoJSON.Geometry, committed: number, updateType: string) => boolean,
) {
  const snapping = { toCustom: snapRounded };
  const keyEvents = { cancel: null, finish: CLOSE_KEY };
  const common = { pointerDistance: GRAB_PIXELS, keyEvents };
  const validation = (
    feature: { geometry: GeoJSON.Geometry; properties: Record<string, unknown> },
    { updateType }: { updateType: string },
  ) => ({
    valid: accepts(feature.geometry, Number(feature.properties.committedCoordinateCount ?? 0) + 1, updateType),
  });
  const valid = validation as NonNullable<ConstructorParameters<typeof TerraDrawPolygonMode>[0]>['validation'];
  const polygon = new TerraDrawPolygonMode({
    ...common,
    snapping,
    showCoordinatePoints: true,
    styles: POLYGON_STYLES,
    ...(valid ? { validation: valid } : {}),
  });
  const line = new TerraDrawLineStringMode({ ...common, snapping, showCoordinatePoints: true, styles: LINE_STYLES });
  const rectangle = new TerraDrawRectangleMode({
    keyEvents,
    drawInteraction: 'click-move-or-drag',
    styles: AREA_STYLES,
  });
  const freehand = new TerraDrawFreehandMode({
    keyEvents,
    drawInteraction: 'click-move-or-drag',
    minDistance: 10,
    styles: AREA_STYLES,
  });
  const point = new TerraDrawPointMode({ styles: POINT_STYLES });
  for (const mode of [rectangle, freehand, point]) snapEvents(mode, snapRounded);
  return { polygon, line, rectangle, freehand, point };
}

/** These modes know no snapping of their own: they are told that the pointer stands where it snaps to. */
function snapEvents(
  mode: TerraDrawRectangleMode | TerraDrawFreehandMode | TerraDrawPointMode,
  snapRounded: (event: ModeEvent) => Position | undefined,
): void {
  const snapped = (event: ModeEvent): ModeEvent => {
    const [lng = event.lng, lat = event.lat] = snapRounded(event) ?? [];
    return { ...event, lng, lat };
  };
  const { onClick, onMouseMove, onDragStart, onDrag, onDragEnd } = mode as TerraDrawRectangleMode;
  const target = mode as TerraDrawRectangleMode;
  target.onClick = (event) => onClick.call(target, snapped(event));
  target.onMouseMove = (event) => onMouseMove.call(target, snapped(event));
  target.onDragStart = (event, setDraggability) => onDragStart.call(target, snapped(event), setDraggability);
  target.onDrag = (event, setDraggability) => onDrag.call(target, snapped(event), setDraggability);
  target.onDragEnd = (event, setDraggability) => onDragEnd.call(target, snapped(event), setDraggability);
}
