/** Memory that several threads can read without a copy each. */

/**
 * `length` zeros. Shared where the platform has shared memory (Node; a page only where its server isolates
 * it), else plain: then whoever sends them to another thread copies them.
 */
export function shareableFloat64(length: number): Float64Array {
  if (typeof SharedArrayBuffer !== 'function') return new Float64Array(length);
  return new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT * length));
}
