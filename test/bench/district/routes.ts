/** Sweeping routes of the benchmark district: walks of 10 to 200 positions along a warped street grid, and hotspots. */
import { createRandom, type Random } from '../../../src/core/random.ts';
import { createGeometryBuilder, type GeometryColumn, GeometryType } from '../../../src/geo/geometry-column.ts';
import { HALF_METERS, type PlaceSampler, toLonLat } from './places.ts';

const BLOCK_METERS = 400;
const STEP_METERS = 40;
const LIMIT_METERS = 14_600;
const DIRECTIONS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

export function buildRoutes(count: number, seed: number): GeometryColumn {
  const random = createRandom(seed);
  const builder = createGeometryBuilder();
  for (let i = 0; i < count; i++) {
    builder.beginFeature(GeometryType.line);
    builder.beginPart();
    builder.beginRing();
    // Two sweepers of one street do not drive in the same track.
    const [trackX, trackY] = [3 * random.normal(), 3 * random.normal()];
    for (const [u, v] of walkGrid(random)) {
      const [x, y] = warp(u, v);
      const [longitude, latitude] = toLonLat(
        clamp(x + trackX + 0.5 * random.normal()),
        clamp(y + trackY + 0.5 * random.normal()),
      );
      builder.position(longitude, latitude);
    }
    builder.endFeature();
  }
  return builder.finish();
}

function* walkGrid(random: Random): Generator<readonly [number, number]> {
  const positions = 10 + Math.floor(191 * random.next() ** 1.4);
  let u = BLOCK_METERS * random.integer(-36, 36);
  let v = BLOCK_METERS * random.integer(-36, 36);
  let heading = random.integer(0, 3);
  for (let k = 0; k < positions; k++) {
    yield [u, v];
    const atCrossing = u % BLOCK_METERS === 0 && v % BLOCK_METERS === 0;
    if (k > 0 && atCrossing && random.next() < 0.3) heading = (heading + random.pick([1, 3])) % 4;
    const [du, dv] = DIRECTIONS[heading]!;
    const leaves = Math.abs(u + du * STEP_METERS) > LIMIT_METERS || Math.abs(v + dv * STEP_METERS) > LIMIT_METERS;
    if (leaves) heading = (heading + 2) % 4;
    u += DIRECTIONS[heading]![0] * STEP_METERS;
    v += DIRECTIONS[heading]![1] * STEP_METERS;
  }
}

function warp(u: number, v: number): [number, number] {
  return [
    u + 150 * Math.sin(v / 2300) + 60 * Math.sin(u / 900 + v / 1700),
    v + 150 * Math.sin(u / 2700) + 60 * Math.cos(v / 1100 - u / 1500),
  ];
}

const clamp = (value: number) => Math.max(-HALF_METERS, Math.min(HALF_METERS, value));

export function buildHotspots(count: number, seed: number, place: PlaceSampler): GeometryColumn {
  const random = createRandom(seed);
  const builder = createGeometryBuilder();
  for (let i = 0; i < count; i++) {
    const [x, y] = place(random, 0.7, 1.3);
    const [longitude, latitude] = toLonLat(x, y);
    builder.beginFeature(GeometryType.point);
    builder.beginPart();
    builder.beginRing();
    builder.position(longitude, latitude);
    builder.endFeature();
  }
  return builder.finish();
}
