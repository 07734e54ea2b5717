/**
 * Families of polygons that break geometry code, in whole numbers of a grid: what random coordinates
 * never show. Each family gives three shapes that have to do with each other: borders in common,
 * corners that touch, one in the other's hole. Not every try is valid; whoever asks keeps what is.
 */
import type { Random } from '../../src/core/random.ts';

/** Parts → rings (outer first) → x, y interleaved, open. */
export type GridShape = number[][][];

export interface Family {
  /** Three shapes, made from a pool of valid star-shaped polygons on a grid of about 14 × 14. */
  readonly make: (random: Random, pool: readonly GridShape[]) => GridShape[];
  /** Whether the parts of a shape share edges and are to be melted into one. */
  readonly melt?: true;
  /** Whether the grid is of whole millimetres whatever the case would pick. */
  readonly inMillimeters?: true;
}
type Make = Family['make'];

const shifted = (shape: GridShape, dx: number, dy: number): GridShape =>
  shape.map((rings) => rings.map((ring) => ring.map((value, i) => value + (i % 2 === 0 ? dx : dy))));
const scaled = (shape: GridShape, by: number): GridShape =>
  shape.map((rings) => rings.map((ring) => ring.map((value) => value * by)));

const stars: Make = (random, pool) => [random.pick(pool), random.pick(pool), random.pick(pool)];

/** One corner of the second on a corner of the first, one of the third on the middle of an edge of the first. */
const touching: Make = (random, pool) => {
  const [a, b, c] = stars(random, pool).map((shape) => scaled(shape, 2)) as [GridShape, GridShape, GridShape];
  const ring = a[0]![0]!;
  const corner = 2 * random.integer(0, ring.length / 2 - 1);
  const next = (corner + 2) % ring.length;
  const moveTo = (shape: GridShape, x: number, y: number) => {
    const own = shape[0]![0]!;
    const at = 2 * random.integer(0, own.length / 2 - 1);
    return shifted(shape, x - own[at]!, y - own[at + 1]!);
  };
  const middle = [(ring[corner]! + ring[next]!) / 2, (ring[corner + 1]! + ring[next + 1]!) / 2] as const;
  return [a, moveTo(b, ring[corner]!, ring[corner + 1]!), moveTo(c, ...middle)];
};

const LATTICE = 5;

/**
 * A lattice whose corners are moved a little, every cell cut into two triangles, the triangles dealt
 * to three hands: every border is shared along askew edges, with islands, holes and corners that
 * touch. Sometimes a triangle goes to two hands, so that they overlap.
 */
const lattice: Make = (random) => {
  const corners: (readonly [number, number])[] = [];
  for (let row = 0; row <= LATTICE; row++) {
    for (let column = 0; column <= LATTICE; column++) {
      corners.push([6 * column + random.integer(-1, 1), 6 * row + random.integer(-1, 1)]);
    }
  }
  const hands: GridShape[] = [[], [], []];
  const overlap = random.pick([0, 0.3]);
  for (let row = 0; row < LATTICE; row++) {
    for (let column = 0; column < LATTICE; column++) {
      const at = row * (LATTICE + 1) + column;
      const [p, q, r, s] = [at, at + 1, at + LATTICE + 2, at + LATTICE + 1];
      const triangles =
        random.next() < 0.5
          ? [
              [p, q, r],
              [p, r, s],
            ]
          : [
              [p, q, s],
              [q, r, s],
            ];
      for (const triangle of triangles) {
        const ring = triangle.flatMap((corner) => corners[corner]!);
        const hand = random.integer(0, 2);
        hands[hand]!.push([ring]);
        if (random.next() < overlap) hands[(hand + 1) % 3]!.push([ring]);
      }
    }
  }
  return hands;
};

/** A frame, what fills its hole wholly or in part, and its outline without the hole. Half of the holes touch the shell. */
const holes: Make = (random, pool) => {
  const size = random.integer(6, 12);
  const shell = [0, 0, size, 0, size + random.integer(0, 2), size, random.integer(-2, 0), size + random.integer(0, 3)];
  const touch = random.next() < 0.5 ? 0 : 1;
  const right = random.integer(3, size - 1);
  const hole = [touch, touch, right, random.integer(1, 2), right, random.integer(3, size - 1), 1, size - 1];
  const ground = scaled([[shell, hole]], 2);
  const around: GridShape = [[[-1, -1, size + 3, -1, size + 3, size + 4, -3, size + 4], shell]];
  const inner = random.pick<GridShape>([scaled([[hole]], 2), random.pick(pool), shifted(random.pick(pool), 2, 2)]);
  return [ground, inner, random.pick<GridShape>([scaled([[shell]], 2), scaled(around, 2), shifted(ground, 1, 0)])];
};

const METER = 1000;

/** In millimetres: strips one wide and up to a kilometre long, along an axis or askew, and a large star across them. */
const slivers: Make = (random, pool) => {
  const strip = (fromX: number, fromY: number): GridShape => {
    const length = random.integer(200 * METER, 1000 * METER);
    const [dx, dy] = random.pick([
      [length, 0],
      [0, length],
      [length, random.integer(-length, length)],
      [length, random.integer(-3, 3)],
    ] as [number, number][]);
    const side = Math.abs(dx) >= Math.abs(dy) ? ([0, 1] as const) : ([1, 0] as const);
    const [farX, farY] = [fromX + dx, fromY + dy];
    return [[[fromX, fromY, farX, farY, farX + side[0], farY + side[1], fromX + side[0], fromY + side[1]]]];
  };
  const first = strip(0, 0);
  const ring = first[0]![0]!;
  const second = random.pick<GridShape>([
    strip(random.integer(-2, 2), random.integer(-2, 2)),
    strip(100 * METER, random.integer(-100 * METER, 100 * METER)),
    shifted(first, 0, 1),
    shifted(first, random.integer(-50, 50) * METER, 0),
    // Its long side is the sliver's long side.
    [[[ring[0]!, ring[1]!, ring[2]!, ring[3]!, ring[2]! - 80 * METER, ring[3]! - 90 * METER]]],
  ]);
  return [first, second, scaled(random.pick(pool), 80 * METER)];
};

export const FAMILIES: Readonly<Record<string, Family>> = {
  stars: { make: stars },
  touching: { make: touching },
  lattice: { make: lattice, melt: true },
  holes: { make: holes },
  slivers: { make: slivers, inMillimeters: true },
};

/** The same ground with vertices that say nothing: some twice in a row, some in the middle of an edge. Doubles all numbers. */
export function padVertices(shape: GridShape, random: Random): GridShape {
  return scaled(shape, 2).map((rings) =>
    rings.map((ring) => {
      const padded: number[] = [];
      for (let i = 0; i < ring.length; i += 2) {
        const [x, y] = [ring[i]!, ring[i + 1]!];
        padded.push(x, y);
        if (random.next() < 0.2) padded.push(x, y);
        const next = (i + 2) % ring.length;
        if (random.next() < 0.3) padded.push((x + ring[next]!) / 2, (y + ring[next + 1]!) / 2);
      }
      return padded;
    }),
  );
}
