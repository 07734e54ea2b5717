/**
 * Geometries of many features in flat arrays: what every format reads into and the engine packs from.
 *
 * Four levels: feature → parts → rings → positions. A polygon is a part whose first ring is its
 * outer one; a line is a part of one ring; a point is a part of one ring of one position. Multi
 * types have several parts. Rings of polygons are stored closed, as the file has them: nothing is
 * repaired here. Knows no attributes, no layers, no frame.
 */

/** What a feature's geometry is; `none` for a feature without one. */
export const GeometryType = { none: 0, point: 1, line: 2, polygon: 3 } as const;
export type GeometryTypeCode = (typeof GeometryType)[keyof typeof GeometryType];

export interface GeometryColumn {
  /** Number of features. */
  readonly count: number;
  /** One GeometryType code per feature. */
  readonly type: Uint8Array;
  /** count + 1 offsets into parts. */
  readonly partStart: Uint32Array;
  /** parts + 1 offsets into rings. */
  readonly ringStart: Uint32Array;
  /** rings + 1 offsets into positions. */
  readonly positionStart: Uint32Array;
  /** Longitude, latitude in WGS84 degrees, interleaved. */
  readonly coordinates: Float64Array;
}
