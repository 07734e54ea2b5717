/** Typed arrays that grow as values come: amortised O(1) per value, at most twice the memory while growing. */

/** How much of the source has been read, 0 to 1: tells how much room the rest will take. */
export type ReadFraction = () => number;

/** Less of the source than this says little of the rest. */
const ENOUGH_TO_ESTIMATE = 0.02;
const SPARE = 1.02;
/** Smaller arrays double: their copies cost nothing. */
const LARGE = 1 << 18;
/** Unused room behind an array that is not worth a copy without it. */
const MOST_UNUSED = 1 / 16;

export class GrowingArray<A extends Float64Array | Uint32Array | Uint8Array> {
  length = 0;
  private values: A;
  private readonly readFraction: ReadFraction | undefined;

  /**
   * Takes a zeroed array as its first store; its length is the first capacity. With `readFraction` it grows to what
   * the whole source will need, so that a large one is never held twice.
   */
  constructor(store: A, readFraction?: ReadFraction) {
    this.values = store;
    this.readFraction = readFraction;
  }

  push(value: number): void {
    if (this.length === this.values.length) this.grow(2 * this.length + 16);
    this.values[this.length++] = value;
  }

  /** Undefined behaviour beyond `length`. */
  at(index: number): number {
    return this.values[index]!;
  }

  private grow(doubled: number): void {
    const fraction = this.length < LARGE ? 0 : Math.min(1, this.readFraction?.() ?? 0);
    const estimate = fraction > ENOUGH_TO_ESTIMATE ? Math.ceil((SPARE * (this.length + 16)) / fraction) : doubled;
    const larger = new (this.values.constructor as new (length: number) => A)(Math.min(doubled, estimate));
    larger.set(this.values as never);
    this.values = larger;
  }

  /** The values so far in an array of exactly their number; a little unused room may lie behind it in its buffer. */
  finish(): A {
    const { values, length } = this;
    const isFull = this.readFraction !== undefined && values.length - length <= MOST_UNUSED * values.length;
    return (isFull ? values.subarray(0, length) : values.slice(0, length)) as A;
  }
}
