/**
 * Which edges of polygons run back along an edge of another: there both sides are taken. What has no
 * twin may border on nobody's ground. Two outlines drawn on each other's corners share every edge but
 * few, so that only those few need a closer look.
 */
import type { PackedLayer } from './packed-layer.ts';

export interface EdgeTwins {
  /** O(edges of the feature). */
  add(feature: number): void;
  /** Takes out the edges that were added for it, whatever has become of it since. */
  remove(feature: number): void;
  /** Whether another edge, by the position where it starts, runs exactly the other way. */
  hasTwin(edge: number): boolean;
}

/** Reads edges from the layer as they are when asked: positions of replaced features stay where they were. */
export function createEdgeTwins(layer: PackedLayer): EdgeTwins {
  const byHash = new Map<number, number[]>();
  const edgesOf = new Map<number, number[]>();

  return {
    add(feature) {
      const edges = listEdges(layer, feature);
      edgesOf.set(feature, edges);
      for (const edge of edges) {
        const hash = hashEdge(layer.xy, edge, edge + 1);
        const same = byHash.get(hash);
        if (same) same.push(edge);
        else byHash.set(hash, [edge]);
      }
    },
    remove(feature) {
      for (const edge of edgesOf.get(feature) ?? []) {
        const hash = hashEdge(layer.xy, edge, edge + 1);
        const others = byHash.get(hash)?.filter((other) => other !== edge) ?? [];
        if (others.length > 0) byHash.set(hash, others);
        else byHash.delete(hash);
      }
      edgesOf.delete(feature);
    },
    hasTwin(edge) {
      const { xy } = layer;
      const candidates = byHash.get(hashEdge(xy, edge + 1, edge));
      return candidates?.some((other) => isReverse(xy, edge, other)) ?? false;
    },
  };
}

function listEdges({ partStart, partEnd, ringStart, positionStart }: PackedLayer, feature: number): number[] {
  const edges: number[] = [];
  for (let ring = ringStart[partStart[feature]!]!; ring < ringStart[partEnd[feature]!]!; ring++) {
    for (let p = positionStart[ring]!; p + 1 < positionStart[ring + 1]!; p++) edges.push(p);
  }
  return edges;
}

function isReverse(xy: Float64Array, edge: number, other: number): boolean {
  const [a, b] = [2 * edge, 2 * other];
  return xy[a] === xy[b + 2] && xy[a + 1] === xy[b + 3] && xy[a + 2] === xy[b] && xy[a + 3] === xy[b + 1];
}

/** Of the edge between two positions in this direction, from whole millimetres. */
function hashEdge(xy: Float64Array, from: number, to: number): number {
  let hash = Math.imul(Math.round(xy[2 * from]! * 1000) | 0, 0x9e3779b1);
  hash = Math.imul(hash ^ (Math.round(xy[2 * from + 1]! * 1000) | 0), 0x85ebca6b) ^ (hash >>> 15);
  hash = Math.imul(hash ^ (Math.round(xy[2 * to]! * 1000) | 0), 0xc2b2ae35) ^ (hash >>> 13);
  return Math.imul(hash ^ (Math.round(xy[2 * to + 1]! * 1000) | 0), 0x27d4eb2f) ^ (hash >>> 16);
}
