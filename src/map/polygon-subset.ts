/** The polygons of some features alone, e.g. those whose class has a texture. O(positions + triangles). */
export interface PolygonSubset {
  readonly positions: Float64Array;
  readonly triangles: Uint32Array;
  readonly featureOfPosition: Uint32Array;
}

/** `wanted`: 1 per feature that is taken, else 0. Undefined where nothing is left. Keeps the order. */
export function subsetPolygons(polygons: PolygonSubset, wanted: Uint8Array): PolygonSubset | undefined {
  const { positions, triangles, featureOfPosition } = polygons;
  const moved = new Uint32Array(featureOfPosition.length);
  let count = 0;
  for (let position = 0; position < moved.length; position++) {
    moved[position] = count;
    count += wanted[featureOfPosition[position]!]!;
  }
  if (count === 0) return undefined;
  const subset = new Float64Array(2 * count);
  const features = new Uint32Array(count);
  for (let position = 0; position < moved.length; position++) {
    const feature = featureOfPosition[position]!;
    if (wanted[feature] === 0) continue;
    const to = moved[position]!;
    subset[2 * to] = positions[2 * position]!;
    subset[2 * to + 1] = positions[2 * position + 1]!;
    features[to] = feature;
  }
  const corners = new Uint32Array(triangles.length);
  let cornerCount = 0;
  for (let at = 0; at < triangles.length; at++) {
    const position = triangles[at]!;
    if (wanted[featureOfPosition[position]!] === 1) corners[cornerCount++] = moved[position]!;
  }
  return { positions: subset, triangles: corners.slice(0, cornerCount), featureOfPosition: features };
}
