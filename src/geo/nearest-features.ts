/** The few features of a layer that are nearest to a place, exactly measured. */
import { featureDistanceSquared } from './feature-distance.ts';
import type { PackedLayer } from './packed-layer.ts';
import { boxDistanceSquared, HitList, type SpatialIndex } from './spatial-index.ts';

export interface NearestFeatures {
  /** How many the last search found, at most `count`. Of each, nearest first, of equally near ones in no promised order. */
  readonly found: number;
  readonly features: Int32Array;
  readonly distancesSquared: Float64Array;
  /** Of the features no farther than `maxMeters` from a feature of a layer, exactly that far included. */
  search(from: PackedLayer, feature: number): void;
}

/** Of neighbours, the next finds what it looks for a little farther away than the last. */
const MARGIN = 1.25;
/** Boxes are put in order over so many places: that spares positions, and where many boxes lie on each other no time is lost. */
const MOST_SORTED = 32;

/**
 * Keeps its scratch memory from call to call. Looks around in windows that double, and begins with one of the
 * size that the last search needed: whoever asks along a curve seldom needs a second. O(log n + positions of the
 * features found and of the few whose boxes are as near).
 */
export function createNearestFeatures(
  layer: PackedLayer,
  index: SpatialIndex,
  count: number,
  maxMeters: number,
): NearestFeatures {
  const features = new Int32Array(count);
  const distancesSquared = new Float64Array(count);
  const hits = new HitList();
  let hitSquared = new Float64Array(256);
  let lastMeters = maxMeters / 8;
  let found = 0;
  const farthest = new Float64Array(count);
  const { boxes } = layer;

  /**
   * Leaves of the hits those that may be among the nearest, by the distances of their boxes. Every box holds
   * something, so that its farthest corner bounds its feature from above.
   */
  function thinHits(minX: number, minY: number, maxX: number, maxY: number, withinSquared: number): void {
    if (hitSquared.length < hits.items.length) hitSquared = new Float64Array(hits.items.length);
    const { items } = hits;
    farthest.fill(withinSquared);
    for (let k = 0; k < hits.count; k++) {
      const at = 4 * items[k]!;
      const left = boxes[at]!;
      const bottom = boxes[at + 1]!;
      const right = boxes[at + 2]!;
      const top = boxes[at + 3]!;
      hitSquared[k] = boxDistanceSquared(boxes, at, minX, minY, maxX, maxY);
      const farX = Math.max(right - minX, maxX - left);
      const farY = Math.max(top - minY, maxY - bottom);
      // A little above it, so that rounding never cuts off what bounds itself.
      const far = (farX * farX + farY * farY) * 1.000001 + 1e-12;
      if (far >= farthest[count - 1]!) continue;
      let place = count - 1;
      for (; place > 0 && farthest[place - 1]! > far; place--) farthest[place] = farthest[place - 1]!;
      farthest[place] = far;
    }
    const bound = farthest[count - 1]!;
    let kept = 0;
    for (let k = 0; k < hits.count; k++) {
      const squared = hitSquared[k]!;
      if (squared >= bound) continue;
      const item = items[k]!;
      let place = kept++;
      for (const least = Math.max(0, place - MOST_SORTED); place > least && hitSquared[place - 1]! > squared; place--) {
        hitSquared[place] = hitSquared[place - 1]!;
        items[place] = items[place - 1]!;
      }
      hitSquared[place] = squared;
      items[place] = item;
    }
    hits.count = kept;
  }

  return {
    get found() {
      return found;
    },
    features,
    distancesSquared,
    search(from, feature) {
      const at = 4 * feature;
      const minX = from.boxes[at]!;
      const minY = from.boxes[at + 1]!;
      const maxX = from.boxes[at + 2]!;
      const maxY = from.boxes[at + 3]!;
      for (let reach = Math.min(maxMeters, MARGIN * lastMeters); ; reach = Math.min(maxMeters, 2 * reach)) {
        index.search(minX - reach, minY - reach, maxX + reach, maxY + reach, hits);
        if (hits.count < count && reach < maxMeters) continue;
        // What lies in a corner of the window, farther than its reach, may not be among the nearest.
        const beyond = reach * reach * (1 + Number.EPSILON);
        thinHits(minX, minY, maxX, maxY, beyond);
        found = 0;
        for (let k = 0; k < hits.count; k++) {
          const bound = found < count ? beyond : distancesSquared[count - 1]!;
          if (hitSquared[k]! >= bound) continue;
          const squared = featureDistanceSquared(from, feature, layer, hits.items[k]!, bound);
          if (squared >= bound) continue;
          let place = found < count ? found++ : count - 1;
          for (; place > 0 && distancesSquared[place - 1]! > squared; place--) {
            distancesSquared[place] = distancesSquared[place - 1]!;
            features[place] = features[place - 1]!;
          }
          distancesSquared[place] = squared;
          features[place] = hits.items[k]!;
        }
        if (found === count || reach >= maxMeters) break;
      }
      if (found === count) lastMeters = Math.max(Math.sqrt(distancesSquared[count - 1]!), maxMeters / 256);
    },
  };
}
