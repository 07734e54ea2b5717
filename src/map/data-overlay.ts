/** All deck.gl layers over one map: keeps what was last asked for and redraws when any of it changes. */
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Badge } from './cluster-layers.ts';
import { CELL_PIXELS } from './cluster-marks.ts';
import type { DrawContext } from './draw-context.ts';
import { createDrawWindow } from './draw-window.ts';
import { drawFindings, type FindingDrawing } from './finding-drawing.ts';
import { findingLayers } from './finding-layers.ts';
import { type GhostShapes, ghostLayers, takeApart } from './ghost-layers.ts';
import { drawGlyphAtlas, type GlyphAtlas } from './glyph-atlas.ts';
import { type Highlight, highlightLayers, highlightOf } from './highlight-layers.ts';
import { inkLayers } from './ink-layers.ts';
import type { Bounds, FindingShape, Ghost, InkShape, LayerView, MapTheme, OverlayShape, Preview } from './map-types.ts';
import { type OverlayParts, overlayLayers, partsOfOverlay } from './overlay-layers.ts';
import { previewLayers } from './preview-layers.ts';
import { themeIcons } from './theme-icons.ts';
import { createViewLayers } from './view-layers.ts';

export interface DataOverlay {
  readonly overlay: MapLibreOverlay;
  start(): void;
  started(): boolean;
  /** Nothing that was asked for is still to be drawn. */
  isComplete(): boolean;
  stop(): void;
  setTheme(theme: MapTheme): void;
  setLayers(views: readonly LayerView[]): void;
  setFindings(findings: readonly FindingShape[]): void;
  setHighlight(role: 'hover' | 'selection', geometries: readonly GeoJSON.Geometry[]): void;
  setPreview(preview: Preview): void;
  setGhost(ghost: Ghost): void;
  setOverlay(name: string, shapes: readonly OverlayShape[]): void;
  setInk(shapes: readonly InkShape[]): void;
  onError(listener: (detail: string) => void): void;
  /** The ground of the count of findings under a pixel. */
  countedAt(pixel: readonly [number, number]): Bounds | undefined;
  /** Counts of findings were drawn anew: labels keep clear of them. */
  onBadges(listener: (badges: readonly Badge[]) => void): void;
}

/** Flat and stacked by order alone: without this, polygons at one height would fight for the depth buffer. */
const FLAT_PARAMETERS = { depthCompare: 'always', depthWriteEnabled: false } as const;

export function createDataOverlay(map: MapLibreMap, firstTheme: MapTheme): DataOverlay {
  let theme = firstTheme;
  let atlas: GlyphAtlas = drawGlyphAtlas(themeIcons(theme), theme);
  let views: readonly LayerView[] = [];
  let findings: readonly FindingShape[] = [];
  let drawing: FindingDrawing = drawFindings(findings, theme);
  let selection: Highlight = highlightOf([]);
  let hover: Highlight = highlightOf([]);
  let preview: Preview = { areas: [] };
  let ghost: GhostShapes = takeApart({ shapes: [], before: [] });
  const overlays = new Map<string, OverlayParts>();
  let ink: readonly InkShape[] = [];
  let running = false;
  let frame = 0;
  let isComplete = true;
  const window = createDrawWindow(map);
  let badges: readonly Badge[] = [];
  let tellBadges: (badges: readonly Badge[]) => void = () => {};
  let report: (detail: string) => void = () => {};

  const viewLayers = createViewLayers();
  const overlay = new MapLibreOverlay({
    interleaved: true,
    layers: [],
    parameters: FLAT_PARAMETERS,
    onError: (error) => report(error.message),
  });
  const redraw = () => {
    frame = 0;
    const context: DrawContext = { theme, atlas, ...window.current() };
    const built = viewLayers.build(views, context);
    isComplete = built.isComplete;
    const found = findingLayers(drawing, context);
    if (found.badges !== badges) {
      badges = found.badges;
      tellBadges(badges);
    }
    const ordered = [...built.layers, ...found.layers];
    ordered.sort((a, b) => a.order - b.order);
    overlay.setProps({
      layers: [
        ...ordered.map(({ layer }) => layer),
        ...[...overlays].flatMap(([name, parts]) => overlayLayers(name, parts, theme)),
        ...previewLayers(preview, theme),
        ...ghostLayers(ghost, theme),
        ...highlightLayers(hover, 'hover', theme),
        ...highlightLayers(selection, 'selection', theme),
        ...inkLayers(ink, theme),
      ],
    });
    if (!isComplete) ask();
  };
  // Several changes in one turn of the page cost one redraw.
  const ask = () => {
    if (running) frame ||= requestAnimationFrame(redraw);
  };
  const moved = () => {
    if (window.follow()) ask();
  };
  map.on('move', moved);

  return {
    overlay,
    start() {
      running = true;
      window.follow();
      redraw();
    },
    started: () => running,
    isComplete: () => isComplete && frame === 0,
    stop() {
      running = false;
      cancelAnimationFrame(frame);
      map.off('move', moved);
    },
    setTheme(next) {
      theme = next;
      atlas = drawGlyphAtlas(themeIcons(theme), theme);
      drawing = drawFindings(findings, theme);
      ask();
    },
    setLayers(next) {
      views = next;
      ask();
    },
    setFindings(next) {
      findings = next;
      drawing = drawFindings(findings, theme);
      ask();
    },
    setHighlight(role, geometries) {
      if (role === 'hover') hover = highlightOf(geometries);
      else selection = highlightOf(geometries);
      ask();
    },
    setPreview(next) {
      preview = next;
      ask();
    },
    setGhost(next) {
      ghost = takeApart(next);
      ask();
    },
    setOverlay(name, shapes) {
      if (shapes.length === 0 && !overlays.has(name)) return;
      overlays.set(name, partsOfOverlay(shapes));
      ask();
    },
    setInk(shapes) {
      ink = shapes;
      ask();
    },
    onError(listener) {
      report = listener;
    },
    countedAt([x, y]) {
      const hit = badges.find(({ at, offset, size }) => {
        const place = map.project(at);
        return Math.max(Math.abs(place.x + offset[0] - x), Math.abs(place.y + offset[1] - y)) <= size / 2;
      });
      return hit && groundOf(map, hit.at);
    },
    onBadges(listener) {
      tellBadges = listener;
    },
  };
}

/** As much ground around a place as one count stands for. */
function groundOf(map: MapLibreMap, at: [number, number]): Bounds {
  const { x, y } = map.project(at);
  const reach = CELL_PIXELS / 2;
  const [low, high] = [map.unproject([x - reach, y + reach]), map.unproject([x + reach, y - reach])];
  return [
    Math.min(low.lng, high.lng),
    Math.min(low.lat, high.lat),
    Math.max(low.lng, high.lng),
    Math.max(low.lat, high.lat),
  ];
}
