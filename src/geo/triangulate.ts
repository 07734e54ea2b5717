/**
 * What the map draws of a layer: triangles of its polygons, outlines, paths and points, as flat arrays
 * that can be transferred, for every scale. In WGS84 degrees as read; nothing is repaired, since the map
 * shows the file. Positions that are not finite are left out, so that no buffer holds NaN.
 */
import { findAnchors } from './anchors.ts';
import { longerSideMeters } from './display-box.ts';
import type {
  Drawable,
  DrawableDots,
  DrawableLevel,
  DrawablePaths,
  DrawablePoints,
  DrawablePolygons,
} from './drawable.ts';
import { type GeometryColumn, GeometryType, positionsOfFeature } from './geometry-column.ts';
import { GrowingArray } from './growing-array.ts';
import { createPolygonCollector } from './polygon-collector.ts';
import { simplifyColumn } from './simplify-column.ts';
import { tileFeatures } from './tile-features.ts';

/** Positions of a tile at most: what is drawn of one is made within a few milliseconds. */
const POSITIONS_PER_TILE = 65_536;

/**
 * Tolerances of the coarser levels in metres, each four times (two zooms) the one before. A level is drawn where
 * a pixel covers at least one and a half times its tolerance, and up to eight times.
 */
const LEVEL_TOLERANCES = [2, 8, 32] as const;
/** In tolerances: a smaller polygon is a dot of one to three pixels. */
const DOT_SIZE = 6;
/** In tolerances: a smaller polygon has no outline, which would be most of what one sees of it. */
const OUTLINE_SIZE = 24;

/** O(n log n) in positions; features of type `none` draw nothing. */
export function buildDrawable(geometry: GeometryColumn): Drawable {
  return { ...buildFinest(geometry), ...buildCoarser(geometry) };
}

/** What is drawn of the shapes as they are: about half of the work. */
export function buildFinest(geometry: GeometryColumn): Omit<Drawable, 'levels'> {
  const { boxes } = boxFeatures(geometry);
  const { polygons } = collectPolygons(geometry, 0, 0);
  const { paths, points } = collectPaths(geometry);
  const anchors = findAnchors(geometry.count, { polygons, paths, points });
  return { count: geometry.count, polygons, paths, points, boxes, anchors };
}

/** What is drawn at smaller scales: the other half, from the shapes alone. */
export function buildCoarser(geometry: GeometryColumn): Pick<Drawable, 'levels'> {
  const levels: DrawableLevel[] = [];
  let reduced = geometry;
  for (const toleranceMeters of LEVEL_TOLERANCES) {
    reduced = simplifyColumn(reduced, toleranceMeters);
    const collected = collectPolygons(reduced, DOT_SIZE * toleranceMeters, OUTLINE_SIZE * toleranceMeters);
    levels.push({ toleranceMeters, ...collected, paths: collectPaths(reduced).paths });
  }
  return { levels };
}

/** Polygons tile by tile: in each those large enough for an outline first, then the rest; the smallest as dots. */
function collectPolygons(
  geometry: GeometryColumn,
  dotMeters: number,
  outlineMeters: number,
): { polygons: DrawablePolygons; dots: DrawableDots } {
  const collector = createPolygonCollector();
  const { boxes, weights } = boxFeatures(geometry);
  const dots: number[] = [];
  for (let feature = 0; feature < weights.length; feature++) {
    if (weights[feature] === 0 || !(longerSideMeters(boxes, 4 * feature) < dotMeters)) continue;
    dots.push(feature);
    weights[feature] = 0;
  }
  for (const group of tileFeatures(boxes, weights, POSITIONS_PER_TILE)) {
    const isOutlined = (feature: number) => longerSideMeters(boxes, 4 * feature) >= outlineMeters;
    for (const feature of group) if (isOutlined(feature)) addFeature(geometry, feature, collector);
    collector.endOutlines();
    for (const feature of group) if (!isOutlined(feature)) addFeature(geometry, feature, collector);
    collector.endTile();
  }
  return { polygons: collector.finish(), dots: collectDots(dots, boxes) };
}

/** Of each feature its box, and of polygons the number of positions, 0 of the others. */
function boxFeatures(geometry: GeometryColumn): { boxes: Float64Array; weights: Uint32Array } {
  const boxes = new Float64Array(4 * geometry.count);
  const weights = new Uint32Array(geometry.count);
  for (let feature = 0; feature < geometry.count; feature++) {
    const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
    const [from, to] = positionsOfFeature(geometry, feature);
    if (geometry.type[feature] === GeometryType.polygon) weights[feature] = to - from;
    for (let p = from; p < to; p++) {
      const longitude = geometry.coordinates[2 * p]!;
      const latitude = geometry.coordinates[2 * p + 1]!;
      if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) continue;
      if (longitude < box[0]) box[0] = longitude;
      if (latitude < box[1]) box[1] = latitude;
      if (longitude > box[2]) box[2] = longitude;
      if (latitude > box[3]) box[3] = latitude;
    }
    boxes.set(box, 4 * feature);
  }
  return { boxes, weights };
}

/** Discs about as large as the box: at this size nothing else is seen. */
function collectDots(features: readonly number[], boxes: Float64Array): DrawableDots {
  const positions = new Float64Array(2 * features.length);
  const radiusMeters = new Float32Array(features.length);
  for (const [index, feature] of features.entries()) {
    positions[2 * index] = (boxes[4 * feature]! + boxes[4 * feature + 2]!) / 2;
    positions[2 * index + 1] = (boxes[4 * feature + 1]! + boxes[4 * feature + 3]!) / 2;
    radiusMeters[index] = longerSideMeters(boxes, 4 * feature) / 2;
  }
  return { positions, featureOfPoint: Uint32Array.from(features), radiusMeters };
}

function addFeature(
  geometry: GeometryColumn,
  feature: number,
  collector: ReturnType<typeof createPolygonCollector>,
): void {
  const { partStart, ringStart } = geometry;
  for (let part = partStart[feature]!; part < partStart[feature + 1]!; part++) {
    const rings: number[][] = [];
    for (let ring = ringStart[part]!; ring < ringStart[part + 1]!; ring++) rings.push(finitePositions(geometry, ring));
    collector.addPart(rings, feature);
  }
}

function collectPaths(geometry: GeometryColumn): { paths: DrawablePaths; points: DrawablePoints } {
  const paths = createPathCollector();
  const points = createPathCollector();
  const { type, partStart, ringStart } = geometry;
  for (let feature = 0; feature < geometry.count; feature++) {
    if (type[feature] !== GeometryType.line && type[feature] !== GeometryType.point) continue;
    for (let ring = ringStart[partStart[feature]!]!; ring < ringStart[partStart[feature + 1]!]!; ring++) {
      const flat = finitePositions(geometry, ring);
      if (type[feature] === GeometryType.line) paths.addPath(flat, feature, 2);
      else points.addPath(flat, feature, 1);
    }
  }
  const drawnPoints = points.finish();
  return {
    paths: paths.finish(),
    points: { positions: drawnPoints.positions, featureOfPoint: drawnPoints.featureOfPath },
  };
}

function finitePositions(geometry: GeometryColumn, ring: number): number[] {
  const flat: number[] = [];
  for (let p = geometry.positionStart[ring]!; p < geometry.positionStart[ring + 1]!; p++) {
    const longitude = geometry.coordinates[2 * p]!;
    const latitude = geometry.coordinates[2 * p + 1]!;
    if (Number.isFinite(longitude) && Number.isFinite(latitude)) flat.push(longitude, latitude);
  }
  return flat;
}

function createPathCollector() {
  const positions = new GrowingArray(new Float64Array(256));
  const pathStart = new GrowingArray(new Uint32Array(16));
  const featureOfPath = new GrowingArray(new Uint32Array(16));
  let count = 0;
  return {
    addPath(flat: readonly number[], feature: number, fewest: number): void {
      if (flat.length < 2 * fewest) return;
      pathStart.push(count);
      featureOfPath.push(feature);
      for (const value of flat) positions.push(value);
      count += flat.length / 2;
    },
    finish(): DrawablePaths {
      pathStart.push(count);
      return {
        positions: positions.finish(),
        pathStart: pathStart.finish(),
        featureOfPath: featureOfPath.finish(),
      };
    },
  };
}
