/**
 * The order of many numbers, by their digits: a sort with a comparison, a typed array's own as d3-array's, calls back for
 * each of n log n steps.
 */

/** Below it a comparison is as fast. */
const FEW = 4096;
const DIGIT_BITS = 16;
const DIGITS = 1 << DIGIT_BITS;

/** The places of numbers from the largest down, equal ones as they stand; -0 is 0. O(n): by sixteen bits at a time. NaN has no promised place. */
export function descendingOrder(values: Float64Array): Uint32Array {
  const { length } = values;
  const order = Uint32Array.from({ length }, (_, place) => place);
  if (length < FEW) return order.sort((a, b) => values[b]! - values[a]!);
  const [low, high] = descendingKeys(values);
  let from = order;
  let to = new Uint32Array(length);
  for (const half of [low, high]) {
    for (const shift of [0, DIGIT_BITS]) {
      if (!passDigit(half, shift, from, to)) continue;
      [from, to] = [to, from];
    }
  }
  return from;
}

/** Two halves of unsigned keys that ascend as the numbers descend: a double's bits do so but for its sign. */
function descendingKeys(values: Float64Array): [low: Uint32Array, high: Uint32Array] {
  const low = new Uint32Array(values.length);
  const high = new Uint32Array(values.length);
  const double = new Float64Array(1);
  const bits = new Uint32Array(double.buffer);
  for (let i = 0; i < values.length; i++) {
    // Adding 0 turns -0 into 0.
    double[0] = values[i]! + 0;
    const isNegative = bits[1]! >>> 31 === 1;
    low[i] = isNegative ? bits[0]! : ~bits[0]!;
    high[i] = isNegative ? bits[1]! : ~bits[1]! & 0x7fffffff;
  }
  return [low, high];
}

/** Brings `from` into the order of one digit, into `to`; false where all have the same and nothing was done. */
function passDigit(keys: Uint32Array, shift: number, from: Uint32Array, to: Uint32Array): boolean {
  const next = new Uint32Array(DIGITS);
  for (let i = 0; i < keys.length; i++) next[(keys[i]! >>> shift) & (DIGITS - 1)]!++;
  if (next[(keys[0]! >>> shift) & (DIGITS - 1)] === keys.length) return false;
  let start = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = next[digit]!;
    next[digit] = start;
    start += count;
  }
  for (const place of from) to[next[(keys[place]! >>> shift) & (DIGITS - 1)]!++] = place;
  return true;
}
