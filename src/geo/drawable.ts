/**
 * A layer's geometry as the map draws it: packed WGS84 positions, triangles and outlines, made
 * beside the engine so that the page's thread never triangulates. Plain typed arrays: transferable.
 */
export interface Drawable {
  /** Number of features of the layer's effective batch. */
  readonly count: number;
  readonly polygons: DrawablePolygons;
  readonly paths: DrawablePaths;
  readonly points: DrawablePoints;
  /** The same ground for smaller scales, from fine to coarse; `polygons` and `paths` are the finest. */
  readonly levels: readonly DrawableLevel[];
  readonly anchors: DrawableAnchors;
  /** West, south, east, north of each feature in degrees; infinite for one that draws nothing. */
  readonly boxes: Float64Array;
}

/** What is drawn where a pixel covers more ground: fewer vertices, and no shape that nobody could make out. */
export interface DrawableLevel {
  /** No position lies farther than this from the shape that it stands for, in metres on the ground. */
  readonly toleranceMeters: number;
  readonly polygons: DrawablePolygons;
  readonly paths: DrawablePaths;
  /** Features too small to have a shape at this level: discs of the same area. */
  readonly dots: DrawableDots;
}

export interface DrawablePolygons {
  /** lon, lat of every ring position of every polygon part. */
  readonly positions: Float64Array;
  /** Triangle corners as indices into positions. */
  readonly triangles: Uint32Array;
  /** Feature index of each position. */
  readonly featureOfPosition: Uint32Array;
  /** Rings as closed paths: ringStart has rings + 1 offsets into positions; featureOfRing names their feature. */
  readonly ringStart: Uint32Array;
  readonly featureOfRing: Uint32Array;
  readonly tiles: DrawableTiles;
}

/** Neighbouring polygons lie next to each other in the arrays: each tile is one stretch of them. */
export interface DrawableTiles {
  /** tiles + 1 offsets into positions, into corners of triangles, and into rings. */
  readonly positionStart: Uint32Array;
  readonly cornerStart: Uint32Array;
  readonly ringStart: Uint32Array;
  /** For each tile, one past the last ring that is outlined at this level; the small ones come after. */
  readonly outlineEnd: Uint32Array;
  /** West, south, east, north of each tile in degrees. */
  readonly boxes: Float64Array;
}

export interface DrawablePaths {
  readonly positions: Float64Array;
  /** paths + 1 offsets into positions. */
  readonly pathStart: Uint32Array;
  readonly featureOfPath: Uint32Array;
}
export interface DrawablePoints {
  readonly positions: Float64Array;
  readonly featureOfPoint: Uint32Array;
}
export interface DrawableDots extends DrawablePoints {
  readonly radiusMeters: Float32Array;
}

/** One point inside each feature, for glyphs and labels. */
export interface DrawableAnchors {
  /** lon, lat per feature; NaN for a feature that draws nothing. */
  readonly positions: Float64Array;
  /** Relative sizes: square degrees of polygons, 0 for lines and points. */
  readonly areas: Float64Array;
}

/** Every array of a drawable, for handing it to another thread. */
export function arraysOf(drawable: Drawable): ArrayBufferView[] {
  const { polygons, paths, points, levels, anchors, boxes } = drawable;
  const ofPolygons = ({ tiles, ...arrays }: DrawablePolygons) => [...Object.values(arrays), ...Object.values(tiles)];
  return [
    ...ofPolygons(polygons),
    ...Object.values(paths),
    ...Object.values(points),
    ...Object.values(anchors),
    boxes,
    ...levels.flatMap((level) => [
      ...ofPolygons(level.polygons),
      ...Object.values(level.paths),
      ...Object.values(level.dots),
    ]),
  ];
}
