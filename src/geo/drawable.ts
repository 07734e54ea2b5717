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
