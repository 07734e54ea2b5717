/**
 * One point inside each feature, for glyphs and labels, from the triangles that are there anyway:
 * the centroid where it lies inside, else the middle of the largest triangle. O(triangles).
 */
import type { Drawable, DrawableAnchors, DrawablePolygons } from './drawable.ts';

/** Of `count` features; those that draw nothing have NaN. */
export function findAnchors(
  count: number,
  { polygons, paths, points }: Pick<Drawable, 'polygons' | 'paths' | 'points'>,
): DrawableAnchors {
  const positions = new Float64Array(count * 2).fill(Number.NaN);
  const areas = new Float64Array(count);
  anchorPolygons(polygons, positions, areas);
  paths.featureOfPath.forEach((feature, path) => {
    const from = paths.pathStart[path] as number;
    const middle = from + (((paths.pathStart[path + 1] as number) - from) >> 1);
    setIfFree(positions, feature, paths.positions, middle);
  });
  points.featureOfPoint.forEach((feature, point) => {
    setIfFree(positions, feature, points.positions, point);
  });
  return { positions, areas };
}

function setIfFree(target: Float64Array, feature: number, source: Float64Array, vertex: number): void {
  if (!Number.isNaN(target[2 * feature])) return;
  target[2 * feature] = source[2 * vertex] as number;
  target[2 * feature + 1] = source[2 * vertex + 1] as number;
}

function anchorPolygons(polygons: DrawablePolygons, anchors: Float64Array, areas: Float64Array): void {
  const { positions, triangles, featureOfPosition } = polygons;
  const sums = new Float64Array(anchors.length);
  const largest = new Float64Array(areas.length);
  const inside = new Uint8Array(areas.length);
  const middles = new Float64Array(anchors.length);
  forEachTriangle(positions, triangles, (first, ax, ay, bx, by, cx, cy) => {
    const feature = featureOfPosition[first] as number;
    const area = Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;
    const [x, y] = [(ax + bx + cx) / 3, (ay + by + cy) / 3];
    areas[feature] = (areas[feature] as number) + area;
    sums[2 * feature] = (sums[2 * feature] as number) + x * area;
    sums[2 * feature + 1] = (sums[2 * feature + 1] as number) + y * area;
    if (area < (largest[feature] as number)) return;
    largest[feature] = area;
    middles[2 * feature] = x;
    middles[2 * feature + 1] = y;
  });
  for (let feature = 0; feature < areas.length; feature++) {
    const area = areas[feature] as number;
    if (area === 0) continue;
    anchors[2 * feature] = (sums[2 * feature] as number) / area;
    anchors[2 * feature + 1] = (sums[2 * feature + 1] as number) / area;
  }
  forEachTriangle(positions, triangles, (first, ax, ay, bx, by, cx, cy) => {
    const feature = featureOfPosition[first] as number;
    if (inside[feature]) return;
    const [x, y] = [anchors[2 * feature] as number, anchors[2 * feature + 1] as number];
    const one = side(ax, ay, bx, by, x, y);
    const two = side(bx, by, cx, cy, x, y);
    const three = side(cx, cy, ax, ay, x, y);
    if ((one >= 0 && two >= 0 && three >= 0) || (one <= 0 && two <= 0 && three <= 0)) inside[feature] = 1;
  });
  for (let feature = 0; feature < areas.length; feature++) {
    if (inside[feature] || areas[feature] === 0) continue;
    anchors[2 * feature] = middles[2 * feature] as number;
    anchors[2 * feature + 1] = middles[2 * feature + 1] as number;
  }
}

type TriangleVisitor = (first: number, ax: number, ay: number, bx: number, by: number, cx: number, cy: number) => void;

function forEachTriangle(positions: Float64Array, triangles: Uint32Array, visit: TriangleVisitor): void {
  for (let i = 0; i + 2 < triangles.length; i += 3) {
    const [a, b, c] = [triangles[i] as number, triangles[i + 1] as number, triangles[i + 2] as number];
    const at = (vertex: number) => positions[vertex] as number;
    visit(a, at(2 * a), at(2 * a + 1), at(2 * b), at(2 * b + 1), at(2 * c), at(2 * c + 1));
  }
}

const side = (ax: number, ay: number, bx: number, by: number, x: number, y: number) =>
  (bx - ax) * (y - ay) - (by - ay) * (x - ax);
