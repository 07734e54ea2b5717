/**
 * A bounded Voronoi diagram whose borders are objects that two cells share: whatever a border is bent
 * into, both its cells have the same corners. Knows nothing of zones.
 */
import Delaunator from 'delaunator';

export interface VoronoiBorder {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  /** The sites on both sides, the lower first; `upper` is -1 along the rim of the square. */
  readonly lower: number;
  readonly upper: number;
}

/** A border as one cell walks along it, counter-clockwise around its site. */
export interface Passage {
  readonly border: VoronoiBorder;
  readonly isReversed: boolean;
}

export interface Voronoi {
  readonly borders: readonly VoronoiBorder[];
  /** Per site, the borders around it, in order. */
  readonly cells: readonly (readonly Passage[])[];
}

/**
 * Of sites (x, y interleaved) within the square from -half to half. Each site is mirrored in all four
 * sides, so that the sides of the square come out as borders and no cell is infinite. O(n log n).
 */
export function buildVoronoi(sites: Float64Array, half: number): Voronoi {
  const count = sites.length / 2;
  const { triangles, halfedges } = new Delaunator(withMirrored(sites, half));
  const corners = circumcenters(withMirrored(sites, half), triangles, half);
  const edgeOfSite = new Int32Array(count).fill(-1);
  for (let edge = 0; edge < triangles.length; edge++) {
    const site = triangles[edge]!;
    if (site < count) edgeOfSite[site] = edge;
  }
  const borders: VoronoiBorder[] = [];
  const borderOfEdge = new Map<number, VoronoiBorder>();
  const cells = Array.from({ length: count }, (_, site) => {
    const passages: Passage[] = [];
    const start = edgeOfSite[site]!;
    let edge = start;
    // Around the site, from triangle to triangle: the border between two of them is dual to the edge they
    // share. Delaunator's triangles run clockwise where y points up, so that this way is counter-clockwise.
    do {
      const twin = halfedges[edge]!;
      const next = twin % 3 === 2 ? twin - 2 : twin + 1;
      const key = Math.min(edge, twin);
      const neighbour = triangles[twin]!;
      let border = borderOfEdge.get(key);
      const isReversed = border !== undefined;
      if (!border) {
        border = {
          from: corners[Math.floor(edge / 3)]!,
          to: corners[Math.floor(next / 3)]!,
          lower: site,
          upper: neighbour < count ? neighbour : -1,
        };
        borderOfEdge.set(key, border);
        borders.push(border);
      }
      passages.push({ border, isReversed });
      edge = next;
    } while (edge !== start);
    return passages;
  });
  return { borders, cells };
}

function withMirrored(sites: Float64Array, half: number): Float64Array {
  const all = new Float64Array(5 * sites.length);
  all.set(sites);
  for (let i = 0; i < sites.length; i += 2) {
    const x = sites[i]!;
    const y = sites[i + 1]!;
    const mirrored = [-2 * half - x, y, 2 * half - x, y, x, -2 * half - y, x, 2 * half - y];
    all.set(mirrored, sites.length + 4 * i);
  }
  return all;
}

function circumcenters(points: Float64Array, triangles: Uint32Array, half: number): [number, number][] {
  const centers: [number, number][] = [];
  /** Corners on the rim lie exactly on it. */
  const onRim = (value: number) => (Math.abs(Math.abs(value) - half) < 1e-6 ? Math.sign(value) * half : value);
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [2 * triangles[t]!, 2 * triangles[t + 1]!, 2 * triangles[t + 2]!];
    const bx = points[b]! - points[a]!;
    const by = points[b + 1]! - points[a + 1]!;
    const cx = points[c]! - points[a]!;
    const cy = points[c + 1]! - points[a + 1]!;
    const scale = 0.5 / (bx * cy - by * cx);
    const bb = bx * bx + by * by;
    const cc = cx * cx + cy * cy;
    centers.push([
      onRim(points[a]! + (cy * bb - by * cc) * scale),
      onRim(points[a + 1]! + (bx * cc - cx * bb) * scale),
    ]);
  }
  return centers;
}
