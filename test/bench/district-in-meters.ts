/** A seeded district of packed layers in metres, as dense as the sizes of PERFORMANCE name them, for measuring the joins alone. */
import { createRandom } from '../../src/core/random.ts';
import type { PackedLayer } from '../../src/geo/packed-layer.ts';
import { packFeatures, type TestFeature } from '../support/packed-layer.ts';

export interface BenchDistrict {
  readonly sources: PackedLayer;
  readonly zones: PackedLayer;
  readonly routes: PackedLayer;
  readonly hotspots: PackedLayer;
}

const SIDE_METERS = 30_000;
const round = (meters: number) => Math.round(meters * 1000) / 1000;

/** `sources` wobbly outlines of 30 corners, a grid of about `zones` cells with shared wobbly borders, routes of 90 segments. */
export function buildBenchDistrict(sources: number, zones: number, seed: number): BenchDistrict {
  const random = createRandom(seed);
  const place = () => random.between(0, SIDE_METERS);
  return {
    sources: packFeatures(
      Array.from({ length: sources }, () => blob(place(), place(), random.between(8, 60), random.next)),
    ),
    zones: packFeatures(cells(Math.round(Math.sqrt(zones)))),
    routes: packFeatures(Array.from({ length: sources / 20 }, () => wander(place(), place(), random.next))),
    hotspots: packFeatures(
      Array.from({ length: sources / 2 }, (): TestFeature => ({ points: [round(place()), round(place())] })),
    ),
  };
}

function blob(x: number, y: number, radius: number, next: () => number): TestFeature {
  const ring: number[] = [];
  for (let i = 0; i < 30; i++) {
    const angle = (2 * Math.PI * i) / 30;
    const reach = radius * (0.8 + 0.4 * next());
    ring.push(round(x + reach * Math.cos(angle)), round(y + reach * Math.sin(angle)));
  }
  return { polygons: [[ring]] };
}

/** Neighbours share every corner of the border between them. */
function cells(perSide: number): TestFeature[] {
  const size = SIDE_METERS / perSide;
  const bend = (x: number, y: number): [number, number] => [
    round(x + 0.1 * size * Math.sin(y / 310)),
    round(y + 0.1 * size * Math.sin(x / 270)),
  ];
  const features: TestFeature[] = [];
  const steps = 18;
  for (let column = 0; column < perSide; column++) {
    for (let row = 0; row < perSide; row++) {
      const ring: number[] = [];
      const corners = [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ] as const;
      corners.forEach(([cx, cy], i) => {
        const [nx, ny] = corners[(i + 1) % 4]!;
        for (let k = 0; k < steps; k++) {
          const t = k / steps;
          ring.push(...bend((column + cx + (nx - cx) * t) * size, (row + cy + (ny - cy) * t) * size));
        }
      });
      features.push({ polygons: [[ring]] });
    }
  }
  return features;
}

function wander(startX: number, startY: number, next: () => number): TestFeature {
  const numbers = [round(startX), round(startY)];
  let direction = 2 * Math.PI * next();
  for (let i = 0; i < 90; i++) {
    direction += 0.6 * (next() - 0.5);
    numbers.push(round(numbers.at(-2)! + 40 * Math.cos(direction)), round(numbers.at(-2)! + 40 * Math.sin(direction)));
  }
  return { lines: [numbers] };
}
