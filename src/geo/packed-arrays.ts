/**
 * A layer as the joins read it: metres in the frame, snapped, valid, measured, in flat arrays.
 *
 * Same four levels as a GeometryColumn. Positions are snapped to 1 mm, consecutive duplicates are
 * gone, polygon rings are CLOSED (first position = last), outer rings run counter-clockwise and
 * holes clockwise, so that signed shoelace sums give areas directly. Polygons that were invalid are
 * what GEOS MakeValid (linework) makes of them; only vertices made by that repair lie off the grid.
 * Knows nothing of attributes and rules.
 */
import type { Problem } from '../core/result.ts';

export interface PackedLayer {
  /** Number of features, the same as in the geometry that was packed. */
  readonly count: number;
  /** One GeometryType code per feature; a feature that cannot be used is `none`. */
  readonly type: Uint8Array;
  /**
   * First part of each feature, and where its parts end. A feature that was edited in place has its
   * parts behind all others (live-layer.ts), so the end is stored and not the next one's start.
   */
  readonly partStart: Uint32Array;
  readonly partEnd: Uint32Array;
  /** parts + 1 offsets into rings. */
  readonly ringStart: Uint32Array;
  /** rings + 1 offsets into positions. */
  readonly positionStart: Uint32Array;
  /** x (east), y (north) in metres, interleaved. */
  readonly xy: Float64Array;
  /** minX, minY, maxX, maxY per feature; +Infinity, +Infinity, -Infinity, -Infinity if empty. */
  readonly boxes: Float64Array;
  /** Square metres per feature; 0 for points and lines. */
  readonly areas: Float64Array;
  /** Metres per feature: the length of a line, the perimeter of a polygon with its holes, 0 for points. */
  readonly lengths: Float64Array;
}

export interface PackedProblem {
  /** Index of the feature. */
  readonly feature: number;
  readonly problem: Problem;
}
