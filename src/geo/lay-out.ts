/**
 * Where the outlines of a layer lie in memory. A join goes through features along a curve, so that
 * neighbours follow each other; where their outlines do so too, most of them are at hand when they are
 * asked for. A ledger has them in the order in which somebody wrote them down.
 */
import type { PackedLayer } from './packed-arrays.ts';
import { shareableFloat64 } from './shareable.ts';
import { buildSpatialIndex } from './spatial-index.ts';

/** Below this everything is at hand wherever it lies. */
const LEAST_FEATURES = 4096;
/** Steps from feature to feature that are this much longer than neighbours lie apart are no walk along a curve. */
const SCATTERED_STEPS = 8;

/** The layer itself where it is small or in order already, else with the same features under the same numbers. O(n log n + positions). */
export function layOutAlongCurve(layer: PackedLayer): PackedLayer {
  if (layer.count < LEAST_FEATURES || !isScattered(layer)) return layer;
  return layOut(layer, buildSpatialIndex(layer.boxes, layer.count).order);
}

/** All features in the order in which their outlines lie in memory: along the curve, where they were laid out so. O(n log n). */
export function orderInMemory({ count, partStart }: PackedLayer): Uint32Array {
  // Parts and features are fewer than 2^26 each: one number holds both.
  const keys = Float64Array.from({ length: count }, (_, feature) => partStart[feature]! * count + feature);
  return Uint32Array.from(keys.sort(), (key) => key % count);
}

function isScattered({ count, boxes }: PackedLayer): boolean {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  let [steps, sum] = [0, 0];
  let [lastX, lastY] = [Number.NaN, Number.NaN];
  for (let at = 0; at < 4 * count; at += 4) {
    const x = (boxes[at]! + boxes[at + 2]!) / 2;
    const y = (boxes[at + 1]! + boxes[at + 3]!) / 2;
    // Nothing lies where there is no geometry.
    if (Number.isNaN(x)) continue;
    [minX, minY, maxX, maxY] = [Math.min(minX, x), Math.min(minY, y), Math.max(maxX, x), Math.max(maxY, y)];
    if (!Number.isNaN(lastX)) {
      sum += Math.hypot(x - lastX, y - lastY);
      steps++;
    }
    [lastX, lastY] = [x, y];
  }
  return sum > SCATTERED_STEPS * steps * Math.sqrt(((maxX - minX) * (maxY - minY)) / Math.max(1, steps));
}

/** The same features, parts and rings of each other one behind the other in the given order. */
function layOut(layer: PackedLayer, order: ArrayLike<number>): PackedLayer {
  const { count, partStart, partEnd, ringStart, positionStart, xy } = layer;
  const laid = {
    ...layer,
    partStart: new Uint32Array(count),
    partEnd: new Uint32Array(count),
    ringStart: new Uint32Array(ringStart.length),
    positionStart: new Uint32Array(positionStart.length),
    xy: shareableFloat64(xy.length),
  };
  let [part, ring, position] = [0, 0, 0];
  for (let place = 0; place < order.length; place++) {
    const feature = order[place]!;
    const [firstPart, endPart] = [partStart[feature]!, partEnd[feature]!];
    const [firstRing, endRing] = [ringStart[firstPart]!, ringStart[endPart]!];
    const [first, end] = [positionStart[firstRing]!, positionStart[endRing]!];
    laid.partStart[feature] = part;
    for (let p = firstPart; p < endPart; p++) laid.ringStart[++part] = ring + ringStart[p + 1]! - firstRing;
    laid.partEnd[feature] = part;
    for (let r = firstRing; r < endRing; r++) laid.positionStart[++ring] = position + positionStart[r + 1]! - first;
    laid.xy.set(xy.subarray(2 * first, 2 * end), 2 * position);
    position += end - first;
  }
  return laid;
}
