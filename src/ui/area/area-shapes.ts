/** From what the pointer drew, in pixels of the map, to ground. */
import type { MapView } from '../../map/map-types.ts';

export const AREA_TOOLS = ['box', 'lasso'] as const;
export type AreaTool = (typeof AREA_TOOLS)[number];
export type Pixel = readonly [x: number, y: number];

/** A shorter stroke is a click. */
const LEAST_PIXELS = 5;

/** The outline of a stroke: the box between its ends, or the stroke itself, closed. Undefined for a click. */
export function outlineOf(tool: AreaTool, stroke: readonly Pixel[]): readonly Pixel[] | undefined {
  const [start, end] = [stroke[0], stroke.at(-1)];
  if (!start || !end) return undefined;
  if (tool === 'box') {
    const isBox = Math.abs(end[0] - start[0]) >= LEAST_PIXELS && Math.abs(end[1] - start[1]) >= LEAST_PIXELS;
    return isBox ? [start, [end[0], start[1]], end, [start[0], end[1]]] : undefined;
  }
  const xs = stroke.map(([x]) => x);
  const ys = stroke.map(([, y]) => y);
  const isArea = spread(xs) >= LEAST_PIXELS && spread(ys) >= LEAST_PIXELS;
  return stroke.length >= 3 && isArea ? stroke : undefined;
}

const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);

/** The ground under an outline; turned and tilted maps included. */
export function groundUnder({ map }: MapView, outline: readonly Pixel[]): GeoJSON.Polygon {
  const ring = outline.map(([x, y]) => map.unproject([x, y]).toArray());
  return { type: 'Polygon', coordinates: [[...ring, ring[0] as [number, number]]] };
}

/** The ground of the part of the map that no panel covers. */
export function groundInView(view: MapView): GeoJSON.Polygon {
  const { clientWidth, clientHeight } = view.map.getContainer();
  const { top = 0, right = 0, bottom = 0, left = 0 } = view.map.getPadding();
  const [x, y] = [clientWidth - right, clientHeight - bottom];
  return groundUnder(view, [
    [left, top],
    [x, top],
    [x, y],
    [left, y],
  ]);
}
