/** What a closed sketch is as a shape. Pure. */
import type { Frame } from '../geo/laea.ts';
import { simplifyPath } from '../geo/simplify-path.ts';
import type { SketchTool } from './draw-types.ts';
import type { Shape } from './shape-paths.ts';
import { placeOf } from './transform-shape.ts';

type Position = GeoJSON.Position;

/** A hand trembles by this share of what it draws. */
const TREMBLING = 0.004;

/** @param path open; what was traced is in it. With a frame, freehand is smoothed of the hand's trembling. */
export function shapeOfSketch(tool: SketchTool, path: readonly Position[], frame?: Frame): Shape {
  const [first = []] = path;
  if (tool === 'point') return { type: 'Point', coordinates: first };
  if (tool === 'line') return { type: 'LineString', coordinates: [...path] };
  const ring = [...path, first];
  if (tool !== 'freehand' || !frame) return { type: 'Polygon', coordinates: [ring] };
  return { type: 'Polygon', coordinates: [simplifyPath(ring, frame, TREMBLING * sizeOf(path, frame))] };
}

function sizeOf(path: readonly Position[], frame: Frame): number {
  const places = path.map((position) => placeOf(frame, position));
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
  return Math.hypot(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
}
