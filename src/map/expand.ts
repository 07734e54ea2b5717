/** Per-feature values spread over vertices, as the GPU wants them. Plain loops over typed arrays, O(vertices). */

/** RGBA bytes, four per feature, to four per vertex. */
export function expandColors(featureOfVertex: Uint32Array, colorOfFeature: Uint8Array): Uint8Array {
  // Four bytes move at once; reading and writing through the same view keeps their order on any machine.
  const source = new Uint32Array(colorOfFeature.buffer, colorOfFeature.byteOffset, colorOfFeature.length / 4);
  const target = new Uint32Array(featureOfVertex.length);
  for (let i = 0; i < target.length; i++) target[i] = source[featureOfVertex[i] as number] as number;
  return new Uint8Array(target.buffer);
}

export function expandNumbers(featureOfVertex: Uint32Array, valueOfFeature: Float32Array): Float32Array {
  const target = new Float32Array(featureOfVertex.length);
  for (let i = 0; i < target.length; i++) target[i] = valueOfFeature[featureOfVertex[i] as number] as number;
  return target;
}

export function expandPairs(featureOfVertex: Uint32Array, pairOfFeature: Float32Array): Float32Array {
  const target = new Float32Array(featureOfVertex.length * 2);
  for (let i = 0; i < featureOfVertex.length; i++) {
    const feature = featureOfVertex[i] as number;
    target[2 * i] = pairOfFeature[2 * feature] as number;
    target[2 * i + 1] = pairOfFeature[2 * feature + 1] as number;
  }
  return target;
}

/** The feature of each vertex of paths that are given by offsets. */
export function featureOfPathVertex(pathStart: Uint32Array, featureOfPath: Uint32Array): Uint32Array {
  const target = new Uint32Array(pathStart.at(-1) ?? 0);
  featureOfPath.forEach((feature, path) => {
    target.fill(feature, pathStart[path], pathStart[path + 1]);
  });
  return target;
}
