/** What the search for the nearest visits next. Reused from search to search: allocates only to grow. */

/** A binary heap of (distance, entry) in two flat arrays. */
export class DistanceQueue {
  count = 0;
  #distances = new Float64Array(256);
  #entries = new Int32Array(256);

  clear(): void {
    this.count = 0;
  }

  nearest(): number {
    return this.#distances[0]!;
  }

  push(distance: number, entry: number): void {
    if (this.count === this.#distances.length) this.#grow();
    const distances = this.#distances;
    const entries = this.#entries;
    let at = this.count++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (distances[parent]! <= distance) break;
      distances[at] = distances[parent]!;
      entries[at] = entries[parent]!;
      at = parent;
    }
    distances[at] = distance;
    entries[at] = entry;
  }

  /** The entry of the smallest distance. The queue must not be empty. */
  pop(): number {
    const distances = this.#distances;
    const entries = this.#entries;
    const first = entries[0]!;
    const last = --this.count;
    const distance = distances[last]!;
    const entry = entries[last]!;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= last) break;
      if (child + 1 < last && distances[child + 1]! < distances[child]!) child++;
      if (distances[child]! >= distance) break;
      distances[at] = distances[child]!;
      entries[at] = entries[child]!;
      at = child;
    }
    distances[at] = distance;
    entries[at] = entry;
    return first;
  }

  #grow(): void {
    const distances = new Float64Array(2 * this.count);
    distances.set(this.#distances);
    this.#distances = distances;
    const entries = new Int32Array(2 * this.count);
    entries.set(this.#entries);
    this.#entries = entries;
  }
}
