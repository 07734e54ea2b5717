/** Typed arrays that grow as values come: amortised O(1) per value, at most twice the memory while growing. */

export class GrowingArray<A extends Float64Array | Uint32Array | Uint8Array> {
  length = 0;
  private values: A;

  /** Takes a zeroed array as its first store; its length is the first capacity. */
  constructor(store: A) {
    this.values = store;
  }

  push(value: number): void {
    if (this.length === this.values.length) this.grow(2 * this.length + 16);
    this.values[this.length++] = value;
  }

  /** Undefined behaviour beyond `length`. */
  at(index: number): number {
    return this.values[index]!;
  }

  private grow(capacity: number): void {
    const larger = new (this.values.constructor as new (length: number) => A)(capacity);
    larger.set(this.values as never);
    this.values = larger;
  }

  /** The values so far in an array of exactly their number. */
  finish(): A {
    return this.values.slice(0, this.length) as A;
  }
}
