/**
 * The spatial index of FlatGeobuf: a static R-tree over boxes sorted along a Hilbert curve, packed
 * level by level, root first. https://flatgeobuf.org, "packed Hilbert R-tree".
 */
export const NODE_SIZE = 16;
/** min x, min y, max x, max y as float64, then an offset as uint64. */
const NODE_BYTES = 40;
const HILBERT_MAX = 65_535;
/** Up to so many boxes a curve position and an index fit into one number. */
const KEYED = 2 ** 20;

/** Number of nodes on each level, leaves first, root last. A single item still has a root above it. */
function countNodes(items: number, nodeSize: number): number[] {
  const levels = [items];
  let count = items;
  do {
    count = Math.ceil(count / nodeSize);
    levels.push(count);
  } while (count > 1);
  return levels;
}

/** Length in bytes of the index of `items` > 0 features. */
export function measureIndexBytes(items: number, nodeSize: number): number {
  return countNodes(items, Math.max(2, nodeSize)).reduce((sum, count) => sum + count, 0) * NODE_BYTES;
}

/** Indices of the boxes (4 numbers each) along a Hilbert curve through their centres; empty boxes (min > max) come last. O(n log n). */
export function sortAlongHilbert(boxes: Float64Array): Uint32Array {
  const count = boxes.length / 4;
  const [minX, minY, maxX, maxY] = extentOf(boxes);
  const scaleX = HILBERT_MAX / (maxX - minX || 1);
  const scaleY = HILBERT_MAX / (maxY - minY || 1);
  const positions = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const x = (boxes[4 * i]! + boxes[4 * i + 2]!) / 2;
    const y = (boxes[4 * i + 1]! + boxes[4 * i + 3]!) / 2;
    const isEmpty = !(boxes[4 * i]! <= boxes[4 * i + 2]!);
    positions[i] = isEmpty ? 2 ** 32 : hilbert(Math.floor((x - minX) * scaleX), Math.floor((y - minY) * scaleY));
  }
  if (count > KEYED) return Uint32Array.from(positions.keys()).sort((a, b) => positions[a]! - positions[b]! || a - b);
  // Position above, index below, in one float64 (exact up to 2^53): sorts natively, ties in file order.
  return Uint32Array.from(positions.map((position, i) => position * KEYED + i).sort(), (key) => key % KEYED);
}

/** Over all boxes that are not empty; min > max if there is none. */
export function extentOf(boxes: Float64Array): [number, number, number, number] {
  const extent: [number, number, number, number] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (let i = 0; i < boxes.length; i += 4) {
    extent[0] = Math.min(extent[0], boxes[i]!);
    extent[1] = Math.min(extent[1], boxes[i + 1]!);
    extent[2] = Math.max(extent[2], boxes[i + 2]!);
    extent[3] = Math.max(extent[3], boxes[i + 3]!);
  }
  return extent;
}

/** Position on the curve of a cell of a 65,536 by 65,536 grid, below 2^32: the quadrant of each of 16 levels, turned as the curve turns. */
export function hilbert(column: number, row: number): number {
  let [x, y] = [column, row];
  let position = 0;
  for (let side = 32_768; side >= 1; side /= 2) {
    const right = (x & side) > 0 ? 1 : 0;
    const upper = (y & side) > 0 ? 1 : 0;
    position += side * side * ((3 * right) ^ upper);
    if (upper === 0) {
      if (right === 1) [x, y] = [HILBERT_MAX - x, HILBERT_MAX - y];
      [x, y] = [y, x];
    }
  }
  return position;
}

/** The index of features lying in the file in the order of `boxes`, each at its byte offset from the first. O(n). */
export function buildIndex(boxes: Float64Array, offsets: Float64Array, nodeSize = NODE_SIZE): Uint8Array<ArrayBuffer> {
  const levels = countNodes(offsets.length, nodeSize);
  const total = levels.reduce((sum, count) => sum + count, 0);
  const bytes = new Uint8Array(total * NODE_BYTES);
  const view = new DataView(bytes.buffer);
  let levelStart = total - offsets.length;
  for (let i = 0; i < offsets.length; i++) {
    writeNode(view, levelStart + i, boxes.subarray(4 * i, 4 * i + 4), offsets[i]!);
  }
  for (const [level, count] of levels.entries()) {
    const parents = levels[level + 1];
    if (parents === undefined) break;
    const parentStart = levelStart - parents;
    for (let parent = 0; parent < parents; parent++) {
      const first = levelStart + parent * nodeSize;
      const last = Math.min(first + nodeSize, levelStart + count);
      writeNode(view, parentStart + parent, boxAround(view, first, last), first);
    }
    levelStart = parentStart;
  }
  return bytes;
}

function boxAround(view: DataView, first: number, last: number): Float64Array {
  const box = Float64Array.of(Infinity, Infinity, -Infinity, -Infinity);
  for (let node = first; node < last; node++) {
    for (let side = 0; side < 4; side++) {
      const value = view.getFloat64(node * NODE_BYTES + 8 * side, true);
      box[side] = side < 2 ? Math.min(box[side]!, value) : Math.max(box[side]!, value);
    }
  }
  return box;
}

function writeNode(view: DataView, node: number, box: Float64Array, offset: number): void {
  for (let side = 0; side < 4; side++) view.setFloat64(node * NODE_BYTES + 8 * side, box[side]!, true);
  view.setBigUint64(node * NODE_BYTES + 32, BigInt(offset), true);
}
