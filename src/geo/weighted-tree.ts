/**
 * A packed tree of boxes whose items have weights, each node with the greatest weight below it: what a search
 * for the best needs to tell how much a node can hold. Knows boxes and numbers, no features. The search itself
 * is the caller's: a call per node for its bound would cost more than the bound.
 */
import { type BoxTree, buildBoxTree, endOfNode, setLeafBox, visitAncestors } from './spatial-index.ts';

export interface WeightedTree extends BoxTree {
  /** Per node. */
  readonly heaviest: Float64Array;
}

/** `boxes`: minX, minY, maxX, maxY per item, at least one. O(n log n). */
export function buildWeightedTree(boxes: Float64Array, weights: Float64Array): WeightedTree {
  const tree = buildBoxTree(boxes);
  const { count, indices } = tree;
  const heaviest = new Float64Array(tree.boxes.length / 4);
  // Children stand before their parents, so that one pass will do.
  for (let node = 0; node < heaviest.length; node++) {
    if (node < count) {
      heaviest[node] = weights[indices[node]!]!;
      continue;
    }
    const first = indices[node]!;
    const end = endOfNode(tree, first);
    for (let p = first; p < end; p += 4) heaviest[node] = Math.max(heaviest[node]!, heaviest[p >> 2]!);
  }
  return { ...tree, heaviest };
}

/** Gives a leaf another box and weight; the nodes above follow. O(log n). */
export function setLeaf(tree: WeightedTree, leaf: number, box: ArrayLike<number>, weight: number): void {
  const { heaviest, indices } = tree;
  setLeafBox(tree, leaf, box);
  heaviest[leaf] = weight;
  visitAncestors(tree, leaf, (node) => {
    const first = indices[node]!;
    const end = endOfNode(tree, first);
    heaviest[node] = 0;
    for (let p = first; p < end; p += 4) heaviest[node] = Math.max(heaviest[node]!, heaviest[p >> 2]!);
  });
}
