/**
 * Boxes in a packed Hilbert R-tree (flatbush), read straight from its documented buffer, so that a
 * search allocates nothing: the library's own `search` makes arrays on each call, and the joins call
 * it once per feature. Knows boxes and numbers, no features.
 */
import Flatbush from 'flatbush';
import { DistanceQueue } from './distance-queue.ts';
import { withLength } from './with-length.ts';

/** Of 4 to 16, what searches of this size are fastest with: small nodes test fewer boxes in vain, large ones make fewer steps. */
const NODE_SIZE = 8;
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
  /** The items in the order of their places along a Hilbert curve: neighbours follow each other. Those added later come last. */
  readonly order: ArrayLike<number>;
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
  /**
   * Gives an item another box; an empty one (+Infinity … -Infinity) takes it out. A number of `count`
   * or above adds an item. O(log n); O(n log n) once in many additions.
   */
  update(item: number, minX: number, minY: number, maxX: number, maxY: number): void;
}

/** Added items are searched one by one; beyond so many the tree is built anew. */
const MAX_ADDED = 256;

/** `boxes`: minX, minY, maxX, maxY per item. Items with an empty box (+Infinity … -Infinity) are never found. O(n log n). */
export function buildSpatialIndex(boxes: Float64Array, count = boxes.length / 4): SpatialIndex {
  let tree = buildTree(boxes, count);
  /** Boxes of items that came after the tree was built, by their number less the tree's count. */
  let added = new Float64Array(0);
  let addedCount = 0;

  function some(minX: number, minY: number, maxX: number, maxY: number, test: (item: number) => boolean): boolean {
    if (tree.some(minX, minY, maxX, maxY, test)) return true;
    for (let k = 0; k < addedCount; k++) {
      const at = 4 * k;
      if (maxX < added[at]! || maxY < added[at + 1]! || minX > added[at + 2]! || minY > added[at + 3]!) continue;
      if (test(tree.count + k)) return true;
    }
    return false;
  }

  /** Where `collect` puts what a search finds: one function for all searches, so that none allocates. */
  let found: HitList;
  const collect = (item: number): boolean => {
    found.push(item);
    return false;
  };

  function rebuild(): void {
    const count = tree.count + addedCount;
    const all = new Float64Array(4 * count);
    tree.copyBoxes(all);
    all.set(added.subarray(0, 4 * addedCount), 4 * tree.count);
    tree = buildTree(all, count);
    addedCount = 0;
  }

  return {
    get count() {
      return tree.count + addedCount;
    },
    get order() {
      if (addedCount === 0) return tree.order;
      return [...Array.from(tree.order), ...Array.from({ length: addedCount }, (_, k) => tree.count + k)];
    },
    search(minX, minY, maxX, maxY, hits) {
      hits.count = 0;
      found = hits;
      some(minX, minY, maxX, maxY, collect);
    },
    some,
    visitNearest(minX, minY, maxX, maxY, bound, visit) {
      tree.visitNearest(minX, minY, maxX, maxY, bound, visit, added, addedCount);
    },
    update(item, minX, minY, maxX, maxY) {
      if (item < tree.count) return tree.update(item, minX, minY, maxX, maxY);
      const at = 4 * (item - tree.count);
      added = withLength(added, at + 4);
      for (; addedCount <= item - tree.count; addedCount++)
        added.set([Infinity, Infinity, -Infinity, -Infinity], 4 * addedCount);
      added[at] = minX;
      added[at + 1] = minY;
      added[at + 2] = maxX;
      added[at + 3] = maxY;
      if (addedCount > MAX_ADDED) rebuild();
    },
  };
}

interface Tree {
  readonly count: number;
  readonly order: ArrayLike<number>;
  some(minX: number, minY: number, maxX: number, maxY: number, test: (item: number) => boolean): boolean;
  /** `added`: boxes of further items, numbered from `count`. */
  visitNearest(
    minX: number,
    minY: number,
    maxX: number,
    maxY: number,
    bound: number,
    visit: (item: number, bound: number) => number,
    added: Float64Array,
    addedCount: number,
  ): void;
  update(item: number, minX: number, minY: number, maxX: number, maxY: number): void;
  /** minX, minY, maxX, maxY of each item, by its number. */
  copyBoxes(out: Float64Array): void;
}

const EMPTY_TREE: Tree = {
  count: 0,
  order: [],
  some: () => false,
  visitNearest(minX, minY, maxX, maxY, bound, visit, added, addedCount) {
    let limit = bound;
    for (let k = 0; k < addedCount; k++) {
      const distance = boxDistanceSquared(added, 4 * k, minX, minY, maxX, maxY);
      if (distance < limit) limit = Math.min(limit, visit(k, limit));
    }
  },
  update() {},
  copyBoxes() {},
};

function buildTree(boxes: Float64Array, count: number): Tree {
  return count === 0 ? EMPTY_TREE : readTree(buildBoxTree(boxes, count));
}

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
export function buildBoxTree(itemBoxes: Float64Array, count = itemBoxes.length / 4): BoxTree {
  const flatbush = new Flatbush(count, NODE_SIZE, Float64Array);
  for (let i = 0; i < 4 * count; i += 4)
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

/** Where the children that begin at `node` end: after NODE_SIZE of them, or with their level. */
export function endOfNode({ levelEnds }: BoxTree, node: number): number {
  let level = 0;
  while (levelEnds[level]! <= node) level++;
  const end = node + 4 * NODE_SIZE;
  return Math.min(end, levelEnds[level]!);
}

/** Where each item stands among the leaves. O(items). */
export function leavesByItem({ indices, count }: BoxTree): Uint32Array {
  const positions = new Uint32Array(count);
  for (let position = 0; position < count; position++) positions[indices[position]!] = position;
  return positions;
}

/** Calls with each node above a leaf, from below to the root. */
export function visitAncestors({ levelEnds }: BoxTree, leaf: number, visit: (node: number) => void): void {
  // Each level's nodes hold NODE_SIZE of the level below, in order.
  let position = leaf;
  let levelStart = 0;
  for (let level = 0; level + 1 < levelEnds.length; level++) {
    const levelEnd = levelEnds[level]! / 4;
    position = levelEnd + Math.floor((position - levelStart) / NODE_SIZE);
    levelStart = levelEnd;
    visit(position);
  }
}

/** Gives a leaf another box; an empty one takes it out. The nodes above follow. O(log n). */
export function setLeafBox(tree: BoxTree, leaf: number, box: ArrayLike<number>): void {
  const { boxes, indices } = tree;
  boxes.set(box, 4 * leaf);
  visitAncestors(tree, leaf, (node) => {
    const first = indices[node]!;
    const end = endOfNode(tree, first);
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let p = first; p < end; p += 4) {
      minX = Math.min(minX, boxes[p]!);
      minY = Math.min(minY, boxes[p + 1]!);
      maxX = Math.max(maxX, boxes[p + 2]!);
      maxY = Math.max(maxY, boxes[p + 3]!);
    }
    boxes.set([minX, minY, maxX, maxY], 4 * node);
  });
}

/** Of a box at `at` to the given one; Infinity for an empty box. */
export function boxDistanceSquared(
  boxes: Float64Array,
  at: number,
  minX: number,
  minY: number,
  maxX: number,
  maxY: number,
): number {
  const left = boxes[at]!;
  const bottom = boxes[at + 1]!;
  const right = boxes[at + 2]!;
  const top = boxes[at + 3]!;
  // Math.max takes longer: it must know of NaN and of signs of zero.
  const dx = left > maxX ? left - maxX : minX > right ? minX - right : 0;
  const dy = bottom > maxY ? bottom - maxY : minY > top ? minY - top : 0;
  return dx * dx + dy * dy;
}

function readTree(tree: BoxTree): Tree {
  const { count, boxes, indices } = tree;
  const root = boxes.length - 4;
  const leafEnd = 4 * count;
  let stack = new Int32Array(1024);
  const queue = new DistanceQueue();

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
    added: Float64Array,
    addedCount: number,
  ): void {
    let limit = bound;
    queue.clear();
    queue.push(0, root);
    for (let k = 0; k < addedCount; k++) {
      const distance = boxDistanceSquared(added, 4 * k, minX, minY, maxX, maxY);
      if (distance < limit) queue.push(distance, ~(count + k));
    }
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
        const distance = boxDistanceSquared(boxes, p, minX, minY, maxX, maxY);
        if (!(distance < limit)) continue;
        queue.push(distance, isLeaf ? ~indices[p >> 2]! : indices[p >> 2]!);
        const farX = Math.max(boxes[p + 2]! - minX, maxX - boxes[p]!);
        const farY = Math.max(boxes[p + 3]! - minY, maxY - boxes[p + 1]!);
        // A little above it, so that rounding never cuts off the item that bounds itself.
        limit = Math.min(limit, (farX * farX + farY * farY) * 1.000001 + 1e-12);
      }
    }
  }

  /** Made by the first update. */
  let leafOf: Uint32Array | undefined;

  function update(item: number, minX: number, minY: number, maxX: number, maxY: number): void {
    leafOf ??= leavesByItem(tree);
    setLeafBox(tree, leafOf[item]!, [minX, minY, maxX, maxY]);
  }

  return {
    count,
    order: indices.subarray(0, count),
    some,
    visitNearest,
    update,
    copyBoxes(out) {
      for (let position = 0; position < count; position++) {
        out.set(boxes.subarray(4 * position, 4 * position + 4), 4 * indices[position]!);
      }
    },
  };
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
