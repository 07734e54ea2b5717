/**
 * Where the nodes lie that something is built from: their ids sorted, a longitude and a latitude each.
 * 24 bytes a node, no map: ids are up to 2^53 and there may be millions.
 */
import { OsmTooLarge } from './osm-source.ts';

const MAX_NODES = 1 << 23;

export class NodeTable {
  /** Ascending, each once. */
  private readonly ids: Float64Array;
  private readonly positions: Float64Array;
  private cursor = 0;

  /** Takes ids in any order and as often as they come; NaN is no id. Throws `OsmTooLarge`. O(n log n). */
  constructor(wanted: Float64Array) {
    const sorted = wanted.sort();
    let count = 0;
    for (let at = 0; at < sorted.length && !Number.isNaN(sorted[at]!); at++) {
      if (at === 0 || sorted[at] !== sorted[at - 1]) count++;
    }
    if (count > MAX_NODES) throw new OsmTooLarge();
    this.ids = new Float64Array(count);
    let filled = 0;
    for (let at = 0; filled < count; at++) {
      if (at === 0 || sorted[at] !== sorted[at - 1]) this.ids[filled++] = sorted[at]!;
    }
    this.positions = new Float64Array(2 * count).fill(Number.NaN);
  }

  /** Takes a node's position, if it is wanted, and says so; the last stands. Files with ascending ids cost O(1) a node, others O(log n). */
  offer(id: number, longitude: number, latitude: number): boolean {
    const { ids } = this;
    let low = this.cursor;
    if (low >= ids.length || ids[low]! > id) low = 0;
    let step = 1;
    // From where the last one was, twice as far each time: the next wanted one is mostly near.
    while (low + step < ids.length && ids[low + step]! <= id) {
      low += step;
      step *= 2;
    }
    const at = lastUpTo(ids, id, low, Math.min(low + step, ids.length));
    this.cursor = Math.max(at, 0);
    if (at < 0 || ids[at] !== id) return false;
    this.positions[2 * at] = longitude;
    this.positions[2 * at + 1] = latitude;
    return true;
  }

  /** Where a node's position stands; -1 where it is not in the file. O(log n). */
  indexOf(id: number): number {
    const at = lastUpTo(this.ids, id, 0, this.ids.length);
    return at >= 0 && this.ids[at] === id && !Number.isNaN(this.positions[2 * at]!) ? at : -1;
  }

  longitudeAt(index: number): number {
    return this.positions[2 * index]!;
  }

  latitudeAt(index: number): number {
    return this.positions[2 * index + 1]!;
  }

  /** Whether the node is used and was found. */
  has(id: number): boolean {
    return this.indexOf(id) >= 0;
  }
}

/** The last index in a range whose id is not above this one; one before the range where all are. */
function lastUpTo(ids: Float64Array, id: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ids[middle]! <= id) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
