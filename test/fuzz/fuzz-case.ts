/**
 * One case of the fuzz: three polygons and a line somewhere in the frame, all from one seed, valid in
 * the eyes of GEOS, on coordinates of whole millimetres up to 1,000 km from the centre.
 */
import { createRandom, type Random } from '../../src/core/random.ts';
import { buildEdgeBands } from '../../src/geo/edge-bands.ts';
import type { Geos } from '../../src/geo/geos.ts';
import type { MetricPolygons } from '../../src/geo/geos-wkb.ts';
import type { PackedLayer } from '../../src/geo/packed-layer.ts';
import { polygonsOf } from '../../src/geo/packed-polygons.ts';
import type { BandedLayer } from '../../src/geo/relate.ts';
import { gridPolygon } from '../support/grid-polygons.ts';
import { packFeatures, type TestFeature } from '../support/packed-layer.ts';
import { FAMILIES, type GridShape, padVertices } from './shapes.ts';

/** Features of the packed layer. */
export const CASE = { a: 0, b: 1, c: 2, line: 3 } as const;

export interface FuzzCase extends BandedLayer {
  readonly seed: number;
  readonly family: string;
  /** What is taken off all coordinates before GEOS sees them; no digit is lost by it. */
  readonly origin: readonly [x: number, y: number];
}

const POOL_SIZE = 3000;
const POOL_SEED = 20261126;
const METERS_TO_ORIGIN = 1_000_000;
/** Millimetres to a step of the grid. */
const STEPS = [1, 137, 1000, 20_000];

/** Star-shaped polygons with holes and second parts, valid as they are. */
export function buildPool(geos: Geos): GridShape[] {
  const pool: GridShape[] = [];
  for (let seed = POOL_SEED; pool.length < POOL_SIZE; seed++) {
    const feature = gridPolygon(seed) as { polygons: GridShape };
    if (isValid(geos, polygonsOf(packFeatures([feature]), 0))) pool.push(feature.polygons);
  }
  return pool;
}

function isValid(geos: Geos, polygons: MetricPolygons): boolean {
  const valid = geos.isValid(polygons);
  return valid.ok && valid.value && polygons.length > 0;
}

/** The case of a seed: tries are drawn from it until all three polygons are valid. */
export function buildCase(seed: number, geos: Geos, pool: readonly GridShape[]): FuzzCase {
  const random = createRandom(seed);
  const names = Object.keys(FAMILIES);
  for (;;) {
    const family = random.pick(names);
    const { make, melt, inMillimeters } = FAMILIES[family]!;
    const isPadded = random.next() < 0.25;
    const made = make(random, pool).map((shape) => (melt ? meltParts(geos, shape) : shape));
    const shapes = made.map((shape) => (isPadded ? padVertices(shape, random) : shape));
    const place = pickPlace(random, inMillimeters ? 1 : random.pick(STEPS));
    const features: TestFeature[] = shapes.map((shape) => ({
      polygons: shape.map((rings) => rings.map((ring) => ring.map(place))),
    }));
    features.push({ lines: [drawLine(random, shapes).map(place)] });
    const layer = packFeatures(features);
    const origin = originOf(layer);
    if ([CASE.a, CASE.b, CASE.c].every((shape) => isValid(geos, movedPolygons(layer, shape, origin)))) {
      return { seed, family, layer, bands: buildEdgeBands(layer), origin };
    }
  }
}

function meltParts(geos: Geos, shape: GridShape): GridShape {
  const melted = geos.unionAll(
    shape.map((rings) => rings.map((ring) => Float64Array.from([...ring, ...ring.slice(0, 2)]))),
  );
  if (!melted.ok) throw new Error(String(melted.problem.params.reason));
  return melted.value.map((rings) => rings.map((ring) => [...ring.subarray(0, -2)]));
}

/** From a grid number to metres of the frame: at its centre, or near one of its far corners. */
function pickPlace(random: Random, step: number): (value: number, index: number) => number {
  const far = () => random.integer(-1, 1) * METERS_TO_ORIGIN * 1000 - random.integer(-5000, 5000);
  const corner = random.next() < 0.4 ? [0, 0] : [far(), far()];
  return (value, index) => (corner[index % 2]! + step * value) / 1000;
}

/** Through vertices of the shapes, in their order or at random: runs along borders, through corners and across. */
function drawLine(random: Random, shapes: readonly GridShape[]): number[] {
  const rings = shapes.flat(2);
  if (rings.length === 0) return [0, 0, 1, 1];
  const line: number[] = [];
  while (line.length < 8) {
    const ring = random.pick(rings);
    const from = random.integer(0, ring.length / 2 - 1);
    for (let i = from; i < from + random.integer(1, 3); i++) {
      const at = (2 * i) % ring.length;
      if (line.at(-2) !== ring[at] || line.at(-1) !== ring[at + 1]) line.push(ring[at]!, ring[at + 1]!);
    }
  }
  return line;
}

/** The first vertex where all lie far from the centre, so that the differences have the digits of the numbers; else the centre. */
function originOf({ xy }: PackedLayer): [number, number] {
  const origin: [number, number] = [0, 0];
  for (const axis of [0, 1] as const) {
    const values = xy.filter((_, i) => i % 2 === axis);
    if (values.every((value) => Math.abs(value) > METERS_TO_ORIGIN / 4)) origin[axis] = values[0]!;
  }
  return origin;
}

/** The same positions from the case's origin. Throws if a digit would be lost. */
export function moveToOrigin(ring: Float64Array, origin: readonly [number, number]): Float64Array {
  return ring.map((value, i) => {
    const moved = value - origin[i % 2]!;
    if (moved + origin[i % 2]! !== value) throw new Error(`${value} less ${origin[i % 2]} is ${moved}, not exactly`);
    return moved;
  });
}

export function movedPolygons(layer: PackedLayer, feature: number, origin: readonly [number, number]): MetricPolygons {
  return polygonsOf(layer, feature).map((rings) => rings.map((ring) => moveToOrigin(ring, origin)));
}

/** The case in well-known text, in metres of the frame, to be seen or asked of another library. */
export function formatCase({ layer, family, seed }: FuzzCase): string {
  const polygon = (feature: number) => {
    const parts = polygonsOf(layer, feature).map((rings) => `(${rings.map(formatRing).join(',')})`);
    return `MULTIPOLYGON(${parts.join(',')})`;
  };
  const shapes = Object.entries({ a: CASE.a, b: CASE.b, c: CASE.c }).map(([name, at]) => `  ${name} ${polygon(at)}`);
  return [`seed ${seed}, ${family}`, ...shapes, `  line LINESTRING${formatRing(lineOf(layer))}`].join('\n');
}

export function lineOf({ xy, positionStart, ringStart, partStart }: PackedLayer): Float64Array {
  const ring = ringStart[partStart[CASE.line]!]!;
  return xy.subarray(2 * positionStart[ring]!, 2 * positionStart[ring + 1]!);
}

function formatRing(ring: Float64Array): string {
  const positions: string[] = [];
  for (let i = 0; i < ring.length; i += 2) positions.push(`${ring[i]} ${ring[i + 1]}`);
  return `(${positions.join(',')})`;
}
