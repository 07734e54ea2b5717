/** Boxes in flatbush, used as its documentation shows: the index that the peers without one of their own are given. */
import Flatbush from 'flatbush';

export interface BoxIndex {
  /** Ascending. */
  search(minX: number, minY: number, maxX: number, maxY: number): number[];
}

export function buildBoxIndex(boxes: Float64Array): BoxIndex {
  const tree = new Flatbush(boxes.length / 4);
  for (let i = 0; i < boxes.length; i += 4) tree.add(boxes[i]!, boxes[i + 1]!, boxes[i + 2]!, boxes[i + 3]!);
  tree.finish();
  return { search: (minX, minY, maxX, maxY) => tree.search(minX, minY, maxX, maxY).sort((a, b) => a - b) };
}
