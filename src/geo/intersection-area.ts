/**
 * The area that two polygons share, without building the shape. Each edge spans a signed trapezoid
 * down to a baseline; the shared area is the sum over pairs of edges, one of each polygon, of the
 * signed area under the lower of the two. Shared and collinear borders, holes and several parts need
 * no special case: exactly where clipping fails, nothing happens here.
 */
import type { PackedLayer } from './packed-layer.ts';

/** left x, right x, y at the left, y at the right, sign. */
const STRIDE = 5;

export interface IntersectionArea {
  /** Square metres, symmetric in its operands up to rounding; 0 where boxes do not overlap. O(edges of a × edges of b) near their common box. */
  measure(layerA: PackedLayer, a: number, layerB: PackedLayer, b: number): number;
}

/** Keeps its scratch memory from call to call. */
export function createIntersectionArea(): IntersectionArea {
  const trapezoidsA = new Trapezoids();
  const trapezoidsB = new Trapezoids();
  return {
    measure(layerA, a, layerB, b) {
      const boxesA = layerA.boxes;
      const boxesB = layerB.boxes;
      const minX = Math.max(boxesA[4 * a]!, boxesB[4 * b]!);
      const minY = Math.max(boxesA[4 * a + 1]!, boxesB[4 * b + 1]!);
      const maxX = Math.min(boxesA[4 * a + 2]!, boxesB[4 * b + 2]!);
      const maxY = Math.min(boxesA[4 * a + 3]!, boxesB[4 * b + 3]!);
      if (!(minX < maxX && minY < maxY)) return 0;
      trapezoidsA.collect(layerA, a, minX, minY, maxX, maxY);
      trapezoidsB.collect(layerB, b, minX, minY, maxX, maxY);
      return Math.max(0, sumOfPairs(trapezoidsA, trapezoidsB));
    },
  };
}

/** The trapezoids of one polygon's edges within a box, in coordinates from its lower left corner: small numbers lose nothing. */
class Trapezoids {
  values = new Float64Array(STRIDE * 256);
  /** Numbers in use: STRIDE per trapezoid. */
  length = 0;

  collect(layer: PackedLayer, feature: number, minX: number, minY: number, maxX: number, maxY: number): void {
    this.length = 0;
    const { partStart, partEnd, ringStart, positionStart, xy } = layer;
    const rings = ringStart[partEnd[feature]!]!;
    for (let ring = ringStart[partStart[feature]!]!; ring < rings; ring++) {
      const end = positionStart[ring + 1]! - 1;
      for (let edge = positionStart[ring]!; edge < end; edge++) {
        const ax = xy[2 * edge]!;
        const bx = xy[2 * edge + 2]!;
        if (ax === bx || (ax <= minX && bx <= minX) || (ax >= maxX && bx >= maxX)) continue;
        const ay = xy[2 * edge + 1]!;
        const by = xy[2 * edge + 3]!;
        if (ay <= minY && by <= minY) continue;
        // Outer rings run counter-clockwise: an edge to the left has the inside below it.
        if (ax < bx) this.#add(ax - minX, ay - minY, bx - minX, by - minY, maxX - minX, maxY - minY, -1);
        else this.#add(bx - minX, by - minY, ax - minX, ay - minY, maxX - minX, maxY - minY, 1);
      }
    }
  }

  /** Cuts an edge that runs to the right to the box's width and to above its floor, and caps it at its ceiling. */
  #add(ax: number, ay: number, bx: number, by: number, width: number, height: number, sign: number): void {
    const slope = (by - ay) / (bx - ax);
    let left = ax;
    let leftY = ay;
    let right = bx;
    let rightY = by;
    if (left < 0) {
      leftY = ay - slope * ax;
      left = 0;
    }
    if (right > width) {
      rightY = ay + slope * (width - ax);
      right = width;
    }
    if (leftY <= 0 && rightY <= 0) return;
    if (leftY < 0) {
      left -= leftY / slope;
      leftY = 0;
    } else if (rightY < 0) {
      right -= rightY / slope;
      rightY = 0;
    }
    if (leftY >= height && rightY >= height) {
      leftY = height;
      rightY = height;
    }
    if (left < right) this.#push(left, right, leftY, rightY, sign);
  }

  #push(left: number, right: number, leftY: number, rightY: number, sign: number): void {
    let { values, length } = this;
    if (length + STRIDE > values.length) {
      const grown = new Float64Array(2 * values.length);
      grown.set(values);
      this.values = grown;
      values = grown;
    }
    values[length++] = left;
    values[length++] = right;
    values[length++] = leftY;
    values[length++] = rightY;
    values[length++] = sign;
    this.length = length;
  }
}

function sumOfPairs(trapezoidsA: Trapezoids, trapezoidsB: Trapezoids): number {
  const a = trapezoidsA.values;
  const b = trapezoidsB.values;
  let sum = 0;
  for (let i = 0; i < trapezoidsA.length; i += STRIDE) {
    const leftA = a[i]!;
    const rightA = a[i + 1]!;
    const startA = a[i + 2]!;
    const slopeA = (a[i + 3]! - startA) / (rightA - leftA);
    let under = 0;
    for (let j = 0; j < trapezoidsB.length; j += STRIDE) {
      const leftB = b[j]!;
      const rightB = b[j + 1]!;
      const left = Math.max(leftA, leftB);
      const right = Math.min(rightA, rightB);
      if (left >= right) continue;
      const startB = b[j + 2]!;
      const slopeB = (b[j + 3]! - startB) / (rightB - leftB);
      const aLeft = startA + slopeA * (left - leftA);
      const aRight = startA + slopeA * (right - leftA);
      const bLeft = startB + slopeB * (left - leftB);
      const bRight = startB + slopeB * (right - leftB);
      under += b[j + 4]! * areaUnderLower(right - left, aLeft, aRight, bLeft, bRight);
    }
    sum += a[i + 4]! * under;
  }
  return sum;
}

/** The area between the baseline and the lower of two straight lines over a width. */
function areaUnderLower(width: number, aLeft: number, aRight: number, bLeft: number, bRight: number): number {
  const gapLeft = aLeft - bLeft;
  const gapRight = aRight - bRight;
  if (gapLeft <= 0 && gapRight <= 0) return width * (aLeft + aRight) * 0.5;
  if (gapLeft >= 0 && gapRight >= 0) return width * (bLeft + bRight) * 0.5;
  const t = gapLeft / (gapLeft - gapRight);
  const crossing = aLeft + (aRight - aLeft) * t;
  const [lowLeft, lowRight] = gapLeft < 0 ? [aLeft, bRight] : [bLeft, aRight];
  return width * (t * (lowLeft + crossing) + (1 - t) * (crossing + lowRight)) * 0.5;
}
