/**
 * Groups faces into compact, connected parts: streets out of superblocks, communities out of a
 * street's blocks, grids out of a community's. Nearest centre decides; what comes out in two
 * pieces is mended. Knows no names and no levels.
 */
import type { Random } from '../../src/core/random.ts';
import type { Point } from './plane.ts';

/** Things to be grouped: places with weights, and who borders whom along how many metres. */
export interface Cells {
  readonly count: number;
  at(cell: number): Point;
  weight(cell: number): number;
  /** Neighbouring cells with the length of the common border. */
  neighbors(cell: number): ReadonlyMap<number, number>;
}

/** The part number of each listed cell, 0 to parts - 1; every part is connected and has at least one cell. */
export function partition(
  cells: Cells,
  members: readonly number[],
  parts: number,
  random: Random,
): Map<number, number> {
  const wanted = Math.min(parts, members.length);
  const centers = findCenters(cells, members, wanted, random);
  const partOf = new Map(members.map((cell) => [cell, nearestIndex(cells.at(cell), centers)]));
  mend(cells, partOf);
  for (let used = renumber(partOf); used < wanted; used = renumber(partOf)) splitHeaviest(cells, partOf, used, random);
  return partOf;
}

/** Moves every piece that is cut off from its part's heaviest piece to the neighbour with the longest common border. */
export function mend(cells: Cells, partOf: Map<number, number>): void {
  for (let round = 0; round < 20; round++) {
    const pieces = findPieces(cells, partOf);
    const main = new Map<number, Piece>();
    for (const piece of pieces) {
      const best = main.get(piece.part);
      if (!best || piece.weight > best.weight) main.set(piece.part, piece);
    }
    const astray = pieces.filter((piece) => main.get(piece.part) !== piece);
    let moved = 0;
    for (const piece of astray) {
      const target = longestNeighbor(cells, partOf, piece);
      if (target === undefined) continue;
      for (const cell of piece.cells) partOf.set(cell, target);
      moved++;
    }
    if (moved === 0) return;
  }
}

interface Piece {
  readonly part: number;
  readonly cells: number[];
  weight: number;
}

function findPieces(cells: Cells, partOf: ReadonlyMap<number, number>): Piece[] {
  const seen = new Set<number>();
  const pieces: Piece[] = [];
  for (const [start, part] of partOf) {
    if (seen.has(start)) continue;
    const piece: Piece = { part, cells: [], weight: 0 };
    const stack = [start];
    seen.add(start);
    for (let cell = stack.pop(); cell !== undefined; cell = stack.pop()) {
      piece.cells.push(cell);
      piece.weight += cells.weight(cell);
      for (const next of cells.neighbors(cell).keys()) {
        if (seen.has(next) || partOf.get(next) !== part) continue;
        seen.add(next);
        stack.push(next);
      }
    }
    pieces.push(piece);
  }
  return pieces;
}

function longestNeighbor(cells: Cells, partOf: ReadonlyMap<number, number>, piece: Piece): number | undefined {
  const lengths = new Map<number, number>();
  for (const cell of piece.cells) {
    for (const [next, meters] of cells.neighbors(cell)) {
      const part = partOf.get(next);
      if (part !== undefined && part !== piece.part) lengths.set(part, (lengths.get(part) ?? 0) + meters);
    }
  }
  return [...lengths].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}

/** Weighted k-means, started from places far apart. */
function findCenters(cells: Cells, members: readonly number[], count: number, random: Random): Point[] {
  const centers: Point[] = [cells.at(random.pick(members))];
  while (centers.length < count) {
    let far: Point = centers[0]!;
    let most = -1;
    for (const cell of members) {
      const at = cells.at(cell);
      const score =
        squared(at, centers[nearestIndex(at, centers)]!) * Math.sqrt(cells.weight(cell)) * random.between(0.5, 1);
      if (score > most) {
        most = score;
        far = at;
      }
    }
    centers.push(far);
  }
  for (let round = 0; round < 15; round++) {
    const sums = centers.map(() => [0, 0, 0] as [number, number, number]);
    for (const cell of members) {
      const at = cells.at(cell);
      const sum = sums[nearestIndex(at, centers)]!;
      const weight = cells.weight(cell);
      sum[0] += at[0] * weight;
      sum[1] += at[1] * weight;
      sum[2] += weight;
    }
    for (const [index, [x, y, weight]] of sums.entries()) if (weight > 0) centers[index] = [x / weight, y / weight];
  }
  return centers;
}

const squared = (a: Point, b: Point) => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2;

export function nearestIndex(at: Point, centers: readonly Point[]): number {
  let best = 0;
  let nearest = Infinity;
  for (const [index, center] of centers.entries()) {
    const off = squared(at, center);
    if (off < nearest) {
      nearest = off;
      best = index;
    }
  }
  return best;
}

/** Makes the part numbers dense, in order of first appearance; returns how many there are. */
function renumber(partOf: Map<number, number>): number {
  const names = new Map<number, number>();
  for (const [cell, part] of partOf) {
    if (!names.has(part)) names.set(part, names.size);
    partOf.set(cell, names.get(part)!);
  }
  return names.size;
}

function splitHeaviest(cells: Cells, partOf: Map<number, number>, fresh: number, random: Random): void {
  const pieces = findPieces(cells, partOf).filter((piece) => piece.cells.length > 1);
  const heaviest = pieces.sort((a, b) => b.weight - a.weight || a.part - b.part)[0];
  if (!heaviest) return;
  const halves = new Map<number, number>();
  const centers = findCenters(cells, heaviest.cells, 2, random);
  for (const cell of heaviest.cells) halves.set(cell, nearestIndex(cells.at(cell), centers));
  mend(cells, halves);
  if (new Set(halves.values()).size < 2) halves.set(leaf(cells, heaviest.cells), 2);
  const first = halves.get(heaviest.cells[0]!);
  for (const [cell, half] of halves) if (half !== first) partOf.set(cell, fresh);
}

/** A cell whose removal leaves the others connected. */
function leaf(cells: Cells, members: readonly number[]): number {
  for (const cell of members) {
    const rest = new Map(members.filter((other) => other !== cell).map((other) => [other, 0]));
    if (findPieces(cells, rest).length === 1) return cell;
  }
  return members[0]!;
}
