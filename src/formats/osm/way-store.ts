/**
 * All ways of a file as flat arrays of ids: which of them a relation needs is known only at the file's
 * end. Tags are held for ways of use alone. 8 bytes for each position of a way, 12 for each way.
 */
import { GrowingArray } from '../../geo/growing-array.ts';
import { Allowance } from './osm-source.ts';
import { NO_TAGS, type OsmTags } from './osm-tags.ts';

/** Of about 10 million nodes, a province: 5 million took 560 MB at the peak, all told. */
const MAX_REFS = 1 << 24;
/** Keys and values; a province's roads have three million. */
const MAX_TAG_TEXTS = 1 << 24;
/** What a way costs beside these, in the same coin. */
const REFS_PER_WAY = 4;
const TEXTS_PER_WAY = 8;
const FIRST_CAPACITY = 1 << 12;

export class WayStore {
  private readonly ids = new GrowingArray(new Float64Array(FIRST_CAPACITY));
  private readonly ends = new GrowingArray(new Uint32Array(FIRST_CAPACITY));
  private readonly refs = new GrowingArray(new Float64Array(FIRST_CAPACITY));
  private readonly tags = new Map<number, OsmTags>();
  private readonly refsAllowed = new Allowance(MAX_REFS);
  private readonly tagsAllowed = new Allowance(MAX_TAG_TEXTS);
  private isAscending = true;

  get count(): number {
    return this.ids.length;
  }

  /** Tags only where they are to be kept. Throws `OsmTooLarge`. */
  add(id: number, refs: readonly number[], tags: OsmTags | undefined): void {
    this.refsAllowed.spend(refs.length + REFS_PER_WAY);
    if (tags) this.tagsAllowed.spend(tags.length + TEXTS_PER_WAY);
    if (this.count > 0 && id <= this.ids.at(this.count - 1)) this.isAscending = false;
    if (tags) this.tags.set(this.count, tags);
    this.ids.push(id);
    for (const ref of refs) this.refs.push(ref);
    this.ends.push(this.refs.length);
  }

  /** To be called once, after the last way. A way given several times is kept once, with the most tags and the most positions. O(n), or O(n log n) where ids do not ascend. */
  finish(): Ways {
    return new Ways(this.ids.finish(), this.ends.finish(), this.refs.finish(), this.tags, this.isAscending);
  }
}

export class Ways {
  /** Ways given again, which count for nothing. */
  readonly repeated: number;
  private readonly ids: Float64Array;
  private readonly ends: Uint32Array;
  private readonly refs: Float64Array;
  private readonly tags: Map<number, OsmTags>;
  /** Indices by ascending id; undefined where they are so already. */
  private readonly order: Uint32Array | undefined;
  /** Of a way given several times, the index under which its positions stand. */
  private readonly refsOf = new Map<number, number>();
  private readonly isRepeat = new Set<number>();

  constructor(
    ids: Float64Array,
    ends: Uint32Array,
    refs: Float64Array,
    tags: Map<number, OsmTags>,
    isAscending: boolean,
  ) {
    this.ids = ids;
    this.ends = ends;
    this.refs = refs;
    this.tags = tags;
    if (!isAscending) {
      const order = new Uint32Array(ids.length);
      for (let index = 0; index < order.length; index++) order[index] = index;
      this.order = order.sort((a, b) => ids[a]! - ids[b]! || a - b);
      for (let at = 1; at < order.length; at++) {
        if (ids[order[at - 1]!] === ids[order[at]!]) this.takeOver(order[at]!, order[at - 1]!);
      }
    }
    this.repeated = this.isRepeat.size;
  }

  /** The later of two takes the better tags and positions; the earlier is nobody's any more. */
  private takeOver(later: number, earlier: number): void {
    const tags = this.tags.get(earlier);
    if (tags && tags.length > this.tagsOf(later).length) this.tags.set(later, tags);
    if (this.refsAt(earlier).length > this.refsAt(later).length) {
      this.refsOf.set(later, this.refsOf.get(earlier) ?? earlier);
    }
    this.tags.delete(earlier);
    this.isRepeat.add(earlier);
  }

  /** Indices of the ways whose tags are kept, in the order of the file. */
  withTags(): number[] {
    return [...this.tags.keys()].sort((a, b) => a - b);
  }

  idAt(index: number): number {
    return this.ids[index]!;
  }

  tagsOf(index: number): OsmTags {
    return this.tags.get(index) ?? NO_TAGS;
  }

  /** A view, not a copy. */
  refsAt(index: number): Float64Array {
    const at = this.refsOf.get(index) ?? index;
    return this.refs.subarray(at === 0 ? 0 : this.ends[at - 1], this.ends[at]);
  }

  /** O(log n). */
  find(id: number): number | undefined {
    let [low, high] = [0, this.ids.length];
    // The last of equal ids: the one that took the others over.
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.ids[this.order?.[middle] ?? middle]! <= id) low = middle + 1;
      else high = middle;
    }
    const index = low === 0 ? undefined : (this.order?.[low - 1] ?? low - 1);
    return index !== undefined && this.ids[index] === id ? index : undefined;
  }
}
