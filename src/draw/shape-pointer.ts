/**
 * Mouse, pen and finger on the shape in hand: what was grabbed, where it is dragged, when it is let go.
 * Decides nothing about the shape. A right click or a long press removes a vertex.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Handle } from './shape-handles.ts';
import { isClosed, type Path, type VertexAddress } from './shape-paths.ts';
import { GRAB_PIXELS } from './terra-draw-pen.ts';

export type Grab =
  | { readonly type: 'vertex'; readonly address: VertexAddress }
  /** Between a vertex and the next. */
  | { readonly type: 'middle'; readonly address: VertexAddress }
  | { readonly type: 'scale' | 'turn' | 'body' };

export interface ShapePointerOptions {
  /** The shape; undefined while none is edited. */
  paths(): readonly Path[] | undefined;
  /** Handles of the shape as a whole; undefined while its vertices are edited. */
  handles(): readonly Handle[] | undefined;
  holds(position: GeoJSON.Position): boolean;
  onGrab(grab: Grab, at: GeoJSON.Position): void;
  onDrag(pixel: { readonly x: number; readonly y: number }, at: GeoJSON.Position): void;
  onRelease(): void;
  onRemove(address: VertexAddress): void;
  /** A click beside everything. */
  onLeave(): void;
}

/** Fingers are broader. */
const TOUCH_PIXELS = 24;
const STILL_PIXELS = 6;

/** Listens until the answer is called. */
export function listenToShape(map: MapLibreMap, options: ShapePointerOptions): () => void {
  const container = map.getCanvasContainer();
  let grabbed: { readonly grab: Grab; readonly pointer: number; readonly x: number; readonly y: number } | undefined;
  let moved = false;
  let pressedBeside: { readonly x: number; readonly y: number } | undefined;

  const pixelOf = (event: MouseEvent) => {
    const { left, top } = map.getCanvas().getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const positionOf = ({ x, y }: { x: number; y: number }): GeoJSON.Position => {
    const { lng, lat } = map.unproject([x, y]);
    return [lng, lat];
  };
  const release = () => {
    if (!grabbed) return;
    grabbed = undefined;
    map.dragPan.enable();
    options.onRelease();
  };

  const onDown = (event: PointerEvent) => {
    pressedBeside = undefined;
    if (event.button !== 0 || !event.isPrimary) return release();
    const pixel = pixelOf(event);
    const grab = findGrab(map, options, pixel, event.pointerType === 'touch' ? TOUCH_PIXELS : GRAB_PIXELS);
    if (!grab) {
      pressedBeside = pixel;
      return;
    }
    // Before the map hears it: what is grabbed is dragged, not the map.
    map.dragPan.disable();
    container.setPointerCapture(event.pointerId);
    grabbed = { grab, pointer: event.pointerId, ...pixel };
    moved = false;
    options.onGrab(grab, positionOf(pixel));
  };
  const onMove = (event: PointerEvent) => {
    if (event.pointerId !== grabbed?.pointer) return;
    const pixel = pixelOf(event);
    moved ||= Math.hypot(pixel.x - grabbed.x, pixel.y - grabbed.y) > STILL_PIXELS / 2;
    if (moved) options.onDrag(pixel, positionOf(pixel));
  };
  const onUp = (event: PointerEvent) => {
    if (event.pointerId === grabbed?.pointer) return release();
    if (!pressedBeside) return;
    const { x, y } = pixelOf(event);
    if (Math.hypot(x - pressedBeside.x, y - pressedBeside.y) < STILL_PIXELS) options.onLeave();
    pressedBeside = undefined;
  };
  const onContextMenu = (event: MouseEvent) => {
    event.preventDefault();
    // On a touch screen this is a long press: the browser knows better than a timer whether the finger moved.
    const held = grabbed?.grab;
    if (held && moved) return;
    release();
    const grab = held ?? findGrab(map, options, pixelOf(event), GRAB_PIXELS);
    if (grab?.type === 'vertex') options.onRemove(grab.address);
  };

  const touchAction = container.style.touchAction;
  container.style.touchAction = 'none';
  container.addEventListener('pointerdown', onDown, { capture: true });
  container.addEventListener('pointermove', onMove);
  container.addEventListener('pointerup', onUp);
  container.addEventListener('pointercancel', release);
  container.addEventListener('contextmenu', onContextMenu);
  return () => {
    release();
    container.style.touchAction = touchAction;
    container.removeEventListener('pointerdown', onDown, { capture: true });
    container.removeEventListener('pointermove', onMove);
    container.removeEventListener('pointerup', onUp);
    container.removeEventListener('pointercancel', release);
    container.removeEventListener('contextmenu', onContextMenu);
  };
}

function findGrab(
  map: MapLibreMap,
  options: ShapePointerOptions,
  pixel: { readonly x: number; readonly y: number },
  reach: number,
): Grab | undefined {
  const paths = options.paths();
  if (!paths) return undefined;
  const distanceTo = ([longitude = 0, latitude = 0]: GeoJSON.Position) => {
    const { x, y } = map.project([longitude, latitude]);
    return Math.hypot(x - pixel.x, y - pixel.y);
  };
  const handles = options.handles();
  if (handles) {
    const handle = handles.find(({ position }) => distanceTo(position) < reach);
    if (handle) return { type: handle.type };
    const { lng, lat } = map.unproject([pixel.x, pixel.y]);
    return options.holds([lng, lat]) ? { type: 'body' } : undefined;
  }
  let best: Grab | undefined;
  let bestDistance = reach;
  for (const [path, { positions }] of paths.entries()) {
    for (const [vertex, position] of positions.entries()) {
      const distance = distanceTo(position);
      if (distance >= bestDistance) continue;
      bestDistance = distance;
      best = { type: 'vertex', address: { path, vertex } };
    }
  }
  if (best) return best;
  for (const [path, own] of paths.entries()) {
    for (const [vertex, middle] of middlesOf(own).entries()) {
      const distance = distanceTo(middle);
      if (distance >= bestDistance) continue;
      bestDistance = distance;
      best = { type: 'middle', address: { path, vertex } };
    }
  }
  return best;
}

/** The middle of every edge, by the number of the vertex before it. */
export function middlesOf(path: Path): GeoJSON.Position[] {
  const { positions } = path;
  const edges = isClosed(path) ? positions.length : positions.length - 1;
  return positions.slice(0, edges).map(([x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = positions[(index + 1) % positions.length]!;
    return [(x + nextX) / 2, (y + nextY) / 2];
  });
}
