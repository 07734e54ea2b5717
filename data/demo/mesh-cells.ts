/** The faces of the mesh as cells to be grouped. */
import type { Landscape } from './landscape.ts';
import type { Mesh } from './mesh.ts';
import type { Cells } from './partition.ts';
import { centroidOf, distance, type Point, signedArea } from './plane.ts';

export function cellsOf(mesh: Mesh, landscape: Landscape): Cells {
  const centers = mesh.faces.map((_, face) => centroidOf(mesh.pointsOf(face)));
  const weights = mesh.faces.map(
    (_, face) => signedArea(mesh.pointsOf(face)) / landscape.blockAreaSquareMeters(centers[face]!),
  );
  const neighbors = mesh.faces.map(() => new Map<number, number>());
  for (const [a, b] of mesh.edges()) {
    const left = mesh.leftOf(a, b);
    const right = mesh.leftOf(b, a);
    if (left === undefined || right === undefined) continue;
    const meters = distance(mesh.points[a]!, mesh.points[b]!);
    neighbors[left]!.set(right, (neighbors[left]!.get(right) ?? 0) + meters);
    neighbors[right]!.set(left, (neighbors[right]!.get(left) ?? 0) + meters);
  }
  return {
    count: mesh.faces.length,
    at: (cell) => centers[cell]!,
    weight: (cell) => weights[cell]!,
    neighbors: (cell) => neighbors[cell]!,
  };
}

export function weightedCenter(cells: Cells, list: readonly number[]): Point {
  let [x, y, weight] = [0, 0, 0];
  for (const face of list) {
    const w = cells.weight(face);
    x += cells.at(face)[0] * w;
    y += cells.at(face)[1] * w;
    weight += w;
  }
  return [x / weight, y / weight];
}

/** Codes run from west to east, then from north to south. */
export function westToEast(cells: Cells, a: readonly number[], b: readonly number[]): number {
  const [ax, ay] = weightedCenter(cells, a);
  const [bx, by] = weightedCenter(cells, b);
  return Math.round(ax / 2500) - Math.round(bx / 2500) || by - ay || ax - bx;
}
