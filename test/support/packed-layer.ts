/** Packed layers by hand, for tests of the kernel: in metres, no frame, nothing snapped or repaired. */
import { GeometryType } from '../../src/geo/geometry-column.ts';
import { signedDoubleArea } from '../../src/geo/pack-features.ts';
import type { PackedLayer } from '../../src/geo/packed-layer.ts';

/** Closed or open rings of x, y; the first is the outer one. Their sense of rotation does not matter. */
export type Rings = readonly (readonly number[])[];
export type TestFeature =
  | { readonly polygons: readonly Rings[] }
  | { readonly lines: readonly (readonly number[])[] }
  | { readonly points: readonly number[] }
  | null;

export const polygon = (...rings: readonly (readonly number[])[]): TestFeature => ({ polygons: [rings] });
export const box = (x: number, y: number, width: number, height: number): TestFeature =>
  polygon([x, y, x + width, y, x + width, y + height, x, y + height]);
export const line = (...numbers: readonly number[]): TestFeature => ({ lines: [numbers] });
export const point = (x: number, y: number): TestFeature => ({ points: [x, y] });

export function packFeatures(features: readonly TestFeature[]): PackedLayer {
  const type: number[] = [];
  const partStart = [0];
  const ringStart = [0];
  const positionStart = [0];
  const xy: number[] = [];
  const boxes: number[] = [];
  const areas: number[] = [];
  const lengths: number[] = [];
  for (const feature of features) {
    const from = xy.length;
    let area = 0;
    let length = 0;
    const addRing = (numbers: readonly number[]) => {
      xy.push(...numbers);
      positionStart.push(xy.length / 2);
      for (let i = 2; i < numbers.length; i += 2) {
        length += Math.hypot(numbers[i]! - numbers[i - 2]!, numbers[i + 1]! - numbers[i - 1]!);
      }
    };
    for (const part of partsOf(feature)) {
      for (const ring of part) addRing(ring);
      ringStart.push(positionStart.length - 1);
      if (feature && 'polygons' in feature) area += part.reduce((sum, ring) => sum + signedArea(ring), 0);
    }
    partStart.push(ringStart.length - 1);
    type.push(typeOf(feature));
    const numbers = xy.slice(from);
    const xs = numbers.filter((_, i) => i % 2 === 0);
    const ys = numbers.filter((_, i) => i % 2 === 1);
    boxes.push(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
    areas.push(area);
    lengths.push(length);
  }
  return {
    count: features.length,
    type: Uint8Array.from(type),
    partStart: Uint32Array.from(partStart.slice(0, -1)),
    partEnd: Uint32Array.from(partStart.slice(1)),
    ringStart: Uint32Array.from(ringStart),
    positionStart: Uint32Array.from(positionStart),
    xy: Float64Array.from(xy),
    boxes: Float64Array.from(boxes),
    areas: Float64Array.from(areas),
    lengths: Float64Array.from(lengths),
  };
}

/** Rings closed, outer ones counter-clockwise, holes clockwise. */
function partsOf(feature: TestFeature): number[][][] {
  if (feature === null) return [];
  if ('points' in feature) {
    return Array.from({ length: feature.points.length / 2 }, (_, i) => [feature.points.slice(2 * i, 2 * i + 2)]);
  }
  if ('lines' in feature) return feature.lines.map((numbers) => [[...numbers]]);
  return feature.polygons.map((rings) =>
    rings.map((ring, index) => {
      const closed = closeRing(ring);
      return signedArea(closed) > 0 === (index === 0) ? closed : reverse(closed);
    }),
  );
}

function closeRing(ring: readonly number[]): number[] {
  const isClosed = ring[0] === ring.at(-2) && ring[1] === ring.at(-1);
  return isClosed ? [...ring] : [...ring, ring[0]!, ring[1]!];
}

function reverse(ring: readonly number[]): number[] {
  const reversed: number[] = [];
  for (let i = ring.length - 2; i >= 0; i -= 2) reversed.push(ring[i]!, ring[i + 1]!);
  return reversed;
}

/** Of a closed ring. */
const signedArea = (ring: readonly number[]): number => signedDoubleArea(ring, ring.length / 2) / 2;

function typeOf(feature: TestFeature): number {
  if (feature === null) return GeometryType.none;
  if ('points' in feature) return GeometryType.point;
  return 'lines' in feature ? GeometryType.line : GeometryType.polygon;
}
