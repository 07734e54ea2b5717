/** Typed arrays with room to grow, for what edits append to. */

type TypedArray = Uint8Array | Int32Array | Uint32Array | Float64Array;

/** The array itself where it is long enough, else a copy of half as much again, at least. New room is 0. */
export function withLength<A extends TypedArray>(array: A, length: number): A {
  if (array.length >= length) return array;
  const room = Math.max(length, array.length + (array.length >> 1), 64);
  const grown = new (array.constructor as new (length: number) => A)(room);
  grown.set(array);
  return grown;
}
