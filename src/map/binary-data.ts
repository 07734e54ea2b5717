/** The shape in which deck.gl takes flat arrays: attributes beside a length, and where each object starts. */

export interface BinaryAttribute {
  readonly value: Float64Array | Float32Array | Uint32Array | Uint8ClampedArray;
  readonly size: number;
  readonly type?: 'unorm8';
}

export interface BinaryData {
  readonly length: number;
  readonly startIndices?: Uint32Array;
  readonly attributes: Record<string, BinaryAttribute>;
}

/** Clamped, the array type that deck.gl expects of colours; the bytes are the same and stay where they are. */
export function colorAttribute({ buffer, byteOffset, length }: Uint8Array): BinaryAttribute {
  return { value: new Uint8ClampedArray(buffer, byteOffset, length), size: 4, type: 'unorm8' };
}

/** All triangles as one object: deck.gl then walks one row instead of every feature. */
export function triangleData(
  positions: BinaryAttribute,
  triangles: BinaryAttribute,
  attributes: Record<string, BinaryAttribute>,
): BinaryData {
  const vertices = positions.value.length / positions.size;
  return {
    length: 1,
    startIndices: Uint32Array.of(0, vertices),
    attributes: { getPolygon: positions, indices: triangles, ...attributes },
  };
}

export function pathData(
  positions: BinaryAttribute,
  pathStart: Uint32Array,
  attributes: Record<string, BinaryAttribute>,
): BinaryData {
  return { length: pathStart.length - 1, startIndices: pathStart, attributes: { getPath: positions, ...attributes } };
}
