/**
 * Boxes in a packed Hilbert R-tree (flatbush), read straight from its documented buffer, so that a
 * search allocates nothing: the library's own `search` makes arrays on each call, and the joins call
 * it once per feature. Knows boxes and numbers, no features.
 */
import Flatbush from 'flatbush';
import { DistanceQueue } from './distance-queue.ts';

const NODE_SIZE = 16;
const HEADER_BYTES = 8;

/** Numbers that a search found. Reused from call to call: read them before the next search. */
export class HitList {
  items = new Int32Array(256);
  count = 0;

  push(item: number): void {
    if (this.count === this.items.length) {
      const grown = new Int32Array(2 * this.count);
      grown.set(this.items);
      this.items = grown;
    }
    this.items[this.count++] = item;
  }
}

export interface SpatialIndex {
  readonly count: number;
  /** The items whose boxes share a point with the given one (touching counts), in no promised order. O(log n + found). */
  search(minX: number, minY: number, maxX: number, maxY: number, hits: HitList): void;
  /** Whether a test holds for one of the items that `search` would find; stops at the first. The test must not search the same index. */
  some(minX: number, minY: number, maxX: number, maxY: number, test: (item: number) => boolean): boolean;
  /**
   * Visits items by the distance of their boxes to the given one, nearest first, as long as that
   * distance is below the bound, which the visitor is given and answers anew; all in squared metres.
   * Every box holds something, so that its farthest corner bounds the nearest item from above.
   */
  visitNearest(
    minX: number,
    minY: number,
    maxX: number,
    maxY: number,
    bound: number,
    visit: (item: number, bound: number) => number,
  ): void;
}

const EMPTY_INDEX: SpatialIndex = {
  count: 0,
  search(_minX, _minY, _maxX, _maxY, hits) {
    hits.count = 0;
  },
  some: () => false,
  visitNearest() {},
};

/** The packed tree as flatbush lays it out: leaves first, then each level up to the root. */
export interface BoxTree {
  readonly count: number;
  /** minX, minY, maxX, maxY per node; the root is the last. */
  readonly boxes: Float64Array;
  /** Per node: its item, or where in `boxes` its first child stands. */
  readonly indices: Uint16Array | Uint32Array;
  /** Where in `boxes` each level ends. */
  readonly levelEnds: readonly number[];
}

/** Of at least one box: minX, minY, maxX, maxY per item. O(n log n). */
export function buildBoxTree(itemBoxes: Float64Array): BoxTree {
  const count = itemBoxes.length / 4;
  const flatbush = new Flatbush(count, NODE_SIZE, Float64Array);
  for (let i = 0; i < itemBoxes.length; i += 4)
    flatbush.add(itemBoxes[i]!, itemBoxes[i + 1]!, itemBoxes[i + 2]!, itemBoxes[i + 3]!);
  flatbush.finish();
  const data = flatbush.data as ArrayBuffer;
  const levelEnds = levelEndsOf(count);
  const nodeCount = levelEnds.at(-1)! / 4;
  const boxes = new Float64Array(data, HEADER_BYTES, 4 * nodeCount);
  const indicesAt = HEADER_BYTES + 32 * nodeCount;
  const indices =
    nodeCount < 16384 ? new Uint16Array(data, indicesAt, nodeCount) : new Uint32Array(data, indicesAt, nodeCount);
  return { count, boxes, indices, levelEnds };
}

/**
 * The items so ordered that those near each other stand near each other, along a Hilbert curve: whoever asks
 * for each in this order finds what it reads in the cache. O(n log n).
 */
export function orderAlongCurve(itemBoxes: Float64Array): Uint16Array | Uint32Array {
  if (itemBoxes.length === 0) return new Uint16Array(0);
  const { count, indices } = buildBoxTree(itemBoxes);
  return indices.subarray(0, count);
}

/** Where the children that begin at `node` end: after 16, or with their level. */
export function endOfNode({ levelEnds }: BoxTree, node: number): number {
  let level = 0;
  while (levelEnds[level]! <= node) level++;
  const end = node + 4 * NODE_SIZE;
  return Math.min(end, levelEnds[level]!);
}

/** `boxes`: minX, minY, maxX, maxY per item. Items with an empty box (+Infinity … -Infinity) are never found. O(n log n). */
export function buildSpatialIndex(boxes: Float64Array): SpatialIndex {
  return boxes.length === 0 ? EMPTY_INDEX : readTree(buildBoxTree(boxes));
}

function readTree(tree: BoxTree): SpatialIndex {
  const { count, boxes, indices } = tree;
  const root = boxes.length - 4;
  const leafEnd = 4 * count;
  let stack = new Int32Array(1024);
  const queue = new DistanceQueue();

  /** Where `collect` puts what a search finds: one function for all searches, so that none allocates. */
  let found: HitList;
  const collect = (item: number): boolean => {
    found.push(item);
    return false;
  };

  function search(minX: number, minY: number, maxX: number, maxY: number, hits: HitList): void {
    hits.count = 0;
    found = hits;
    some(minX, minY, maxX, maxY, collect);
  }

  function some(minX: number, minY: number, maxX: number, maxY: number, test: (item: number) => boolean): boolean {
    let top = 0;
    let node = root;
    for (;;) {
      const end = endOfNode(tree, node);
      const isLeaf = node < leafEnd;
      for (let p = node; p < end; p += 4) {
        if (maxX < boxes[p]! || maxY < boxes[p + 1]! || minX > boxes[p + 2]! || minY > boxes[p + 3]!) continue;
        const child = indices[p >> 2]!;
        if (!isLeaf) {
          if (top === stack.length) stack = doubled(stack);
          stack[top++] = child;
        } else if (test(child)) return true;
      }
      if (top === 0) return false;
      node = stack[--top]!;
    }
  }

  function visitNearest(
    minX: number,
    minY: number,
    maxX: number,
    maxY: number,
    bound: number,
    visit: (item: number, bound: number) => number,
  ): void {
    let limit = bound;
    queue.clear();
    queue.push(0, root);
    while (queue.count > 0 && queue.nearest() < limit) {
      const entry = queue.pop();
      // Items are told from nodes by their sign: ~item is negative.
      if (entry < 0) {
        limit = Math.min(limit, visit(~entry, limit));
        continue;
      }
      const end = endOfNode(tree, entry);
      const isLeaf = entry < leafEnd;
      for (let p = entry; p < end; p += 4) {
        const dx = Math.max(boxes[p]! - maxX, minX - boxes[p + 2]!, 0);
        const dy = Math.max(boxes[p + 1]! - maxY, minY - boxes[p + 3]!, 0);
        const distance = dx * dx + dy * dy;
        if (!(distance < limit)) continue;
        queue.push(distance, isLeaf ? ~indices[p >> 2]! : indices[p >> 2]!);
        const farX = Math.max(boxes[p + 2]! - minX, maxX - boxes[p]!);
        const farY = Math.max(boxes[p + 3]! - minY, maxY - boxes[p + 1]!);
        // A little above it, so that rounding never cuts off the item that bounds itself.
        limit = Math.min(limit, (farX * farX + farY * farY) * 1.000001 + 1e-12);
      }
    }
  }

  return { count, search, some, visitNearest };
}

function levelEndsOf(count: number): number[] {
  const ends = [4 * count];
  let nodes = count;
  let total = count;
  do {
    nodes = Math.ceil(nodes / NODE_SIZE);
    total += nodes;
    ends.push(4 * total);
  } while (nodes !== 1);
  return ends;
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(2 * array.length);
  grown.set(array);
  return grown;
}
